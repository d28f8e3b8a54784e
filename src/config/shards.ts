import { z } from 'zod';
import type { Shards } from '../adapters/discord/transport/client.ts';

/** SHARD_COUNT and SHARDS: how a Discord bot is divided over processes. */

/** More than Discord's largest bots have; a slip of the keyboard shall not fill the memory. */
const MOST_SHARDS = 10_000;

export const SHARD_COUNT = {
  reads: z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .pipe(z.number().min(1).max(MOST_SHARDS))
    .optional(),
  should: `be the number of shards of the Discord bot over all its processes, from 1 to ${MOST_SHARDS}, such as 4`,
};

export const SHARDS = {
  reads: z.string().transform(shardsIn).pipe(z.array(z.number())).optional(),
  should: 'be the shards that this process runs, counted from 0, such as 0-3 or 0,2',
};

/** What both decide together; undefined where Discord's own recommendation holds, all of it in this process. */
export function shardsOf(count: number | undefined, ids: readonly number[] | undefined): Shards | undefined {
  if (count === undefined) return undefined;
  return { ids: ids ?? Array.from({ length: count }, (_, id) => id), count };
}

/** What is wrong with shards that are numbers each. */
export function mistakesInShards(count: number | undefined, ids: readonly number[] | undefined): string[] {
  if (!ids) return [];
  if (count === undefined)
    return ['SHARDS needs SHARD_COUNT beside it: the number of shards over all processes, such as SHARD_COUNT=4'];
  const beyond = ids.find((id) => id >= count);
  const twice = ids.find((id, at) => ids.indexOf(id) < at);
  return [
    ...(beyond === undefined
      ? []
      : [`SHARDS names shard ${beyond}, but SHARD_COUNT=${count} has the shards 0 to ${count - 1}`]),
    ...(twice === undefined ? [] : [`SHARDS names shard ${twice} twice: name each once, such as 0-3 or 0,2`]),
  ];
}

/** The numbers of `0-3,6`; undefined where something else stands there. */
function shardsIn(text: string): number[] | undefined {
  const ids: number[] = [];
  for (const part of text.split(',')) {
    const [, first, last = first] = /^\s*(\d{1,6})\s*(?:-\s*(\d{1,6})\s*)?$/.exec(part) ?? [];
    if (first === undefined || Number(first) > Number(last) || ids.length > MOST_SHARDS) return undefined;
    for (let id = Number(first); id <= Math.min(Number(last), Number(first) + MOST_SHARDS); id++) ids.push(id);
  }
  return ids;
}
