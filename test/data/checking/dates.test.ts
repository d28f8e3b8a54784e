import { describe, expect, it } from 'vitest';
import { type Change, figure, onlyProblemAfter, problemsAfter } from '../problems.ts';

describe('dates', () => {
  it.each<[string, Change, string]>([
    [
      'later than the source',
      (it) => (it.asOf.date = '2024-01'),
      'asOf.date: 2024-01 is later than the source (2023-12-25)',
    ],
    [
      'that no calendar has',
      (it) => (it.asOf.date = '2023-02-30'),
      'asOf.date: there is no 2023-02-30 in the calendar',
    ],
    [
      'of a leap day in another year',
      (it) => (it.asOf.date = '2023-02-29'),
      'asOf.date: there is no 2023-02-29 in the calendar',
    ],
  ])('%s are reported', async (_, change, expected) => {
    const problem = await onlyProblemAfter(
      'figures.json',
      figure('universities', (it) => change(it.observations[0])),
    );
    expect(problem).toContain(`(universities).observations[0].${expected}`);
  });

  it('of an event must agree with its sentences', async () => {
    const problems = await problemsAfter(
      'figures.json',
      figure('fuerjia-listing', (it) => (it.observations[0].happened = '2023-08-02')),
    );
    expect(problems).toHaveLength(3);
    expect(problems[0]).toContain('.statement.en: does not say 2, though it happened on 2023-08-02');
  });

  it('of an event must not be later than the source', async () => {
    const change = figure('technology-trading-market', (it) => {
      it.observations[0].happened = '2024-01';
      for (const language of ['en', 'zh', 'ru'])
        it.statement[language] = it.statement[language].replace('2023', '2024');
    });
    const problem = await onlyProblemAfter('figures.json', change);
    expect(problem).toContain('.observations[0].happened: 2024-01 is later than the source (2023-12-25)');
  });

  it('of retrieval must not be before publication', async () => {
    const problem = await onlyProblemAfter('sources.json', (data) => (data.sources[0].retrieved = '2023-12-24'));
    expect(problem).toContain('(press-release-2023-12).retrieved: 2023-12-24 is before its publication on 2023-12-25');
  });

  it('may be as coarse as they are known', async () => {
    for (const date of ['2023', '2023-12', '2010']) {
      expect(
        await problemsAfter(
          'figures.json',
          figure('universities', (it) => (it.observations[0].asOf.date = date)),
        ),
      ).toEqual([]);
    }
  });

  it('tell two observations of one source apart', async () => {
    const problem = await onlyProblemAfter(
      'figures.json',
      figure('key-laboratories', (it) => it.observations.push(it.observations[0])),
    );
    expect(problem).toContain('(key-laboratories).observations[1]: says the same as observations[0]');
  });
});

describe('dates of sources', () => {
  it('may be as vague as they are known, or left out', async () => {
    const problems = await problemsAfter('sources.json', (data) => {
      data.sources[0].published = '2023';
      delete data.sources[1].published;
    });
    expect(problems).toEqual([]);
  });

  it('may lie before an event that the source announces, and before no other', async () => {
    const listing = (change: Change) => problemsAfter('figures.json', figure('fuerjia-listing', change));
    expect(await listing(() => {})).toEqual([]);
    const [problem] = await listing((it) => delete it.observations[1].announced);
    expect(problem).toContain('(fuerjia-listing).observations[1].happened: 2023-08-01 is later than the source');
  });
});
