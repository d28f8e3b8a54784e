const DISCORD_EPOCH = 1_420_070_400_000;

/** Hands out ids as Discord does: the time they were made, then a counter, so that later ids are larger. */
export function createSnowflakes(now: () => number): () => string {
  let count = 0;
  return () => snowflakeAt(now(), count++);
}

/** Hands out ids of servers, each a millisecond apart, because a server's shard is decided by the time in its id. */
export function createGuildSnowflakes(): () => string {
  const yesterday = Date.now() - 86_400_000;
  let count = 0;
  return () => snowflakeAt(yesterday + count++, 0);
}

/** The shard among `shards` that hears of this server. */
export function shardOf(guildId: string, shards: number): number {
  return Number((BigInt(guildId) >> 22n) % BigInt(shards));
}

function snowflakeAt(time: number, count: number): string {
  return String((BigInt(time - DISCORD_EPOCH) << 22n) | (BigInt(count) & 0x3fffffn));
}
