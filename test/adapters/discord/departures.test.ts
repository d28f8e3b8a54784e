import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, type TestContext, test } from 'vitest';
import { openStore } from '../../../src/adapters/storage/open-store.ts';
import { type Channel as Place, placeOf } from '../../../src/core/daily/subscription.ts';
import type { Subscriptions } from '../../../src/core/ports.ts';
import { subscribed } from '../../support/daily.ts';
import type { Channel } from '../../support/discord/world.ts';
import { pause, until } from '../../support/until.ts';
import { people, stage } from './harness.ts';

/** A running bot that keeps a daily post and a language for each of three channels, two of them in one server. */
async function scene(
  context: Pick<TestContext, 'onTestFinished'>,
  change = (subscriptions: Subscriptions): Pick<Subscriptions, 'forget' | 'kept'> => subscriptions,
  { waits = false } = {},
) {
  const folder = await mkdtemp(join(tmpdir(), 'harbin-departures-'));
  const { subscriptions, languages, close } = await openStore(`file:${join(folder, 'harbin.db')}`, () => {});
  context.onTestFinished(async () => {
    await close();
    await rm(folder, { recursive: true });
  });
  const one = await stage(context, { subscriptions: change(subscriptions), waits });
  const { discord } = one;
  const { guild, channel, mei } = people(discord);
  const direct = waits ? { direct: discord.directMessage(mei, 'hello').message.channel } : {};
  const thread = discord.thread(channel, 'thread');
  const second = discord.channel(guild, 'second');
  const elsewhere = discord.channel(discord.guild('Elsewhere'), 'general');
  const named = { channel, thread, second, elsewhere, ...direct };
  const places = Object.entries(named).map(([name, { id, guild: server }]: [string, Channel]) => {
    const place: Place = { platform: 'discord', workspace: server?.id ?? mei.id, id };
    return [name, place] as const;
  });
  for (const [name, place] of places) {
    await subscriptions.save(subscribed({ id: name, channel: place }), undefined);
    await languages.set(placeOf(place), 'ru');
  }
  /** The channels of which something is kept. */
  const kept = async () => {
    const names: string[] = [];
    for (const [name, place] of places)
      if ((await subscriptions.of(place)) || (await languages.of(placeOf(place)))) names.push(name);
    return names;
  };
  const keeps = async (...wanted: string[]) => {
    let names = await kept();
    for (let waited = 0; waited < 30_000 && names.length !== wanted.length; waited += 20) {
      await pause(20);
      names = await kept();
    }
    expect(names).toEqual(wanted);
  };
  if (!waits) await until(() => one.adapter.health().detail.includes('2 servers'));
  return { ...one, guild, ...named, keeps };
}

describe.concurrent('what is kept of a channel', () => {
  test('goes when the bot leaves the server', async (context) => {
    const { discord, guild, keeps } = await scene(context);
    await keeps('channel', 'thread', 'second', 'elsewhere');
    discord.faults.removeBot(guild);
    await keeps('elsewhere');
  });

  test('goes with the channel or the thread', async (context) => {
    const { discord, thread, second, keeps } = await scene(context);
    discord.faults.deleteChannel(thread);
    await keeps('channel', 'second', 'elsewhere');
    discord.faults.deleteChannel(second);
    await keeps('channel', 'elsewhere');
  });

  test('stays through an outage', async (context) => {
    const { discord, guild, logged, keeps } = await scene(context);
    discord.faults.startOutage(guild);
    await until(() => logged('outage').length > 0);
    await pause(100);
    await keeps('channel', 'thread', 'second', 'elsewhere');
    discord.faults.endOutage(guild);
    discord.faults.removeBot(guild);
    await keeps('elsewhere');
  });

  test('goes even where the store did not answer at once', async (context) => {
    let failures = 2;
    const { discord, guild, logged, keeps } = await scene(context, (subscriptions) => ({
      ...subscriptions,
      forget: (where) => (failures-- > 0 ? Promise.reject(new Error('busy')) : subscriptions.forget(where)),
    }));
    discord.faults.removeBot(guild);
    await keeps('elsewhere');
    expect(logged('departure could not be noted')).toHaveLength(2);
  });

  test('goes too when all this happened while the bot did not run, and direct messages stay', async (context) => {
    const { discord, adapter, guild, thread, second, keeps } = await scene(context, undefined, { waits: true });
    await keeps('channel', 'thread', 'second', 'elsewhere', 'direct');
    discord.faults.deleteChannel(thread);
    discord.faults.deleteChannel(second);
    discord.faults.removeBot(guild);
    await adapter.start();
    await keeps('elsewhere', 'direct');
  });

  test('goes too with a channel or thread that was deleted while the bot did not run', async (context) => {
    const { discord, adapter, thread, keeps } = await scene(context, undefined, { waits: true });
    discord.faults.deleteChannel(thread);
    await adapter.start();
    await keeps('channel', 'second', 'elsewhere', 'direct');
  });

  test('stays through a start in an outage, or where Discord does not say that it is gone', async (context) => {
    const { discord, adapter, guild, elsewhere, keeps } = await scene(context, undefined, { waits: true });
    discord.faults.startOutage(guild);
    if (elsewhere.guild) discord.faults.removeBot(elsewhere.guild);
    discord.faults.rest({ fault: '503', route: 'GET /users/:user', ms: 60_000 });
    await adapter.start();
    await until(() => discord.requests.to('GET /users/:user').length >= 2);
    await pause(100);
    await keeps('channel', 'thread', 'second', 'elsewhere', 'direct');
  });

  test('stays where the bot is in none of the servers, as one that was started with the token of another', async (context) => {
    const { discord, adapter, guild, elsewhere, logged, keeps } = await scene(context, undefined, { waits: true });
    for (const server of [guild, elsewhere.guild]) if (server) discord.faults.removeBot(server);
    await adapter.start();
    await until(() => logged('knows none').length > 0);
    await keeps('channel', 'thread', 'second', 'elsewhere', 'direct');
  });
});
