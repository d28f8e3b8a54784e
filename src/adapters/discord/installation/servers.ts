import { type APIPartialGuild, type Client, Routes, ShardClientUtil } from 'discord.js';

/** The servers that the bot is in: of those in this process's shards the gateway tells, of the others Discord is asked. */

/** Whether the gateway tells this process of a server, if a workspace is one. */
export function isOurs({ ws, options: { shardCount = 1 } }: Client, workspace: string): boolean {
  return ws.shards.has(ShardClientUtil.shardIdForGuildId(workspace, shardCount));
}

/** Whether the bot is in a server now; undefined where nobody tells. What is no server, it is not in. */
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
