import type { Forest } from '../reading/forest.ts';
import { randomNumbers } from './random.ts';

/** One case: its measures, and whether it is right. */
export type Measured = { values: readonly number[]; isRight: boolean };

export type ForestOptions = {
  trees: number;
  depth: number;
  rate: number;
  fewest: number;
  bins: number;
  ridge: number;
  /** The share of the cases and of the measures that each tree looks at: trees that see different things err differently. */
  share: number;
};

type Node = { value: number } | { measure: number; threshold: number; left: Node; right: Node };

/**
 * Gradient boosting of small trees for a yes or no, over binned measures. In: cases. Out: the forest, the same for the same
 * cases. Each leaf holds at least `fewest` of the cases that its tree looks at.
 */
export function trainForest(cases: readonly Measured[], options: ForestOptions): Forest {
  const measures = cases[0]?.values.length ?? 0;
  const cuts = Array.from({ length: measures }, (_, m) =>
    cutsOf(
      cases.map(({ values }) => values[m] ?? 0),
      options.bins,
    ),
  );
  // Measure by measure, since a split looks at one measure of many cases.
  const bins = Array.from({ length: measures }, (_, m) =>
    Uint8Array.from(cases, ({ values }) => binOf(cuts[m] ?? [], values[m] ?? 0)),
  );
  const random = randomNumbers(3);
  const share = cases.filter(({ isRight }) => isRight).length / cases.length;
  const bias = Math.log(share / (1 - share));
  const scores = new Float64Array(cases.length).fill(bias);
  const slopes = new Float64Array(cases.length);
  const curves = new Float64Array(cases.length);
  const trees: Node[] = [];
  for (let t = 0; t < options.trees; t++) {
    cases.forEach(({ isRight }, at) => {
      const probability = 1 / (1 + Math.exp(-(scores[at] as number)));
      slopes[at] = (isRight ? 1 : 0) - probability;
      curves[at] = probability * (1 - probability);
    });
    const looked = Array.from({ length: measures }, (_, m) => m).filter(() => random() < options.share);
    const members = Uint32Array.from(cases.keys()).filter(() => random() < options.share);
    const tree = grow(members, looked, options.depth);
    trees.push(tree);
    cases.forEach(({ values }, at) => {
      (scores[at] as number) += valueIn(tree, values);
    });
  }
  return laidOut(bias, trees);

  function grow(members: Uint32Array, looked: readonly number[], depth: number): Node {
    let slope = 0;
    let curve = 0;
    for (const at of members) {
      slope += slopes[at] as number;
      curve += curves[at] as number;
    }
    const split =
      depth === 0 || members.length < 2 * options.fewest ? undefined : bestSplit(members, looked, slope, curve);
    if (!split) return { value: (options.rate * slope) / (curve + options.ridge) };
    const { measure, bin } = split;
    const column = bins[measure] as Uint8Array;
    const isLeft = (at: number) => (column[at] as number) <= bin;
    return {
      measure,
      threshold: Math.fround(cuts[measure]?.[bin] ?? 0),
      left: grow(members.filter(isLeft), looked, depth - 1),
      right: grow(
        members.filter((at) => !isLeft(at)),
        looked,
        depth - 1,
      ),
    };
  }

  function bestSplit(
    members: Uint32Array,
    looked: readonly number[],
    slope: number,
    curve: number,
  ): { measure: number; bin: number } | undefined {
    const base = (slope * slope) / (curve + options.ridge);
    let best: { measure: number; bin: number; gain: number } | undefined;
    for (const measure of looked) {
      const length = (cuts[measure]?.length ?? 0) + 1;
      if (length < 2) continue;
      const column = bins[measure] as Uint8Array;
      const sums = new Float64Array(length);
      const bends = new Float64Array(length);
      const counts = new Int32Array(length);
      for (let i = 0; i < members.length; i++) {
        const at = members[i] as number;
        const bin = column[at] as number;
        (sums[bin] as number) += slopes[at] as number;
        (bends[bin] as number) += curves[at] as number;
        (counts[bin] as number)++;
      }
      let [left, bend, count] = [0, 0, 0];
      for (let bin = 0; bin < length - 1; bin++) {
        left += sums[bin] as number;
        bend += bends[bin] as number;
        count += counts[bin] as number;
        if (count < options.fewest || members.length - count < options.fewest) continue;
        const gain =
          (left * left) / (bend + options.ridge) + (slope - left) ** 2 / (curve - bend + options.ridge) - base;
        if (gain > (best?.gain ?? LEAST_GAIN)) best = { measure, bin, gain };
      }
    }
    return best;
  }
}

const LEAST_GAIN = 1e-3;

/** Thresholds that part values into bins of about the same size, or between all values where they are few. */
function cutsOf(values: readonly number[], bins: number): number[] {
  const sorted = [...values].map(Math.fround).sort((a, b) => a - b);
  const distinct = sorted.filter((value, at) => value !== sorted[at - 1]);
  if (distinct.length <= bins)
    return distinct.slice(1).map((value, at) => Math.fround((value + (distinct[at] ?? 0)) / 2));
  const cuts: number[] = [];
  for (let bin = 1; bin < bins; bin++) {
    const cut = sorted[Math.floor((bin * sorted.length) / bins)] ?? 0;
    if (cuts.at(-1) !== cut) cuts.push(cut);
  }
  return cuts;
}

function binOf(cuts: readonly number[], value: number): number {
  let bin = 0;
  while (bin < cuts.length && value > (cuts[bin] as number)) bin++;
  return bin;
}

function valueIn(tree: Node, values: readonly number[]): number {
  let node = tree;
  while (!('value' in node)) node = (values[node.measure] ?? 0) <= node.threshold ? node.left : node.right;
  return node.value;
}

function laidOut(bias: number, trees: readonly Node[]): Forest {
  const measures: number[] = [];
  const thresholds: number[] = [];
  const rights: number[] = [];
  const lay = (node: Node): number => {
    const at = measures.length;
    measures.push('value' in node ? -1 : node.measure);
    thresholds.push('value' in node ? node.value : node.threshold);
    rights.push(0);
    if (!('value' in node)) {
      lay(node.left);
      rights[at] = lay(node.right);
    }
    return at;
  };
  const roots = trees.map(lay);
  return {
    bias,
    roots: Uint16Array.from(roots),
    measures: Int8Array.from(measures),
    thresholds: Float32Array.from(thresholds),
    rights: Uint16Array.from(rights),
  };
}
