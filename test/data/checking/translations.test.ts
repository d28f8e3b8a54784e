import { describe, expect, it } from 'vitest';
import { figure, onlyProblemAfter } from '../problems.ts';

describe('translations', () => {
  it.each<[string, string]>([
    ['zh', 'Chinese'],
    ['ru', 'Russian'],
  ])('left in English are reported (%s)', async (code, name) => {
    const problem = await onlyProblemAfter(
      'figures.json',
      figure('universities', (it) => (it.label[code] = 'Universities')),
    );
    expect(problem).toContain(`(universities).label.${code}: "Universities" does not look ${name}; translate it`);
  });

  it('are complete phrases only where the bot adds no stop', async () => {
    const problem = await onlyProblemAfter(
      'figures.json',
      figure('universities', (it) => (it.definition.counts.en += '.')),
    );
    expect(problem).toContain('(universities).definition.counts.en: ends with "."');
  });
});
