import { describe, expect, it } from 'vitest';
import { createBot } from '../../src/core/bot.ts';
import { createLanguageSettings } from '../../src/core/conversation/language-settings.ts';
import { createMemory } from '../../src/core/conversation/memory.ts';
import { createMemorySubscriptions } from '../../src/core/daily/memory-subscriptions.ts';
import type { Permit } from '../../src/core/daily/subscription.ts';
import { plainText } from '../../src/core/messages/message.ts';
import type { Keeper } from '../../src/core/ports.ts';
import { catalogue } from '../support/reading.ts';

const CHANNEL = { platform: 'slack', workspace: 'T1', id: 'C1' } as const;
const now = () => new Date('2024-01-15T12:00:00Z');

/** A channel whose keeper may do what is permitted. */
function channel(permit: Permit = { kind: 'granted' }) {
  const subscriptions = createMemorySubscriptions();
  const keeper: Keeper = {
    channel: CHANNEL,
    user: 'U1',
    zone: async () => 'Asia/Shanghai',
    permit: async () => permit,
  };
  const bot = createBot({
    catalogue,
    clock: now,
    version: '0.0.0',
    languages: createLanguageSettings(),
    memory: createMemory(now),
    subscriptions,
    timeZone: 'Asia/Shanghai',
  });
  const say = (asked: Parameters<typeof bot.reply>[0]['asked'], isHere = true) =>
    bot.reply({ asked, conversation: 'c', ...(isHere ? { keeper } : {}) });
  return { say, saved: () => subscriptions.of(CHANNEL) };
}

describe('a daily post that is wished in plain words', () => {
  it.each([
    ['can you do a daily post at 8:30 then', '8:30'],
    ['每天早上八点半给我推一条', '8:30'],
    ['присылай каждый день в 8:30 факт', '8:30'],
  ])('is repeated as it was understood, and set up by one click: %s', async (asked, time) => {
    const { say, saved } = channel();
    const { message } = await say(asked);
    expect(plainText(message)).toContain(time);
    expect(await saved()).toBeUndefined();
    const [button] = message.buttons;
    await say({ question: button?.question ?? { kind: 'help' } });
    expect((await saved())?.schedule).toMatchObject({ minute: 510, days: 'all' });
  });

  it('is refused with the name of the right that somebody lacks', async () => {
    const needs = { en: 'Manage Channels', zh: '管理频道', ru: 'Управлять каналами' };
    const { say } = channel({ kind: 'denied', needs });
    expect(plainText((await say('remind me every morning')).message)).toContain('Manage Channels');
  });

  it.each([
    ['post a fact every weekday at 8:30', '/harbin daily on 8:30 weekdays'],
    ['每天八点半推一条', '/harbin daily on 8:30'],
    ['publish nothing, отпишите меня', '/harbin daily off'],
    ['приостанови публикации', '/harbin daily pause'],
  ])('is told as a command where nothing can be posted: %s', async (asked, command) =>
    expect(plainText((await channel().say(asked, false)).message)).toContain(command),
  );

  it.each([
    [['stop'], 'turn off'],
    [['退订'], '确认关闭'],
    [['стоп'], 'Да, выключить'],
  ])('is turned off by one click more: %j', async ([asked = ''], label) => {
    const { say, saved } = channel();
    await say({ command: 'daily on', values: ['9:00'] });
    const { message } = await say(asked);
    expect(message.buttons.map((button) => button.label.toLowerCase()).join()).toContain(label.toLowerCase());
    expect((await saved())?.state.kind).toBe('on');
    await say({ question: message.buttons[0]?.question ?? { kind: 'help' } });
    expect((await saved())?.state.kind).toBe('off');
  });

  it.each([
    ['pause it', 'resume'],
    ['暂停', '恢复'],
    ['на паузу', 'верни'],
  ])('is paused and resumed by one click each: %s, %s', async (pause, resume) => {
    const { say, saved } = channel();
    const click = async (asked: string) =>
      say({ question: (await say(asked)).message.buttons[0]?.question ?? { kind: 'help' } });
    await say({ command: 'daily on', values: ['9:00'] });
    await click(pause);
    expect((await saved())?.state.kind).toBe('paused');
    await click(resume);
    expect((await saved())?.state.kind).toBe('on');
  });
});

describe('other wishes are answered with what does them', () => {
  it.each([
    ['export it', 'list as csv', 'export'],
    ['导出', 'list as csv', 'export'],
    ['можно выгрузить это в Excel?', 'list as csv', 'export'],
    ['settings', '/harbin language', undefined],
    ['能说英文不', '/harbin language en', undefined],
    ['настройки покажи', '/harbin language', undefined],
    ['how do i report an error', 'Report this number', undefined],
    ['数字有误', '反馈', undefined],
    ['куда сообщить об ошибке в данных', '«', undefined],
  ])('%s', async (asked, said, button) => {
    const { answer, message } = await channel().say(asked);
    expect(['help', 'language']).toContain(answer.kind);
    expect(plainText(message)).toContain(said);
    expect(message.buttons.some(({ question }) => question.kind === button)).toBe(button !== undefined);
  });

  it('another fact is another one', async () => {
    const { say } = channel();
    const told = new Set<string>();
    for (const asked of ['tell me something interesting', 'another one', 'something else', 'another one please']) {
      const { answer } = await say(asked);
      if (answer.kind === 'fact') told.add(answer.stated.figure.id);
    }
    expect(told.size).toBeGreaterThanOrEqual(3);
  });
});

describe('a number picks an option or nothing, and is no order', () => {
  it.each([
    ['key laboratories in Dalian', '2'],
    ['大连的重点实验室', '3'],
    ['ключевые лаборатории Даляня', '2'],
  ])('%s, %s', async (asked, number) => {
    const { say } = channel();
    await say(asked);
    expect((await say(number)).answer).toMatchObject({ kind: 'unknown' });
  });
});

describe('what is not remembered any more is said', () => {
  it.each([
    ['and in Dalian?', 'I don’t remember'],
    ['the second one', 'I don’t remember'],
    ['那2020年呢', '不记得'],
    ['第二个', '不记得'],
    ['а в долларах?', 'Не помню'],
    ['а годом ранее?', 'Не помню'],
  ])('%s', async (asked, said) => {
    const { answer, message } = await channel().say(asked);
    expect(answer).toMatchObject({ kind: 'unknown', missing: { kind: 'forgotten' } });
    expect(plainText(message)).toContain(said);
    expect(message.buttons.length).toBeGreaterThan(0);
  });
});
