import type { PostingTimings } from '../../src/core/daily/posting.ts';
import { fingerprintsOf, type NewsItem, valueIn } from '../../src/core/news/value.ts';
import type { Catalogue, Figure } from '../../src/data/schema.ts';

/** What a worker is given. */
export type Job = { database: string; farSide: string /** A file with the simulated time. */; clock: string };

/** As many as days in a week, so that rounds end and begin in every run. */
export const FIGURES = ['one', 'two', 'three', 'four', 'five', 'six', 'seven'];

/** The engine's own, all shorter in the same way, so that twenty days pass in minutes. */
export const TIMINGS = {
  pollMs: [20, 60],
  leaseMs: 2_500,
  lookingMs: 600,
  sendingMs: 900,
  retrying: { firstMs: 150, mostMs: 1_000 },
  mostInFlight: 8,
  batch: 20,
} satisfies Partial<PostingTimings>;

/** A catalogue of one figure, whose value is corrected each day. */
export function correctedOn(now: Date): Catalogue {
  const value = Math.floor(now.getTime() / 86_400_000);
  const asOf = { date: '2025', basis: 'measured' };
  const figure = {
    id: 'one',
    kind: 'count',
    observations: [{ value, qualifier: 'exactly', asOf, place: 'p', source: 's' }],
  };
  return {
    figures: [figure],
    sources: [],
    places: [],
    groups: [],
    units: [],
    topics: [],
    relations: [],
    gaps: [],
  } as never;
}

/** What is known of the figure at a moment. */
export function knownOn(now: Date): string[] {
  return fingerprintsOf(correctedOn(now).figures[0] as Figure);
}

/** A change in a post, as "was>now"; one that was told before follows the one that it was told by. */
export function newsText(items: readonly NewsItem[]): string {
  return items.map((item) => `${numberIn(item.was)}>${item.kind === 'withdrawn' ? '' : numberIn(item.now)}`).join();
}

function numberIn(fingerprint: string): number | undefined {
  const observation = valueIn(fingerprint)?.observation;
  return observation && 'value' in observation ? observation.value : undefined;
}
