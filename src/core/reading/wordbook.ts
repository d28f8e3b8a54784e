import type { Catalogue, Language, Words } from '../../data/schema.ts';
import { createSegmenter, decompose, type Segmenter } from '../language/han.ts';
import { fold } from '../language/normalise.ts';
import { worldPlaces } from '../language/places.ts';
import { isSynonym, wordKey } from '../language/synonyms.ts';
import { tokenise } from '../language/tokens.ts';
import { CUES } from '../language/words/cues.ts';
import { FILLERS } from '../language/words/fillers.ts';
import { type Corrector, createCorrector } from '../matching/correct.ts';
import { createVocabulary, type Vocabulary } from '../matching/vocabulary.ts';
import { isInflectionOf, isSameWord } from './inflections.ts';

/** A word of a known text: as written, and its number. */
export type Piece = { piece: string; word: number };

/** All words that the reader knows, and how texts are cut into them. */
export type Wordbook = {
  vocabulary: Vocabulary;
  segmenter: Segmenter;
  /** Cuts a text of the catalogue or of the word lists into words, which become known. */
  learn(text: string, role?: 'unheld'): Piece[];
  /** Cuts a text into those of its words that are known, and learns nothing. */
  cutKnown(text: string): Piece[];
  /** The word that a spelling is a form of; undefined when it is unknown or only shares a stem by chance. */
  lookUp(spelling: string): number | undefined;
  /** The words of a compound that is known with hyphens and written without: "hightech". */
  compound(spelling: string): readonly string[] | undefined;
  corrector(): Corrector;
};

export function createWordbook(catalogue: Catalogue, languages: readonly Language[]): Wordbook {
  const vocabulary = createVocabulary();
  const chinese = languages.includes('zh');
  const asking = hanRuns(
    chinese ? [...catalogue.places.flatMap(({ keywords }) => keywords.zh), ...chineseCues(), ...worldNames()] : [],
  );
  const whole = new Set([...asking, ...hanRuns(chinese ? [FILLERS.zh] : [])]);
  const parts = decompose(hanRuns(chinese ? chineseKeywords(catalogue) : []), whole);
  const naming = [...parts.values()].flat();
  const segmenter = createSegmenter([...whole, ...naming], [...asking, ...naming]);
  const surfaces = new Map<string, number>();
  const meant = new Set<string>();
  const learned = new Map<string, Piece>();
  const spelled = new Map<number, string[]>();
  const compounds = new Map<string, readonly string[]>();
  const spellingsOf = (word: number): string[] => spelled.get(word) ?? [];

  const learnWord = (piece: string, role: 'unheld' | undefined): Piece => {
    // A slip is never read as something that is not held: that would refuse what was meant.
    if (role !== 'unheld') meant.add(piece);
    const known = learned.get(piece);
    if (known) return known;
    const word = { piece, word: vocabulary.add(role === 'unheld' ? ownKey(piece) : wordKey(piece), piece) };
    learned.set(piece, word);
    surfaces.set(piece, word.word);
    const spellings = spellingsOf(word.word);
    if (spellings.length === 0) spelled.set(word.word, [piece]);
    else spellings.push(piece);
    return word;
  };
  /** Stems join the deed and the doer, research and researchers: one that is not held is a word of its own. */
  const ownKey = (piece: string): string => {
    const key = wordKey(piece);
    const word = vocabulary.find(key);
    if (word === undefined || !DOER.test(piece)) return key;
    return spellingsOf(word).some((known) => isSameWord(piece, known)) ? key : piece.replace(/s?$/, '-');
  };
  const learnHan = (run: string): Piece[] =>
    (parts.get(run) ?? segmenter.cut(run).map((piece) => piece.text)).map((piece) => ({
      piece,
      word: vocabulary.add(wordKey(piece), piece),
    }));

  let corrector: Corrector | undefined;

  return {
    vocabulary,
    segmenter,
    learn(text, role) {
      const folded = fold(text);
      // Nearly all texts are plain words, which need no closer look.
      if (PLAIN_WORDS.test(folded)) return folded.split(' ').map((piece) => learnWord(piece, role));
      for (const [compound] of folded.matchAll(HYPHENATED))
        compounds.set(compound.replaceAll('-', ''), compound.split('-'));
      return tokenise(folded).flatMap((token) => {
        if (token.kind === 'mark') return [];
        return token.kind === 'han' ? learnHan(token.text) : [learnWord(token.text, role)];
      });
    },
    cutKnown(text) {
      const pieces = tokenise(fold(text)).flatMap((token) =>
        token.kind === 'han' ? segmenter.cut(token.text).map((piece) => piece.text) : [token.text],
      );
      return pieces.flatMap((piece) => {
        const word = vocabulary.find(wordKey(piece));
        return word === undefined ? [] : [{ piece, word }];
      });
    },
    lookUp(spelling) {
      const exact = surfaces.get(spelling);
      if (exact !== undefined) return exact;
      const key = wordKey(spelling);
      const word = vocabulary.find(key);
      if (word === undefined || !/^[a-z]+$/.test(spelling)) return word;
      if (DOER.test(spelling)) return spellingsOf(word).some((known) => isSameWord(spelling, known)) ? word : undefined;
      if (isSynonym(key)) return word;
      return spellingsOf(word).some((known) => isInflectionOf(spelling, known)) ? word : undefined;
    },
    compound: (spelling) => compounds.get(spelling),
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
  };
}

const HYPHENATED = /[a-z]+(?:-[a-z]+)+/g;
const DOER = /^[a-z]{3,}(?:er|or|ist|ian|ent)s?$/;
const PLAIN_WORDS = /^[a-zа-я]+(?: [a-zа-я]+)*$/;

/** The words of one thing in some languages. */
export function wordsIn(words: Words | undefined, languages: readonly Language[]): string[] {
  return words ? languages.flatMap((language) => words[language]) : [];
}

function chineseKeywords(catalogue: Catalogue): string[] {
  return [
    ...catalogue.figures.flatMap(({ keywords, shared }) => [...keywords.zh, ...(shared?.zh ?? [])]),
    ...[...catalogue.topics, ...catalogue.relations, ...catalogue.gaps].flatMap(({ keywords }) => keywords.zh),
  ];
}

function chineseCues(): string[] {
  return Object.values(CUES).flatMap(({ zh }) => zh?.split('|') ?? []);
}

function worldNames(): string[] {
  return worldPlaces().flatMap(({ phrases }) => phrases);
}

function hanRuns(texts: readonly string[]): Set<string> {
  return new Set(texts.flatMap((text) => text.match(/\p{Script=Han}+/gu) ?? []));
}
