import { describe, expect, it } from 'vitest';
import { REASONS, type Reason } from '../../../src/core/reading/labels.ts';
import { detailOf, missingOf, narrowingWords, reasonOf, refuse } from '../../../src/core/reading/refusal.ts';
import { classesOf } from '../../../src/core/reading/thesaurus.ts';
import { catalogue, examinationOf, model, perceive } from '../../support/reading.ts';

/** A message some words of which narrow. */
function narrowed(message: string, likely: Record<string, number>) {
  const percept = perceive(message);
  const narrowings = percept.units.flatMap(({ from, to }, at) => {
    const written = percept.text.slice(percept.tokens[from]?.from ?? 0, percept.tokens[to - 1]?.to ?? 0);
    return [{ at, probability: likely[written] ?? 0.01 }];
  });
  return { percept, examination: examinationOf({ message, narrowings }) };
}

describe('the words that were not taken into account, as they were written', () => {
  it.each<[string, Record<string, number>, string[]]>([
    ['How many private universities?', { private: 0.9 }, ['private']],
    ['universities with a swimming pool', { swimming: 0.8, pool: 0.7 }, ['swimming pool']],
    ['female students of old universities', { female: 0.5, old: 0.9 }, ['female', 'old']],
    ['сколько частных вузов', { частных: 0.6 }, ['частных']],
    ['有多少私立高校', { 私: 0.8, 立: 0.9 }, ['私立']],
    ['universities in Dalian', { dalian: 0.9 }, ['dalian']],
    ['how many universities', {}, []],
    ['how many old universities', { old: 0.24 }, []],
    ['a b c d e f g', { a: 0.9, c: 0.5, e: 0.8, g: 0.7 }, ['a', 'e', 'g']],
  ])('%s', (message, likely, words) => {
    const { percept, examination } = narrowed(message, likely);
    expect(narrowingWords(percept, examination)).toEqual(words);
  });
});

it.each<[string, Record<string, number>, string[]]>([
  ['students at the universities', { at: 0.6 }, []],
  ['universities of the robotics', { of: 0.6, robotics: 0.7 }, ['robotics']],
  ['students in robotics', { in: 0.5, robotics: 0.7 }, ['in robotics']],
  ['高校的', { 的: 0.5 }, []],
  ['вузы для заводов', { для: 0.5 }, []],
])('words of grammar alone are not named: %s', (message, likely, words) => {
  const { percept, examination } = narrowed(message, likely);
  const context = { ...examination.context, classes: classesOf(percept.units, model.thesaurus) };
  expect(narrowingWords(percept, { ...examination, context })).toEqual(words);
});

describe('a reason is named where one stands out', () => {
  it.each<[Partial<Record<Reason, number>>, Reason | undefined]>([
    [{ cause: 0.9 }, 'cause'],
    [{ names: 0.5, narrowed: 0.3 }, 'names'],
    [{ forecast: 0.6, time: 0.4 }, 'forecast'],
    [{ cause: 0.4, names: 0.4 }, undefined],
    [{}, undefined],
  ])('%j', (reasons, reason) => {
    expect(reasonOf(examinationOf({ reasons }))).toBe(reason);
  });
});

describe('a detail of a topic that no source tells', () => {
  const topics = [['universities', 3]] as const;
  it.each<[Reason, string | undefined]>([
    ['names', 'names'],
    ['cause', 'reason'],
    ['forecast', 'future'],
    ['advice', 'judgement'],
    ['narrowed', undefined],
    ['place', undefined],
    ['time', undefined],
    ['attribute', undefined],
    ['other-topic', undefined],
    ['off-topic', undefined],
  ])('%s', (reason, detail) => {
    const missing = detailOf(
      examinationOf({ topics, outcomes: { unheld: 0.9, held: 0.1 }, reasons: { [reason]: 0.9 } }),
    );
    expect(missing).toEqual(detail && { kind: 'detail', detail, figures: ['universities'] });
  });

  it.each<[string, Parameters<typeof examinationOf>[0]]>([
    ['no topic', { outcomes: { unheld: 1 }, reasons: { cause: 0.9 } }],
    ['an unlikely topic', { topics: [['universities', -2]], outcomes: { unheld: 1 }, reasons: { cause: 0.9 } }],
    ['likely held', { topics, outcomes: { held: 0.6, unheld: 0.4 }, reasons: { cause: 0.9 } }],
    ['no sure reason', { topics, outcomes: { unheld: 1 }, reasons: { cause: 0.4 } }],
  ])('not with %s', (_, given) => {
    expect(detailOf(examinationOf(given))).toBeUndefined();
  });

  it('every reason is looked at', () => {
    expect(REASONS).toHaveLength(10);
  });
});

describe('why a message is not answered', () => {
  it.each<[string, string]>([
    ['the names of the universities', 'university-names'],
    ['name the colleges', 'university-names'],
    ['names of the universities please', 'university-names'],
  ])('what it names is not held: %s', (message, gap) => {
    const percept = perceive(message);
    const { missing, near } = missingOf(percept, examinationOf({ message }), catalogue);
    expect(missing).toEqual({ kind: 'gap', gap });
    expect(near).toEqual(catalogue.gaps.find(({ id }) => id === gap)?.near);
  });

  it.each<[string, Record<string, number>, string[]]>([
    ['juggling in zebraland', { juggling: 0.9 }, ['juggling']],
    ['长颈鹿的身高', { 长: 0.9, 颈: 0.9, 鹿: 0.9 }, ['长颈鹿']],
    ['жонглёры завтра', { жонглеры: 0.8 }, ['жонглеры']],
  ])('its words are not understood: %s', (message, likely, words) => {
    const { percept, examination } = narrowed(message, likely);
    expect(missingOf(percept, examination, catalogue).missing).toEqual({ kind: 'words', words });
  });

  it.each(['?', '...', '12'])('there are none: %s', (message) => {
    expect(missingOf(perceive(message), examinationOf({ message }), catalogue).missing).toEqual({ kind: 'nonsense' });
  });
});

it('a refusal offers at most three figures, each once', () => {
  const near = ['universities', 'students', 'universities', 'academicians', 'research-staff'];
  expect(refuse({ kind: 'nonsense' }, near)).toEqual({
    kind: 'unknown',
    missing: { kind: 'nonsense' },
    near: ['universities', 'students', 'academicians'],
  });
  expect(refuse({ kind: 'nonsense' }, [])).toMatchObject({ near: [] });
});
