import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, type TestContext, test } from 'vitest';
import { openStore } from '../../../src/adapters/storage/open-store.ts';
import { createBot } from '../../../src/core/bot.ts';
import { createMemory } from '../../../src/core/conversation/memory.ts';
import { loadCatalogue } from '../../../src/data/load.ts';
import type { PermissionName } from '../../support/discord/permissions.ts';
import { until } from '../../support/until.ts';
import { people, stage } from './harness.ts';

/** A running bot with a database of its own, and somebody with these rights in its server. */
async function scene(
  context: Pick<TestContext, 'onTestFinished'>,
  rights: readonly PermissionName[] = ['ManageGuild'],
) {
  const folder = mkdtempSync(join(tmpdir(), 'harbin-daily-'));
  const { subscriptions, languages, close } = await openStore(`file:${join(folder, 'harbin.db')}`, () => {});
  context.onTestFinished(async () => {
    await close();
    rmSync(folder, { recursive: true });
  });
  const bot = createBot({
    catalogue: await loadCatalogue(),
    clock: () => new Date(),
    version: '0.0.0',
    languages,
    memory: createMemory(() => new Date()),
    subscriptions,
    timeZone: 'Asia/Shanghai',
  });
  const one = await stage(context, { subscriptions, change: () => bot });
  const made = people(one.discord);
  one.discord.join(made.guild, made.mei, rights);
  const kept = (channel = made.channel) =>
    subscriptions.of({
      platform: 'discord',
      workspace: channel.guild?.id ?? channel.recipient?.id ?? '',
      id: channel.id,
    });
  return { ...one, ...made, kept };
}

