import { expect, it, vi } from 'vitest';
import { fuzz } from './fuzz.ts';
import { TARGETS } from './targets.ts';

vi.setConfig({ maxConcurrency: 3 });

/** The same inputs each time; `npm run fuzz` tries others, and for longer. */
const SEED = 20_261_125;
const MOST_SECONDS = 0.8;
const RUNS = 60;
/** A machine that does other things besides is slow now and then; what hangs takes longer by far. */
const MOST_MS = 2_000;

it.concurrent.each(Object.entries(TARGETS))('%s takes whatever comes in', async (_, target) => {
  const budget = { seed: SEED, seconds: MOST_SECONDS, runs: RUNS, mostMs: MOST_MS };
  const { tried, findings } = await fuzz(target, budget);
  expect(findings).toEqual([]);
  expect(tried).toBeGreaterThan(0);
});
