import type { Catalogue } from '../../data/schema.ts';
import type { Phrases } from '../matching/postings.ts';
import type { Lexicon, Phrase } from './lexicon.ts';
import { wordsIn } from './wordbook.ts';

/** Something in the catalogue that words can mean. */
export type Target = { kind: 'figure' | 'relation' | 'gap'; id: string };

/** All that words can mean, and the phrases that name each. */
export type Targets = {
  targets: readonly Target[];
  documents: readonly Phrases[];
  /** The words that name figures. */
  figureWords: ReadonlySet<number>;
};

export function fileTargets(catalogue: Catalogue, lexicon: Lexicon): Targets {
  const targets: Target[] = [];
  const documents: Phrases[] = [];
  const file = (kind: Target['kind'], id: string, phrases: readonly Phrase[]) => {
    targets.push({ kind, id });
    documents.push(phrases.map(({ words }) => words));
  };

  const namings = catalogue.figures.map(({ keywords, shared }) =>
    [...wordsIn(keywords, lexicon.languages), ...wordsIn(shared, lexicon.languages)].map((keyword) =>
      lexicon.phrase(keyword),
    ),
  );
  const figuresHaving = countFigures(namings);
  const wholeNames = new Map<string, number>();
  namings.forEach((naming, at) => {
    for (const { words, lost } of naming) if (lost.length === 0) wholeNames.set(phraseKey(words), at);
  });
  // "Awarded to enterprises" without its small word is the name of another figure.
  const isOthersName = (phrase: Phrase, at: number) =>
    phrase.lost.length > 0 && (wholeNames.get(phraseKey(phrase.words)) ?? at) !== at;
  catalogue.figures.forEach(({ id }, at) => {
    const naming = namings[at] ?? [];
    const ownWords = new Set(
      naming.flatMap(({ words, lost }) => (words.length === 1 && lost.length === 0 ? words : [])),
    );
    // "What kind of city" without its small words is just "kind", and "putting into projects" is "projects".
    const isTooShort = (phrase: Phrase) => isStripped(phrase) && !ownWords.has(phrase.words[0] ?? -1);
    const meansLess = (phrase: Phrase) => isTooShort(phrase) || isOthersName(phrase, at);
    file(
      'figure',
      id,
      naming.map((phrase) => (meansLess(phrase) ? inFull(phrase) : phrase)),
    );
  });

  for (const { id, keywords } of catalogue.relations) {
    const phrases = wordsIn(keywords, lexicon.languages).map((keyword) => lexicon.phrase(keyword));
    // "Still waiting" without "still" is anybody's word.
    file(
      'relation',
      id,
      phrases.filter((phrase) => !isStripped(phrase)),
    );
  }

  const figurePhrases = new Set(catalogue.gaps.length > 0 ? documents.flat().map(phraseKey) : []);
  const tellsFromFigures = (phrase: Phrase) => {
    const isOfFigures = phrase.words.every((word) => figuresHaving.has(word));
    if (isStripped(phrase) || (isOfFigures && figurePhrases.has(phraseKey(phrase.words)))) return false;
    // Without its question word "which labs" is just "labs".
    if (phrase.lost.some((word) => lexicon.isQuestionWord(word))) return false;
    return phrase.lost.length === 0 || !isOfFigures;
  };
  for (const { id, keywords } of catalogue.gaps) {
    const phrases = wordsIn(keywords, lexicon.languages).map((keyword) => lexicon.phrase(keyword, 'unheld'));
    file('gap', id, phrases.filter(tellsFromFigures));
  }
  return { targets, documents, figureWords: new Set(figuresHaving.keys()) };
}

/** A phrase of which only one word is left. */
function isStripped({ words, lost }: Phrase): boolean {
  return lost.length > 0 && words.length === 1;
}

/** A phrase with its small words, where it would mean something else without them. */
function inFull(phrase: Phrase): Phrase {
  return { ...phrase, words: phrase.whole.map(({ word }) => word), lost: [] };
}

/** How many figures use each word. */
function countFigures(namings: readonly (readonly Phrase[])[]): Map<number, number> {
  const counts = new Map<number, number>();
  const seen = new Set<number>();
  for (const naming of namings) {
    seen.clear();
    for (const { words } of naming) for (const word of words) seen.add(word);
    for (const word of seen) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

function phraseKey(words: readonly number[]): string {
  return [...new Set(words)].sort((a, b) => a - b).join(' ');
}
