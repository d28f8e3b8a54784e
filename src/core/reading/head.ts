import type { Features } from './features.ts';
import { FEATURE_SCALE, LENGTH_OFFSET, type LinearModel, weightOf } from './linear.ts';

/** The units of a message that name its topic, and where the strongest of them stands; -1 where none does. */
export type Head = { isHead: readonly boolean[]; strength: readonly number[]; at: number };

/** A unit belongs to the head from this share of the strongest unit's weight on. */
const LEAST_SHARE = 0.3;
/** Weaker traces of a topic than this are chance. */
const LEAST_STRENGTH = 0.3;

/** What each unit speaks for one output of the topic model: each feature's weight, shared by the units that it covers. */
export function attributed(model: LinearModel, output: number, features: Features, length: number): number[] {
  const strength = new Array<number>(length).fill(0);
  const seen = new Set<number>();
  features.hashes.forEach((hash, i) => {
    if (seen.has(hash)) return;
    seen.add(hash);
    const [from = 0, to = 0] = [features.from[i], features.to[i]];
    const weight = weightOf(model, hash, output) / (to - from + 1);
    for (let at = from; at <= to; at++) strength[at] = (strength[at] ?? 0) + weight;
  });
  const scale = FEATURE_SCALE / Math.sqrt(seen.size + LENGTH_OFFSET);
  return strength.map((weight) => weight * scale);
}

/** In: how strongly each unit names the topic. Out: the units that do. */
export function headOf(strength: readonly number[]): Head {
  const most = Math.max(LEAST_STRENGTH, ...strength);
  const isHead = strength.map((one) => one > LEAST_SHARE * most);
  let at = -1;
  strength.forEach((one, place) => {
    if (isHead[place] && one > (strength[at] ?? 0)) at = place;
  });
  return { isHead, strength, at };
}
