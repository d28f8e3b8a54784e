import type { webApi } from '@slack/bolt';
import { LRUCache } from 'lru-cache';
import type { Clock } from '../../../core/ports.ts';
import { asError } from '../../shared/as-error.ts';
import {
  type Absences,
  homeOf,
  type Installation,
  type Installations,
  type Members,
} from '../../shared/installations.ts';
import { pause } from '../../shared/pause.ts';
import type { Log } from '../../shared/posting-adapter.ts';
import { type Failure, failureOf, tokenRefusal } from '../transport/failure.ts';
import type { Forget, Standing, Whose, Workspaces } from './workspaces.ts';

/** How long an installation is known before the store is asked again: another copy of the bot may have changed it. */
const KNOWN_MS = 60_000;
const MOST_KNOWN = 10_000;

export type ManyWorkspacesOptions = {
  client: webApi.WebClient;
  installations: Installations;
  members: Members;
  absences: Absences;
  clock: Clock;
  log: Log;
  forget: Forget;
  stopping: AbortSignal;
};

export type ManyWorkspaces = Workspaces & {
  /** Notes a new installation. */
  installed(me: Installation): Promise<void>;
};

/** The workspaces and organisations that installed the app, each with its own token. */
export function manyWorkspaces(options: ManyWorkspacesOptions): ManyWorkspaces {
  const { installations, members, absences, clock, log, forget } = options;
  const known = new LRUCache<string, { me: Installation; readAt: number }>({ max: MOST_KNOWN });
  const standings = new LRUCache<string, Promise<Standing>>({ max: MOST_KNOWN, ttl: KNOWN_MS });
  const gifts = new LRUCache<string, Promise<ReadonlySet<string> | undefined>>({ max: MOST_KNOWN, ttl: KNOWN_MS });
  const learn = (me: Installation) => known.set(me.team, { me, readAt: performance.now() });
  /** What an organisation installed is known under each of its workspaces. */
  const unlearn = (home: string) => {
    for (const [team, { me }] of known) if (team === home || homeOf(me) === home) known.delete(team);
  };

  const own = (team: string) => installations.of(team);
  const shared = async (team: string, organisation?: string) => {
    const home = organisation ?? (await members.membershipOf(team))?.organisation;
    const me = home === undefined ? undefined : await installations.of(home);
    return me?.organisation === undefined ? undefined : { ...me, team };
  };
  /** The installation of the workspace or of its organisation; the one that an event came by goes first. */
  const installedFor = async ({ team, organisation, isOrganisations }: Whose): Promise<Installation | undefined> =>
    isOrganisations
      ? ((await shared(team, organisation)) ?? (await own(team)))
      : ((await own(team)) ?? (await shared(team, organisation)));
  const read = async (whose: Whose): Promise<Installation | undefined> => {
    const { team, organisation, isOrganisations } = whose;
    const me = await installedFor(whose);
    if (!me) {
      known.delete(team);
      return undefined;
    }
    // Noted for daily posts, which know only the workspace.
    if (isOrganisations && organisation !== undefined && organisation !== team)
      if ((await members.membershipOf(team))?.organisation !== organisation) await members.join(organisation, [team]);
    learn(me);
    return me;
  };
  const remove = async (home: string) => {
    unlearn(home);
    await installations.remove(home);
    log.info('slack workspace removed', { workspace: home });
  };
  /** Removes an installation whose token is refused, unless a new installation has brought another token. */
  const removeDead = async (me: Installation) => {
    const home = homeOf(me);
    unlearn(home);
    const present = await installations.of(home);
    if (present?.token !== me.token) return;
    await absences.note(home, clock());
    await remove(home);
  };
  const clear = async (home: string) => {
    for (const team of await members.of(home)) {
      await forget(team);
      await members.leave(team);
    }
    await forget(home);
    await members.leave(home);
    await remove(home);
  };
  const standingOf = async (token: string): Promise<Standing> => {
    const asked = standings.get(token) ?? askStanding(token, options);
    standings.set(token, asked);
    return await asked;
  };
  /** An organisation may have taken the app from one workspace, and kept it in the others. */
  const standingIn = async (workspace: string, { token, organisation }: Installation): Promise<Standing> => {
    const standing = await standingOf(token);
    if (standing !== 'present' || organisation === undefined || organisation === workspace) return standing;
    const given = gifts.get(token) ?? askGiven(token, options);
    gifts.set(token, given);
    const teams = await given;
    if (!teams) return 'unknown';
    return teams.has(workspace) ? 'present' : 'absent';
  };
  const installedSince = async (home: string, moment: Date) => {
    const at = await installations.installedAt(home);
    return at !== undefined && at > moment;
  };

  return {
    open: async (signal) => !signal.aborted,
    async of(whose) {
      const { team } = whose;
      const entry = known.get(team);
      if (entry && performance.now() - entry.readAt < KNOWN_MS) return entry.me;
      try {
        return await read(whose);
      } catch (error) {
        log.error('slack installation cannot be read', { workspace: team, error: asError(error) });
        // While the store does not answer, the known installation is used.
        if (entry) return entry.me;
        throw error;
      }
    },
    lost(me, refusal) {
      const home = homeOf(me);
      log.warn('slack workspace lost', { workspace: home, code: refusal });
      removeDead(me).catch((error: unknown) =>
        // The next call with the refused token comes back here.
        log.error('slack installation cannot be read', { workspace: home, error: asError(error) }),
      );
    },
    async standing(workspace) {
      const installed = [await own(workspace), await shared(workspace)].filter((me) => me !== undefined);
      const all = await Promise.all(installed.map((me) => standingIn(workspace, me)));
      return (['present', 'unknown', 'refused'] as const).find((standing) => all.includes(standing)) ?? 'absent';
    },
    clear,
    known: async () => [...(await installations.homes()), ...(await members.all())],
    departures: {
      async removed(whose, at) {
        const home = homeBy(whose);
        if (!(await installedSince(home, at))) await clear(home);
      },
      async revoked(whose, at) {
        const home = homeBy(whose);
        if (await installedSince(home, at)) return;
        await absences.note(home, clock());
        await remove(home);
      },
      granted: (organisation, teams) => members.join(organisation, teams),
      async withdrawn(teams, at) {
        for (const team of teams) {
          const membership = await members.membershipOf(team);
          if (!membership || membership.since > at) continue;
          // The workspace may have its own installation as well.
          if (!(await installations.of(team))) await forget(team);
          await members.leave(team);
          known.delete(team);
          log.info('slack workspace removed', { workspace: team });
        }
      },
    },
    async installed(me) {
      await installations.save(me);
      await absences.end(homeOf(me));
      unlearn(homeOf(me));
      learn(me);
      log.info('slack workspace installed', { workspace: homeOf(me) });
    },
  };
}

