import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

/** How long to wait between tries: doubled each time from `firstMs` to `mostMs`, with chance so that bots do not knock together. */
export type Pace = { firstMs: number; mostMs: number };

export function delayOf({ firstMs, mostMs }: Pace, failures: number): number {
  const full = Math.min(mostMs, firstMs * 2 ** Math.min(failures, 16));
  return full / 2 + (Math.random() * full) / 2;
}

/** Waits; an abort ends the waiting at once, without an error. */
export async function pause(ms: number, signal?: AbortSignal): Promise<void> {
  // Many wait for one signal; each takes its listener away when it is done, so none leaks.
  if (signal) setMaxListeners(0, signal);
  try {
    await sleep(ms, undefined, signal ? { signal, ref: true } : {});
  } catch {
    // Aborted: whoever waits looks at the signal.
  }
}
