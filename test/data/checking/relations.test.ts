import { describe, expect, it } from 'vitest';
import { entry } from '../folder.ts';
import { type Change, figure, onlyProblemAfter, problemsAfter, relation } from '../problems.ts';

describe('relations', () => {
  it.each<[string, string, Change, string]>([
    [
      'to an event',
      'pass-rate',
      (it) => (it.left = 'fuerjia-listing'),
      'left: "fuerjia-listing" is an event and has no number',
    ],
    [
      'to an aim',
      'pass-rate',
      (it) => (it.right = 'innovation-goal'),
      'right: "innovation-goal" is an aim and has no number',
    ],
    [
      'of a figure to itself',
      'pass-rate',
      (it) => (it.right = it.left),
      'right: relates "approved-enterprises" to itself',
    ],
    [
      'that subtract a count from money',
      'investment-per-project',
      (it) => (it.operation = 'difference'),
      'operation: a difference of yuan and projects means nothing',
    ],
    [
      'that are allowed without a sentence',
      'labs-per-institution',
      (it) => delete it.statement,
      'statement: an allowed relation needs its sentence',
    ],
    [
      'that have a sentence in vain',
      'labs-per-institution',
      (it) => (it.allowed = false),
      'statement: is never shown, since the relation is not allowed',
    ],
  ])('%s are reported', async (_, id, change, expected) => {
    expect(await onlyProblemAfter('relations.json', relation(id, change))).toContain(`(${id}).${expected}`);
  });

  it('that divide by nothing are reported', async () => {
    const problems = await problemsAfter(
      'figures.json',
      figure('key-projects', (it) => (it.observations[0].value = 0)),
    );
    expect(problems).toEqual([expect.stringContaining('(investment-per-project).right: "key-projects" is 0')]);
  });

  it('that compute the same are reported', async () => {
    const problem = await onlyProblemAfter('relations.json', (data) => {
      const words = { en: ['quota'], zh: ['配额'], ru: ['квота'] };
      data.relations.push({ ...entry(data.relations, 'pass-rate'), id: 'quota', keywords: words });
    });
    expect(problem).toContain('(quota): computes the same as relations[');
  });
});
