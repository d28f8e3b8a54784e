import { FEATURE_SCALE, keyOf, LENGTH_OFFSET, type LinearModel } from '../reading/linear.ts';
import { randomNumbers, shuffle } from './random.ts';

/** What one output group of a case should be: unknown, the place of the one right output, or for each output 1, 0 or unknown. */
export type Target = undefined | number | readonly (0 | 1 | undefined)[];

/** Outputs that belong together: of "one" exactly one is right, of "any" each is right or not by itself. */
export type OutputGroup = {
  kind: 'one' | 'any';
  outputs: readonly string[];
  /** Smaller weights are left out of the model: most of them are noise, and all of them are bytes. */
  leastWeight: number;
  /** Features that fewer writers used say nothing of this group. */
  fewestWriters: number;
};

/** A case: the distinct hashes of its features, who wrote it, and the targets by group. */
export type Case = { hashes: readonly number[]; writer: string; targets: readonly Target[] };

export type LinearOptions = { epochs: number; rate: number };

/** Gradients smaller than this change nothing that matters. */
const LEAST_GRADIENT = 2e-3;
/** Weights are rounded to so many steps: finer ones read no better and take more bytes. */
const LARGEST_WEIGHT = 16;

/**
 * Trains by AdaGrad, one case at a time in an order that a fixed seed shuffles. In: cases and output groups. Out: the model;
 * the same cases give the same bytes. Groups come in the order of the writers that they ask for, fewest first: rare features
 * speak only for the first of them.
 */
export function trainLinear(
  cases: readonly Case[],
  groups: readonly OutputGroup[],
  options: LinearOptions,
): LinearModel {
  const places = featurePlaces(cases, groups);
  const reach = Uint8Array.from(places.values(), ({ outputs }) => outputs);
  const rows = cases.map(({ hashes }) => Uint32Array.from(hashes.flatMap((hash) => places.get(keyOf(hash))?.at ?? [])));
  const outputs = groups.flatMap((group) => group.outputs);
  const count = outputs.length;
  const weights = new Float32Array(places.size * count);
  const squares = new Float32Array(places.size * count);
  const bias = new Float32Array(count);
  const biasSquares = new Float32Array(count);
  const scores = new Float64Array(count);
  const gradients = new Float64Array(count);
  const active = new Int32Array(count);
  const order = Uint32Array.from(rows.keys());
  const random = randomNumbers(1);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random);
    for (const at of order) step(rows[at] ?? new Uint32Array(), cases[at]?.targets ?? []);
  }
  return compact({
    places,
    weights,
    bias,
    outputs,
    least: groups.flatMap((group) => group.outputs.map(() => group.leastWeight)),
  });

  function step(features: Uint32Array, targets: readonly Target[]): void {
    const scale = FEATURE_SCALE / Math.sqrt(features.length + LENGTH_OFFSET);
    scores.fill(0);
    for (let f = 0; f < features.length; f++) {
      const from = (features[f] as number) * count;
      const reached = reach[features[f] as number] as number;
      for (let k = 0; k < reached; k++) (scores[k] as number) += weights[from + k] as number;
    }
    for (let k = 0; k < count; k++) scores[k] = (scores[k] as number) * scale + (bias[k] as number);
    let first = 0;
    groups.forEach(({ kind, outputs: { length } }, group) => {
      slope(kind, first, length, targets[group]);
      first += length;
    });
    let actives = 0;
    for (let k = 0; k < count; k++) {
      const gradient = gradients[k] as number;
      if (Math.abs(gradient) < LEAST_GRADIENT) continue;
      active[actives++] = k;
      (biasSquares[k] as number) += gradient * gradient;
      (bias[k] as number) -= (0.3 * options.rate * gradient) / Math.sqrt((biasSquares[k] as number) + 1e-6);
    }
    for (let f = 0; f < features.length; f++) {
      const from = (features[f] as number) * count;
      const reached = reach[features[f] as number] as number;
      for (let i = 0; i < actives; i++) {
        const k = active[i] as number;
        if (k >= reached) break;
        const slopeHere = (gradients[k] as number) * scale;
        (squares[from + k] as number) += slopeHere * slopeHere;
        (weights[from + k] as number) -= (options.rate * slopeHere) / (Math.sqrt(squares[from + k] as number) + 1e-4);
      }
    }
  }

  function slope(kind: OutputGroup['kind'], first: number, length: number, target: Target): void {
    if (target === undefined) {
      gradients.fill(0, first, first + length);
    } else if (kind === 'any') {
      const right = target as readonly (0 | 1 | undefined)[];
      for (let k = 0; k < length; k++) {
        const one = right[k];
        gradients[first + k] = one === undefined ? 0 : 1 / (1 + Math.exp(-(scores[first + k] as number))) - one;
      }
    } else {
      let most = Number.NEGATIVE_INFINITY;
      for (let k = 0; k < length; k++) most = Math.max(most, scores[first + k] as number);
      let sum = 0;
      for (let k = 0; k < length; k++) sum += gradients[first + k] = Math.exp((scores[first + k] as number) - most);
      for (let k = 0; k < length; k++)
        gradients[first + k] = (gradients[first + k] as number) / sum - (k === target ? 1 : 0);
    }
  }
}

