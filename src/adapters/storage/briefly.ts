import { within } from './within.ts';

/** After trouble the database is not asked for a while, in milliseconds, so that questions do not pile up before it; longer where it made them wait. */
const REST_MS = 1_000;
const RESTS_PER_WAIT = 3;

/** Asks the database what an answer can be given without; undefined while it is in trouble. */
export type Briefly = <T>(question: () => Promise<T>) => Promise<T | undefined>;

/** An answer to somebody waits at most so many milliseconds. */
export function createBriefly(mostMs: number, onTrouble: (error: Error) => void): Briefly {
  let restsUntil = 0;
  return async (question) => {
    const since = performance.now();
    if (since < restsUntil) return undefined;
    try {
      return await within(mostMs, question());
    } catch (error) {
      const now = performance.now();
      if (now >= restsUntil) onTrouble(error as Error);
      restsUntil = Math.max(restsUntil, now + REST_MS, now + RESTS_PER_WAIT * (now - since));
      return undefined;
    }
  };
}
