import type { webApi } from '@slack/bolt';
import type { Permit } from '../../../core/daily/subscription.ts';
import type { Keeper } from '../../../core/ports.ts';
import type { Installation } from '../../shared/installations.ts';
import { KEEPERS, NEEDS, RIGHTS } from '../render/words.ts';
import { channelOf, isDirect } from '../transport/channel.ts';
import { failureOf } from '../transport/failure.ts';
import type { People } from './people.ts';

/** The person who asks for or changes the daily post of a channel, as Slack knows them. */
export type KeeperOf = (team: string, channel: string, user: string) => Keeper;

export type KeeperOptions = {
  people: People;
  membership: Membership;
  /** The workspace of the bot's token; a person in a shared channel may belong to another one. */
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
        // Nobody can be invited to the direct messages of two people.
        if (isDirect(channel)) return { kind: 'denied', needs: NEEDS.place };
        return { kind: 'absent', invite: `/invite @${botName}` };
      case 'archived':
        return { kind: 'archived' };
      case 'restricted':
        return { kind: 'lacking', permissions: [RIGHTS.posting] };
      // The first post will show it.
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

/** Whether the bot's posts would get through in a channel; `unknown` if only a post can show it. */
type Standing = 'member' | 'absent' | 'archived' | 'restricted' | 'unknown';

export type Membership = (channel: string) => Promise<Standing>;

/**
 * Asks Slack whether the bot is in a channel. Reading channels needs a scope that nothing else needs, so without it
 * the bot whispers to itself: nobody sees that, nothing is left of it, and Slack refuses it wherever the bot is not
 * a member, whichever of sender and reader it looks at first. A message scheduled and deleted again would tell the
 * same, but is posted one day when the bot dies in between.
 */
export function createMembership(client: webApi.WebClient, { token, botUserId, scopes }: Installation): Membership {
  const mayRead = scopes?.some((scope) => scope === 'channels:read' || scope === 'groups:read') === true;

  const read = async (channel: string): Promise<Standing> => {
    const { channel: found } = await client.conversations.info({ token, channel });
    if (found?.is_archived) return 'archived';
    return found?.is_member ? 'member' : 'absent';
  };
  const whisper = async (channel: string): Promise<Standing> => {
    await client.chat.postEphemeral({ token, channel, user: botUserId, text: '…' });
    return 'member';
  };

  /** The bot can read its own direct messages, but not those of other people. */
  const listen = async (channel: string): Promise<Standing> => {
    await client.conversations.history({ token, channel, limit: 1 });
    return 'member';
  };

  return async (channel) => {
    if (isDirect(channel)) return await standingOf(listen(channel));
    if (mayRead) {
      const standing = await standingOf(read(channel));
      if (standing !== 'unknown') return standing;
    }
    return await standingOf(whisper(channel));
  };
}

async function standingOf(answer: Promise<Standing>): Promise<Standing> {
  try {
    return await answer;
  } catch (error) {
    const failure = failureOf(error);
    return failure.kind === 'refused' ? (STANDINGS[failure.code] ?? 'unknown') : 'unknown';
  }
}

/** To a bot that is not in it, a private channel is "not found". */
const STANDINGS: Record<string, Standing> = {
  channel_not_found: 'absent',
  not_in_channel: 'absent',
  user_not_in_channel: 'absent',
  no_permission: 'absent',
  is_archived: 'archived',
  restricted_action: 'restricted',
  restricted_action_read_only_channel: 'restricted',
  restricted_action_thread_only_channel: 'restricted',
};
