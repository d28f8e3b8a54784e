import { describe, expect, it } from 'vitest';
import type { FileName } from '../../../src/data/checking/read.ts';
import type { Json } from '../folder.ts';
import { type Change, onlyProblemAfter, problemsAfter } from '../problems.ts';

describe('ids', () => {
  it('that stand twice are reported', async () => {
    const problem = await onlyProblemAfter('places.json', (data) => {
      data.places.push({ ...data.places[3], keywords: { en: ['x'], zh: ['某地'], ru: ['где-то'] } });
    });
    expect(problem).toMatch(
      /^places\.json places\[\d+\] \(harbin-new-area\)\.id: "harbin-new-area" is already the id of places\[3\]/,
    );
  });

  it.each<[FileName, Change, string]>([
    [
      'figures.json',
      (data) => (data.figures[0].topic = 'educaton'),
      'figures[0] (universities).topic: no topic "educaton"',
    ],
    [
      'figures.json',
      (data) => (data.figures[0].related[0] = 'labs'),
      'figures[0] (universities).related[0]: no figure "labs"',
    ],
    [
      'figures.json',
      (data) => (data.figures[0].mentions = ['mars']),
      'figures[0] (universities).mentions[0]: no place "mars"',
    ],
    [
      'figures.json',
      (data) => (data.figures[0].observations[0].place = 'mars'),
      'figures[0] (universities).observations[0].place: no place "mars"',
    ],
    [
      'relations.json',
      (data) => (data.relations[0].left = 'labs'),
      'relations[0] (investment-per-project).left: no figure "labs"',
    ],
    [
      'relations.json',
      (data) => (data.relations[0].right = 'labs'),
      'relations[0] (investment-per-project).right: no figure "labs"',
    ],
    ['gaps.json', (data) => data.gaps.push(someGap(['labs'])), '(some-gap).near[0]: no figure "labs"'],
  ])('that %s refers to must exist (%#)', async (file, change, expected) => {
    expect(await onlyProblemAfter(file, change)).toContain(expected);
  });

  it('that do not exist are reported beside the wrong shape of the same entry', async () => {
    const problems = await problemsAfter('figures.json', (data) => {
      delete data.figures[0].label;
      data.figures[0].topic = 'educaton';
      data.figures[0].observations[0].source = 'yearbok';
    });
    expect(problems).toEqual([
      expect.stringContaining('figures[0] (universities).label: is missing'),
      expect.stringContaining('figures[0] (universities).topic: no topic "educaton" in figures.json'),
      expect.stringContaining('figures[0] (universities).observations[0].source: no source "yearbok" in sources.json'),
    ]);
  });

  it('that are misspelt get the one that was meant among the suggestions', async () => {
    const problem = await onlyProblemAfter('figures.json', (data) => (data.figures[0].related[0] = 'key-labs'));
    expect(problem).toMatch(/use one of: key-laboratories, .* …$/);
  });

  it('do not relate a figure to itself or name another twice', async () => {
    const problems = await problemsAfter('figures.json', (data) =>
      data.figures[0].related.push('universities', 'talent-policies'),
    );
    expect(problems).toEqual([
      expect.stringContaining('related[4]: "talent-policies" stands twice'),
      expect.stringContaining('a figure is not related to itself'),
    ]);
  });
});

function someGap(near: string[]): Json {
  return {
    id: 'some-gap',
    label: { en: 'the depth of snow', zh: '积雪深度', ru: 'глубины снега' },
    keywords: { en: ['depth of snow'], zh: ['积雪 深度'], ru: ['глубина снега'] },
    near,
  };
}
