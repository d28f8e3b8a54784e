import { expect, it, vi } from 'vitest';
import { FAULTS } from './faults.ts';
import { run, whyNot } from './run.ts';

// A bound for a machine that is busy with other things; `npm run test:faults` does all of them.
vi.setConfig({ testTimeout: 300_000, maxConcurrency: 6 });

/** One of each kind; all of them at once. */
const TELLING = ['slack-503', 'discord-invalid', 'postgres-away', 'file-limit', 'clock-and-503', 'kill-answered'];

const possible = TELLING.flatMap((name) => FAULTS[name] ?? []).filter((fault) => whyNot(fault) === undefined);

it.concurrent.each(possible)('nothing is lost or doubled, and all is answered again: $name', async (fault) => {
  // On a busy machine a connection may be lost by chance as well.
  const cost = { ...fault.cost, notTaken: true, postsInDoubt: true } as const;
  const { faults } = await run({ ...fault, cost });
  expect(faults).toEqual([]);
});
