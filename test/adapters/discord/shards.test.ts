import { describe, expect, test, vi } from 'vitest';
import { ranges } from '../../../src/adapters/discord/transport/client.ts';
import { until } from '../../support/until.ts';
import { adapterFor, CALLBACK, COMMANDS, realBot, stage } from './harness.ts';
import { guildOf, twins } from './twins.ts';

const COMMANDS_HELD = 'GET /applications/:application/commands';
/** So long that only a repair ends it. */
const FOR_LONG_MS = 600_000;
/** Longer than a busy machine lets a process wait, and far less than the library waits. */
const MOST_SILENCE_MS = 4000;
const QUICK = { loginRetry: { firstMs: 50, mostMs: 200 } };

describe.concurrent('a bot over two processes', () => {
  test('answers each question once, and a direct message by the process of the first shard', async (context) => {
    const { discord, channels, mei, first, second } = await twins(context);
    const turns = [
      ...Object.values(channels).flatMap((channel) => [
        discord.mention(mei, channel, 'labs'),
        discord.slash(mei, discord.thread(channel, 'aside'), 'harbin ask', { question: 'labs' }),
      ]),
      discord.directMessage(mei, 'labs'),
    ];
    await Promise.all(turns.map((turn) => turn.answered()));
    await first.adapter.stop();
    await second.adapter.stop();
    expect(turns.map(({ messages }) => messages.length)).toEqual([1, 1, 1, 1, 1]);
    expect(discord.gateway.identifies).toBe(2);
  });

  test('says which shards it runs, and loses only those of a process that is away', async (context) => {
    const { discord, channels, mei, first, second } = await twins(context);
    expect(first.adapter.health().detail).toMatch(/^connected \(shard 0 of 2\), \d+ servers/);
    expect(second.adapter.health().detail).toMatch(/^connected \(shard 1 of 2\), \d+ servers/);
    await first.adapter.stop();
    const ofFirst = discord.mention(mei, channels.ofFirst, 'labs');
    const ofSecond = discord.mention(mei, channels.ofSecond, 'labs');
    expect((await ofSecond.answered()).text).toContain('229');
    expect(ofFirst.messages).toEqual([]);
  });

  test('gets in although its processes start at the same moment, and Discord lets in one', async (context) => {
    const { first, second, channels, discord, mei } = await twins(context, {
      waits: true,
      maxConcurrency: 1,
      identifyEveryMs: 500,
    });
    await Promise.all([first.adapter.start(), second.adapter.start()]);
    for (const channel of Object.values(channels))
      expect((await discord.mention(mei, channel, 'labs').answered()).text).toContain('229');
  });

  test('registers its commands once, by the process of the first shard; the other learns their ids', async (context) => {
    const { discord, channels, mei, first, second } = await twins(context, { waits: true, timings: QUICK });
    await second.adapter.start();
    expect(discord.requests.to(COMMANDS)).toEqual([]);
    await first.adapter.start();
    expect(discord.requests.to(COMMANDS)).toHaveLength(1);
    const writtenAt = discord.requests.to(COMMANDS)[0]?.at ?? 0;
    await until(() => discord.requests.to(COMMANDS_HELD).some(({ at, status }) => at > writtenAt && status === 200));
    const help = await discord.mention(mei, channels.ofSecond, 'help').answered();
    expect(help.text).toMatch(/<\/harbin \w+:\d+>/);
    expect(discord.requests.to(COMMANDS)).toHaveLength(1);
  });
});

describe.concurrent('many shards in one process', () => {
  test('one that is lost is named, and the others go on', async (context) => {
    const { discord, adapter, logged } = await stage(context, { shards: 4 });
    expect(adapter.health()).toMatchObject({ connected: true, detail: expect.stringContaining('(shard 0-3 of 4)') });
    const repair = discord.faults.refuseGateway(FOR_LONG_MS);
    discord.faults.dropGateway(2);
    await until(() => !adapter.health().connected);
    expect(adapter.health().detail).toBe('connection lost (shard 2 of 4)');
    repair();
    await until(() => adapter.health().connected);
    expect(logged('connection is back').map(({ fields }) => fields['shard'])).toEqual([2]);
  });

  test('those that are in answer commands and clicks at once, and once, while others wait to be let in', async (context) => {
    const earlier = await stage(context, {
      shards: 2,
      maxConcurrency: 1,
      prepare: (discord) => void guildOf(discord, 0),
    });
    const { discord } = earlier;
    await earlier.adapter.stop();
    const identifies = discord.gateway.identifies;
    const { adapter, logged } = adapterFor(discord, await realBot());
    context.onTestFinished(() => adapter.stop());
    const started = adapter.start();
    await until(() => discord.gateway.identifies > identifies);
    const channel = discord.channel(guildOf(discord, 0), 'general');
    const asked = discord.slash(discord.user('Mei'), channel, 'harbin ask', { question: 'labs' });
    const answer = await asked.answered();
    expect([answer.text.includes('229'), adapter.health().connected]).toEqual([true, false]);
    await started;
    const later = discord.slash(discord.user('Mei'), channel, 'harbin ask', { question: 'labs' });
    await later.answered();
    expect([asked, later].map(({ messages }) => messages.length)).toEqual([1, 1]);
    expect(logged('expired')).toEqual([]);
    expect(discord.requests.to(CALLBACK).length).toBe(2);
  });

  test('one that is silent among others is seen, and begun anew', async (context) => {
    const { discord, adapter, logged } = await stage(context, {
      shards: 3,
      heartbeatMs: 300,
      timings: { ...QUICK, watchEveryMs: 100, mostSilenceMs: MOST_SILENCE_MS, leastLoginMs: 0 },
    });
    discord.faults.blackHole(1);
    await until(() => logged('being replaced').length > 0);
    expect(logged('being replaced')[0]?.fields['reason']).toMatch(/^silent for \d+ s \(shard 1 of 3\)$/);
    await until(() => adapter.health().connected);
  });

  test('logs in only so often, however long one stays silent', async (context) => {
    const { discord, adapter, logged } = await stage(context, {
      shards: 2,
      heartbeatMs: 200,
      timings: { ...QUICK, watchEveryMs: 50, mostSilenceMs: 700, leastLoginMs: 60_000 },
    });
    discord.faults.blackHole(0);
    await until(() => !adapter.health().connected);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect([logged('being replaced'), discord.gateway.identifies]).toEqual([[], 2]);
  });

  test('a shard that Discord does not have, or too few of them, end the start with the setting to mend', async (context) => {
    for (const [runs, options] of [
      [{ ids: [0], count: 1 }, { guildsPerShard: 2 }],
      [{ ids: [2], count: 2 }, {}],
    ] as const) {
      const one = await stage(context, {
        ...options,
        runs,
        waits: true,
        prepare: (discord) => ['a', 'b', 'c'].forEach((name) => void discord.guild(name)),
      });
      const error = await one.adapter.start().catch((reason: unknown) => reason);
      expect(error).toMatchObject({ name: 'Refused', message: expect.stringContaining('SHARD_COUNT') });
    }
  });
});

test('settings that are there but empty leave the number to Discord', async (context) => {
  for (const name of ['SHARDS', 'SHARD_COUNT']) vi.stubEnv(name, '');
  context.onTestFinished(() => void vi.unstubAllEnvs());
  const { adapter } = await stage(context, { shards: 2 });
  expect(adapter.health().detail).toContain('(shard 0-1 of 2)');
});

test('shards are written as they are set', () => {
  expect([ranges([0]), ranges([3, 0, 1, 2]), ranges([6, 0, 2, 1])]).toEqual(['0', '0-3', '0-2,6']);
});
