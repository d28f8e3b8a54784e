import { describe, expect, it } from 'vitest';
import { type Change, figure, onlyProblemAfter, problemsAfter } from '../problems.ts';

describe('observations', () => {
  const companies = (change: Change) => onlyProblemAfter('figures.json', figure('high-tech-companies', change));
  const swap = (one: number, other: number) =>
    companies((it) => {
      const all = it.observations;
      [all[one], all[other]] = [all[other], all[one]];
    });

  it('begin with what is said of the own place', async () => {
    expect(await swap(0, 6)).toContain('observations[0]: stands first and is of "harbin-new-area"');
  });

  it('stand by place', async () => {
    expect(await swap(5, 6)).toContain('observations[6]: stands out of order');
  });

  it('stand newest first', async () => {
    expect(await swap(3, 4)).toContain('observations[4]: stands out of order');
  });

  it('of one series are of one publisher', async () => {
    const [problem] = await problemsAfter(
      'figures.json',
      figure('high-tech-companies', (it) => (it.observations[0].series = 'city-site-high-tech')),
    );
    expect(problem).toContain('observations[1].series: "city-site-high-tech" mixes PR Newswire with e.my399.com');
  });

  it('of one series are of one figure', async () => {
    const [problem] = await problemsAfter(
      'figures.json',
      figure('universities', (it) => (it.observations[1].series = 'patent-office-applications')),
    );
    expect(problem).toContain('"patent-office-applications" is also a series of universities');
  });

  it('of a place that does not exist are reported', async () => {
    const problems = await problemsAfter(
      'figures.json',
      figure('high-tech-companies', (it) => (it.observations[5].place = 'harbin-newarea')),
    );
    expect(problems).toContainEqual(
      expect.stringContaining('observations[5].place: no place "harbin-newarea" in places.json'),
    );
  });

  it.each([
    ['万 for 亿', (value: number) => value / 10_000],
    ['zeros too many', (value: number) => value * 1000],
  ])('with %s are held against the others of the place', async (_, slip) => {
    const [problem] = await problemsAfter(
      'figures.json',
      figure('high-tech-output', (it) => (it.observations[1].value = slip(it.observations[1].value))),
    );
    expect(problem).toContain('a slip of 万 (10 thousand) and 亿 (100 million), or of zeros?');
  });
});
