import type { Catalogue, Language } from '../../data/schema.ts';
import { fold } from '../language/normalise.ts';
import { type NamedPlace, worldPlaces } from '../language/places.ts';
import { isSynonym } from '../language/synonyms.ts';
import { CUES, type Cue } from '../language/words/cues.ts';
import { FILLERS } from '../language/words/fillers.ts';
import { isInflectionOf, isListedRussian } from './inflections.ts';
import { createWordbook, type Piece, type Wordbook, wordsIn } from './wordbook.ts';

/** What a known phrase means besides naming a figure, and how it is written. */
export type Sense = ({ cue: Cue } | { place: NamedPlace }) & { written: string };

/** A keyword by its telling words, as numbers and as written, the others that were left out, and all of them in order. */
export type Phrase = { words: number[]; written: string[]; lost: number[]; whole: readonly Piece[] };

/** Every word and phrase that the reader understands. */
export type Lexicon = Pick<Wordbook, 'vocabulary' | 'segmenter' | 'lookUp' | 'compound' | 'corrector'> & {
  /** The languages whose words are known; words in Latin letters always are. */
  languages: readonly Language[];
  phrase(keyword: string, role?: 'unheld'): Phrase;
  /** The telling words of a text, as far as they are known. */
  knownWords(text: string): number[];
  /** Whether a word asks for something: who, which, where. */
  isQuestionWord(word: number): boolean;
  isFiller(word: number, spelling: string): boolean;
  /** Whether a spelling alone names something that is not held. */
  isUnheld(spelling: string): boolean;
  /** The phrases with senses of their own that begin here, longest first, with their lengths in words. */
  senses(words: readonly (number | undefined)[], at: number): { senses: readonly Sense[]; length: number }[];
  /** The language whose everyday words hold this word; undefined for names and terms. */
  everydayLanguage(word: number): Language | undefined;
};

export function createLexicon(catalogue: Catalogue, languages: readonly Language[]): Lexicon {
  const { vocabulary, segmenter, learn, cutKnown, lookUp, compound, corrector } = createWordbook(catalogue, languages);
  const everyday = new Map<number, Language>();
  const fillers = new Map<number, string[]>();
  for (const language of languages) {
    for (const { piece, word } of FILLERS[language]
      .split(/\s+/)
      .filter(Boolean)
      .flatMap((text) => learn(text))) {
      everyday.set(word, language);
      // A word of a synonym group is always telling, whatever else it can mean: "round" is also a batch.
      if (!isSynonym(vocabulary.stem(word))) fillers.set(word, [...(fillers.get(word) ?? []), piece]);
    }
  }
  // "Municipal" is no form of the filler "municipality", though they share a stem.
  const isFiller = (word: number, spelling: string) => {
    const forms = fillers.get(word);
    if (!forms) return false;
    if (/^\p{Script=Cyrillic}/u.test(spelling)) return isListedRussian(spelling, forms);
    return !/^[a-z]+$/.test(spelling) || forms.some((form) => isInflectionOf(spelling, form));
  };

  const unheld = new Set(catalogue.gaps.flatMap(({ keywords }) => wordsIn(keywords, languages).map(fold)));

  const phrases = new Map<string, Sense[]>();
  let longest = 1;
  const file = (written: string, sense: Sense, language?: Language) => {
    const words = learn(written).map(({ word }) => word);
    if (words.length === 0) return;
    const key = words.join(' ');
    const filed = phrases.get(key);
    if (filed) filed.push(sense);
    else phrases.set(key, [sense]);
    longest = Math.max(longest, words.length);
    if (language) for (const word of words) if (!everyday.has(word)) everyday.set(word, language);
  };
  for (const [cue, byLanguage] of Object.entries(CUES) as [Cue, Partial<Record<Language, string>>][]) {
    for (const language of languages) {
      for (const written of byLanguage[language]?.split('|') ?? []) file(written, { cue, written }, language);
    }
  }
  const own = new Map(catalogue.places.map((place) => [place.name.en, place]));
  const places = [
    ...catalogue.places.map((place) => ({ place, phrases: wordsIn(place.keywords, languages) })),
    // The world's other names of a place lead to the catalogue's own.
    ...worldPlaces().map(({ place, phrases }) => ({ place: own.get(place.name.en) ?? place, phrases })),
  ];
  for (const { place, phrases: names } of places)
    for (const name of names) if (isWrittenIn(name, languages)) file(name, { place, written: fold(name) });

  const questionWords = new Set(
    QUESTION_CUES.flatMap((cue) => cueWords(cue, languages).flatMap((text) => learn(text).map(({ word }) => word))),
  );

  return {
    languages,
    vocabulary,
    segmenter,
    lookUp,
    compound,
    corrector,
    isFiller,
    isUnheld: (spelling) => unheld.has(spelling),
    isQuestionWord: (word) => questionWords.has(word),
    everydayLanguage: (word) => everyday.get(word),
    knownWords: (text) =>
      cutKnown(text)
        .filter(({ word, piece }) => !isFiller(word, piece))
        .map(({ word }) => word),
    phrase(keyword, role) {
      const all = learn(keyword, role);
      const telling = all.filter(({ word, piece }) => !isFiller(word, piece));
      const kept = telling.length > 0 ? telling : all;
      return {
        words: kept.map(({ word }) => word),
        written: kept.map(({ piece }) => piece),
        lost: kept.length === all.length ? [] : all.filter((piece) => !kept.includes(piece)).map(({ word }) => word),
        whole: all,
      };
    },
    senses(words, at) {
      let key = '';
      const found: { senses: readonly Sense[]; length: number }[] = [];
      for (let length = 1; length <= longest; length++) {
        const word = words[at + length - 1];
        if (word === undefined) break;
        key = length === 1 ? String(word) : `${key} ${word}`;
        const senses = phrases.get(key);
        if (senses) found.unshift({ senses, length });
      }
      return found;
    },
  };
}

const QUESTION_CUES: readonly Cue[] = ['who', 'which', 'where', 'why', 'when', 'what'];

/** The single words of a cue: "of" does not ask for a date as "date of" does. */
function cueWords(cue: Cue, languages: readonly Language[]): string[] {
  return languages.flatMap((language) => CUES[cue][language]?.split('|').filter((text) => !text.includes(' ')) ?? []);
}

function isWrittenIn(name: string, languages: readonly Language[]): boolean {
  if (/\p{Script=Han}/u.test(name)) return languages.includes('zh');
  return languages.includes('ru') || !/\p{Script=Cyrillic}/u.test(name);
}
