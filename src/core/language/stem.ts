import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as russian } from '@orama/stemmers/russian';
import { CYRILLIC } from './scripts.ts';

/** The part of a word that its inflections share, with British and American spelling folded into one. */
export function stem(word: string): string {
  const known = cache.get(word);
  if (known !== undefined) return known;
  const result =
    OWN_STEMS.get(word) ?? (CYRILLIC.test(word) ? russian(word) : LATIN.test(word) ? english(americanise(word)) : word);
  // Bounded: users can type endless different words, and a full cache only costs a little time.
  if (cache.size < MAX_CACHED_WORDS) cache.set(word, result);
  return result;
}

/** Words that the stemmer would take for forms of others: "to become" for "article". */
const OWN_STEMS: ReadonlyMap<string, string> = new Map([
  ['стать', 'стать'],
  ['станет', 'стать'],
  ['станут', 'стать'],
  // Particles are no verbs: "let" (пустует is "stands empty"), "only" (лишились is "lost"), "for" (ведут is "lead").
  ['пусть', 'пусть'],
  ['лишь', 'лишь'],
  ['ведь', 'ведь'],
  // "Me" is neither "less" nor "changed", whose stem is меня.
  ['меня', 'меня-'],
]);
const MAX_CACHED_WORDS = 50_000;
const cache = new Map<string, string>();
const LATIN = /[a-z]/;

function americanise(word: string): string {
  return word
    .replace(/(?<=..)(?:is|iz)(?=(?:e|es|ed|ing|ation|ations)$)/, 'iz')
    .replace(/^(.{3,})tre(s?)$/, '$1ter$2')
    .replace(/^(.{3,})our(s|ed|ing)?$/, '$1or$2')
    .replace(/^(.{3,})mme(s?)$/, '$1m$2');
}
