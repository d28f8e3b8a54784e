import { describe, expect, it } from 'vitest';
import { type Network, runNetwork } from '../../../src/core/reading/network.ts';
import { type NetworkCase, trainNetwork } from '../../../src/core/training/network-trainer.ts';

const OPTIONS = { buckets: 64, width: 8, hidden: 8, epochs: 200, rate: 0.3, dropout: 0 };

describe('a network', () => {
  it('adds the pooled units up through one hidden layer', () => {
    // Two buckets of one dimension: 3 and -1 steps of 0.5, so that the units are worth 1.5 and -0.5.
    const network: Network = {
      outputs: ['a', 'b'],
      width: 1,
      embeddings: Int8Array.of(3, -1),
      steps: Float32Array.of(0.5),
      hidden: Float32Array.of(1, 2, 0.25, -1, 0, 0),
      output: Float32Array.of(2, 0, 1, -1, 5, 0),
    };
    // Largest 1.5, mean 0.5: the hidden units are 1.5 + 1 + 0.25 and max(0, -1.5).
    expect([...runNetwork(network, [[0], [1]])]).toEqual([2 * 2.75 + 1, -2.75]);
  });

  it('gives scores for a message without units too', () => {
    const network = trainNetwork(cases([[[1]], 1]), ['a'], OPTIONS);
    expect(Number.isFinite(runNetwork(network, [])[0])).toBe(true);
  });
});

describe('a trained network', () => {
  // Two words mean something only together, or only alone: no sum of weights can tell.
  const rows = cases([[[1]], 1], [[[2]], 1], [[[1], [2]], 0], [[[3]], 0]);

  it('learns what words mean together', () => {
    const network = trainNetwork(rows, ['a'], OPTIONS);
    for (const { units, targets } of rows) expect((runNetwork(network, units)[0] ?? 0) > 0).toBe(targets[0] === 1);
  });

  it('is the same for the same cases', () => {
    expect(trainNetwork(rows, ['a'], OPTIONS)).toEqual(trainNetwork(rows, ['a'], OPTIONS));
  });

  it('adds to what is known already, and nothing where that is right', () => {
    const known = rows.map((row) => ({ ...row, base: [row.targets[0] === 1 ? 20 : -20] }));
    const network = trainNetwork(known, ['a'], { ...OPTIONS, epochs: 5 });
    for (const { units, base } of known)
      expect(Math.sign((base[0] ?? 0) + (runNetwork(network, units)[0] ?? 0))).toBe(Math.sign(base[0] ?? 0));
  });

  it('learns nothing from outputs that are unknown', () => {
    const unknown = trainNetwork([{ units: [[1]], targets: [undefined], base: [0] }], ['a'], OPTIONS);
    const untrained = trainNetwork([{ units: [[1]], targets: [undefined], base: [0] }], ['a'], {
      ...OPTIONS,
      epochs: 0,
    });
    expect(unknown).toEqual(untrained);
  });
});

function cases(...rows: [number[][], 0 | 1][]): NetworkCase[] {
  return rows.map(([units, target]) => ({ units, targets: [target], base: [0] }));
}
