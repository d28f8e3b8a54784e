import { describe, expect, it } from 'vitest';
import { createBot, type Query } from '../../../src/core/bot.ts';
import { readCommand } from '../../../src/core/commands/read-command.ts';
import { createLanguageSettings } from '../../../src/core/conversation/language-settings.ts';
import { createMemory } from '../../../src/core/conversation/memory.ts';
import { createMemorySubscriptions } from '../../../src/core/daily/memory-subscriptions.ts';
import type { Permit } from '../../../src/core/daily/subscription.ts';
import { plainText } from '../../../src/core/messages/message.ts';
import { createMemoryReaders } from '../../../src/core/news/memory-readers.ts';
import { MOST_WATCHED } from '../../../src/core/news/readers.ts';
import { formatQuestion, parseQuestion } from '../../../src/core/question-code.ts';
import { loadCatalogue } from '../../../src/data/load.ts';
import { channel } from '../../support/daily.ts';

const catalogue = await loadCatalogue();
const clock = () => new Date('2026-11-30T09:00:00Z');
const needs = { en: 'an admin', zh: '管理员', ru: 'администратор' };

/** A channel whose people ask the bot, some of whom may not. */
function room(permit: Permit = { kind: 'granted' }) {
  const readers = createMemoryReaders();
  const bot = createBot({
    catalogue,
    clock,
    version: '1.0.0',
    languages: createLanguageSettings(),
    memory: createMemory(clock),
    subscriptions: createMemorySubscriptions(),
    readers,
    timeZone: 'Asia/Shanghai',
  });
  const keeper = {
    channel: channel(),
    user: 'U1',
    right: needs,
    zone: async () => undefined,
    permit: async () => permit,
  };
  const ask = async (asked: Query['asked']) => {
    const { message, announcement } = await bot.reply({ asked, keeper });
    return { message, text: plainText(message), announcement: announcement && plainText(announcement) };
  };
  const say = (text: string) => ask(readCommand(text) ?? text);
  const watched = async () => (await readers.watchedIn(channel())).map(({ figure }) => figure);
  return { bot, ask, say, watched };
}

describe('watch', () => {
  it.each([
    ['watch key labs', 'Watching Key laboratories.'],
    ['关注 重点实验室', '已关注：重点实验室。'],
    ['следить ключевые лаборатории', 'Слежу за показателем «Ключевые лаборатории».'],
  ])('sets up by %s, tells the channel, and is listed until it is off', async (words, lead) => {
    const { say, watched } = room();
    const set = await say(words);
    expect(set.text.startsWith(lead)).toBe(true);
    expect([set.message.audience, set.announcement]).toEqual(['asker', expect.anything()]);
    expect(await watched()).toEqual(['key-laboratories']);
    expect((await say('daily status')).text).toContain('Watched here: Key laboratories.');
    expect((await say('watch')).text).toContain('Watched here: Key laboratories.');
    const again = await say(words);
    expect(again.announcement).toBeUndefined();
    await say('watch off');
    expect(await watched()).toEqual([]);
    expect((await say('watch off')).text).toMatch(/^No figure is watched here\./);
  });

  it('ends one figure by its name, and the others stay', async () => {
    const { say, watched } = room();
    await say('watch key labs');
    await say('watch universities');
    expect((await say('watch off universities')).text).toContain('Still watched here: Key laboratories.');
    expect(await watched()).toEqual(['key-laboratories']);
  });

  it('asks which figure is meant, and a click answers', async () => {
    const { say, ask, watched } = room();
    const { text, message } = await say('watch companies');
    expect(text).toMatch(/^Which figure shall I watch\?/);
    expect(await watched()).toEqual([]);
    const [button] = message.buttons;
    const code = button && formatQuestion({ question: button.question, language: 'en' });
    const carried = parseQuestion(code ?? '');
    if (!carried) throw new Error('no button carries it');
    expect((await ask({ question: carried.question })).text).toMatch(/^Watching /);
    expect(await watched()).toHaveLength(1);
  });

  it('refuses whoever may not change the daily post, and words that name no figure', async () => {
    const { say, watched } = room({ kind: 'denied', needs });
    expect((await say('watch key labs')).text).toMatch(/^You need an admin/);
    expect((await say('watch the price of bananas')).text).not.toMatch(/^Watching/);
    expect(await watched()).toEqual([]);
  });

  it('may be ended where the bot cannot post any more, and not set up', async () => {
    const { say, watched } = room({ kind: 'archived' });
    expect((await say('watch key labs')).text).toMatch(/^This channel is archived/);
    expect((await say('watch off')).text).toMatch(/^No figure is watched here/);
    expect(await watched()).toEqual([]);
  });

  it(`takes at most ${MOST_WATCHED} figures in a channel`, async () => {
    const { ask, watched } = room();
    for (const { id: figure } of catalogue.figures.slice(0, MOST_WATCHED))
      await ask({ question: { kind: 'daily', ask: { kind: 'watch', figure } } });
    const figure = catalogue.figures[MOST_WATCHED]?.id ?? '';
    const refused = await ask({ question: { kind: 'daily', ask: { kind: 'watch', figure } } });
    expect(refused.text).toContain(`${MOST_WATCHED} figures are watched here`);
    expect(await watched()).toHaveLength(MOST_WATCHED);
  });

  it('says in a terminal where it works', async () => {
    const { bot } = room();
    const { message } = await bot.reply({ asked: { command: 'watch', values: ['key labs'] } });
    expect(plainText(message)).toMatch(/^Watching needs a channel or direct message in Slack or Discord/);
  });
});
