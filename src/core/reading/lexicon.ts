import type { Catalogue, Language, Words } from '../../data/schema.ts';
import { createSegmenter, decompose, type Segmenter } from '../language/han.ts';
import { normalise } from '../language/normalise.ts';
import { type NamedPlace, worldPlaces } from '../language/places.ts';
import { isSynonym, wordKey } from '../language/synonyms.ts';
import { tokenise } from '../language/tokens.ts';
import { CUES, type Cue } from '../language/words/cues.ts';
import { FILLERS } from '../language/words/fillers.ts';
import { type Corrector, createCorrector } from '../matching/correct.ts';
import { createVocabulary, type Vocabulary } from '../matching/vocabulary.ts';

/** What a known phrase means besides naming a figure. */
export type Sense = ({ cue: Cue } | { place: NamedPlace }) & { written: string };

/** Every word and phrase that the reader understands. */
export type Lexicon = {
  vocabulary: Vocabulary;
  segmenter: Segmenter;
  /** The word that a spelling is a form of; undefined when it is unknown or only shares a stem by chance. */
  lookUp(spelling: string): number | undefined;
  corrector(): Corrector;
  /** The telling words of a keyword, as numbers and as written, and the others that were left out. */
  phrase(keyword: string, role?: 'unheld'): { words: number[]; written: string[]; lost: number[] };
  /** Whether a word asks for something: who, which, where. */
  isQuestionWord(word: number): boolean;
  isFiller(word: number, spelling: string): boolean;
  /** The phrases with senses of their own that begin here, longest first, with their lengths in words. */
  senses(words: readonly (number | undefined)[], at: number): { senses: readonly Sense[]; length: number }[];
  /** The language whose everyday words hold this word; undefined for names and terms. */
  everydayLanguage(word: number): Language | undefined;
};

