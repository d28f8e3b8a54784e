import { hashOf } from './hash.ts';
import { keyOf, placeOf } from './linear.ts';
import type { Unit } from './units.ts';

/** Classes of words in general use, the most telling first: what an unknown word is, where no keyword knows it. */
export const CLASSES = [
  'science',
  'industry',
  'organisation',
  'rank',
  'state',
  'attribute',
  'member',
  'action',
  'quality',
  'place',
  'cause',
  'judgement',
  'forecast',
  'order',
  'measure',
  'law',
  'learning',
  'culture',
  'kin',
  'office',
  'life',
  'medium',
  'time',
  'mood',
  'ask',
  'function',
] as const;
export type WordClass = (typeof CLASSES)[number];

/** Words by their keys, ascending, and of each its classes as bits in the order of CLASSES. */
export type Thesaurus = { keys: Uint32Array; classes: Uint32Array };

const SPACE = 41;
/** Chinese words have no borders: the longest that the thesaurus knows counts. */
const LONGEST_SIGNS = 4;

/** In: lists of words by class, each word as its key (a stem, or Chinese signs). Out: the thesaurus. */
export function thesaurusOf(lists: ReadonlyMap<WordClass, readonly string[]>): Thesaurus {
  const bits = new Map<number, number>();
  for (const [name, words] of lists)
    for (const word of words) {
      const key = keyOf(hashOf(SPACE, word));
      bits.set(key, (bits.get(key) ?? 0) | (1 << CLASSES.indexOf(name)));
    }
  const keys = Uint32Array.from(bits.keys()).sort();
  return { keys, classes: Uint32Array.from(keys, (key) => bits.get(key) ?? 0) };
}

/** In: the units of a message. Out: of each the classes of its word as bits; 0 where it is not known. */
export function classesOf(units: readonly Unit[], { keys, classes }: Thesaurus): number[] {
  const bitsOf = (word: string) => classes[placeOf(keys, keyOf(hashOf(SPACE, word)))] ?? 0;
  const found = new Array<number>(units.length).fill(0);
  for (let at = 0; at < units.length; at++) {
    const unit = units[at];
    if (unit?.kind === 'word') found[at] = bitsOf(unit.key);
    if (unit?.kind !== 'han') continue;
    let signs = '';
    let [length, bits] = [1, 0];
    for (let next = at; next < at + LONGEST_SIGNS && units[next]?.kind === 'han'; next++) {
      signs += units[next]?.text;
      const known = bitsOf(signs);
      if (known !== 0) [length, bits] = [next - at + 1, known];
    }
    found.fill(bits, at, at + length);
    at += length - 1;
  }
  return found;
}

/** The names of some classes, the most telling first. */
export function namesOf(bits: number): WordClass[] {
  return bits === 0 ? [] : CLASSES.filter((_, place) => bits & (1 << place));
}
