import { describe, expect, it } from 'vitest';
import { contextOf, nearestHead, zoneOf } from '../../../src/core/reading/context.ts';
import { headOf } from '../../../src/core/reading/head.ts';
import { figure, perceive } from '../../support/reading.ts';

/** A message seen from the words that are given as its head; `rare` are those that nobody uses. */
function seen(message: string, heads: readonly string[], rare: readonly string[] = [], topic?: string) {
  const { units } = perceive(message);
  const head = headOf(units.map(({ text }) => (heads.includes(text) ? 1 : 0)));
  return contextOf(
    units,
    head,
    topic === undefined ? undefined : figure(topic),
    {
      isCommon: (key) => !rare.includes(key),
      isKeyword: ({ text }) => heads.includes(text),
      isGap: () => false,
      isNamed: () => false,
    },
    units.map(() => 0),
  );
}

describe('a pattern sees the head, rare words and classes of entities only as signs', () => {
  it.each<[string, string[], string[], string | undefined, string]>([
    ['how many key labs', ['key', 'labs'], [], undefined, 'how mani H H'],
    ['how many zebra labs', ['labs'], ['zebra'], undefined, 'how mani U H'],
    ['labs in harbin', ['labs'], [], 'universities', 'H in @home'],
    ['universities in heilongjiang', ['universities'], [], 'universities', 'H in @held'],
    ['universities in dalian', ['universities'], [], 'universities', 'H in @unheld'],
    ['universities in beijing', ['universities'], [], 'universities', 'H in @unheld'],
    ['universities in beijing', ['universities'], [], undefined, 'H in @world'],
    ['patents in 2016', ['patents'], [], 'invention-patents', 'H in #held'],
    ['patents in 1990', ['patents'], [], 'invention-patents', 'H in #unheld'],
    ['вузы хэйлунцзяна', ['вузы'], [], 'universities', 'H @held'],
    ['高校大连', ['高', '校'], [], 'universities', 'H H @unheld'],
  ])('%s', (message, heads, rare, topic, signs) => {
    expect(seen(message, heads, rare, topic).signs.join(' ')).toBe(signs);
  });

  it('only words can be rare', () => {
    const context = seen('48所zebra, 高校', ['高', '校'], ['zebra', '48', '所', '#2', ',']);
    expect(context.units.filter((_, at) => context.isRare[at]).map(({ text }) => text)).toEqual(['zebra']);
  });
});

describe('every unit stands somewhere to the head', () => {
  it.each<[string, string[], string]>([
    ['how many labs there', ['labs'], 'llrr'],
    ['hello, how many labs? thanks', ['labs'], '<<llrr>'],
    ['вузов сколько', ['вузов'], 'rr'],
    ['有高校吗', ['高', '校'], 'lrrr'],
    ['hello there', [], 'nn'],
  ])('%s', (message, heads, zones) => {
    const context = seen(message, heads);
    expect(context.units.map((_, at) => zoneOf(context, at)).join('')).toBe(zones);
  });
});

describe('the nearest head unit', () => {
  it.each<[boolean[], number, number]>([
    [[true, false, false, true], 0, 0],
    [[true, false, false, true], 1, 0],
    [[true, false, false, true], 2, 3],
    [[false, true, false], 2, 1],
    [[false, false, true], 0, 2],
  ])('%j from %d', (isHead, at, nearest) => {
    expect(nearestHead({ isHead, strength: [], at: -1 }, at)).toBe(nearest);
  });

  it('is the strongest where there is none', () => {
    expect(nearestHead({ isHead: [false, false], strength: [], at: -1 }, 1)).toBe(-1);
  });
});
