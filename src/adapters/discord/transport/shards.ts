/** The shards that this process runs, of all that the bot has; those of all processes together make up the bot. */
export type Shards = { ids: readonly number[]; count: number };

/** How much of the bot this process is: what Discord limits for the whole bot, its processes divide. */
export function shareOf(shards: Shards | undefined): number {
  return shards ? shards.ids.length / shards.count : 1;
}

/** Direct messages come to the first shard alone, and what is done once for the whole bot is done by its process. */
export function hasFirst(shards: Shards | undefined): boolean {
  return shards?.ids.includes(0) ?? true;
}

/** Numbers as SHARDS writes them: 0-3,6. */
export function ranges(ids: readonly number[]): string {
  const runs: [first: number, last: number][] = [];
  for (const id of [...ids].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && run[1] === id - 1) run[1] = id;
    else runs.push([id, id]);
  }
  return runs.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(',');
}
