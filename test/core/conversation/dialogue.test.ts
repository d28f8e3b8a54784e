import { describe, expect, it } from 'vitest';
import { createAnswerer } from '../../../src/core/answers/answerer.ts';
import { LATEST, type Scope } from '../../../src/core/catalogue/scope.ts';
import { afterAnswer, type Dialogue } from '../../../src/core/conversation/dialogue.ts';
import type { Question } from '../../../src/core/question.ts';
import { catalogue } from '../../support/reading.ts';

const answer = createAnswerer(catalogue);
const NOTHING: Dialogue = { figures: [] };
const LABS: Dialogue = { figures: ['key-laboratories'], scope: { when: [LATEST] }, earlier: ['academicians'] };

const told = (...figures: string[]): Question => ({ kind: 'figure', figures });

describe('an answer with figures is what is spoken of from then on', () => {
  it.each<[string, Dialogue, Question, Scope, Dialogue]>([
    ['one, at first', NOTHING, told('universities'), {}, { figures: ['universities'], scope: {}, earlier: [] }],
    [
      'with its scope',
      NOTHING,
      told('universities'),
      { places: ['heilongjiang'] },
      { figures: ['universities'], scope: { places: ['heilongjiang'] }, earlier: [] },
    ],
    [
      'those before are remembered as earlier ones',
      LABS,
      told('universities'),
      {},
      { figures: ['universities'], scope: {}, earlier: ['key-laboratories'] },
    ],
    [
      'the same again keeps the earlier ones',
      LABS,
      told('key-laboratories'),
      {},
      { figures: ['key-laboratories'], scope: {}, earlier: ['academicians'] },
    ],
    [
      'two',
      LABS,
      told('universities', 'students'),
      {},
      { figures: ['universities', 'students'], scope: {}, earlier: ['key-laboratories'] },
    ],
    [
      'a comparison',
      NOTHING,
      { kind: 'compare', left: 'universities', right: 'key-laboratories' },
      {},
      { figures: ['universities', 'key-laboratories'], scope: {}, earlier: [] },
    ],
  ])('%s', (_, before, question, scope, after) => {
    expect(afterAnswer(before, answer(question), scope)).toMatchObject(after);
  });
});

describe('an answer without figures leaves what was spoken of', () => {
  it.each<[string, Question]>([
    ['help', { kind: 'help' }],
    ['thanks', { kind: 'greeting', what: 'thanks' }],
    ['the language', { kind: 'language' }],
    ['a refusal', { kind: 'unknown', missing: { kind: 'nonsense' }, near: [] }],
  ])('%s', (_, question) => {
    expect(afterAnswer(LABS, answer(question), {})).toEqual(LABS);
    expect(afterAnswer(NOTHING, answer(question), {})).toEqual({ figures: [], scope: {}, earlier: [] });
  });
});

describe('the values on the screen are remembered, and those before them', () => {
  it('the latest last, each once', () => {
    const first = afterAnswer(NOTHING, answer(told('universities')), {});
    expect(first.shown).toEqual([{ figure: 'universities', place: 'harbin', date: '2023-12-25' }]);
    const second = afterAnswer(first, answer(told('key-laboratories')), {});
    expect(second.shown?.map(({ figure }) => figure)).toEqual(['key-laboratories']);
    expect(second.earlierShown).toEqual(first.shown);
    const third = afterAnswer(second, answer(told('universities')), {});
    expect(third.earlierShown).toEqual(second.shown);
    expect(afterAnswer(third, answer({ kind: 'help' }), {}).shown).toEqual(third.shown);
  });

  it('several told together can be pointed at until others are, and what was offered until something else is', () => {
    const chosen: Question = { kind: 'choice', figures: ['planned-investment', 'award-funding'] };
    const offered = afterAnswer(NOTHING, answer(chosen), {});
    const picked = afterAnswer(offered, answer(told('award-funding')), {});
    expect(picked).toMatchObject({ offered: chosen.figures });
    const two = afterAnswer(picked, answer(told('universities', 'students')), {});
    expect(two).toMatchObject({ offered: chosen.figures, listed: ['universities', 'students'] });
    expect(afterAnswer(two, answer(chosen), {}).listed).toBeUndefined();
  });

  it('an answer about daily posts is remembered as that, by the next message alone', () => {
    const daily = afterAnswer(LABS, answer({ kind: 'daily', ask: { kind: 'status' } }), {});
    expect(daily.subject).toBe('daily');
    expect(afterAnswer(daily, answer({ kind: 'help' }), {}).subject).toBeUndefined();
  });
});

describe('what is offered can be picked by the next message, and by no later one', () => {
  it.each<[string, Question, string[]]>([
    [
      'a choice',
      { kind: 'choice', figures: ['invention-patents', 'patents-granted'] },
      ['invention-patents', 'patents-granted'],
    ],
    [
      'near ones of a refusal',
      { kind: 'unknown', missing: { kind: 'nonsense' }, near: ['universities', 'students'] },
      ['universities', 'students'],
    ],
    ['a refusal with one', { kind: 'unknown', missing: { kind: 'nonsense' }, near: ['students'] }, ['students']],
  ])('%s', (_, question, options) => {
    const offered = afterAnswer(LABS, answer(question), {});
    expect(offered.options).toEqual(options);
    expect(afterAnswer(offered, answer(told('universities')), {}).options).toBeUndefined();
    expect(afterAnswer(offered, answer({ kind: 'help' }), {}).options).toBeUndefined();
  });

  it.each<[string, Question]>([
    ['a list', { kind: 'list', topics: ['companies'] }],
    ['a page of all', { kind: 'list', topics: [] }],
    ['the overview', { kind: 'overview' }],
  ])('%s, in its order', (_, question) => {
    const given = answer(question);
    const shown = 'stated' in given && Array.isArray(given.stated) ? given.stated.map(({ figure }) => figure.id) : [];
    expect(shown.length).toBeGreaterThan(1);
    expect(afterAnswer(NOTHING, given, {}).options).toEqual(shown);
  });
});
