import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Scaled } from './scale-child.ts';
import { LEAST_ASKED } from './statistics.ts';
import { milliseconds, percent, table } from './table.ts';

const SIZES = [100, 1_000, 10_000, 100_000];
const ENGINES = [
  { name: 'this engine, reader', id: 'reader' },
  { name: 'this engine, matcher alone', id: 'matcher' },
  ...[
    'Fuse default',
    'Fuse token search, no stop words',
    'MiniSearch',
    'MiniSearch, no stop words',
    'FlexSearch suggest',
  ].map((name) => ({ name, id: name })),
];
/** An engine that would take longer for one question than this is not tried at the next size. */
const MOST_QUESTION_MS = 12_000;

/** Synthetic catalogues of growing size: what time and memory each engine takes, and what it still finds. */
export async function scale(): Promise<string> {
  const parts: string[] = [];
  const slow = new Map<string, number>();
  for (const size of SIZES) {
    const rows = ENGINES.map(({ name, id }) => {
      const expected = (slow.get(id) ?? 0) * 10;
      if (expected > MOST_QUESTION_MS)
        return [`${name} (not run: about ${(expected / 1000).toFixed(0)} s a question)`, ...Array(7).fill('-')];
      const scaled = measure(id, size);
      slow.set(id, scaled.medianMs);
      return cells(name, scaled);
    });
    parts.push(
      `${size.toLocaleString('en')} figures`,
      table(['engine', 'build ms', 'heap MB', 'median ms', 'p99 ms', 'right in top 3', 'refused', 'asked'], rows),
    );
  }
  parts.push(
    [
      'Figures with 3 to 8 English keywords of 2 or 3 words, drawn from 317, 1,262, 5,024 and 14,369 real words as often as words',
      'come in real texts. Questions of eight words: three tell and one of them is mistyped. A figure is right when it has all',
      'three. To be refused: questions of two or three words that no figure has. Times are of questions never asked before.',
      'Each engine runs in a process of its own; heap is what the index adds, arrays outside of V8’s heap included. The',
      'libraries refuse below the cutoff that is best for them on these very questions; this engine has fixed cutoffs.',
    ].join('\n'),
  );
  return parts.join('\n\n');
}

function measure(id: string, size: number): Scaled {
  const script = fileURLToPath(new URL('./scale-child.js', import.meta.url));
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--expose-gc', script, id, String(size)], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`measuring ${id} at ${size} failed: ${stderr}`);
  return JSON.parse(stdout) as Scaled;
}

function cells(name: string, { buildMs, heapMb, medianMs, p99Ms, asked, outcome }: Scaled): string[] {
  const enough = asked.held >= LEAST_ASKED && asked.strange >= LEAST_ASKED;
  return [
    name,
    buildMs.toFixed(0),
    heapMb.toFixed(1),
    milliseconds(medianMs),
    asked.held >= LEAST_ASKED ? milliseconds(p99Ms) : '-',
    enough ? percent(outcome.right, asked.held) : '-',
    enough ? percent(outcome.refused, asked.strange) : '-',
    `${asked.held}+${asked.strange}`,
  ];
}
