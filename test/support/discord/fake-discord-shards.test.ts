import { once } from 'node:events';
import { type Client, Events } from 'discord.js';
import { describe, expect, type TestContext, test } from 'vitest';
import { until } from '../until.ts';
import { type FakeDiscord, type FakeDiscordOptions, startFakeDiscord } from './fake-discord.ts';
import { createClient } from './plain-client.ts';

async function fake(context: Pick<TestContext, 'onTestFinished'>, options?: FakeDiscordOptions) {
  const discord = await startFakeDiscord(options);
  context.onTestFinished(() => discord.close());
  return discord;
}

function clientOf(
  context: Pick<TestContext, 'onTestFinished'>,
  discord: FakeDiscord,
  shard: number,
  shardCount: number,
) {
  const client = createClient(discord, { shards: [shard], shardCount });
  context.onTestFinished(() => client.destroy());
  return client;
}

async function loggedIn(client: Client, discord: FakeDiscord): Promise<void> {
  const ready = once(client, Events.ClientReady);
  await client.login(discord.token);
  await ready;
}

describe.concurrent('a client of one shard on the fake Discord', () => {
  test('is refused with a number that there is not, and with too many servers', async (context) => {
    const discord = await fake(context, { guildsPerShard: 3 });
    for (const name of ['a', 'b', 'c', 'd']) discord.guild(name);
    const closes: number[] = [];
    for (const [shard, shardCount] of [
      [2, 2],
      [0, 1],
    ] as const) {
      const client = clientOf(context, discord, shard, shardCount);
      client.on(Events.ShardDisconnect, ({ code }) => closes.push(code));
      client.on(Events.ShardError, () => {});
      client.login(discord.token).catch(() => {});
      await until(() => closes.length > (shard === 2 ? 0 : 1));
    }
    expect(closes).toEqual([4010, 4011]);
    await loggedIn(clientOf(context, discord, 1, 2), discord);
  });

  test('is sent away where another has just identified, and let in later', async (context) => {
    const discord = await fake(context, { maxConcurrency: 1, identifyEveryMs: 200 });
    await Promise.all([0, 1].map((shard) => loggedIn(clientOf(context, discord, shard, 2), discord)));
    expect(discord.gateway.identifies).toBe(3);
  });
});

test('the fake Discord lists the servers of a bot in the order of their ids', async (context) => {
  const discord = await fake(context);
  const ids = ['a', 'b', 'c', 'd'].map((name) => discord.guild(name).id);
  discord.guild('without the bot', { hasBot: false });
  const client = clientOf(context, discord, 0, 1);
  client.rest.setToken(discord.token);
  const listed = async (query: Record<string, string>) => {
    const page = await client.rest.get('/users/@me/guilds', { query: new URLSearchParams(query) });
    return (page as { id: string }[]).map(({ id }) => id);
  };
  expect(await listed({})).toEqual(ids);
  expect(await listed({ after: ids[1] ?? '', limit: '1' })).toEqual([ids[2]]);
  expect(await listed({ before: ids[2] ?? '', limit: '1' })).toEqual([ids[1]]);
  await expect(listed({ limit: '201' })).rejects.toThrow('between 1 and 200');
  await expect(client.rest.get(`/guilds/${ids[0]}0`)).rejects.toMatchObject({ code: 10004 });
});
