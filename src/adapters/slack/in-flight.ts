import { setImmediate as nextTick } from 'node:timers/promises';
import { pause } from './pace.ts';

/** Answers that are being given. */
export type InFlight = {
  /** Runs work when its turn comes, and counts it until it has ended; work must not throw. */
  run(work: () => Promise<void>): Promise<void>;
  /** Resolves when none is left, or after so many milliseconds; tells how many are left then. */
  drained(withinMs: number): Promise<number>;
};

/** One answer begins per turn of the event loop, so that a crowd of questions cannot keep the acks of others waiting. */
export function createInFlight(): InFlight {
  const running = new Set<Promise<void>>();
  let gate: Promise<unknown> = Promise.resolve();
  return {
    async run(work) {
      gate = gate.then(() => nextTick());
      const mine = gate.then(work);
      running.add(mine);
      try {
        await mine;
      } finally {
        running.delete(mine);
      }
    },
    async drained(withinMs) {
      const over = new AbortController();
      const all = async () => {
        while (running.size > 0 && !over.signal.aborted) await Promise.allSettled([...running]);
      };
      await Promise.race([all(), pause(withinMs, over.signal)]);
      over.abort();
      return running.size;
    },
  };
}
