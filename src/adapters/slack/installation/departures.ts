import type { App } from '@slack/bolt';
import { delayOf, type Pace } from '../../../core/pace.ts';
import { nameOfError } from '../../shared/as-error.ts';
import { pause } from '../../shared/pause.ts';
import type { Log } from '../../shared/posting-adapter.ts';
import type { Take } from '../inbound/intake.ts';
import { whoseOf } from '../inbound/session.ts';
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

/** Listens to the app being removed from workspaces and organisations, and to workspaces that organisations add. */
export function listenToDepartures(app: App, take: Take, departures: Departures): void {
  app.event('app_uninstalled', ({ body, context: bolt }) => {
    const whose = whoseOf(bolt);
    return take({ key: body.event_id, what: 'uninstall', team: whose.team, addressee: undefined }, () =>
      departures.removed(whose, endOf(body.event_time)),
    );
  });

  app.event('tokens_revoked', ({ event, body, context: bolt }) => {
    if (!event.tokens.bot?.length) return Promise.resolve();
    const whose = whoseOf(bolt);
    return take({ key: body.event_id, what: 'revocation', team: whose.team, addressee: undefined }, () =>
      departures.revoked(whose, endOf(body.event_time)),
    );
  });

  app.event('team_access_granted', ({ event, body, context: bolt }) => {
    const { team, organisation } = whoseOf(bolt);
    if (organisation === undefined) return Promise.resolve();
    return take({ key: body.event_id, what: 'access granted', team, addressee: undefined }, () =>
      departures.granted(organisation, event.team_ids),
    );
  });

  app.event('team_access_revoked', ({ event, body, context: bolt }) =>
    take({ key: body.event_id, what: 'access revoked', team: whoseOf(bolt).team, addressee: undefined }, () =>
      departures.withdrawn(event.team_ids, endOf(body.event_time)),
    ),
  );
}

/** Slack tells the second in which something happened; what else happened in it came before. */
function endOf(second: number): Date {
  return new Date((second + 1) * 1_000);
}
