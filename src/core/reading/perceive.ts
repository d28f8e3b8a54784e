import type { Catalogue } from '../../data/schema.ts';
import { normalise } from '../language/normalise.ts';
import { fromRomanised } from '../language/romanised.ts';
import { wordKey } from '../language/synonyms.ts';
import { type Token, tokenise } from '../language/tokens.ts';
import type { Entity } from './analysis.ts';
import { createKeywordMatcher, type KeywordMatch, type KeywordMatcher } from './candidates.ts';
import { findDates } from './entities/dates.ts';
import { findNumbers } from './entities/numbers.ts';
import { createPlaceFinder } from './entities/places.ts';
import { type Features, matchFeature, textFeatures } from './features.ts';
import { createLexicon, type Lexicon, type Word } from './lexicon.ts';
import { type Unit, unitsOf } from './units.ts';

/** A word that was read as another: shown to the asker, never hidden. */
export type Correction = { typed: string; read: string };

/** The number of a word that another was read as, and how it is written. */
type Corrected = { word: number; spelling: string };

/** Everything that can be seen in a message without any training. */
export type Percept = {
  text: string;
  tooLong: boolean;
  tokens: readonly Token[];
  entities: readonly Entity[];
  units: readonly Unit[];
  words: readonly Word[];
  /** Of each token, the number of the word that it belongs to, as the catalogue knows it. */
  numbers: readonly (number | undefined)[];
  /** What each corrected word was read as, by its text. */
  corrected: ReadonlyMap<string, Corrected>;
  matches: readonly KeywordMatch[];
  /** Figures that share the only keyword of the message. */
  sharing: readonly string[];
  /** Things that are not held and are named in full. */
  gaps: readonly KeywordMatch[];
  /** Features for the topic model. */
  features: Features;
};

export type Perceiver = {
  perceive(message: string): Percept;
  /** The places, dates and numbers alone, for a part of the work. */
  entitiesOf(message: string): Entity[];
  lexicon: Lexicon;
  matcher: KeywordMatcher;
};

/** A keyword is named in full from here on, of its completeness. */
export const WHOLE = 0.99;
/** Words shorter than this are not corrected. */
const SHORTEST_CORRECTED = 4;

/** In: a catalogue, and whether a word is in general use, so that it is no slip for another. */
export function createPerceiver(catalogue: Catalogue, isCommon: (key: string) => boolean): Perceiver {
  const lexicon = createLexicon(catalogue);
  const findPlaces = createPlaceFinder(catalogue);
  const home = catalogue.places[0]?.id;
  const corrections = new Map<string, Corrected | undefined>();
  const correct = (word: Word): Corrected | undefined => {
    if (corrections.has(word.text)) return corrections.get(word.text);
    const found =
      word.text.length < SHORTEST_CORRECTED || !LETTERS.test(word.text)
        ? undefined
        : lexicon.corrector().correct(word.text);
    if (corrections.size < MOST_REMEMBERED) corrections.set(word.text, found);
    return found;
  };
  const matcher = createKeywordMatcher(catalogue, lexicon, (word) => correct(word)?.word);

  const entitiesIn = (text: string, tokens: Token[]) => {
    const dates = findDates(text, tokens);
    const places = findPlaces(tokens).filter(
      (place) => !dates.some((date) => place.from < date.to && date.from < place.to),
    );
    const taken = [...dates, ...places];
    const entities: Entity[] = [...taken, ...findNumbers(text, tokens, taken)].sort((a, b) => a.from - b.from);
    return { taken, entities };
  };

  return {
    lexicon,
    matcher,
    entitiesOf(message) {
      const { text } = normalise(message);
      return entitiesIn(text, tokenise(text)).entities;
    },
    perceive(message) {
      const { text: typed, tooLong } = normalise(message);
      const text = fromRomanised(typed, (word) => lexicon.vocabulary.find(wordKey(word)) !== undefined);
      const tokens = tokenise(text);
      const { taken, entities } = entitiesIn(text, tokens);
      const placed = (at: number) => taken.some(({ from, to }) => at >= from && at < to);
      const words = lexicon.wordsOf(tokens).filter(({ from }) => !placed(from) && tokens[from]?.kind !== 'number');
      // A word in general use that no keyword has names nothing, and is no slip for another.
      const asked = words.filter((word) => word.number !== undefined || !isCommon(keyOf(tokens, word)));
      const corrected = new Map(
        asked.flatMap((word): [string, Corrected][] => {
          const heard = word.meant === undefined ? undefined : { word: word.number ?? -1, spelling: word.meant };
          const read = heard ?? (word.number === undefined ? correct(word) : undefined);
          return read === undefined ? [] : [[word.text, read]];
        }),
      );
      const respelled = new Map(
        asked.flatMap(({ text: written, from }): [number, string][] => {
          const read = tokens[from]?.kind === 'word' ? corrected.get(written) : undefined;
          return read === undefined ? [] : [[from, lexicon.vocabulary.stem(read.word)]];
        }),
      );
      const units = unitsOf(tokens, entities, home, respelled);
      const clauses = clausesOf(units, tokens.length);
      const matches = matcher.figures(asked, clauses);
      const sharing = matcher.sharing(asked.filter(({ text: word }) => !QUESTION.test(word)));
      const gaps = matcher.gaps(asked, clauses).filter(({ fit }) => fit.completeness >= WHOLE);
      const features = textFeatures(units);
      for (const { id, fit } of matches.slice(0, MOST_MATCHES)) {
        features.hashes.push(matchFeature(id, fit.completeness >= WHOLE));
        features.from.push(0);
        features.to.push(-1);
      }
      const numbers = new Array<number | undefined>(tokens.length).fill(undefined);
      for (const { text: written, number, from, to } of words)
        numbers.fill(number ?? corrected.get(written)?.word, from, to);
      return { text, tooLong, tokens, entities, units, words, numbers, corrected, matches, sharing, gaps, features };
    },
  };
}

/** Words of questions, which stand in some keywords as well. */
export const QUESTION =
  /^(?:how|many|now|today|currently|please|do|does|did|has|have|we|you|it|me|tell|city|and|much|number|of|the|are|is|there|in|what|有?(?:多少|几)[家个所条项件座批名间]?|[有个家所条项件座批名间的吗呢是在共]|一共|总共|сейчас|есть|у|сколько|количество|число|в|на)$/;
const LETTERS = /^[\p{L}\p{M}]+$/u;
const MOST_REMEMBERED = 10_000;
const MOST_MATCHES = 2;

function keyOf(tokens: readonly Token[], word: Word): string {
  return tokens[word.from]?.key ?? word.text;
}

function clausesOf(units: readonly Unit[], length: number): number[] {
  const clauses = new Array<number>(length).fill(0);
  for (const { from, to, clause } of units) clauses.fill(clause, from, to);
  return clauses;
}