async function askStanding(token: string, { client, stopping }: ManyWorkspacesOptions): Promise<Standing> {
  const asked = await asOftenAsSlackWants(() => client.auth.test({ token }), stopping);
  if ('answer' in asked) return 'present';
  return tokenRefusal(asked.failure) === undefined ? 'unknown' : 'refused';
}

/** Workspaces that Slack names at once; it takes 1,000 at most (https://docs.slack.dev/reference/methods/auth.teams.list). */
const TEAMS_A_PAGE = 1_000;

/** The workspaces that an organisation has given the app to; undefined where Slack does not tell. */
async function askGiven(
  token: string,
  { client, stopping }: ManyWorkspacesOptions,
): Promise<ReadonlySet<string> | undefined> {
  const teams = new Set<string>();
  let cursor: string | undefined;
  do {
    const page = { token, limit: TEAMS_A_PAGE, ...(cursor ? { cursor } : {}) };
    const asked = await asOftenAsSlackWants(() => client.auth.teams.list(page), stopping);
    if (!('answer' in asked)) return undefined;
    for (const { id } of asked.answer.teams ?? []) if (id) teams.add(id);
    cursor = asked.answer.response_metadata?.next_cursor;
  } while (cursor);
  return teams;
}

/** Asks again as long as Slack wants to be asked less often. */
async function asOftenAsSlackWants<Answer>(
  ask: () => Promise<Answer>,
  stopping: AbortSignal,
): Promise<{ answer: Answer } | { failure: Failure }> {
  for (;;) {
    try {
      return { answer: await ask() };
    } catch (error) {
      const failure = failureOf(error);
      if (failure.kind !== 'limited' || stopping.aborted) return { failure };
      await pause(failure.waitMs, stopping);
    }
  }
}

/** The key of the installation that an event is about. */
function homeBy({ team, organisation, isOrganisations }: Whose): string {
  return isOrganisations && organisation !== undefined ? organisation : team;
}
