import { hashOf } from './hash.ts';
import type { Percept } from './perceive.ts';
import { namesOf } from './thesaurus.ts';

const CLASS = 60;

/**
 * What the network sees of a message. In: the message and the classes of its words. Out: of each unit the hashes of its text
 * and its classes, where runs of Chinese signs are those of their first; the keyword matches are one unit more.
 */
export function unitFeatures({ units, features }: Percept, classes: readonly number[]): number[][] {
  const own: number[][] = units.map((_, at) => namesOf(classes[at] ?? 0).map((name) => hashOf(CLASS, name)));
  const matches: number[] = [];
  features.hashes.forEach((hash, i) => {
    const [from = 0, to = 0] = [features.from[i], features.to[i]];
    if (to < from) matches.push(hash);
    else if (to === from || units[from]?.kind === 'han') own[from]?.push(hash);
  });
  return [...own, matches];
}
