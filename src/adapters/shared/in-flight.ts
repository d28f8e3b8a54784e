import { pause } from './pause.ts';

/** The answers that are under way, so that a stop can wait for them, and so that they do not pile up. */
export type InFlight = {
  track(work: Promise<unknown>): void;
  /** Whether so many are under way that another would only wait. */
  isFull(): boolean;
  /** Waits until all are done, but not longer than so many milliseconds; tells how many were not. */
  drain(mostMs: number): Promise<number>;
};

/**
 * Answers under way on one platform. A thousand questions a second need a few hundred where the platform takes its
 * usual time; many more only gather while it hangs, at some ten kilobytes each, and nobody waits that long.
 */
const MOST_IN_FLIGHT = 2_000;

export function createInFlight(): InFlight {
  const running = new Set<Promise<unknown>>();
  return {
    track(work) {
      running.add(work);
      const done = () => running.delete(work);
      work.then(done, done);
    },
    isFull: () => running.size >= MOST_IN_FLIGHT,
    async drain(mostMs) {
      const timeout = new AbortController();
      // An answer may begin another one, so look again until none is left.
      const all = async () => {
        while (running.size > 0 && !timeout.signal.aborted) await Promise.allSettled([...running]);
      };
      await Promise.race([all(), pause(mostMs, timeout.signal)]);
      timeout.abort();
      return running.size;
    },
  };
}

/** Turns questions away while too many are under way. `onRush` is called once for each rush. */
export function createDoor({ isFull }: Pick<InFlight, 'isFull'>, onRush: () => void): { isShut(): boolean } {
  let wasShut = false;
  return {
    isShut() {
      const isShut = isFull();
      if (isShut && !wasShut) onRush();
      wasShut = isShut;
      return isShut;
    },
  };
}
