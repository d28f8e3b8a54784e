import { delayOf, type Pace } from '../../../core/pace.ts';
import type { Log } from '../../shared/adapter.ts';
import { nameOfError } from '../../shared/as-error.ts';
import { pause } from '../../shared/pause.ts';
import type { Departures } from './workspaces.ts';

/** What is kept about a workspace goes with the app, also where the database needs a few tries. */
export function persistently(
  { removed, revoked, granted, withdrawn }: Departures,
  { log, pace, stopping }: { log: Log; pace: Pace; stopping: AbortSignal },
): Departures {
  const triedOn =
    <Told extends unknown[]>(note: (...told: Told) => Promise<void>) =>
    async (...told: Told): Promise<void> => {
      for (let failures = 0; !stopping.aborted; failures += 1) {
        try {
          return await note(...told);
        } catch (error) {
          log.error('slack workspace not forgotten yet', { error: nameOfError(error) });
          await pause(delayOf(pace, failures), stopping);
        }
      }
    };
  return {
    removed: triedOn(removed),
    revoked: triedOn(revoked),
    granted: triedOn(granted),
    withdrawn: triedOn(withdrawn),
  };
}
