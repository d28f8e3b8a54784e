import type { Channel } from '../../../core/daily/subscription.ts';
import type { Keeper, Permit } from '../../../core/ports.ts';
import type { Membership } from '../outbound/membership.ts';
import { KEEPERS, NEEDS, RIGHTS } from '../render/words.ts';
import type { People } from './people.ts';
import { isDirect } from './places.ts';

/** Whoever asks for or changes the daily post of a channel, as Slack knows them. */
export type KeeperOf = (team: string, channel: string, user: string) => Keeper;

export type KeeperOptions = {
  people: People;
  membership: Membership;
  /** The workspace that the bot's token is for; a person of a shared channel may be of another. */
  workspace: string;
  /** The bot's name, as `/invite` takes it. */
  botName: string;
  adminsOnly: boolean;
};

export function createKeeperOf({ people, membership, workspace, botName, adminsOnly }: KeeperOptions): KeeperOf {
  const permitPerson = async (team: string, user: string): Promise<Permit> => {
    if (!adminsOnly) return { kind: 'granted' };
    switch (await people.roleOf(team, user)) {
      case 'admin':
        return { kind: 'granted' };
      case 'member':
        return { kind: 'denied', needs: NEEDS.admin };
      case 'unreadable':
        return { kind: 'denied', needs: NEEDS.readableAdmin };
    }
  };
  const permitBot = async (channel: string): Promise<Permit> => {
    switch (await membership(channel)) {
      case 'absent':
        // Nobody can be invited to what two people write each other.
        if (isDirect(channel)) return { kind: 'denied', needs: NEEDS.place };
        return { kind: 'absent', invite: `/invite @${botName}` };
      case 'archived':
        return { kind: 'archived' };
      case 'restricted':
        return { kind: 'lacking', permissions: [RIGHTS.posting] };
      // What cannot be told now, the first post tells.
      case 'unknown':
      case 'member':
        return { kind: 'granted' };
    }
  };

  return (team, channel, user) => ({
    channel: channelOf(workspace, channel),
    user,
    ...(isDirect(channel) ? {} : { right: adminsOnly ? KEEPERS.admin : KEEPERS.member }),
    async zone() {
      return (await people.of(team, user))?.zone;
    },
    async permit() {
      const permit = await permitPerson(team, user);
      return permit.kind === 'granted' ? await permitBot(channel) : permit;
    },
  });
}

function channelOf(workspace: string, id: string): Channel {
  return { platform: 'slack', workspace, id };
}
