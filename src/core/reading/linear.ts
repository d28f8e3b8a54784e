/**
 * A trained linear model over sparse features, in a compact form: the features that it knows by their keys, ascending,
 * and for each the outputs that it speaks for or against with weights of eight bits.
 */
export type LinearModel = {
  outputs: readonly string[];
  keys: Uint32Array;
  /** The weights of feature i are those from starts[i] to starts[i + 1]. */
  starts: Uint32Array;
  classes: Uint8Array;
  weights: Int8Array;
  /** What one step of a weight is worth, by output. */
  steps: Float32Array;
  bias: Float32Array;
};

/** Keys are the upper 25 bits of hashes: shorter ones take fewer bytes, and one unknown feature in 200 passes for a known one. */
export function keyOf(hash: number): number {
  return hash >>> UNUSED_BITS;
}
const UNUSED_BITS = 7;

/** Long messages have many features: each then counts less. */
export const LENGTH_OFFSET = 20;
export const FEATURE_SCALE = 3;

/** In: a model and the distinct hashes of a message's features. Out: a score (log odds) for each output. */
export function scoreLinear(model: LinearModel, hashes: Iterable<number>): Float64Array {
  const scores = new Float64Array(model.outputs.length);
  let known = 0;
  for (const hash of hashes) {
    const at = placeOf(model.keys, keyOf(hash));
    if (at < 0) continue;
    known++;
    for (let i = model.starts[at] ?? 0; i < (model.starts[at + 1] ?? 0); i++) {
      const output = model.classes[i] ?? 0;
      scores[output] = (scores[output] ?? 0) + (model.weights[i] ?? 0);
    }
  }
  const scale = FEATURE_SCALE / Math.sqrt(known + LENGTH_OFFSET);
  for (let k = 0; k < scores.length; k++)
    scores[k] = (scores[k] ?? 0) * (model.steps[k] ?? 0) * scale + (model.bias[k] ?? 0);
  return scores;
}

/** The weight that a feature has for one output, before scaling by length; 0 where the model does not know it. */
export function weightOf(model: LinearModel, hash: number, output: number): number {
  const at = placeOf(model.keys, keyOf(hash));
  if (at < 0) return 0;
  for (let i = model.starts[at] ?? 0; i < (model.starts[at + 1] ?? 0); i++)
    if (model.classes[i] === output) return (model.weights[i] ?? 0) * (model.steps[output] ?? 0);
  return 0;
}

/** The place of a hash among ascending ones, by interpolation since they are spread evenly; -1 where it is not there. */
export function placeOf(keys: Uint32Array, hash: number): number {
  let low = 0;
  let high = keys.length - 1;
  while (low <= high) {
    const first = keys[low] ?? 0;
    const last = keys[high] ?? 0;
    if (hash < first || hash > last) return -1;
    const middle = first === last ? low : low + Math.floor(((hash - first) / (last - first)) * (high - low));
    const found = keys[middle] ?? 0;
    if (found === hash) return middle;
    if (found < hash) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Scores of some outputs as probabilities that add up to 1. */
export function softmax(scores: ArrayLike<number>, from: number, to: number): number[] {
  let most = Number.NEGATIVE_INFINITY;
  for (let k = from; k < to; k++) most = Math.max(most, scores[k] ?? 0);
  const powers = Array.from({ length: to - from }, (_, k) => Math.exp((scores[from + k] ?? 0) - most));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

/** A score as a probability. */
export function sigmoid(score: number): number {
  return 1 / (1 + Math.exp(-score));
}
