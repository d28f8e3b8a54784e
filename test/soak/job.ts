import type { PostingTimings } from '../../src/core/daily/posting.ts';

/** What a worker is given. */
export type Job = { database: string; farSide: string /** A file with the simulated time. */; clock: string };

/** As many as days in a week, so that rounds end and begin in every run. */
export const FIGURES = ['one', 'two', 'three', 'four', 'five', 'six', 'seven'];

/** The engine's own, all shorter in the same way, so that twenty days pass in minutes. */
export const TIMINGS: Partial<PostingTimings> = {
  pollMs: [20, 60],
  leaseMs: 2_500,
  lookingMs: 600,
  sendingMs: 900,
  retrying: { firstMs: 150, mostMs: 1_000 },
  mostInFlight: 8,
  batch: 20,
};
