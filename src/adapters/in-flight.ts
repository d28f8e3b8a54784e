import { pause } from './pace.ts';

/** The answers that are under way, so that a stop can wait for them. */
export type InFlight = {
  track(work: Promise<unknown>): void;
  /** Waits until all are done, but not longer than so many milliseconds; tells how many were not. */
  drain(mostMs: number): Promise<number>;
};

export function createInFlight(): InFlight {
  const running = new Set<Promise<unknown>>();
  return {
    track(work) {
      running.add(work);
      const done = () => running.delete(work);
      work.then(done, done);
    },
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
