import { setImmediate as nextTick } from 'node:timers/promises';
import { createInFlight, type InFlight } from '../../shared/in-flight.ts';

/** The order in which answers begin. */
export type Turns = Pick<InFlight, 'drain' | 'isFull'> & {
  /** Runs work when its turn comes; work must not throw. */
  run(work: () => Promise<void>): Promise<void>;
};

/** How long an answer may stand back while more and more questions come in, in milliseconds. */
const STAND_BACK_MS = 250;

/**
 * One answer begins at a time, and only in a moment when nothing new comes in:
 * in a crowd of questions every one is acknowledged before the first is answered.
 */
export function createTurns(): Turns {
  const { track, drain, isFull } = createInFlight();
  let arrivals = 0;
  let gate: Promise<unknown> = Promise.resolve();
  const quietMoment = async (latest: number) => {
    for (let before = -1; before !== arrivals && performance.now() < latest; ) {
      before = arrivals;
      await nextTick();
    }
  };

  return {
    drain,
    isFull,
    async run(work) {
      arrivals += 1;
      const latest = performance.now() + STAND_BACK_MS;
      gate = gate.then(() => quietMoment(latest));
      const mine = gate.then(work);
      track(mine);
      await mine;
    },
  };
}
