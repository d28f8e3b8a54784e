/** Boosted decision trees, laid end to end: of each node the measure that it asks and its threshold, or -1 and a value. */
export type Forest = {
  bias: number;
  roots: Uint16Array;
  measures: Int8Array;
  thresholds: Float32Array;
  rights: Uint16Array;
};

/** In: a forest and the measures of one case. Out: its score (log odds). The left child of a node stands right behind it. */
export function scoreForest({ bias, roots, measures, thresholds, rights }: Forest, values: ArrayLike<number>): number {
  let score = bias;
  for (const root of roots) {
    let node = root;
    for (let measure = measures[node] ?? -1; measure >= 0; measure = measures[node] ?? -1)
      node = (values[measure] ?? 0) <= (thresholds[node] ?? 0) ? node + 1 : (rights[node] ?? 0);
    score += thresholds[node] ?? 0;
  }
  return score;
}
