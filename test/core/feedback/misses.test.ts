import { expect, it, vi } from 'vitest';
import { countingMisses } from '../../../src/core/feedback/misses.ts';
import type { Miss } from '../../../src/core/ports.ts';
import { loadCatalogue } from '../../../src/data/load.ts';
import { botOf } from '../../support/bot.ts';

const bot = botOf(await loadCatalogue());

async function missedBy(...questions: string[]): Promise<Miss[]> {
  const counted: Miss[] = [];
  const misses = { count: async (missed: readonly Miss[]) => void counted.push(...missed), list: async () => [] };
  const counting = countingMisses(bot, misses, () => {});
  for (const asked of questions) for (const person of ['mei', 'lin', 'li']) await counting.reply({ asked, person });
  return counted;
}

it('counts the words that nobody understood, and nothing of a question that was answered', async () => {
  expect(await missedBy('how many zorbings are there', 'how many key labs?')).toEqual([
    { word: 'zorbings', language: 'en' },
  ]);
});

it('keeps no numbers and no addresses', async () => {
  const words = (
    await missedBy('how many mei.li@example.com', 'call 13812345678 zorbings', 'https://example.com/x?id=7 zorb')
  ).map(({ word }) => word);
  expect(words.filter((word) => /\d|@|\.|\//.test(word))).toEqual([]);
});

it('answers as without counting, also when counting fails', async () => {
  const troubles: unknown[] = [];
  const failing = { count: async () => Promise.reject(new Error('no disk')), list: async () => [] };
  const asked = 'how many zorbings are there';
  const counting = countingMisses(bot, failing, (error) => void troubles.push(error));
  for (const person of ['a', 'b', 'c'])
    expect(await counting.reply({ asked, person, conversation: person })).toEqual(
      await bot.reply({ asked, person, conversation: `${person}2` }),
    );
  await vi.waitFor(() => expect(troubles).toHaveLength(1));
});

it('keeps no word that one or two people used, however often: it may be a name', async () => {
  const counted: Miss[] = [];
  const misses = { count: async (missed: readonly Miss[]) => void counted.push(...missed) };
  const counting = countingMisses(bot, misses, () => {});
  const asked = 'how many petrova are there';
  for (const person of ['mei', 'mei', 'lin', 'mei', 'lin']) await counting.reply({ asked, person });
  // Nobody knows whose these are.
  for (const conversation of ['one', 'two', 'three']) await counting.reply({ asked, conversation });
  expect(counted).toEqual([]);
  await counting.reply({ asked, person: 'li' });
  expect(counted).toMatchObject([{ word: 'petrova', language: 'en' }]);
});
