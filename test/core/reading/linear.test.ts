import { describe, expect, it } from 'vitest';
import {
  FEATURE_SCALE,
  keyOf,
  LENGTH_OFFSET,
  type LinearModel,
  scoreLinear,
  sigmoid,
  softmax,
  weightOf,
} from '../../../src/core/reading/linear.ts';
import { model as shipped } from '../../support/reading.ts';

/** A hash with this key. */
const hashed = (key: number) => key * 128;

/** Two outputs; key 10 speaks for the first, 20 against the first and for the second, 30000000 for the second. */
const model: LinearModel = {
  outputs: ['labs', 'patents'],
  keys: Uint32Array.of(10, 20, 30_000_000),
  starts: Uint32Array.of(0, 1, 3, 4),
  classes: Uint8Array.of(0, 0, 1, 1),
  weights: Int8Array.of(100, -50, 40, 127),
  steps: Float32Array.of(0.5, 0.25),
  bias: Float32Array.of(-1, -2),
};
const scaled = (known: number) => FEATURE_SCALE / Math.sqrt(known + LENGTH_OFFSET);

describe('a score is the bias and the weights of the known features, each less the more there are', () => {
  it.each<[string, number[], number[]]>([
    ['nothing', [], [-1, -2]],
    ['an unknown feature', [11], [-1, -2]],
    ['one feature', [10], [50 * scaled(1) - 1, -2]],
    ['one for and against', [20], [-25 * scaled(1) - 1, 10 * scaled(1) - 2]],
    ['several', [10, 20, 30_000_000], [25 * scaled(3) - 1, (10 + 31.75) * scaled(3) - 2]],
    ['known beside unknown', [10, 15, 33_554_431], [50 * scaled(1) - 1, -2]],
  ])('%s', (_, hashes, scores) => {
    scoreLinear(model, hashes.map(hashed)).forEach((score, at) => {
      expect(score).toBeCloseTo(scores[at] ?? 0, 9);
    });
  });
});

describe('the weight of a feature for one output', () => {
  it.each<[number, number, number]>([
    [10, 0, 50],
    [10, 1, 0],
    [20, 0, -25],
    [20, 1, 10],
    [30_000_000, 1, 31.75],
    [9, 0, 0],
    [21, 1, 0],
  ])('key %d, output %d', (key, output, weight) => {
    expect(weightOf(model, hashed(key), output)).toBe(weight);
  });
});

it('every feature of the shipped models is found, and nothing else', () => {
  for (const one of [shipped.topics, shipped.frame, shipped.narrowing]) {
    const first = one.keys.findIndex((_, at) => (one.starts[at + 1] ?? 0) > (one.starts[at] ?? 0));
    for (let at = first; at < one.keys.length; at += 97) {
      const key = one.keys[at] ?? 0;
      const output = one.classes[one.starts[at] ?? 0] ?? 0;
      expect(weightOf(one, hashed(key), output)).toBe(
        (one.weights[one.starts[at] ?? 0] ?? 0) * (one.steps[output] ?? 0),
      );
      if (one.keys[at + 1] !== key + 1) expect(weightOf(one, hashed(key + 1), output)).toBe(0);
    }
  }
});

describe('scores as probabilities', () => {
  it.each<[string, number[], number, number, number[]]>([
    ['equal ones', [1, 1, 1, 1], 0, 4, [0.25, 0.25, 0.25, 0.25]],
    ['some of them', [9, 0, 0, 9], 1, 3, [0.5, 0.5]],
    ['huge ones', [1000, 1000], 0, 2, [0.5, 0.5]],
    ['one far ahead', [0, -1000], 0, 2, [1, 0]],
    ['log 3 to 1', [Math.log(3), 0], 0, 2, [0.75, 0.25]],
  ])('%s', (_, scores, from, to, shares) => {
    softmax(scores, from, to).forEach((share, at) => {
      expect(share).toBeCloseTo(shares[at] ?? 0, 9);
    });
  });

  it.each<[number, number]>([
    [0, 0.5],
    [Math.log(3), 0.75],
    [-Math.log(3), 0.25],
    [1000, 1],
    [-1000, 0],
  ])('sigmoid of %d', (score, probability) => {
    expect(sigmoid(score)).toBeCloseTo(probability, 9);
  });
});

it('a key is the upper part of a hash, up to the largest', () => {
  expect([0, 127, 128, 4_294_967_295].map(keyOf)).toEqual([0, 0, 1, 33_554_431]);
});
