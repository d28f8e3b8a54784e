import { describe, expect, it } from 'vitest';
import { type Forest, scoreForest } from '../../../src/core/reading/forest.ts';
import { MEASURES } from '../../../src/core/reading/measures.ts';
import { model } from '../../support/reading.ts';

/** One tree over measures 0 and 2, and a leaf by itself. */
const forest: Forest = {
  bias: 0.5,
  roots: Uint16Array.of(0, 5),
  //                    0:m0   1:leaf 2:m2   3:leaf 4:leaf 5:leaf
  measures: Int8Array.of(0, -1, 2, -1, -1, -1),
  thresholds: Float32Array.of(1, 10, 0.5, 20, 30, 100),
  rights: Uint16Array.of(2, 0, 4, 0, 0, 0),
};

describe('a forest adds the leaves that a case comes to', () => {
  it.each<[string, number[], number]>([
    ['left', [0, 9, 9], 110.5],
    ['on the threshold, left', [1, 9, 9], 110.5],
    ['right and left', [2, 9, 0.5], 120.5],
    ['right and right', [2, 9, 0.75], 130.5],
    ['a measure that is not there counts as 0', [2], 120.5],
  ])('%s', (_, values, score) => {
    expect(scoreForest(forest, values)).toBe(score);
  });

  it('without trees it is the bias', () => {
    const none = { ...forest, roots: Uint16Array.of() };
    expect([scoreForest(none, [1]), scoreForest(none, [])]).toEqual([0.5, 0.5]);
  });
});

it.each(['confidence', 'relevance'] as const)(
  'the shipped forest of %s asks only measures that there are, and each tree ends',
  (name) => {
    const { measures, rights, roots } = model[name];
    expect(Math.max(...measures)).toBeLessThan(MEASURES.length);
    expect(roots.length).toBeGreaterThan(0);
    measures.forEach((measure, at) => {
      if (measure >= 0) expect(rights[at]).toBeGreaterThan(at);
    });
  },
);

it('every measure has a name of its own', () => {
  expect(new Set(MEASURES).size).toBe(MEASURES.length);
});