describe.concurrent('/harbin daily', () => {
  test('what was not understood is quoted so that it does not format', async (context) => {
    const { discord, channel, mei } = await scene(context);
    for (const time of ['*x*', '_x_', '~~x~~', '`x`', '||x||']) {
      const answer = await discord.slash(mei, channel, 'harbin daily on', { time }).answered();
      expect(answer.text).toContain('can’t tell what time');
      expect(answer.text).not.toMatch(/(?<!\\)[*_~`|]/);
    }
  });

  test('what is set up is told to everyone in the channel, by which right and without a ping', async (context) => {
    const { discord, channel, mei } = await scene(context);
    const answer = await discord.slash(mei, channel, 'harbin daily on', { time: '9:30' }).answered();
    expect(answer.isEphemeral).toBe(true);
    const told = await until(() => channel.messages.find(({ payload }) => payload.content.includes('was set up here')));
    expect(told.visibleTo).toBeUndefined();
    expect(told.payload.content).toContain('by somebody with Manage Server or Manage Channels: at 09:30');
    expect(told.payload.mentions).toEqual([]);
  });

  test('on keeps time, zone, days and topic, says so to the asker alone, and status shows who set it up', async (context) => {
    const { discord, channel, mei, kept } = await scene(context);
    const filled = { time: '9:30', zone: 'Moscow', days: 'weekdays', topic: 'research' };
    const answer = await discord.slash(mei, channel, 'harbin daily on', filled).answered();
    expect([answer.isEphemeral, /09:30/.test(answer.text), /Moscow/.test(answer.text)]).toEqual([true, true, true]);
    expect(await kept()).toMatchObject({
      channel: { platform: 'discord', workspace: channel.guild?.id, id: channel.id },
      schedule: { minute: 570, zone: 'Europe/Moscow', days: 'weekdays', topic: 'research' },
      setBy: { user: mei.id },
      state: { kind: 'on' },
    });
    const status = await discord.slash(discord.user('Ivan'), channel, 'harbin daily status').answered();
    expect([status.isEphemeral, status.text.includes(`<@${mei.id}>`)]).toEqual([true, true]);
    expect(status.pings.users).toEqual([]);
  });

  test('pauses, goes on and ends by command, by button and by mention', async (context) => {
    const { discord, channel, mei, kept } = await scene(context);
    const state = async () => (await kept())?.state.kind;
    await discord.mention(mei, channel, 'daily on 9').answered();
    expect(await state()).toBe('on');
    const paused = await discord.slash(mei, channel, 'harbin daily pause', { until: '2099-12-01' }).answered();
    expect([await state(), /1 December/.test(paused.text)]).toEqual(['paused', true]);
    const buttons = paused.payload.components.flatMap(({ components = [] }) => components).map(({ label }) => label);
    expect(buttons).toContain('Resume');
    await discord.click(paused, 'Resume', mei).answered();
    expect(await state()).toBe('on');
    await discord.slash(mei, channel, 'harbin daily off').answered();
    expect(await state()).toBe('off');
  });

  test('names the right that somebody lacks, and keeps nothing', async (context) => {
    const { discord, channel, mei, kept } = await scene(context, ['ManageMessages']);
    const bySlash = await discord.slash(mei, channel, 'harbin daily on', {}, { locale: 'ru' }).answered();
    expect([bySlash.isEphemeral, bySlash.text]).toEqual([true, expect.stringContaining('«Управлять сервером»')]);
    const byMention = await discord.mention(mei, channel, 'daily on 9').answered();
    expect(byMention.text).toContain('«Управлять каналами»');
    expect(await kept()).toBeUndefined();
  });

  test('names what the bot lacks in the channel, and keeps nothing', async (context) => {
    const { discord, channel, mei, kept } = await scene(context);
    discord.deny(channel, ['SendMessages', 'EmbedLinks']);
    const answer = await discord.slash(mei, channel, 'harbin daily on').answered();
    expect(answer.text).toMatch(/Send Messages.*Embed Links/);
    expect(answer.text).not.toMatch(/Threads|View Channel|Attach/);
    expect(await kept()).toBeUndefined();
  });

  test('sets up a post in a direct message, for anybody', async (context) => {
    const { discord, mei, kept } = await scene(context);
    const turn = discord.directMessage(mei, 'daily on 9');
    await turn.answered();
    expect(await kept(turn.message.channel)).toMatchObject({ state: { kind: 'on' } });
  });

  test('understands plain words, and sets nothing up by them', async (context) => {
    const { discord, mei, kept } = await scene(context);
    const turn = discord.directMessage(mei, 'присылай мне факт каждый день в 8:30');
    const offer = await turn.answered();
    expect(offer.text).toContain('Публиковать здесь факт в день?');
    expect(offer.text).toContain('08:30');
    expect(await kept(turn.message.channel)).toBeUndefined();
  });

  test('shows a preview to the asker alone', async (context) => {
    const { discord, channel, mei } = await scene(context, []);
    const answer = await discord.slash(mei, channel, 'harbin daily preview').answered();
    expect([answer.isEphemeral, /Source/.test(answer.text)]).toEqual([true, true]);
  });

  const offers: [string, string, string][] = [
    ['time', '9', '09:00'],
    ['time', '9pm', '21:00'],
    ['zone', 'mosc', 'Europe/Moscow'],
    ['zone', '北京', 'Asia/Shanghai'],
    ['days', 'weekdays', 'Monday to Friday'],
    ['topic', 'rese', 'research'],
  ];
  test.for(offers)('offers for %s "%s": %s', async ([option, typed, expected], context) => {
    const { discord, channel, mei } = await scene(context);
    const choices = await discord.autocomplete(mei, channel, 'harbin daily on', option, typed).choices();
    const found = choices.slice(0, 3).map(({ name, value }) => `${name} ${value}`);
    expect(found.join('\n').toLowerCase()).toContain(expected.toLowerCase());
    expect((await discord.autocomplete(mei, channel, 'harbin daily on', option, '').choices()).length).toBeGreaterThan(
      3,
    );
  });

  test('is one group of subcommands with names in each language', async (context) => {
    const { discord } = await scene(context);
    const [command] = discord.world.commands.get('global') ?? [];
    const group = command?.options?.find(({ name }) => name === 'daily');
    expect(group).toMatchObject({ type: 2, name_localizations: { ru: 'ежедневно', 'zh-CN': '每日', 'zh-TW': '每日' } });
    expect(group?.options?.map(({ name }) => name)).toEqual([
      'setup',
      'on',
      'off',
      'status',
      'preview',
      'pause',
      'resume',
      'log',
    ]);
  });
});
