import { asError } from '../adapters/shared/as-error.ts';
import { pause } from '../adapters/shared/pause.ts';
import type { Log } from '../adapters/shared/posting-adapter.ts';

/** How long a stop may take in all, in milliseconds: containers and systemd are set to wait 20 seconds. */
const MOST_STOPPING_MS = 14_000;

/**
 * Ends things round by round, those of a round side by side. What fails keeps nothing else from its end; what hangs is
 * left to the next start: nothing is lost by it, and a supervisor waits no longer.
 */
export async function takeDown(rounds: readonly (readonly (() => Promise<unknown>)[])[], log: Log): Promise<void> {
  const tell = (error: unknown) => log.error('something did not stop cleanly', { error: asError(error) });
  const all = async () => {
    for (const round of rounds) await Promise.all(round.map((end) => end().catch(tell)));
    return true;
  };
  const over = new AbortController();
  const isDone = await Promise.race([all(), pause(MOST_STOPPING_MS, over.signal).then(() => false)]);
  over.abort();
  if (!isDone) log.warn('stopped before everything was finished');
}
