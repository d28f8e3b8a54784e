import { describe, expect, it } from 'vitest';
import { normalise } from '../../../src/core/language/normalise.ts';
import { tokenise } from '../../../src/core/language/tokens.ts';
import { perceive, perceiver } from '../../support/reading.ts';

const { lexicon } = perceiver;

function wordsOf(message: string) {
  return lexicon.wordsOf(tokenise(normalise(message).text));
}

describe('words of the catalogue are known in all their forms, others are not', () => {
  it.each<[string, string[]]>([
    ['universities', ['universities']],
    ['key labs', ['key', 'labs']],
    ['вузы и лаборатории', ['вузы', 'лаборатории']],
    ['лабораторий', ['лабораторий']],
    ['高校', ['高校']],
    ['zebra', []],
    ['жираф', []],
    ['长颈鹿', []],
  ])('%s', (message, known) => {
    const words = wordsOf(message).filter(({ number, text }) => number !== undefined && text.length > 1);
    expect(words.map(({ text }) => text)).toEqual(known);
  });
});

describe('a word knows its tokens', () => {
  it.each(['how many key labs', '哈尔滨有多少高校', 'сколько вузов, лабораторий'])('%s', (message) => {
    const tokens = tokenise(normalise(message).text);
    for (const { text, from, to } of lexicon.wordsOf(tokens))
      expect(
        tokens
          .slice(from, to)
          .map((token) => token.text)
          .join(''),
      ).toBe(text);
  });
});

describe('a slip goes to the nearest word that is held', () => {
  it.each<[typed: string, read: string]>([
    ['labratories', 'laboratory'],
    ['labaratories', 'laboratory'],
    ['univercities', 'university'],
    ['univeristies', 'university'],
    ['polices', 'policies'],
    ['incubatrs', 'incubators'],
    ['patnets', 'patents'],
    ['унивеситеты', 'университеты'],
    ['лаболатории', 'лаборатории'],
    ['потенты', 'патенты'],
    ['инкубатары', 'инкубаторы'],
  ])('%s -> %s', (typed, read) => {
    const number = lexicon.corrector().correct(typed)?.word;
    expect(number).toBe(lexicon.phrase(read)[0]);
  });

  it.each(['zebra', 'xyzzyx', 'жираф', 'абракадабра', 'weatherman', 'qwertyuiop'])('%s is no slip', (typed) => {
    expect(lexicon.corrector().correct(typed)).toBeUndefined();
  });
});

describe('a message is read with its slips mended, and words in general use are none', () => {
  it.each<[string, string[]]>([
    ['how many labratories', ['labratories']],
    ['univercities in harbin', ['univercities']],
    ['сколько унивеситетов', ['унивеситетов']],
    ['how many universities', []],
    ['what is the number of labs', []],
    ['сколько вузов в городе', []],
    ['一共有多少', []],
  ])('%s', (message, typed) => {
    expect([...perceive(message).corrected.keys()]).toEqual(typed);
  });
});
