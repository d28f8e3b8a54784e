import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkCatalogue } from '../../../src/data/check-catalogue.ts';
import { describeProblem } from '../../../src/data/problem.ts';
import { catalogueWith, copyOfShipped, SHIPPED } from '../folder.ts';
import { figure, onlyProblemAfter } from '../problems.ts';

describe('the shipped catalogue', () => {
  it('has no problem', async () => {
    expect((await checkCatalogue(SHIPPED)).map(describeProblem)).toEqual([]);
  });

  it('has no problem in a folder of its own', async () => {
    expect(await checkCatalogue(await copyOfShipped())).toEqual([]);
  });
});

describe('a problem tells', () => {
  it('the file, the place in it, what is wrong and what to do', async () => {
    const problem = await onlyProblemAfter(
      'figures.json',
      figure('key-laboratories', (it) => (it.observations[0].source = 'x')),
    );
    expect(problem).toBe(
      'figures.json figures[1] (key-laboratories).observations[0].source: no source "x" in sources.json; add it there or use one of: press-release-2023-12, city-site-2021-03, city-site-2021-05, city-site-2024-04, city-site-2024-08, xinhua-2021-02 …',
    );
  });

  it('every fault of every file at once', async () => {
    const folder = await catalogueWith({
      'sources.json': (data) => (data.sources[0].url = 'ftp://example.org'),
      'places.json': (data) => delete data.places[0].name.zh,
      'figures.json': (data) => {
        data.figures[0].topic = 'nowhere';
        data.figures[1].value = 3;
        data.figures[2].observations[0].asOf.date = '2024-01-01';
      },
      'relations.json': (data) => (data.relations[0].left = 'innovation-goal'),
    });
    await writeFile(join(folder, 'gaps.json'), '{\n  "gaps": [\n  ]]\n}');
    const problems = await checkCatalogue(folder);
    expect(problems.map(({ file, at }) => `${file} ${at}`)).toEqual([
      'gaps.json line 3',
      'sources.json sources[0] (press-release-2023-12).url',
      'places.json places[0] (harbin).name.zh',
      'figures.json figures[1] (key-laboratories)',
      'figures.json figures[0] (universities).topic',
      'relations.json relations[0] (investment-per-project).left',
    ]);
  });
});
