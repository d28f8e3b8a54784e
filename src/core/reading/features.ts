import { hashOf, mixed, next, seedOf } from './hash.ts';
import type { Unit } from './units.ts';

/** Features of a message for the linear models: each a hash, and the units that it covers. */
export type Features = { hashes: number[]; from: number[]; to: number[] };

/** Name spaces of features, so that equal texts of different kinds differ. */
const SPACE = {
  text: 1,
  key: 2,
  letters: 3,
  signs: 4,
  pair: 5,
  skip: 6,
  value: 7,
  place: 8,
  match: 9,
} as const;

const SHORTEST_LETTERS = 3;
const LONGEST_LETTERS = 5;
const LONGEST_SIGNS = 4;

/** Words, stems, pairs, letters inside words and runs of Chinese signs. In: units. Out: features with the units they cover. */
export function textFeatures(units: readonly Unit[]): Features {
  const features: Features = { hashes: [], from: [], to: [] };
  const add = (hash: number, from: number, to: number) => {
    features.hashes.push(hash);
    features.from.push(from);
    features.to.push(to);
  };
  units.forEach((unit, at) => {
    add(hashOf(SPACE.text, unit.text), at, at);
    if (unit.entity?.kind === 'place') add(hashOf(SPACE.place, unit.entity.place.id), at, at);
    if (unit.entity?.kind === 'number') add(hashOf(SPACE.value, String(unit.entity.value)), at, at);
    if (unit.kind === 'word') {
      if (unit.key !== unit.text) add(hashOf(SPACE.key, unit.key), at, at);
      for (const hash of lettersOf(unit.text)) add(hash, at, at);
    }
    if (unit.kind === 'han') {
      let hash = next(seedOf(SPACE.signs), unit.text.charCodeAt(0));
      for (let length = 2; length <= LONGEST_SIGNS; length++) {
        const following = units[at + length - 1];
        if (following?.kind !== 'han') break;
        hash = next(hash, following.text.charCodeAt(0));
        add(mixed(hash), at, at + length - 1);
      }
    }
    const before = units[at - 1];
    if (!(unit.kind === 'han' && before?.kind === 'han'))
      add(hashOf(SPACE.pair, `${before?.key ?? '^'} ${unit.key}`), Math.max(0, at - 1), at);
    const second = units[at - 2];
    if (second && unit.kind !== 'han') add(hashOf(SPACE.skip, `${second.key} ${unit.key}`), at, at);
  });
  const last = units.at(-1);
  if (last) add(hashOf(SPACE.pair, `${last.key} $`), units.length - 1, units.length - 1);
  return features;
}

/** Runs of three to five letters of a word with its borders: what misspelt and inflected forms share. */
export function lettersOf(word: string, space: number = SPACE.letters): number[] {
  const bordered = `<${word}>`;
  const hashes: number[] = [];
  for (let start = 0; start + SHORTEST_LETTERS <= bordered.length; start++) {
    let hash = seedOf(space);
    const end = Math.min(bordered.length, start + LONGEST_LETTERS);
    for (let at = start; at < end; at++) {
      hash = next(hash, bordered.charCodeAt(at));
      if (at - start + 1 >= SHORTEST_LETTERS) hashes.push(mixed(hash));
    }
  }
  return hashes;
}

/** A keyword match as a feature, so that what somebody typed wrongly counts like the word that was meant. */
export function matchFeature(figure: string, isWhole: boolean): number {
  return hashOf(SPACE.match, isWhole ? `${figure}!` : figure);
}
