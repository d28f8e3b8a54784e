import { within } from './within.ts';

/** After trouble the database is not asked for so long, in milliseconds, so that questions do not pile up before it. */
const REST_MS = 1_000;

/** Asks the database what an answer can be given without; undefined while it is in trouble. */
export type Briefly = <T>(question: () => Promise<T>) => Promise<T | undefined>;

/** An answer to somebody waits at most so many milliseconds. */
export function createBriefly(mostMs: number, onTrouble: (error: Error) => void): Briefly {
  let restsUntil = 0;
  return async (question) => {
    if (performance.now() < restsUntil) return undefined;
    try {
      return await within(mostMs, question());
    } catch (error) {
      if (performance.now() >= restsUntil) onTrouble(error as Error);
      restsUntil = performance.now() + REST_MS;
      return undefined;
    }
  };
}
