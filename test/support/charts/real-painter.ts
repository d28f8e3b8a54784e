import { createPainter, type PainterOptions, type ThreadPainter } from '../../../src/adapters/charts/painter.ts';
import { SILENT } from '../silent.ts';

/** The drawing thread as the build leaves it: Node runs no TypeScript in a thread. `npm run test:all` builds it first. */
const BUILT = new URL('../../../dist/adapters/charts/worker.js', import.meta.url);

/** A busy machine takes its time to draw the first picture. */
const PATIENCE = { waitMs: 60_000, drawMs: 60_000 };

/** A painter with a real drawing thread. */
export function realPainter(options: Partial<PainterOptions> = {}): ThreadPainter {
  return createPainter({ log: SILENT, worker: BUILT, ...PATIENCE, ...options });
}
