import { setImmediate as nextTick } from 'node:timers/promises';
import { pause } from './pace.ts';

/** Answers that are being given. */
export type InFlight = {
  /** Runs work when its turn comes, and counts it until it has ended; work must not throw. */
  run(work: () => Promise<void>): Promise<void>;
  /** Resolves when none is left, or after so many milliseconds; tells how many are left then. */
  drained(withinMs: number): Promise<number>;
};

/** How long an answer may stand back while more and more questions come in, in milliseconds. */
const STAND_BACK_MS = 250;

/**
 * One answer begins at a time, and only in a moment when nothing new comes in:
 * in a crowd of questions every one is acknowledged before the first is answered.
 */
export function createInFlight(): InFlight {
  const running = new Set<Promise<void>>();
  let arrivals = 0;
  let gate: Promise<unknown> = Promise.resolve();
  const quietMoment = async (latest: number) => {
    for (let before = -1; before !== arrivals && performance.now() < latest; ) {
      before = arrivals;
      await nextTick();
    }
  };

  return {
    async run(work) {
      arrivals += 1;
      const latest = performance.now() + STAND_BACK_MS;
      gate = gate.then(() => quietMoment(latest));
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
