import { describe, expect, it } from 'vitest';
import { WHOLE } from '../../../src/core/reading/perceive.ts';
import { perceive, perceiver } from '../../support/reading.ts';

describe('what a message names by its keywords stands first', () => {
  it.each<[string, string]>([
    ['how many universities are there', 'universities'],
    ['key laboratories', 'key-laboratories'],
    ['number of little giants', 'little-giants'],
    ['Fuerjia issue price', 'fuerjia-issue-price'],
    ['engineering technology research centres', 'engineering-research-centres'],
    ['哈尔滨有多少高校', 'universities'],
    ['省级实验室', 'key-laboratories'],
    ['重点实验室', 'key-laboratories'],
    ['有多少重点实验室', 'key-laboratories'],
    ['专精特新小巨人企业', 'little-giants'],
    ['сколько вузов', 'universities'],
    ['ключевые лаборатории', 'key-laboratories'],
    ['маленькие гиганты', 'little-giants'],
  ])('%s', (message, id) => {
    const [best] = perceive(message).matches;
    expect(best?.id).toBe(id);
    expect(best?.fit.completeness).toBeGreaterThan(0.5);
  });
});

describe('what is typed wrongly counts a little less', () => {
  it.each<[string, string, string]>([
    ['universities', 'univercities', 'universities'],
    ['key laboratories', 'key labratories', 'key-laboratories'],
    ['сколько университетов', 'сколько унивеситетов', 'universities'],
  ])('%s, %s', (right, wrong, id) => {
    const scoreOf = (message: string) => perceive(message).matches.find((one) => one.id === id)?.fit.coverage ?? 0;
    expect(scoreOf(wrong)).toBeGreaterThan(0);
    expect(scoreOf(wrong)).toBeLessThan(scoreOf(right));
  });
});

describe('each clause is matched by itself: what stands around a question takes nothing from it', () => {
  it.each<[string, string, string]>([
    [
      'key laboratories?',
      'our zebra exhibit travels on to giraffe country soon. key laboratories?',
      'key-laboratories',
    ],
    ['高校', '我们的长颈鹿下个月搬家,高校', 'universities'],
    ['ключевые лаборатории?', 'наш жираф переезжает к зебрам в пустыню. ключевые лаборатории?', 'key-laboratories'],
  ])('%s', (short, long, id) => {
    const scoreOf = (message: string) => perceive(message).matches.find((one) => one.id === id)?.score;
    expect(scoreOf(long)).toBe(scoreOf(short));
  });
});

describe('words of a keyword are known to belong to it', () => {
  it.each<[string, string, boolean]>([
    ['universities', 'universities', true],
    ['universities', 'вузы', true],
    ['universities', '高校', true],
    ['key-laboratories', 'labs', true],
    ['key-laboratories', 'patents', false],
    ['universities', 'shares', false],
    ['little-giants', 'вузы', false],
  ])('%s: %s', (figure, word, isOf) => {
    const [number = -1] = perceiver.lexicon.phrase(word);
    expect(perceiver.matcher.isOf(figure, number)).toBe(isOf);
  });

  it('nothing is of a figure or gap that is not there', () => {
    expect(perceiver.matcher.isOf('zebras', 0)).toBe(false);
    expect(perceiver.matcher.isOfGap('zebras', 0)).toBe(false);
  });
});

describe('what is not held is found where it is named in full', () => {
  it.each<[string, string]>([
    ['the names of the universities', 'university-names'],
    ['which universities', 'university-names'],
    ['name the colleges', 'university-names'],
  ])('%s', (message, gap) => {
    const found = perceive(message).gaps.find(({ id }) => id === gap);
    expect(found?.fit.completeness).toBeGreaterThanOrEqual(WHOLE);
  });

  it.each(['how many universities', '有多少高校', 'сколько вузов', 'key labs'])('nothing in %s', (message) => {
    expect(perceive(message).gaps.map(({ id }) => id)).toEqual([]);
  });
});

describe('a topic of the catalogue is named', () => {
  it.each<[string, string | undefined]>([
    ['education', 'education'],
    ['patents', 'patents'],
    ['talent', 'talent'],
    ['人才', 'talent'],
    ['专利', 'patents'],
    ['патенты', 'patents'],
    ['образование', 'education'],
    ['zebra', undefined],
    ['长颈鹿', undefined],
  ])('%s', (message, topic) => {
    expect(perceiver.matcher.topics(perceive(message).words)).toBe(topic);
  });
});
