import { sigmoid } from '../reading/linear.ts';
import { type Network, POOLS, unitScale } from '../reading/network.ts';
import { randomNumbers, shuffle } from './random.ts';

/** A message: the hashes of each unit's features, for each output whether it is right or unknown, and the scores that it has already. */
export type NetworkCase = {
  units: readonly (readonly number[])[];
  targets: readonly (0 | 1 | undefined)[];
  base: readonly number[];
};

export type NetworkOptions = {
  /** Places that features share by their hash. */
  buckets: number;
  width: number;
  hidden: number;
  epochs: number;
  rate: number;
  /** The share of dimensions and of hidden units that each step leaves out, so that none is relied on alone. */
  dropout: number;
};

/** Embeddings begin this far from 0 at most. */
const FIRST_EMBEDDING = 0.5;
/** Embeddings are rounded to so many steps on either side of 0: finer ones read no better and take more bytes. */
const LARGEST = 15;
/** Slopes smaller than this change nothing that matters. */
const LEAST_SLOPE = 1e-4;
/** Added to the root of the squares: rare features, whose squares are small, move less. */
const CAUTION = 0.1;

/**
 * Trains a network to add to the scores that messages have already, by AdaGrad, one message at a time in an order that a
 * fixed seed shuffles; the rate falls to 0. In: messages and the names of the outputs. Out: the network; the same messages
 * give the same bytes.
 */
export function trainNetwork(
  cases: readonly NetworkCase[],
  outputs: readonly string[],
  { buckets, width, hidden: hiddenUnits, epochs, rate, dropout }: NetworkOptions,
): Network {
  const random = randomNumbers(7);
  const size = POOLS * width;
  const embeddings = trained(Float32Array.from({ length: buckets * width }, () => between(FIRST_EMBEDDING)));
  const hidden = trained(firstWeights(hiddenUnits, size));
  const output = trained(firstWeights(outputs.length, hiddenUnits));
  const packed = cases.map(({ units, targets, base }) => ({
    units: units.map((hashes) => Uint32Array.from(hashes, (hash) => (hash % buckets) * width)),
    targets,
    base,
  }));
  const values = new Float64Array(Math.max(0, ...packed.map(({ units }) => units.length)) * width);
  const pooled = new Float64Array(size);
  const largest = new Int32Array(width);
  const acts = new Float64Array(hiddenUnits);
  const keep = 1 / (1 - dropout);
  const order = Uint32Array.from(packed.keys());
  let done = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const at of order) {
      const one = packed[at];
      if (one) step(one, rate * (1 - done / (epochs * order.length)));
      done++;
    }
  }
  return { outputs, width, ...rounded(embeddings.weights, width), hidden: hidden.weights, output: output.weights };

  function step({ units, targets, base }: (typeof packed)[number], rateNow: number): void {
    pool(units);
    for (let h = 0; h < hiddenUnits; h++) {
      const from = h * (size + 1);
      let value = hidden.weights[from + size] as number;
      for (let i = 0; i < size; i++) value += (hidden.weights[from + i] as number) * (pooled[i] as number);
      acts[h] = value > 0 && random() >= dropout ? value * keep : 0;
    }
    const actSlopes = new Float64Array(hiddenUnits);
    for (let k = 0; k < outputs.length; k++) {
      const target = targets[k];
      if (target === undefined) continue;
      const from = k * (hiddenUnits + 1);
      let score = (output.weights[from + hiddenUnits] as number) + (base[k] ?? 0);
      for (let h = 0; h < hiddenUnits; h++) score += (output.weights[from + h] as number) * (acts[h] as number);
      const slope = sigmoid(score) - target;
      if (Math.abs(slope) < LEAST_SLOPE) continue;
      for (let h = 0; h < hiddenUnits; h++) {
        if ((acts[h] as number) === 0) continue;
        (actSlopes[h] as number) += slope * (output.weights[from + h] as number);
        descend(output, from + h, slope * (acts[h] as number), rateNow);
      }
      descend(output, from + hiddenUnits, slope, rateNow);
    }
    const poolSlopes = new Float64Array(size);
    for (let h = 0; h < hiddenUnits; h++) {
      if ((acts[h] as number) === 0) continue;
      const slope = (actSlopes[h] as number) * keep;
      const from = h * (size + 1);
      for (let i = 0; i < size; i++) {
        (poolSlopes[i] as number) += slope * (hidden.weights[from + i] as number);
        descend(hidden, from + i, slope * (pooled[i] as number), rateNow);
      }
      descend(hidden, from + size, slope, rateNow);
    }
    units.forEach((features, at) => {
      const scale = unitScale(features.length) * keep;
      for (let d = 0; d < width; d++) {
        if (values[at * width + d] === 0) continue;
        const slope =
          scale *
          ((poolSlopes[width + d] as number) / units.length + (largest[d] === at ? (poolSlopes[d] as number) : 0));
        if (slope !== 0)
          for (let f = 0; f < features.length; f++) descend(embeddings, (features[f] as number) + d, slope, rateNow);
      }
    });
  }

  /** The units of a message as values, some of them left out, and their pools. */
  function pool(units: readonly Uint32Array[]): void {
    pooled.fill(Number.NEGATIVE_INFINITY, 0, width);
    pooled.fill(0, width);
    units.forEach((features, at) => {
      const scale = unitScale(features.length) * keep;
      for (let d = 0; d < width; d++) {
        let value = 0;
        if (random() >= dropout)
          for (let f = 0; f < features.length; f++) value += embeddings.weights[(features[f] as number) + d] as number;
        value *= scale;
        values[at * width + d] = value;
        if (value > (pooled[d] as number)) {
          pooled[d] = value;
          largest[d] = at;
        }
        (pooled[width + d] as number) += value / units.length;
      }
    });
  }

  function between(reach: number): number {
    return (2 * random() - 1) * reach;
  }

  function firstWeights(rows: number, columns: number): Float32Array {
    const reach = Math.sqrt(6 / (rows + columns));
    return Float32Array.from({ length: rows * (columns + 1) }, (_, i) =>
      i % (columns + 1) === columns ? 0 : between(reach),
    );
  }
}

/** Weights in training, and the sum of the squared slopes of each. */
type Trained = { weights: Float32Array; squares: Float32Array };

function trained(weights: Float32Array): Trained {
  return { weights, squares: new Float32Array(weights.length) };
}

function descend({ weights, squares }: Trained, at: number, slope: number, rate: number): void {
  const square = (squares[at] as number) + slope * slope;
  squares[at] = square;
  (weights[at] as number) -= (rate * slope) / (Math.sqrt(square) + CAUTION);
}

function rounded(embeddings: Float32Array, width: number): Pick<Network, 'embeddings' | 'steps'> {
  const steps = new Float32Array(width);
  for (let i = 0; i < embeddings.length; i++)
    steps[i % width] = Math.max(steps[i % width] as number, Math.abs(embeddings[i] as number) / LARGEST);
  return {
    embeddings: Int8Array.from(embeddings, (value, i) => Math.round(value / (steps[i % width] || 1))),
    steps,
  };
}
