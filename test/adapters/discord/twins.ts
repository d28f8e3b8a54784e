import type { TestContext } from 'vitest';
import type { FakeDiscord } from '../../support/discord/fake-discord.ts';
import { shardOf } from '../../support/discord/snowflake.ts';
import type { Channel, Guild } from '../../support/discord/world.ts';
import { adapterFor, realBot, type StageOptions, stage } from './harness.ts';

/** A new server that belongs to a shard of two. */
export function guildOf(discord: FakeDiscord, shard: number, options?: Parameters<FakeDiscord['guild']>[1]): Guild {
  // Each id is a millisecond later than the one before, and with it in the other shard; one without the bot does no harm.
  const next = discord.guild('a server', { hasBot: false });
  if (shardOf(next.id, 2) === shard) return guildOf(discord, shard, options);
  return discord.guild(`a server of shard ${shard}`, options);
}

/** A bot of two processes, each with one of its two shards, and a channel in a server of each. */
export async function twins(context: Pick<TestContext, 'onTestFinished'>, options: StageOptions = {}) {
  const channels: Channel[] = [];
  const first = await stage(context, {
    ...options,
    prepare(discord) {
      for (const shard of [0, 1]) channels.push(discord.channel(guildOf(discord, shard), 'general'));
    },
    runs: { ids: [0], count: 2 },
  });
  const second = adapterFor(first.discord, await realBot(), {
    timings: options.timings,
    clock: options.clock,
    runs: { ids: [1], count: 2 },
  });
  context.onTestFinished(() => second.adapter.stop());
  if (!options.waits) await second.adapter.start();
  const [ofFirst, ofSecond] = channels;
  if (!ofFirst || !ofSecond) throw new Error('there is no channel of each shard');
  return { discord: first.discord, first, second, channels: { ofFirst, ofSecond }, mei: first.discord.user('Mei') };
}
