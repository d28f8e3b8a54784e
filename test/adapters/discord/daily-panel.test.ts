import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, type TestContext, test } from 'vitest';
import { openStore } from '../../../src/adapters/storage/open-store.ts';
import { createBot } from '../../../src/core/bot.ts';
import { createMemory } from '../../../src/core/conversation/memory.ts';
import { loadCatalogue } from '../../../src/data/load.ts';
import type { PermissionName } from '../../support/discord/permissions.ts';
import type { Channel } from '../../support/discord/world.ts';
import { until } from '../../support/until.ts';
import { adapterFor, people, stage } from './harness.ts';

/** A running bot with a database of its own on 25 November 2026, and somebody with these rights in its server. */
async function scene(
  context: Pick<TestContext, 'onTestFinished'>,
  rights: readonly PermissionName[] = ['ManageGuild'],
) {
  const folder = mkdtempSync(join(tmpdir(), 'harbin-panel-'));
  const { subscriptions, languages, close } = await openStore(`file:${join(folder, 'harbin.db')}`, () => {});
  context.onTestFinished(async () => {
    await close();
    rmSync(folder, { recursive: true });
  });
  const clock = () => new Date('2026-11-25T10:00:00Z');
  const bot = createBot({
    catalogue: await loadCatalogue(),
    clock,
    version: '0.0.0',
    languages,
    memory: createMemory(clock),
    subscriptions,
    timeZone: 'Asia/Shanghai',
  });
  const one = await stage(context, { subscriptions, change: () => bot });
  const made = people(one.discord);
  one.discord.join(made.guild, made.mei, rights);
  const kept = (channel: Channel = made.channel) =>
    subscriptions.of({
      platform: 'discord',
      workspace: channel.guild?.id ?? channel.recipient?.id ?? '',
      id: channel.id,
    });
  const restart = async () => {
    await one.adapter.stop();
    const next = adapterFor(one.discord, bot, { subscriptions });
    context.onTestFinished(() => next.adapter.stop());
    await next.adapter.start();
  };
  return { ...one, ...made, kept, restart };
}

describe.concurrent('the panel for a daily fact on Discord', () => {
  test('sets up days, topic, hour and zone by menus and a form, shows the next posts meanwhile, also after a restart', async (context) => {
    const { discord, channel, mei, kept, restart } = await scene(context);
    const panel = await discord.slash(mei, channel, 'harbin daily setup').answered();
    expect(panel.isEphemeral).toBe(true);
    expect(panel.text).toMatch(/^\*\*Post one fact a day here\?\*\*/);
    expect(panel.text).toContain('Thursday 26 November, 09:00');
    await restart();
    const withDays = await discord.select(panel, '135', mei).answered();
    expect(withDays.id).toBe(panel.id);
    expect(withDays.text).toContain('Monday 30 November, 09:00');
    const withTopic = await discord.select(withDays, 'research', mei).answered();
    const click = discord.click(withTopic, 'Time and zone', mei);
    expect((await click.modal()).title).toBe('Time and zone');
    await restart();
    const whole = await discord.submitModal(click, { time: '8.30 am', zone: 'Moscow' }).answered();
    expect(whole.id).toBe(panel.id);
    expect(whole.text).toContain('Friday 27 November, 08:30');
    expect(await kept()).toBeUndefined();
    const done = await discord.click(whole, 'Yes, turn on', mei).answered();
    expect(done.id).toBe(panel.id);
    expect(done.text).toMatch(/^\*\*From now on I post one fact a day here\*\*/);
    expect((await kept())?.schedule).toEqual({
      minute: 510,
      zone: 'Europe/Moscow',
      days: [1, 3, 5],
      topic: 'research',
    });
    await until(() => channel.messages.find(({ payload }) => payload.content.includes('was set up here')));
  });

  test('begins with what the channel has, goes back to all topics, and turns off after asking once', async (context) => {
    const { discord, channel, mei, kept } = await scene(context);
    await discord
      .slash(mei, channel, 'harbin daily on', { time: '7:15', zone: 'Moscow', topic: 'research' })
      .answered();
    const panel = await discord.slash(mei, channel, 'harbin daily setup').answered();
    expect(panel.text).toContain('07:15');
    await discord.click(await discord.select(panel, '*', mei).answered(), 'Save', mei).answered();
    expect((await kept())?.schedule).toEqual({ minute: 435, zone: 'Europe/Moscow', days: 'all' });
    const again = await discord.slash(mei, channel, 'harbin daily setup').answered();
    const asked = await discord.click(again, 'Turn off', mei).answered();
    expect((await kept())?.state.kind).toBe('on');
    await discord.click(asked, 'Yes, turn off', mei).answered();
    expect((await kept())?.state.kind).toBe('off');
  });

  test('says what it did not understand, and stays', async (context) => {
    const { discord, channel, mei, kept } = await scene(context);
    const panel = await discord.slash(mei, channel, 'harbin daily setup').answered();
    const click = discord.click(panel, 'Time and zone', mei);
    await click.modal();
    const unclear = await discord.submitModal(click, { time: '25:00', zone: 'Moscow' }).answered();
    expect(unclear.text).toContain('can’t tell what time');
    const next = discord.click(unclear, 'Time and zone', mei);
    await next.modal();
    expect((await discord.submitModal(next, { time: '21:00', zone: 'Moscow' }).answered()).text).toContain('21:00');
    expect(await kept()).toBeUndefined();
  });

  test('opens by a button under a fact, and in direct messages', async (context) => {
    const { discord, channel, mei, kept } = await scene(context);
    for (const fact of [
      await discord.slash(mei, channel, 'harbin fact').answered(),
      await discord.mention(mei, channel, 'fact').answered(),
    ]) {
      const panel = await discord.click(fact, 'One every day', mei).answered();
      expect(panel.isEphemeral).toBe(true);
      expect(panel.text).toMatch(/^\*\*Post one fact a day here/);
    }
    const direct = discord.world.directChannel(mei);
    const own = await discord.slash(mei, direct, 'harbin daily setup').answered();
    await discord.click(own, 'Yes, turn on', mei).answered();
    expect((await kept(direct))?.state.kind).toBe('on');
  });

  test('tells whoever may not, and where the bot is not a member', async (context) => {
    const { discord, channel, mei, kept } = await scene(context, []);
    const refused = await discord.slash(mei, channel, 'harbin daily setup').answered();
    expect(refused.text).toMatch(/^You need the permission Manage Server or Manage Channels/);
    const guild = discord.guild('Elsewhere', { hasBot: false });
    const elsewhere = discord.channel(guild, 'general');
    discord.join(guild, mei, ['ManageGuild']);
    const told = await discord.slash(mei, elsewhere, 'harbin daily setup').answered();
    expect(told.text).toMatch(/^You need me as a member of this server/);
    expect(await kept()).toBeUndefined();
  });

  test('takes nothing from a forged part', async (context) => {
    const { discord, channel, mei, kept } = await scene(context);
    const panel = await discord.slash(mei, channel, 'harbin daily setup').answered();
    for (const id of ['h1%den~y~on~~~~', 'h1%ten~f~universities', 'h1%cen~y~off']) {
      const said = await discord.forge(panel, id, mei).answered();
      expect(said.isEphemeral).toBe(true);
    }
    expect(await kept()).toBeUndefined();
  });
});
