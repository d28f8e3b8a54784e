import { describe, expect, it } from 'vitest';
import { type Change, figure, onlyProblemAfter, problemsAfter } from '../problems.ts';

describe('shapes', () => {
  it.each<[string, Change, string]>([
    [
      'a missing translation',
      (it) => delete it.label.zh,
      '.label.zh: the Chinese translation is missing; add "zh" beside the other languages',
    ],
    ['a missing field', (it) => delete it.topic, '.topic: is missing; add "topic"'],
    ['an unknown field', (it) => (it.lable = 1), ': unknown field "lable"; remove it or correct its name'],
    [
      'an empty text',
      (it) => (it.label.en = ' '),
      '.label.en: " " must not be empty, nor begin or end with a space; correct it',
    ],
    [
      'a number as text',
      (it) => (it.observations[0].value = '229'),
      '.observations[0].value: "229" is of the wrong type; write a number',
    ],
    [
      'an unknown kind',
      (it) => (it.kind = 'guess'),
      '.kind: "guess" is no kind of figure; use one of: count, money, percent, rank, event, aim',
    ],
    [
      'an unknown qualifier',
      (it) => (it.observations[0].qualifier = 'circa'),
      '.observations[0].qualifier: "circa" is not allowed here; use one of: exactly, over, about, planned',
    ],
    [
      'a month 13',
      (it) => (it.observations[0].asOf.date = '2023-13'),
      '.observations[0].asOf.date: "2023-13" must be a date like 2023, 2023-12 or 2023-12-25; correct it',
    ],
    [
      'an observation without source',
      (it) => delete it.observations[0].source,
      '.observations[0].source: is missing; add "source"',
    ],
    [
      'a figure without observation',
      (it) => (it.observations = []),
      '.observations: the empty list needs at least one entry; correct it',
    ],
  ])('%s is reported at its place', async (_, change, expected) => {
    const problem = await onlyProblemAfter('figures.json', figure('key-laboratories', change));
    expect(problem).toBe(`figures.json figures[1] (key-laboratories)${expected}`);
  });

  it('a broken figure is still known to those that refer to it', async () => {
    const problems = await problemsAfter(
      'figures.json',
      figure('universities', (it) => delete it.unit),
    );
    expect(problems).toEqual(['figures.json figures[0] (universities).unit: is missing; add "unit"']);
  });
});
