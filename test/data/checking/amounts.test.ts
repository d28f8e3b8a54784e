import { describe, expect, it } from 'vitest';
import { entry } from '../folder.ts';
import { figure, onlyProblemAfter, problemsAfter } from '../problems.ts';

describe('amounts in texts', () => {
  it('say the same in every language', async () => {
    const problems = await problemsAfter(
      'figures.json',
      figure('fuerjia-proceeds', (it) => {
        const { caveat } = it.observations[0];
        caveat.zh = caveat.zh.replace('3.06亿', '3.06万');
      }),
    );
    expect(problems).toContainEqual(
      expect.stringContaining('caveat.zh: says 3.06万, and the English text has no such amount'),
    );
  });
});

describe('amounts', () => {
  const dollars = (value: number) =>
    figure('planned-investment', (it) => (it.observations[0].equivalents[0].value = value));

  it.each([
    ['ten', 235_300_000, 'a slip of ten?'],
    ['万 and 亿', 235_300, 'a slip of 万 (10 thousand) and 亿 (100 million)?'],
    ['three zeros', 2_353_000, 'a slip of 3 zeros?'],
  ])('off by a slip of %s are reported at the amount that is wrong', async (_, value, expected) => {
    const problem = await onlyProblemAfter('figures.json', dollars(value));
    expect(problem).toContain('(planned-investment).observations[0].equivalents[0].value: implies ');
    expect(problem).toContain(expected);
  });

  it('may differ from the others by the rounding of a source', async () => {
    expect(await problemsAfter('figures.json', dollars(2_400_000_000))).toEqual([]);
  });

  it('without another to compare are held against the usual rate', async () => {
    const problem = await onlyProblemAfter('figures.json', (data) => {
      delete entry(data.figures, 'award-funding').observations[0].equivalents;
      for (const one of entry(data.figures, 'technology-contracts').observations) delete one.equivalents;
      dollars(23_530_000_000)(data);
    });
    expect(problem).toContain('implies 0.714 yuan for a dollar, but the usual rate is about 7.15');
  });

  it('that are counted are whole', async () => {
    const problem = await onlyProblemAfter(
      'figures.json',
      figure('universities', (it) => (it.observations[0].value = 48.5)),
    );
    expect(problem).toContain('(universities).observations[0].value: 48.5 is not a whole number');
  });

  it('that are counted have no dollars', async () => {
    const problem = await onlyProblemAfter(
      'figures.json',
      figure(
        'universities',
        (it) => (it.observations[0].equivalents = [{ value: 7, unit: 'USD', qualifier: 'about' }]),
      ),
    );
    expect(problem).toContain('(universities).observations[0].equivalents: a count has no dollars');
  });
});
