import { describe, expect, it } from 'vitest';
import { contextOf } from '../../../src/core/reading/context.ts';
import { headOf } from '../../../src/core/reading/head.ts';
import { candidateUnits, narrowingFeatures } from '../../../src/core/reading/narrowing.ts';
import { narrowingWords } from '../../../src/core/reading/refusal.ts';
import { examine, figure, isCommon, perceive, writtenIn } from '../../support/reading.ts';

function seen(message: string, heads: readonly string[], topic = 'universities') {
  const { units } = perceive(message);
  const head = headOf(units.map(({ text }) => (heads.includes(text) ? 1 : 0)));
  const none = () => false;
  return contextOf(
    units,
    head,
    figure(topic),
    { isCommon, isKeyword: none, isGap: none, isNamed: none },
    units.map(() => 0),
  );
}

describe('all but the head and marks may narrow', () => {
  it.each<[string, string[], string[]]>([
    ['how many private universities?', ['universities'], ['how', 'many', 'private']],
    ['сколько частных вузов, а?', ['вузов'], ['сколько', 'частных', 'а']],
    ['私立高校', ['高', '校'], ['私', '立']],
    ['universities in dalian', ['universities'], ['in', '@own']],
    ['universities', ['universities'], []],
    ['', [], []],
  ])('%s', (message, heads, candidates) => {
    const context = seen(message, heads);
    expect(candidateUnits(context).map((at) => context.units[at]?.text)).toEqual(candidates);
  });
});

describe('what tells whether a unit narrows', () => {
  const shared = (one: readonly number[], other: readonly number[]) => {
    const known = new Set(one);
    return other.filter((hash) => known.has(hash)).length;
  };

  it.each<[string, string, string[]]>([
    ['private universities', 'public universities', ['universities']],
    ['частные вузы', 'платные вузы', ['вузы']],
    ['私高校', '公高校', ['高', '校']],
  ])('words in one place are alike, and yet not the same: %s, %s', (one, other, heads) => {
    const [first, second] = [one, other].map((message) => narrowingFeatures(seen(message, heads), 0));
    expect(shared(first ?? [], second ?? [])).toBeGreaterThan(3);
    expect(first).not.toEqual(second);
  });

  it.each<[string, string, string[]]>([
    ['private universities', 'universities private', ['universities']],
    ['частные вузы', 'вузы частные', ['вузы']],
    ['private universities', 'private, universities', ['universities']],
  ])('it matters where a word stands: %s, %s', (one, other, heads) => {
    const featuresOf = (message: string) => {
      const context = seen(message, heads);
      return narrowingFeatures(context, candidateUnits(context)[0] ?? 0);
    };
    expect(featuresOf(one)).not.toEqual(featuresOf(other));
  });

  it.each<[string, string, string]>([
    ['universities in dalian', 'universities in shenyang', 'universities'],
    ['universities in 1957', 'universities in 1958', 'universities'],
    ['вузы пекина', 'вузы шанхая', 'вузы'],
  ])('places and times of one kind are the same: %s, %s', (one, other, head) => {
    const last = (message: string) => {
      const context = seen(message, [head]);
      return narrowingFeatures(context, context.units.length - 1);
    };
    expect(last(one)).toEqual(last(other));
  });

  it('there is nothing to tell of a unit that is not there', () => {
    expect(narrowingFeatures(seen('universities', ['universities']), 9)).toEqual([]);
  });
});

function strongest(message: string): number {
  return Math.max(0, ...examine(message).narrowings.map(({ probability }) => probability));
}

describe('the shipped model: words that narrow', () => {
  it.each<[string, string]>([
    ['How many private universities are there in Harbin?', 'private'],
    ['How many universities in Harbin teach veterinary medicine?', 'veterinary'],
    ['How many of the key laboratories are run by women?', 'women'],
    ['How many little giants went bankrupt?', 'bankrupt'],
    ['哈尔滨有多少所私立高校?', '私立'],
    ['有多少家重点实验室是做海洋研究的?', '海洋'],
    ['破产的高新技术企业有多少家?', '破产'],
    ['Сколько в Харбине частных вузов?', 'частных'],
    ['Сколько вузов Харбина готовят ветеринаров?', 'ветеринаров'],
    ['Сколько ключевых лабораторий закрылось?', 'закрылось'],
  ])('%s', (message, word) => {
    const percept = perceive(message);
    const examination = examine(message);
    expect(narrowingWords(percept, examination).join(' ')).toContain(word);
  });
});

describe('the shipped model: words that do not', () => {
  it.each([
    'How many universities are there in Harbin?',
    'How many key laboratories does Harbin have?',
    'Please tell me the number of little giants',
    '哈尔滨有多少所高校?',
    '请问哈尔滨有多少家高新技术企业?',
    '重点实验室有多少个?',
    'Сколько вузов в Харбине?',
    'Сколько всего ключевых лабораторий?',
    'Скажите, пожалуйста, сколько в городе маленьких гигантов?',
  ])('%s', (message) => {
    expect(strongest(message)).toBeLessThan(0.3);
    expect(narrowingWords(perceive(message), examine(message))).toEqual([]);
  });
});

it.each(['How many universities in Harbin?', '哈尔滨有多少所高校?', 'Сколько вузов в Харбине?'])(
  'the place of the catalogue never narrows: %s',
  (message) => {
    const { narrowings, context } = examine(message);
    expect(narrowings.filter(({ at }) => context.units[at]?.kind === 'place')).toEqual([]);
  },
);

describe('a place or time that is not held narrows more than one that is', () => {
  it.each<[string, string]>([
    ['How many universities are there in Dalian?', 'How many universities are there in Heilongjiang?'],
    ['Сколько вузов в Пекине?', 'Сколько вузов в Хэйлунцзяне?'],
    ['北京有多少所高校?', '黑龙江有多少所高校?'],
  ])('%s, %s', (unheld, held) => {
    const ofPlace = (message: string) => {
      const { narrowings, context } = examine(message);
      const place = narrowings.find(({ at }) => context.units[at]?.kind === 'place');
      expect(writtenIn(perceive(message), context.units[place?.at ?? -1] ?? { from: 0, to: 0 })).not.toBe('');
      return place?.probability ?? 0;
    };
    expect(ofPlace(unheld)).toBeGreaterThan(ofPlace(held));
  });
});
