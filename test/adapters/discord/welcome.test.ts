import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, type TestContext, test } from 'vitest';
import { openStore } from '../../../src/adapters/storage/open-store.ts';
import type { FakeDiscord } from '../../support/discord/fake-discord.ts';
import { until } from '../../support/until.ts';
import { adapterFor, POST, stage } from './harness.ts';

/** A bot with a database of its own. */
async function scene(context: Pick<TestContext, 'onTestFinished'>, { waits = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'harbin-welcome-'));
  const { introductions, subscriptions, close } = await openStore(`file:${join(folder, 'harbin.db')}`, () => {});
  context.onTestFinished(async () => {
    await close();
    rmSync(folder, { recursive: true });
  });
  const one = await stage(context, { introductions, subscriptions, waits });
  const restart = async () => {
    await one.adapter.stop();
    const next = adapterFor(one.discord, one.bot, { introductions, subscriptions });
    context.onTestFinished(() => next.adapter.stop());
    await next.adapter.start();
  };
  return { ...one, restart };
}

/** Adds the bot to a new server, which has a channel for such messages, perhaps without the right to write there. */
function invited(discord: FakeDiscord, { locale = 'en-US', mayWrite = true } = {}) {
  const guild = discord.guild('Harbin', { locale, hasBot: false });
  const channel = discord.channel(guild, 'general');
  guild.systemChannel = channel;
  if (!mayWrite) discord.deny(channel, ['SendMessages']);
  discord.addBot(guild);
  return channel;
}

const said = (channel: ReturnType<typeof invited>) => channel.messages.map(({ payload }) => payload.content);

describe.concurrent('A bot that is added to a server', () => {
  test('says in one line what it is there for, in the language of the server, and calls nobody', async (context) => {
    const { discord } = await scene(context);
    const channel = invited(discord, { locale: 'zh-CN' });
    const [welcome] = await until(() => channel.messages.length > 0 && discord.messagesIn(channel));
    expect(welcome?.payload.content).toMatch(/^大家好！.*<\/harbin daily setup:\d+>。$/);
    expect(welcome?.pings).toEqual({ everyone: false, roles: [], users: [] });
  });

  test('says it once, also where it comes back after a restart', async (context) => {
    const { discord, restart } = await scene(context);
    const channel = invited(discord);
    await until(() => channel.messages.length > 0);
    await restart();
    const other = invited(discord);
    await until(() => other.messages.length > 0);
    expect(said(channel)).toHaveLength(1);
    expect(said(other)).toHaveLength(1);
  });

  test('says it when it starts, where it was added while it did not run', async (context) => {
    const { discord, adapter } = await scene(context, { waits: true });
    const channel = invited(discord);
    await adapter.start();
    await until(() => channel.messages.length === 1);
  });

  test('says nothing where it may not write, where there is no such channel, and where it has been for long', async (context) => {
    const { discord } = await scene(context);
    const forbidden = invited(discord, { mayWrite: false });
    discord.addBot(discord.guild('Bare', { hasBot: false }));
    const guild = discord.guild('Long', { hasBot: true });
    guild.systemChannel = discord.channel(guild, 'general');
    const last = invited(discord);
    await until(() => last.messages.length > 0);
    for (const silent of [forbidden, guild.systemChannel]) expect(silent.messages).toEqual([]);
    expect(discord.requests.to(POST)).toHaveLength(1);
  });
});
