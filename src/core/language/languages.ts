import type { Language } from '../../data/schema.ts';

/**
 * The language of a message by its letters. In: a normalised text. Out: the language, or undefined where it has no letters.
 * A Chinese sign carries about as much as half an English word, and small Chinese words in a mixed message decide.
 */
export function languageOf(text: string): Language | undefined {
  const count = (letters: RegExp) => text.match(letters)?.length ?? 0;
  const han = count(/\p{Script=Han}/gu);
  const scores: [Language, number][] = [
    ['en', count(/[a-z]/g) / 5],
    ['zh', han / 1.8 + (han > 0 ? 2 * count(SMALL_CHINESE) : 0)],
    ['ru', count(/\p{Script=Cyrillic}/gu) / 5.5],
  ];
  const [language, score] = scores.reduce((a, b) => (b[1] > a[1] ? b : a));
  return score > 0 ? language : undefined;
}

const SMALL_CHINESE = /的|了|吗|呢|几|多少|什么|哪|是|有|在|和|请|个/g;
