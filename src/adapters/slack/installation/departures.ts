import type { App, Context as BoltContext } from '@slack/bolt';
import { delayOf, type Pace } from '../../../core/daily/pace.ts';
import type { Clock, Subscriptions } from '../../../core/ports.ts';
import { asError, nameOfError } from '../../shared/as-error.ts';
import type { Absences } from '../../shared/installations.ts';
import { pause } from '../../shared/pause.ts';
import type { Log } from '../../shared/posting-adapter.ts';
import type { Departures, Standing, Whose, Workspaces } from './workspaces.ts';

/** Retries each change while the database fails, so that nothing is kept about a workspace that removed the app. */
export function withRetries(
  { removed, revoked, granted, withdrawn }: Departures,
  { log, pace, stopping }: { log: Log; pace: Pace; stopping: AbortSignal },
): Departures {
  const retried =
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
    removed: retried(removed),
    revoked: retried(revoked),
    granted: retried(granted),
    withdrawn: retried(withdrawn),
  };
}

/** Handles an event once. */
type Take = (
  event: { key: string; what: string; team: string; addressee: undefined },
  work: () => Promise<void>,
) => Promise<void>;

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

/** Where an event happened. Slack names no workspace where it concerns a whole organisation. */
function whoseOf({ teamId, enterpriseId, isEnterpriseInstall }: BoltContext): Whose {
  const organisation = enterpriseId ?? undefined;
  const isOrganisations = isEnterpriseInstall || (!teamId && organisation !== undefined);
  return { team: teamId ?? organisation ?? '', organisation, isOrganisations };
}

/** The end of the second in which something happened: whatever else happened in that second came before. */
function endOf(second: number): Date {
  return new Date((second + 1) * 1_000);
}

export type SilentDeparturesOptions = {
  workspaces: Pick<Workspaces, 'standing' | 'known' | 'clear'>;
  subscriptions: Pick<Subscriptions, 'kept'>;
  absences: Absences;
  clock: Clock;
  log: Log;
};

/** Finds workspaces that removed the app while the bot did not run. */
export type SilentDepartures = {
  /** Looks at every workspace once, and removes what is kept of those that have been gone for long. Never throws. */
  look(): Promise<void>;
  /** Looks now and then once a day, until it is stopped. */
  watch(stopping: AbortSignal): Promise<void>;
};

const DAY_MS = 86_400_000;
/** How long the data of a workspace waits for it to come back, in days: a token revoked or set by mistake is corrected by then. */
const GRACE_DAYS = 7;

export function createSilentDepartures(options: SilentDeparturesOptions): SilentDepartures {
  const { workspaces, subscriptions, absences, clock, log } = options;
  const notYet = (error: unknown) => log.error('slack workspace not forgotten yet', { error: asError(error) });

  const standingOf = async (workspace: string): Promise<Standing> => {
    try {
      return await workspaces.standing(workspace);
    } catch (error) {
      log.error('slack installation cannot be read', { workspace, error: asError(error) });
      return 'unknown';
    }
  };
  const note = async (workspace: string): Promise<void> => {
    const since = await absences.note(workspace, clock());
    const goesAt = new Date(since.getTime() + GRACE_DAYS * DAY_MS);
    if (goesAt > clock())
      log.warn('slack workspace gone', { workspace, since: since.toISOString(), goesAt: goesAt.toISOString() });
    else await workspaces.clear(workspace);
  };
  const look = async (): Promise<void> => {
    const kept = (await subscriptions.kept('slack')).map(({ workspace }) => workspace);
    const standings = new Map<string, Standing>();
    for (const workspace of new Set([...kept, ...(await workspaces.known())]))
      standings.set(workspace, await standingOf(workspace));

    const inState = (wanted: Standing) =>
      [...standings].filter(([, standing]) => standing === wanted).map(([id]) => id);
    for (const workspace of inState('present')) await absences.end(workspace);
    for (const workspace of inState('absent')) await note(workspace);
    const refused = inState('refused');
    // Such as by the list of addresses from which the app may call Slack: that says nothing about any workspace.
    if (refused.length > 1 && inState('present').length === 0)
      log.warn('slack refuses the tokens of all workspaces', { workspaces: refused.length });
    else for (const workspace of refused) await note(workspace);
  };

  return {
    look: () => look().catch(notYet),
    async watch(stopping) {
      while (!stopping.aborted) {
        await look().catch(notYet);
        await pause(DAY_MS, stopping);
      }
    },
  };
}