/** Of each feature that enough writers used its place, by the order of keys, and how many outputs it may speak for. */
function featurePlaces(
  cases: readonly Case[],
  groups: readonly OutputGroup[],
): Map<number, { at: number; outputs: number }> {
  const numbers = new Map<string, number>();
  // Of each feature the number of its writers and the last of them, in one number: cases of a writer stand together.
  const used = new Map<number, number>();
  for (const { hashes, writer } of cases) {
    const number = numbers.get(writer) ?? numbers.size;
    numbers.set(writer, number);
    for (const hash of hashes) {
      const key = keyOf(hash);
      const known = used.get(key);
      if (known === undefined) used.set(key, MOST_WRITERS + number);
      else if (known % MOST_WRITERS !== number) used.set(key, known - (known % MOST_WRITERS) + MOST_WRITERS + number);
    }
  }
  const outputsFor = (writers: number) =>
    groups.reduce((sum, { outputs, fewestWriters }) => sum + (writers >= fewestWriters ? outputs.length : 0), 0);
  const kept: [key: number, outputs: number][] = [];
  for (const [key, known] of used) {
    const outputs = outputsFor(Math.floor(known / MOST_WRITERS));
    if (outputs > 0) kept.push([key, outputs]);
  }
  return new Map(kept.sort(([a], [b]) => a - b).map(([key, outputs], at) => [key, { at, outputs }]));
}
const MOST_WRITERS = 100_000;

function compact({
  places,
  weights,
  bias,
  outputs,
  least,
}: {
  places: ReadonlyMap<number, { at: number }>;
  weights: Float32Array;
  bias: Float32Array;
  outputs: readonly string[];
  least: readonly number[];
}): LinearModel {
  const count = outputs.length;
  const largest = new Float32Array(count);
  for (let i = 0; i < weights.length; i++)
    largest[i % count] = Math.max(largest[i % count] as number, Math.abs(weights[i] as number));
  const steps = largest.map((one) => (one === 0 ? 1 : one / LARGEST_WEIGHT));
  const keys: number[] = [];
  const starts: number[] = [0];
  const classes: number[] = [];
  const rounded: number[] = [];
  for (const [key, { at: place }] of places) {
    const before = classes.length;
    for (let k = 0; k < count; k++) {
      const weight = weights[place * count + k] as number;
      const whole = Math.round(weight / (steps[k] as number));
      if (whole === 0 || Math.abs(weight) < (least[k] as number)) continue;
      classes.push(k);
      rounded.push(whole);
    }
    if (classes.length === before) continue;
    keys.push(key);
    starts.push(classes.length);
  }
  return {
    outputs,
    keys: Uint32Array.from(keys),
    starts: Uint32Array.from(starts),
    classes: Uint8Array.from(classes),
    weights: Int8Array.from(rounded),
    steps,
    bias,
  };
}
