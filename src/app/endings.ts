import { asError } from '../adapters/shared/as-error.ts';
import type { Log } from '../adapters/shared/posting-adapter.ts';

/** The end of the program: reached by a signal, or failed by something that only a person can mend. */
export type Ending = { reached: Promise<void>; fail(error: unknown): void };

/** Ends at SIGTERM or SIGINT; a second signal does not wait any more. */
export function awaitEnding(): Ending {
  let resolve: () => void = () => {};
  let fail: (error: unknown) => void = () => {};
  const reached = new Promise<void>((onReached, onFailed) => {
    resolve = onReached;
    fail = onFailed;
  });
  let signals = 0;
  const onSignal = () => {
    signals += 1;
    if (signals > 1) process.exit(1);
    resolve();
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
  return { reached, fail };
}

/** A forgotten rejection is a bug in one answer, and must not take everyone else's with it; after an uncaught error nothing is certain. */
export function onBugs(log: Log, fail: Ending['fail']): void {
  process.on('unhandledRejection', (reason) => log.error('unhandled rejection', { error: asError(reason) }));
  process.on('uncaughtException', (error) => {
    log.error('uncaught error, stopping', { error: asError(error) });
    fail(error);
  });
}
