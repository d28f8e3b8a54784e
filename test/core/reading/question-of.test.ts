import { describe, expect, it } from 'vitest';
import type { Scope } from '../../../src/core/catalogue/scope.ts';
import type { Claim, Question } from '../../../src/core/question.ts';
import { INTENTS, type Intent } from '../../../src/core/reading/labels.ts';
import { asksDollars, asksOtherCurrency, claimOf, questionOf } from '../../../src/core/reading/question-of.ts';
import { catalogue, figure, perceive } from '../../support/reading.ts';

function questionIn(intent: Intent, ids: readonly string[], message = '', scope: Scope = {}): Question {
  return questionOf({ figures: ids.map(figure), intent, isSure: true, scope, percept: perceive(message), catalogue });
}

const told = (...figures: string[]): Question => ({ kind: 'figure', figures });

/** What each intent makes of one figure, and of two. */
const TABLE: Record<Intent, [one: [string, Question], two: [[string, string], Question]]> = {
  ...(Object.fromEntries(
    INTENTS.map((intent) => [
      intent,
      [
        ['universities', told('universities')],
        [['universities', 'key-laboratories'], told('universities', 'key-laboratories')],
      ],
    ]),
  ) as Record<Intent, [[string, Question], [[string, string], Question]]>),
  definition: [
    ['little-giants', { kind: 'figure', figures: ['little-giants'], defines: true }],
    [['little-giants', 'high-tech-companies'], told('little-giants', 'high-tech-companies')],
  ],
  chart: [
    ['universities', { kind: 'chart', figures: ['universities'] }],
    [['universities', 'students'], { kind: 'chart', figures: ['universities', 'students'] }],
  ],
  list: [
    ['universities', { kind: 'list', topics: ['education'] }],
    [['universities', 'key-laboratories'], told('universities', 'key-laboratories')],
  ],
  overview: [
    ['key-laboratories', { kind: 'list', topics: ['research'] }],
    [['universities', 'students'], { kind: 'list', topics: ['education'] }],
  ],
  compare: [
    ['universities', told('universities')],
    [['universities', 'key-laboratories'], { kind: 'compare', left: 'universities', right: 'key-laboratories' }],
  ],
  rank: [
    ['universities', told('universities')],
    [
      ['approved-enterprises', 'recommended-enterprises'],
      { kind: 'compare', left: 'approved-enterprises', right: 'recommended-enterprises' },
    ],
  ],
  difference: [
    ['academicians', told('academicians')],
    [['universities', 'students'], { kind: 'compare', left: 'universities', right: 'students' }],
  ],
  ratio: [
    [
      'planned-investment',
      {
        kind: 'derive',
        operation: 'ratio',
        left: 'planned-investment',
        right: 'key-projects',
        relation: 'investment-per-project',
      },
    ],
    [
      ['key-projects', 'planned-investment'],
      {
        kind: 'derive',
        operation: 'ratio',
        left: 'planned-investment',
        right: 'key-projects',
        relation: 'investment-per-project',
      },
    ],
  ],
  average: [
    [
      'award-funding',
      {
        kind: 'derive',
        operation: 'ratio',
        left: 'award-funding',
        right: 'awarded-enterprises',
        relation: 'award-per-enterprise',
      },
    ],
    [
      ['awarded-enterprises', 'award-funding'],
      {
        kind: 'derive',
        operation: 'ratio',
        left: 'award-funding',
        right: 'awarded-enterprises',
        relation: 'award-per-enterprise',
      },
    ],
  ],
  sum: [
    ['academicians', told('academicians')],
    [
      ['universities', 'academicians'],
      { kind: 'derive', operation: 'sum', left: 'universities', right: 'academicians' },
    ],
  ],
  share: [
    ['academicians', told('academicians')],
    [
      ['academicians', 'research-staff'],
      { kind: 'derive', operation: 'share', left: 'academicians', right: 'research-staff' },
    ],
  ],
};

describe('each intent makes its own question', () => {
  it.each(INTENTS.map((intent) => [intent, ...TABLE[intent]] as const))('%s', (intent, [id, one], [ids, two]) => {
    expect(questionIn(intent, [id])).toEqual(one);
    expect(questionIn(intent, ids)).toEqual(two);
  });
});

