import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

/** Waits; an abort ends the waiting at once, without an error. */
export async function pause(ms: number, signal?: AbortSignal): Promise<void> {
  // Many wait for one signal; each takes its listener away when it is done, so none leaks.
  if (signal) setMaxListeners(0, signal);
  try {
    await sleep(ms, undefined, signal ? { signal, ref: true } : {});
  } catch {
    // Aborted: the caller looks at the signal.
  }
}

/** What a promise gives, or undefined where it takes longer than so many milliseconds; the work itself goes on. */
export async function unlessLate<T>(ms: number, work: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, ms, undefined);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
