/** How long to wait between tries: doubled each time from `firstMs` to `mostMs`, with chance so that bots do not knock together. */
export type Pace = { firstMs: number; mostMs: number };

/** The wait after so many failures. */
export function delayOf({ firstMs, mostMs }: Pace, failures: number): number {
  const full = Math.min(mostMs, firstMs * 2 ** Math.min(failures, MOST_DOUBLINGS));
  return full / 2 + (Math.random() * full) / 2;
}

/** Beyond any limit, and far from what a number holds. */
const MOST_DOUBLINGS = 16;