describe('places and times go along', () => {
  const scope: Scope = { places: ['heilongjiang'], when: ['2016'] };
  it.each<[Intent, string[], Question]>([
    ['value', ['universities'], { kind: 'figure', figures: ['universities'], ...scope }],
    ['chart', ['universities'], { kind: 'chart', figures: ['universities'], ...scope }],
    ['definition', ['universities'], { kind: 'figure', figures: ['universities'], defines: true, ...scope }],
    ['compare', ['universities', 'students'], { kind: 'compare', left: 'universities', right: 'students', ...scope }],
    ['average', ['award-funding'], { kind: 'figure', figures: ['award-funding'], ...scope }],
  ])('%s of %j', (intent, ids, question) => {
    expect(questionIn(intent, ids, '', scope)).toEqual(question);
  });

  it('a list by places or times is the values themselves', () => {
    const wide: Scope = { places: ['harbin', 'dalian'] };
    expect(questionIn('list', ['universities'], '', wide)).toEqual({
      kind: 'figure',
      figures: ['universities'],
      ...wide,
    });
  });
});

describe('sums are wanted in dollars', () => {
  it.each([
    'how much in dollars',
    'in US dollars please',
    'in usd',
    'how many bucks',
    '多少美元',
    '换成美金',
    'сколько в долларах',
    'сколько баксов',
  ])('%s', (message) => {
    expect(asksDollars(perceive(message).text)).toBe(true);
    expect(questionIn('amount', ['award-funding'], message)).toEqual({
      kind: 'figure',
      figures: ['award-funding'],
      currency: 'USD',
    });
  });

  it.each(['how much in yuan', '多少元', 'сколько юаней', 'used to be', 'husdon'])('not in %s', (message) => {
    expect(asksDollars(perceive(message).text)).toBe(false);
  });
});

describe('another currency is wanted', () => {
  it.each(['in euros', 'convert to pounds', 'in yen', '换成欧元', '合多少卢布', 'в рублях', 'в евро'])(
    '%s',
    (message) => {
      expect(asksOtherCurrency(perceive(message).text)).toBe(true);
    },
  );

  it.each(['in dollars', 'in yuan', 'in europe', '多少美元', '多少元', 'в долларах', 'в рубриках', 'the won case'])(
    'not in %s',
    (message) => {
      expect(asksOtherCurrency(perceive(message).text)).toBe(false);
    },
  );
});

describe('the number that a message doubts', () => {
  it.each<[string, string, Claim | undefined]>([
    ['is it 48 universities', 'universities', { values: [48], bound: 'exactly' }],
    ['48 or 49 universities', 'universities', { values: [48, 49], bound: 'exactly' }],
    ['是不是超过50所高校', 'universities', { values: [50], bound: 'over' }],
    ['правда, что вузов меньше 50?', 'universities', { values: [50], bound: 'under' }],
    ['about 16.8 billion yuan, right', 'planned-investment', { values: [16_800_000_000], bound: 'about' }],
    ['$2.353 billion?', 'planned-investment', { values: [2_353_000_000], bound: 'exactly', unit: 'USD' }],
    ['grew by 22.9%?', 'high-tech-growth', { values: [22.9], bound: 'exactly' }],
    ['5 % of universities', 'universities', undefined],
    ['2 billion euros planned', 'planned-investment', undefined],
    ['how many universities', 'universities', undefined],
    ['is it in 2016', 'universities', undefined],
    ['was it 3 weeks', 'fuerjia-listing', undefined],
  ])('%s', (message, id, claim) => {
    expect(claimOf(perceive(message), figure(id), catalogue)).toEqual(claim);
  });

  it.each(['48所高校吗', 'вузов 48?'])('is asked about where it is doubted: %s', (message) => {
    const claim: Claim = { values: [48], bound: 'exactly' };
    expect(questionIn('check', ['universities'], message)).toEqual({
      kind: 'figure',
      figures: ['universities'],
      claim,
    });
  });

  it.each(['48所高校', 'вузов 48', 'сколько вузов, 48?'])(
    'is not where it is only stated, or where something is asked: %s',
    (message) => {
      expect(questionIn('value', ['universities'], message)).toEqual(told('universities'));
    },
  );
});
