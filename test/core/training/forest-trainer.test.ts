import { describe, expect, it } from 'vitest';
import { scoreForest } from '../../../src/core/reading/forest.ts';
import { type Measured, trainForest } from '../../../src/core/training/forest-trainer.ts';

const OPTIONS = { trees: 30, depth: 3, rate: 0.2, fewest: 5, bins: 16, ridge: 1, share: 1 };

/** A grid of two measures and one that says nothing. */
function grid(isRight: (x: number, y: number) => boolean): Measured[] {
  return Array.from({ length: 400 }, (_, at) => {
    const [x, y] = [(at % 20) / 20, Math.floor(at / 20) / 20];
    return { values: [x, y, (at * 7919) % 13], isRight: isRight(x, y) };
  });
}

describe('it learns a toy set', () => {
  it.each<[string, (x: number, y: number) => boolean]>([
    ['one threshold', (x) => x > 0.5],
    ['both measures', (x, y) => x > 0.3 && y > 0.6],
    ['either of them', (x, y) => x < 0.2 || y < 0.2],
    ['a stripe', (x) => x > 0.3 && x < 0.7],
    ['one, but not both', (x, y) => x > 0.45 !== y > 0.45],
  ])('%s', (_, isRight) => {
    const cases = grid(isRight);
    const forest = trainForest(cases, OPTIONS);
    const hits = cases.filter(({ values, isRight: right }) => scoreForest(forest, values) > 0 === right).length;
    expect(hits / cases.length).toBeGreaterThan(0.9);
  });
});

describe('the same cases give the same forest', () => {
  it.each<[string, Partial<typeof OPTIONS>]>([
    ['as it is', {}],
    ['deeper', { depth: 5 }],
    ['of one tree', { trees: 1 }],
  ])('%s', (_, options) => {
    const train = () =>
      trainForest(
        grid((x, y) => x + y > 1),
        { ...OPTIONS, ...options },
      );
    expect(train()).toEqual(train());
  });

  it('and others another', () => {
    expect(
      trainForest(
        grid((x) => x > 0.5),
        OPTIONS,
      ),
    ).not.toEqual(
      trainForest(
        grid((_, y) => y > 0.5),
        OPTIONS,
      ),
    );
  });
});

describe('it is as large as it may be', () => {
  it.each<[number, number]>([
    [0, 1],
    [1, 3],
    [2, 7],
    [3, 15],
  ])('a tree of depth %d has at most %d nodes', (depth, nodes) => {
    const { measures, roots } = trainForest(
      grid((x, y) => x * y > 0.2),
      { ...OPTIONS, trees: 4, depth },
    );
    expect(roots).toHaveLength(4);
    expect(measures.length).toBeLessThanOrEqual(4 * nodes);
  });

  it.each([5, 50, 201])('no leaf has fewer than %d cases', (fewest) => {
    const cases = grid((x, y) => x * y > 0.2);
    const forest = trainForest(cases, { ...OPTIONS, trees: 1, fewest });
    const leaves = new Map<number, number>();
    for (const { values } of cases) {
      const score = scoreForest(forest, values);
      leaves.set(score, (leaves.get(score) ?? 0) + 1);
    }
    expect(Math.min(...leaves.values())).toBeGreaterThanOrEqual(Math.min(fewest, cases.length));
    if (fewest > cases.length / 2) expect(leaves.size).toBe(1);
  });
});

it('without anything to learn it says how often a case is right', () => {
  const cases = Array.from({ length: 100 }, (_, at) => ({ values: [1], isRight: at % 4 === 0 }));
  expect(scoreForest(trainForest(cases, OPTIONS), [1])).toBeCloseTo(Math.log(1 / 3), 5);
});
