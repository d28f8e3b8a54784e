// src/adapters/slack/installation: the workspaces that the bot is in: tokens, scopes, departures, and the checks of harbin doctor.
// Imported by: adapters/slack, cli/doctor.

import type { webApi } from '@slack/bolt';
import { delayOf, type Pace } from '../../../core/daily/pace.ts';
import type { Installation } from '../../shared/installations.ts';
import { pause } from '../../shared/pause.ts';
import { type Log, Refused } from '../../shared/posting-adapter.ts';
import { failureCode, failureOf, tokenRefusal } from '../transport/failure.ts';
import { missingFrom } from './permissions.ts';

/** Where an event happened, as far as Slack says. */
export type Whose = {
  team: string;
  organisation?: string | undefined;
  /** Whether the event came by an installation for the whole organisation. */
  isOrganisations?: boolean;
};

/** The workspaces that the bot works in. */
export type Workspaces = {
  /** Resolves to true once the bot's identity is known, or at once with many workspaces; to false if stopped before. */
  open(signal: AbortSignal): Promise<boolean>;
  /** Who the bot is in a workspace; undefined where the app is not installed. */
  of(whose: Whose): Promise<Installation | undefined>;
  /** Slack refuses the token that was used there. */
  lost(me: Installation, refusal: string): void;
  /** Whether the bot is still in a workspace of which something is kept. */
  standing(workspace: string): Promise<Standing>;
  /** Where the app is known to be installed, beside the workspaces that people set something up in. */
  known(): Promise<string[]>;
  /** Keeps nothing about a workspace that the bot is not in any more. */
  clear(workspace: string): Promise<void>;
  departures: Departures;
};

/** `refused`: Slack takes the token of the workspace no more. `absent`: there is none. `unknown`: nobody tells now. */
export type Standing = 'present' | 'refused' | 'absent' | 'unknown';

/** What to do at the end of an installation, or of a workspace in one. Slack repeats such an event for an hour, so each comes with its time. */
export type Departures = {
  /** The app was removed: nothing is kept. */
  removed(whose: Whose, at: Date): Promise<void>;
  /** The bot's tokens were taken back: what people set up stays. */
  revoked(whose: Whose, at: Date): Promise<void>;
  /** An organisation that installed the app gave it to some of its workspaces. */
  granted(organisation: string, teams: readonly string[]): Promise<void>;
  /** Or took it from them: nothing is kept about these. */
  withdrawn(teams: readonly string[], at: Date): Promise<void>;
};

/** Removes what is kept about a workspace: daily posts and languages. */
export type Forget = (team: string) => Promise<void>;

export type OwnWorkspaceOptions = {
  token: string;
  client: webApi.WebClient;
  log: Log;
  pace: Pace;
  /** Without its one token the bot has nothing left to do on Slack. */
  refuse: (error: Refused) => void;
  forget: Forget;
};

/** The one workspace of SLACK_BOT_TOKEN. People who write there from another workspace are answered with the same token. */
export function ownWorkspace({ token, client, log, pace, refuse, forget }: OwnWorkspaceOptions): Workspaces {
  let me: Installation | undefined;
  return {
    async open(signal) {
      me = await identify(client, token, { log, pace, signal });
      const lacking = missingFrom(me?.scopes);
      if (lacking.length > 0) log.error('slack scopes are missing', { missing: lacking.join(', ') });
      return me !== undefined;
    },
    of: async () => me,
    // Where it is not known who the bot is, Slack refuses its one token.
    standing: async (workspace) => (workspace === me?.team ? 'present' : 'absent'),
    known: async () => [],
    clear: forget,
    lost: (_, refusal) => refuse(refusedToken(refusal)),
    departures: {
      async removed({ team }) {
        await forget(team);
        refuse(new Refused('SLACK_BOT_TOKEN was refused: the app was uninstalled from its workspace'));
      },
      // A new token may be set at any time; the next use of the old one shows that it is revoked.
      revoked: async () => {},
      // With one token there is nothing to note.
      granted: async () => {},
      async withdrawn(teams) {
        for (const team of teams) await forget(team);
      },
    },
  };
}

/**
 * Asks Slack who we are until it answers. Bolt would ask once, and after a failure
 * take every event without ever running a listener.
 */
async function identify(
  web: webApi.WebClient,
  token: string,
  { log, pace, signal }: { log: Log; pace: Pace; signal: AbortSignal },
): Promise<Installation | undefined> {
  for (let failures = 0; !signal.aborted; failures += 1) {
    try {
      return await whoHas(token, web);
    } catch (error) {
      const failure = failureOf(error);
      const refusal = tokenRefusal(failure);
      if (refusal) throw refusedToken(refusal);
      const code = failureCode(failure);
      if (failures === 0) log.warn('slack cannot be reached, still trying', { code });
      const wait = failure.kind === 'limited' ? failure.waitMs : 0;
      await pause(Math.max(wait, delayOf(pace, failures)), signal);
    }
  }
  return undefined;
}

/** Who the bot is where a token is for, and what it may do there. */
export async function whoHas(token: string, web: webApi.WebClient): Promise<Installation> {
  const me = await web.auth.test({ token });
  return {
    // A token of a whole organisation is for no workspace.
    team: String(me.team_id ?? me.enterprise_id),
    token,
    botId: String(me.bot_id),
    botUserId: String(me.user_id),
    name: String(me.user),
    scopes: me.response_metadata?.scopes,
  };
}

/** What a person has to do about the one token of the bot. */
function refusedToken(refusal: string): Refused {
  return new Refused(
    `SLACK_BOT_TOKEN was refused: ${refusal}. Copy it again from "OAuth & Permissions" and start again.`,
  );
}
