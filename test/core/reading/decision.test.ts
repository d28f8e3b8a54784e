import { describe, expect, it } from 'vitest';
import { decide, MOST_FIGURES, THRESHOLDS } from '../../../src/core/reading/decision.ts';
import { examinationOf } from '../../support/reading.ts';

/** The score of a probability. */
const of = (probability: number) => Math.log(probability / (1 - probability));

type Topics = NonNullable<Parameters<typeof examinationOf>[0]['topics']>;
type Row = [what: string, confidence: number, topics: Topics, figures: string[]];

const TABLE: Record<'answer' | 'nearest' | 'choice' | 'refusal', Row[]> = {
  answer: [
    ['one sure topic', 0.99, [['universities', of(0.99)]], ['universities']],
    ['just sure enough', THRESHOLDS.answer, [['key-laboratories', of(0.9)]], ['key-laboratories']],
    ['a likely topic that is surely held as asked', 0.95, [['little-giants', of(0.45)]], ['little-giants']],
    [
      'two, each named by words of its own',
      0.9,
      [
        ['universities', of(0.95), [5, 0, 0]],
        ['key-laboratories', of(0.9), [0, 0, 5]],
      ],
      ['universities', 'key-laboratories'],
    ],
    [
      'two, sure enough for several but not for one',
      (THRESHOLDS.answer + THRESHOLDS.several) / 2,
      [
        ['universities', of(0.95), [5, 0, 0]],
        ['key-laboratories', of(0.9), [0, 0, 5]],
      ],
      ['universities', 'key-laboratories'],
    ],
    [
      'one, where the other is named by the same words',
      0.9,
      [
        ['award-funding', of(0.95), [5, 5]],
        ['awarded-enterprises', of(0.9), [4, 4]],
      ],
      ['award-funding'],
    ],
    [
      'one, where the others are unlikely',
      0.9,
      [
        ['universities', of(0.95), [5, 0]],
        ['students', of(0.3), [0, 5]],
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
        ['universities', of(0.29)],
        ['students', of(0.25)],
        ['academicians', of(0.2)],
        ['research-staff', of(0.19)],
      ],
      ['universities', 'students', 'academicians'],
    ],
  ],
};

describe.each(Object.entries(TABLE))('%s', (kind, rows) => {
  it.each(rows)('%s', (_, confidence, topics, figures) => {
    const decision = decide(examinationOf({ topics, confidence }));
    expect(decision.kind).toBe(kind);
    expect((decision.kind === 'refusal' ? decision.near : decision.figures).map(({ id }) => id)).toEqual(figures);
  });
});

it(`never tells more than ${MOST_FIGURES} figures at once`, () => {
  const ids = ['universities', 'students', 'academicians', 'research-staff', 'little-giants', 'key-laboratories'];
  const topics = ids.map((id, at): Topics[number] => [id, 3, ids.map((_, other) => (other === at ? 5 : 0))]);
  const decision = decide(examinationOf({ topics, confidence: 0.99 }));
  expect(decision).toMatchObject({ kind: 'answer' });
  expect('figures' in decision ? decision.figures.length : 0).toBe(MOST_FIGURES);
});

it('its thresholds stand in the order that what is wrong costs', () => {
  expect(THRESHOLDS.answer).toBeGreaterThan(THRESHOLDS.topic);
  expect(THRESHOLDS.several).toBeGreaterThan(THRESHOLDS.topic);
});
