import { within } from './within.ts';

/** How long an answer to somebody waits for what it could do without, in milliseconds. */
const ANSWER_MS = 500;
/** After trouble the database is not asked for so long, in milliseconds, so that questions do not pile up before it. */
const REST_MS = 5_000;

/** Asks the database what an answer can be given without; undefined while it is in trouble. */
export type Briefly = <T>(question: () => Promise<T>) => Promise<T | undefined>;

export function createBriefly(onTrouble: (error: Error) => void): Briefly {
  let restsUntil = 0;
  return async (question) => {
    if (performance.now() < restsUntil) return undefined;
    try {
      return await within(ANSWER_MS, question());
    } catch (error) {
      if (performance.now() >= restsUntil) onTrouble(error as Error);
      restsUntil = performance.now() + REST_MS;
      return undefined;
    }
  };
}
