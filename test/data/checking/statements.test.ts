import { describe, expect, it } from 'vitest';
import { type Change, figure, onlyProblemAfter, relation } from '../problems.ts';

describe('statements', () => {
  it.each<[string, Change, string]>([
    [
      'with a brace left open',
      (it) => (it.en = '<b>{value</b> {place}'),
      'en: is not ICU MessageFormat (MALFORMED_ARGUMENT)',
    ],
    ['without the value', (it) => (it.en = '<b>many</b> {place}'), 'en: lacks {value}'],
    ['without the place', (it) => (it.en = '<b>{value} institutions</b>'), 'en: lacks {place}'],
    ['with an unknown argument', (it) => (it.en += ' {year}'), 'en: {year} does not exist; use {value}, {n}, {place}'],
    ['with an unknown tag', (it) => (it.en += ' <i>x</i>'), 'en: <i> is unknown'],
    ['that stress nothing', (it) => (it.en = '{value} {place}'), 'en: stresses nothing'],
    ['with a number written out', (it) => (it.en += ' of 48'), 'en: has a number written out'],
    ['that end with a stop', (it) => (it.zh += '。'), 'zh: ends with "。"'],
    [
      'that lack a plural form',
      (it) => (it.ru = '{place} <b>{value} {n, plural, one {вуз} other {вузов}}</b>'),
      'ru: the plural of {n} lacks few, many; Russian needs',
    ],
  ])('%s are reported', async (_, change, expected) => {
    const problem = await onlyProblemAfter(
      'figures.json',
      figure('universities', (it) => change(it.statement)),
    );
    expect(problem).toContain(`(universities).statement.${expected}`);
  });

  it('of a relation know both sides', async () => {
    const problem = await onlyProblemAfter(
      'relations.json',
      relation('labs-per-institution', (it) => (it.statement.en = '<b>{value}</b> {n}')),
    );
    expect(problem).toContain('(labs-per-institution).statement.en: {n} does not exist; use {value}, {left}, {right}');
  });

  it('hold the number, and labels do not', async () => {
    const problem = await onlyProblemAfter(
      'figures.json',
      figure('universities', (it) => (it.label.en = '48 universities')),
    );
    expect(problem).toContain('(universities).label.en: holds a number');
  });
});
