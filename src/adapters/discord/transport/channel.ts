import type { Channel, PermissionsBitField } from 'discord.js';
import { type APIPartialGuild, type Client, Routes, ShardClientUtil } from 'discord.js';
import type { Channel as CoreChannel } from '../../../core/daily/subscription.ts';

/** The key of the conversation of one person in one channel. */
export function conversationOf(channelId: string, userId: string): string {
  return `discord:${channelId}:${userId}`;
}

/** A channel or thread of a server, or a direct message, which is a workspace of its own. */
export function channelOf(where: {
  guildId?: string | null | undefined;
  channelId: string;
  userId: string;
}): CoreChannel {
  return { platform: 'discord', workspace: where.guildId ?? where.userId, id: where.channelId };
}

/** What the bot may do in a channel; undefined where it cannot tell, as in a thread that it does not keep. */
export function permissionsIn(client: Client, channelId: string): Readonly<PermissionsBitField> | undefined {
  const channel = client.channels.cache.get(channelId);
  if (!channel || channel.isDMBased()) return undefined;
  const me = channel.guild.members.me;
  return me ? channel.permissionsFor(me) : undefined;
}

/** A channel as it is known, or a thread as Discord tells it: threads are not kept. */
export async function channelById(client: Client, channelId: string): Promise<Channel | null> {
  return client.channels.cache.get(channelId) ?? (await client.channels.fetch(channelId, { cache: false }));
}

/** The servers that the bot is in: of those in this process's shards the gateway tells, of the others Discord is asked. */

/** Whether the events of a server come to this process. */
export function isOurs({ ws, options: { shardCount = 1 } }: Client, workspace: string): boolean {
  return ws.shards.has(ShardClientUtil.shardIdForGuildId(workspace, shardCount));
}

/** Whether the bot is in a server now; undefined if Discord does not say; false if there is no such server. */
export async function isMember(bot: Client, workspace: string, signal: AbortSignal): Promise<boolean | undefined> {
  if (isOurs(bot, workspace)) return bot.guilds.cache.has(workspace);
  // They come in the order of their ids. A single one is sometimes "unknown" to Discord although the bot is in it
  // (discord/discord-api-docs#8445).
  const query = new URLSearchParams({ after: String(BigInt(workspace) - 1n), limit: '1' });
  try {
    const next = (await bot.rest.get(Routes.userGuilds(), { query, signal })) as APIPartialGuild[];
    return next.some(({ id }) => id === workspace);
  } catch {
    return undefined;
  }
}
