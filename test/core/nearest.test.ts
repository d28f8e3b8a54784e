import { describe, expect, it } from 'vitest';
import { countingMisses } from '../../src/core/feedback/misses.ts';
import { reportOf } from '../../src/core/messages/report.ts';
import type { Miss } from '../../src/core/ports.ts';
import type { Question } from '../../src/core/question.ts';
import { loadCatalogue } from '../../src/data/load.ts';
import { botOf } from '../support/bot.ts';

const bot = botOf(await loadCatalogue());

type Nearest = Extract<Question, { kind: 'nearest' }>;

const labs = (words: string[]): Nearest => ({ kind: 'nearest', figures: ['key-laboratories'], words });

describe('what comes nearest to a question', () => {
  it.each([
    ['en', ['biomedicine'], 'I don’t have that for “biomedicine”. All in all: 229 key laboratories '],
    ['zh', ['生物医药'], '没有“生物医药”方面的数据，只有总数：哈尔滨有229个'],
    ['ru', ['биомедицина'], 'Данных с уточнением «биомедицина» нет. Общая цифра: В Харбине 229 '],
    ['en', [], 'I’m not sure this is what you asked. The nearest I have: 229 key laboratories '],
    ['zh', [], '不确定您问的是不是这一项。最接近的数据：哈尔滨有229个'],
    ['ru', [], 'Возможно, вы спрашивали не об этом. Ближайшее, что у меня есть: В Харбине 229 '],
    ['en', ['biomedicine', 'optics'], 'I don’t have that for “biomedicine” or “optics”. '],
  ] as const)(
    'says first that it is not that, then tells the figure in full (%s, %j)',
    async (language, words, begin) => {
      const { message, ...reply } = await bot.reply({ asked: { question: labs([...words]) }, language });
      const { text } = reportOf({ message, ...reply });
      expect(text.slice(0, begin.length)).toBe(begin);
      expect(text).toContain('2023');
      expect(text).toContain('https://');
    },
  );

  it('calls no event a sum', async () => {
    const question: Nearest = { kind: 'nearest', figures: ['fuerjia-listing'], words: ['Sinopharm'] };
    const { text } = reportOf(await bot.reply({ asked: { question }, language: 'en' }));
    expect(text).toMatch(/^I don’t have that for “Sinopharm”\. What I have: Harbin Fuerjia Technology went public/);
  });

  it('asserts nothing to programs, and offers first what it shows', async () => {
    const report = reportOf(await bot.reply({ asked: { question: labs(['biomedicine']) }, language: 'en' }));
    expect(report).toMatchObject({
      kind: 'nearest',
      figures: [],
      numbers: [{ value: 229, unit: 'laboratories' }],
    });
    expect(report.suggestions[0]).toBe('key-laboratories');
  });

  it('tells what other sources say beside it', async () => {
    const question: Nearest = { kind: 'nearest', figures: ['high-tech-companies'], words: ['robots'] };
    const { numbers } = reportOf(await bot.reply({ asked: { question }, language: 'en' }));
    expect(numbers.map(({ value }) => value)).toEqual([1751, 2832]);
  });

  it('keeps to the asked time and place, and refuses where nothing of it is held there', async () => {
    const question: Nearest = { ...labs(['robots']), when: ['1995'] };
    const { kind, numbers } = reportOf(await bot.reply({ asked: { question }, language: 'en' }));
    expect({ kind, numbers }).toEqual({ kind: 'unknown', numbers: [] });
  });

  it('is what a follow-up speaks of', async () => {
    const conversation = 'nearest';
    await bot.reply({ asked: { question: labs(['biomedicine']) }, language: 'en', conversation });
    const { kind, text } = reportOf(await bot.reply({ asked: 'source?', language: 'en', conversation }));
    expect(kind).toBe('about');
    expect(text).toContain('Key laboratories');
  });

  it('counts the words that it did without as missed', async () => {
    const counted: Miss[] = [];
    const misses = { count: async (missed: readonly Miss[]) => void counted.push(...missed), list: async () => [] };
    const counting = countingMisses(bot, misses, () => {});
    for (const person of ['a', 'b', 'c'])
      await counting.reply({ asked: { question: labs(['biomedicine']) }, language: 'en', person });
    expect(counted).toEqual([{ word: 'biomedicine', language: 'en', near: 'key-laboratories' }]);
  });
});