export function createLexicon(catalogue: Catalogue): Lexicon {
  const vocabulary = createVocabulary();
  const plain = hanWords([
    ...catalogue.places.flatMap(({ keywords }) => keywords.zh),
    ...cuePhrases('zh'),
    ...worldPlaces().flatMap(({ phrases }) => phrases),
    FILLERS.zh,
  ]);
  const parts = decompose(hanWords(keywordsOf(catalogue)), plain);
  const segmenter = createSegmenter(new Set([...plain, ...[...parts.values()].flat()]));
  const surfaces = new Map<string, number>();
  const meant = new Set<string>();

  const piecesOf = (text: string, role?: 'unheld'): { piece: string; word: number }[] =>
    tokenise(normalise(text).text).flatMap((token) => {
      if (token.kind === 'mark') return [];
      const pieces =
        token.kind === 'han'
          ? (parts.get(token.text) ?? segmenter.cut(token.text).map((piece) => piece.text))
          : [token.text];
      return pieces.map((piece) => {
        const word = vocabulary.add(wordKey(piece), piece);
        if (token.kind === 'word') {
          surfaces.set(piece, word);
          // A slip is never read as something that is not held: that would refuse what was meant.
          if (role !== 'unheld') meant.add(piece);
        }
        return { piece, word };
      });
    });
  const wordsOf = (text: string) => piecesOf(text).map(({ word }) => word);

  const fillers = new Set<number>();
  const everyday = new Map<number, Language>();
  for (const [language, list] of Object.entries(FILLERS) as [Language, string][]) {
    for (const word of list.split(/\s+/).filter(Boolean).flatMap(wordsOf)) {
      // A word of a synonym group is always telling, whatever else it can mean: "round" is also a batch.
      if (!isSynonym(vocabulary.stem(word))) fillers.add(word);
      everyday.set(word, language);
    }
  }

  const questionWords = new Set(
    QUESTION_CUES.flatMap((cue) => Object.values(CUES[cue]).flatMap((list) => list.split('|').flatMap(wordsOf))),
  );
  const phrases = new Map<string, Sense[]>();
  let longest = 1;
  const file = (phrase: string, sense: Sense, language?: Language) => {
    const words = wordsOf(phrase);
    if (words.length === 0) return;
    const key = words.join(' ');
    phrases.set(key, [...(phrases.get(key) ?? []), sense]);
    longest = Math.max(longest, words.length);
    if (language) for (const word of words) if (!everyday.has(word)) everyday.set(word, language);
  };
  for (const [cue, byLanguage] of Object.entries(CUES) as [Cue, Partial<Record<Language, string>>][]) {
    for (const [language, list] of Object.entries(byLanguage) as [Language, string][]) {
      for (const written of list.split('|')) file(written, { cue, written }, language);
    }
  }
  for (const place of catalogue.places)
    for (const written of allWords(place.keywords)) file(written, { place, written: normalise(written).text });
  for (const { place, phrases: names } of worldPlaces())
    for (const written of names) file(written, { place, written: normalise(written).text });

  // "Municipal" is no form of the filler "municipality", though they share a stem.
  const fillerSpellings = new Map<number, string[]>();
  for (const list of Object.values(FILLERS)) {
    for (const spelling of list.split(/\s+/).filter((one) => /^[a-z]+$/.test(one))) {
      const word = vocabulary.find(wordKey(spelling));
      if (word !== undefined) fillerSpellings.set(word, [...(fillerSpellings.get(word) ?? []), spelling]);
    }
  }
  const isFillerForm = (word: number, spelling: string) =>
    fillers.has(word) &&
    (!/^[a-z]+$/.test(spelling) ||
      (fillerSpellings.get(word)?.some((filler) => isInflectionOf(spelling, filler)) ?? false));

  let corrector: Corrector | undefined;
  let spellings: Map<number, string[]> | undefined;
  const spellingsOf = (word: number): readonly string[] => {
    if (!spellings) {
      spellings = new Map();
      for (const [spelling, of] of surfaces) spellings.set(of, [...(spellings.get(of) ?? []), spelling]);
    }
    return spellings.get(word) ?? [];
  };
  return {
    lookUp(spelling) {
      const exact = surfaces.get(spelling);
      if (exact !== undefined) return exact;
      const word = vocabulary.find(wordKey(spelling));
      if (word === undefined || !/^[a-z]+$/.test(spelling) || isSynonym(wordKey(spelling))) return word;
      return spellingsOf(word).some((known) => isInflectionOf(spelling, known)) ? word : undefined;
    },
    vocabulary,
    segmenter,
    phrase(keyword, role) {
      const all = piecesOf(keyword, role);
      const telling = all.filter(({ word, piece }) => !isFillerForm(word, piece));
      const kept = telling.length > 0 ? telling : all;
      return {
        words: kept.map(({ word }) => word),
        written: kept.map(({ piece }) => piece),
        lost: kept === all ? [] : all.filter(({ word, piece }) => isFillerForm(word, piece)).map(({ word }) => word),
      };
    },
    corrector() {
      if (corrector) return corrector;
      corrector = createCorrector();
      for (const [surface, word] of surfaces) {
        if (!meant.has(surface)) continue;
        corrector.learn(surface, word);
        corrector.learn(vocabulary.stem(word), word);
      }
      return corrector;
    },
    isFiller: isFillerForm,
    isQuestionWord: (word) => questionWords.has(word),
    everydayLanguage: (word) => everyday.get(word),
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

/** Stems also join words that only sound related (public, publications): an inflection differs by a plain ending. */
function isInflectionOf(typed: string, known: string): boolean {
  let shared = 0;
  while (shared < typed.length && typed[shared] === known[shared]) shared++;
  return [typed.slice(shared), known.slice(shared)].every((ending) => INFLECTIONS.has(ending) || DOUBLED.test(ending));
}

/** "setting" of "set": the last consonant is written twice. */
const DOUBLED = /^[bdfgklmnprst](?:ing|ed|er|ers)$/;
const INFLECTIONS = new Set([
  '',
  's',
  'es',
  'd',
  'ed',
  'ing',
  'e',
  'y',
  'ies',
  'ied',
  'ying',
  're',
  'res',
  'er',
  'ers',
  'r',
  'or',
  'our',
  'ise',
  'ize',
]);

const QUESTION_CUES: readonly Cue[] = ['who', 'which', 'where', 'why', 'when', 'what'];

/** The words of one thing in all languages. */
export function allWords(words: Words | undefined): string[] {
  return words ? [...words.en, ...words.zh, ...words.ru] : [];
}

function keywordsOf(catalogue: Catalogue): string[] {
  return [
    ...catalogue.figures.flatMap((figure) => [...allWords(figure.keywords), ...allWords(figure.shared)]),
    ...[...catalogue.topics, ...catalogue.relations, ...catalogue.gaps].flatMap(({ keywords }) => allWords(keywords)),
  ];
}

function cuePhrases(language: Language): string[] {
  return Object.values(CUES).flatMap((byLanguage) => byLanguage[language]?.split('|') ?? []);
}

function hanWords(texts: readonly string[]): Set<string> {
  return new Set(texts.flatMap((text) => text.match(/\p{Script=Han}+/gu) ?? []));
}
