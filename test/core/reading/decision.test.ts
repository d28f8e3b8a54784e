import { describe, expect, it } from 'vitest';
import { decide, MOST_FIGURES, THRESHOLDS } from '../../../src/core/reading/decision.ts';
import { examinationOf } from '../../support/reading.ts';

/** The score of a probability. */
const of = (probability: number) => Math.log(probability / (1 - probability));

type Topics = NonNullable<Parameters<typeof examinationOf>[0]['topics']>;
type Row = [what: string, confidence: number, topics: Topics, figures: string[], relevance?: number];

const TABLE: Record<'answer' | 'nearest' | 'choice' | 'refusal', Row[]> = {
  answer: [
    ['one sure topic', 0.99, [['universities', of(0.99)]], ['universities']],
    ['just sure enough', THRESHOLDS.answer, [['key-laboratories', of(0.9)]], ['key-laboratories']],
    ['a likely topic that is surely held as asked', 0.95, [['little-giants', of(0.45)]], ['little-giants'], 0.9],
    [
      'two, both asked for',
      0.9,
      [
        ['universities', of(0.95)],
        ['key-laboratories', of(0.9), 0.9],
      ],
      ['universities', 'key-laboratories'],
    ],
    [
      'two, just sure enough for several',
      THRESHOLDS.several,
      [
        ['universities', of(0.95)],
        ['key-laboratories', of(0.9), 0.9],
      ],
      ['universities', 'key-laboratories'],
    ],
    [
      'one, where the other is only named',
      0.9,
      [
        ['award-funding', of(0.95)],
        ['awarded-enterprises', of(0.9), THRESHOLDS.beside - 0.01],
      ],
      ['award-funding'],
    ],
    [
      'one, where the other cannot be asked for',
      0.9,
      [
        ['universities', of(0.95)],
        ['students', of(0.3)],
      ],
      ['universities'],
    ],
  ],
  nearest: [
    ['a topic, but not as it is held', 0.3, [['universities', of(0.9)]], ['universities']],
    ['nearly sure', THRESHOLDS.answer - 0.01, [['key-laboratories', of(0.99)]], ['key-laboratories']],
    ['surely not as it is held', 0.01, [['little-giants', of(0.99)]], ['little-giants']],
    [
      'the other topic is far behind',
      0.3,
      [
        ['universities', of(0.9)],
        ['students', of(0.2)],
      ],
      ['universities'],
    ],
  ],
  choice: [
    [
      'two alike, neither sure',
      0.3,
      [
        ['invention-patents', of(0.48)],
        ['patents-granted', of(0.46)],
      ],
      ['invention-patents', 'patents-granted'],
      0.6,
    ],
    [
      'three alike',
      0.2,
      [
        ['invention-patents', of(0.45)],
        ['patents-granted', of(0.44)],
        ['utility-models', of(0.4)],
      ],
      ['invention-patents', 'patents-granted', 'utility-models'],
      0.6,
    ],
    [
      'never more than three, and none that is unlikely',
      0.2,
      [
        ['invention-patents', of(0.45)],
        ['patents-granted', of(0.44)],
        ['utility-models', of(0.05)],
        ['students', of(0.04)],
      ],
      ['invention-patents', 'patents-granted'],
      0.6,
    ],
  ],
  refusal: [
    ['no topic at all', 0.9, [], []],
    ['no likely topic', 0.9, [['universities', of(THRESHOLDS.topic - 0.01)]], ['universities']],
    ['only unlikely ones', 0.99, [['universities', of(0.1)]], []],
    [
      'near ones are offered, at most three',
      0.1,
      [
        ['universities', of(0.45)],
        ['students', of(0.4)],
        ['academicians', of(0.35)],
        ['research-staff', of(0.33)],
      ],
      ['universities', 'students', 'academicians'],
    ],
  ],
};

describe.each(Object.entries(TABLE))('%s', (kind, rows) => {
  it.each(rows)('%s', (_, confidence, topics, figures, relevance) => {
    const decision = decide(examinationOf({ topics, confidence, ...(relevance === undefined ? {} : { relevance }) }));
    expect(decision.kind).toBe(kind);
    expect((decision.kind === 'refusal' ? decision.near : decision.figures).map(({ id }) => id)).toEqual(figures);
  });
});

it(`never tells more than ${MOST_FIGURES} figures at once`, () => {
  const ids = ['universities', 'students', 'academicians', 'research-staff', 'little-giants', 'key-laboratories'];
  const topics = ids.map((id, at): Topics[number] => (at === 0 ? [id, 3] : [id, 3, 0.9]));
  const decision = decide(examinationOf({ topics, confidence: 0.99 }));
  expect(decision).toMatchObject({ kind: 'answer' });
  expect('figures' in decision ? decision.figures.length : 0).toBe(MOST_FIGURES);
});

it('its thresholds stand in the order that what is wrong costs', () => {
  expect(THRESHOLDS.answer).toBeGreaterThan(THRESHOLDS.topic);
  expect(THRESHOLDS.several).toBeGreaterThan(THRESHOLDS.topic);
});

it('offers no choice where it is likelier that nothing is held', () => {
  const topics: Topics = [
    ['invention-patents', of(0.48)],
    ['patents-granted', of(0.46)],
  ];
  const seen = { topics, confidence: 0.3, relevance: 0.6 };
  expect(decide(examinationOf({ ...seen, outcomes: { held: 0.9, unheld: 0.1 } })).kind).toBe('choice');
  expect(decide(examinationOf({ ...seen, outcomes: { held: 0.3, unheld: 0.7 } })).kind).toBe('nearest');
});

it('answers a message of nothing but keywords and words of questions, however unsure the trees are', () => {
  const examination = examinationOf({ confidence: 0.01, relevance: 0.9, topics: [['high-tech-companies', of(0.99)]] });
  expect(decide(examination).kind).toBe('nearest');
  expect(decide({ ...examination, isExplained: true })).toMatchObject({
    kind: 'answer',
    figures: [{ id: 'high-tech-companies' }],
  });
});
