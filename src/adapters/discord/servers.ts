import { type APIPartialGuild, type Client, Routes, ShardClientUtil } from 'discord.js';
import { LRUCache } from 'lru-cache';

/** The servers that the bot is in: of those in this process's shards the gateway tells, of the others Discord is asked. */
export type Servers = {
  /** Whether the bot is in a server now; undefined where nobody tells. What is no server, it is not in. */
  has(bot: Client, workspace: string, signal: AbortSignal): Promise<boolean | undefined>;
  /** Whether a workspace that the bot posts in is a server, and not somebody's direct messages; asked once. */
  isServer(bot: Client, workspace: string, signal: AbortSignal): Promise<boolean | undefined>;
};

/** How long Discord is asked whether a server is one: it is for a link, and the post waits. */
const ASK_MS = 5_000;
/** One answer tells of so many servers, in the order of their ids. Source: "Get Current User Guilds". */
const PAGE = 200;
/** Workspaces of other processes that are remembered; of those not needed for longest Discord is asked again. */
const MOST_REMEMBERED = 20_000;

export function createServers(): Servers {
  const remembered = new LRUCache<string, boolean>({ max: MOST_REMEMBERED });
  let asking: Promise<unknown> = Promise.resolve();

  /** Learns of a workspace, and of the servers that come after it. */
  async function learn(bot: Client, workspace: string, signal: AbortSignal): Promise<void> {
    if (remembered.has(workspace) || signal.aborted) return;
    const ids = await idsFrom(bot, workspace, PAGE, signal);
    for (const id of ids) if (!isOurs(bot, id)) remembered.set(id, true);
    if (!ids.includes(workspace)) remembered.set(workspace, false);
  }

  return {
    async has(bot, workspace, signal) {
      if (isOurs(bot, workspace)) return bot.guilds.cache.has(workspace);
      try {
        return (await idsFrom(bot, workspace, 1, signal)).includes(workspace);
      } catch {
        return undefined;
      }
    },
    async isServer(bot, workspace, signal) {
      if (isOurs(bot, workspace)) return bot.guilds.cache.has(workspace);
      const inTime = AbortSignal.any([signal, AbortSignal.timeout(ASK_MS)]);
      // One after the other: the answer for one server often tells of the next.
      asking = asking.then(() => learn(bot, workspace, inTime)).catch(() => {});
      await Promise.race([asking, aborted(inTime)]);
      return remembered.get(workspace);
    },
  };
}

/** Whether the gateway tells this process of a server, if it is one. */
export function isOurs({ ws, options: { shardCount = 1 } }: Client, workspace: string): boolean {
  return ws.shards.has(ShardClientUtil.shardIdForGuildId(workspace, shardCount));
}

/** The ids of the bot's servers from one on. */
async function idsFrom({ rest }: Client, first: string, limit: number, signal: AbortSignal): Promise<string[]> {
  const query = new URLSearchParams({ after: String(BigInt(first) - 1n), limit: String(limit) });
  const page = (await rest.get(Routes.userGuilds(), { query, signal })) as APIPartialGuild[];
  return page.map(({ id }) => id);
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
