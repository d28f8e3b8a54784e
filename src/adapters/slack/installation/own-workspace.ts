import type { webApi } from '@slack/bolt';
import type { Pace } from '../../../core/pace.ts';
import { type Log, Refused } from '../../shared/adapter.ts';
import type { Installation } from '../../shared/installations.ts';
import { identify, refusedToken } from './identity.ts';
import { lackingOf } from './scopes.ts';
import type { Forget, Workspaces } from './workspaces.ts';

export type OwnWorkspaceOptions = {
  token: string;
  client: webApi.WebClient;
  log: Log;
  pace: Pace;
  /** Without its one token the bot has nothing left to do on Slack. */
  refuse: (error: Refused) => void;
  forget: Forget;
};

/** The one workspace of SLACK_BOT_TOKEN; whoever writes in it from another one is answered with its token. */
export function ownWorkspace({ token, client, log, pace, refuse, forget }: OwnWorkspaceOptions): Workspaces {
  let me: Installation | undefined;
  return {
    async open(signal) {
      me = await identify(client, token, { log, pace, signal });
      const lacking = lackingOf(me?.scopes);
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
      // A new token may be set at any time; the old one shows that it is dead when it is used.
      revoked: async () => {},
      // With one token there is nothing to learn: whatever it reaches is answered.
      granted: async () => {},
      async withdrawn(teams) {
        for (const team of teams) await forget(team);
      },
    },
  };
}
