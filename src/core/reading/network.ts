/**
 * A small neural network over the units of a message. Each unit is the sum of the embeddings of its features; the units are
 * pooled into the largest and the mean of each dimension; one hidden layer stands between them and the outputs.
 */
export type Network = {
  outputs: readonly string[];
  /** Dimensions of an embedding. */
  width: number;
  /** Embeddings end to end, one for each bucket that features fall into by their hash; eight bits a dimension. */
  embeddings: Int8Array;
  /** What one step of an embedding is worth, by dimension. */
  steps: Float32Array;
  /** Of each hidden unit its weights for the pooled units, then its bias. */
  hidden: Float32Array;
  /** Of each output its weights for the hidden units, then its bias. */
  output: Float32Array;
};

/** How often the units are pooled: the largest of each dimension, and the mean. */
export const POOLS = 2;

/** In: a network and the hashes of each unit's features. Out: a score (log odds) for each output. */
export function runNetwork(network: Network, units: readonly (readonly number[])[]): Float64Array {
  const { width, embeddings, steps, outputs } = network;
  const buckets = embeddings.length / width;
  const pooled = new Float64Array(POOLS * width);
  pooled.fill(units.length === 0 ? 0 : Number.NEGATIVE_INFINITY, 0, width);
  const sum = new Int32Array(width);
  for (const hashes of units) {
    sum.fill(0);
    for (const hash of hashes) {
      const from = (hash % buckets) * width;
      for (let d = 0; d < width; d++) (sum[d] as number) += embeddings[from + d] as number;
    }
    const scale = unitScale(hashes.length);
    for (let d = 0; d < width; d++) {
      const value = (sum[d] as number) * (steps[d] as number) * scale;
      pooled[d] = Math.max(pooled[d] as number, value);
      (pooled[width + d] as number) += value / units.length;
    }
  }
  const hidden = layer(network.hidden, pooled);
  for (let h = 0; h < hidden.length; h++) hidden[h] = Math.max(0, hidden[h] as number);
  return outputs.length === 0 ? new Float64Array() : layer(network.output, hidden);
}

/** Units with many features count no more than those with few. */
export function unitScale(features: number): number {
  return 1 / Math.sqrt(Math.max(1, features));
}

/** In: weights, of each row those of the input and a bias, and the input. Out: a value for each row. */
function layer(weights: Float32Array, input: Float64Array): Float64Array {
  const size = input.length;
  const values = new Float64Array(weights.length / (size + 1));
  for (let row = 0; row < values.length; row++) {
    const from = row * (size + 1);
    let value = weights[from + size] as number;
    for (let i = 0; i < size; i++) value += (weights[from + i] as number) * (input[i] as number);
    values[row] = value;
  }
  return values;
}
