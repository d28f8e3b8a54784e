import type { Catalogue } from '../../data/schema.ts';
import { isSynonym } from '../language/synonyms.ts';
import { isSameWord } from './inflections.ts';
import type { Lexicon } from './lexicon.ts';
import type { Candidate } from './ranking.ts';
import type { Term } from './terms.ts';
import { type Piece, wordsIn } from './wordbook.ts';

/** A closer look at the words for what is not held: they can refuse a question, so chance likeness must not do. */
export type Unheld = {
  /** Whether a question holds a word of a gap as it is written, give or take a plural or a case. */
  isWritten(gap: string, terms: readonly Term[]): boolean;
  /** "How many people moved because of the policies?" counts people, whatever else it names. */
  counted(candidates: readonly Candidate[], head: number | undefined): Candidate | undefined;
  /** The names of gaps, of several words each, that a question holds word for word: "data centres", "985 universities". */
  said(terms: readonly Term[]): readonly Said[];
};

/** A gap that is named word for word, and the words. */
export type Said = { gap: string; whole: readonly Piece[] };

export function createUnheld(catalogue: Catalogue, lexicon: Lexicon): Unheld {
  const spellings = new Map<string, readonly string[]>();
  const singles = new Map<number, string>();
  const names = new Map<number, Said[]>();
  for (const { id, keywords } of catalogue.gaps) {
    const written = wordsIn(keywords, lexicon.languages);
    const phrases = written.map((keyword) => lexicon.phrase(keyword, 'unheld'));
    spellings.set(id, [...new Set(phrases.flatMap((phrase) => phrase.written))]);
    for (const [at, { lost, whole }] of phrases.entries()) {
      const first = whole[0]?.word;
      if (first === undefined) continue;
      if (whole.length === 1) singles.set(first, id);
      // "Which labs" asks for names, which is found out elsewhere; within "дата-центр" the date asks nothing.
      else if (written[at]?.includes('-') || !lost.some((word) => lexicon.isQuestionWord(word)))
        names.set(first, [...(names.get(first) ?? []), { gap: id, whole }]);
    }
  }
  const typedOf = (term: Term) => {
    if (term.kind !== 'content' || term.word === undefined) return [];
    return [term.trust < 1 ? lexicon.vocabulary.shown(term.word) : term.text];
  };
  return {
    isWritten: (gap, terms) =>
      terms.flatMap(typedOf).some((typed) => spellings.get(gap)?.some((written) => isSameWord(typed, written))),
    counted(candidates, head) {
      const gap = head === undefined ? undefined : singles.get(head);
      return gap === undefined
        ? undefined
        : candidates.find(({ target }) => target.kind === 'gap' && target.id === gap);
    },
    said(terms) {
      const words = terms.flatMap((term) => wordsAsSaid(term, lexicon));
      const isSaidAt = ({ whole }: Said, at: number) =>
        whole.every(({ word, piece }, behind) => {
          const said = words[at + behind];
          return (
            said?.word === word &&
            (said.typed === undefined || isSameWord(said.typed, piece) || isSynonym(lexicon.vocabulary.stem(word)))
          );
        });
      return words.flatMap(({ word }, at) => (names.get(word ?? -1) ?? []).filter((name) => isSaidAt(name, at)));
    },
  };
}

/** Every word of a term, numbers too ("985" is part of a name), with the spelling of those that tell something. */
function wordsAsSaid(term: Term, lexicon: Lexicon): { word: number | undefined; typed?: string }[] {
  switch (term.kind) {
    case 'content':
      return [{ word: term.word, typed: term.trust < 1 ? lexicon.vocabulary.shown(term.word ?? -1) : term.text }];
    case 'filler':
      return [{ word: term.word }];
    case 'cue':
    case 'place':
      return term.words.map((word) => ({ word }));
    case 'number':
      return [{ word: lexicon.lookUp(term.text) }];
    case 'year':
    case 'month':
    case 'day':
      return [{ word: undefined }];
    case 'break':
      return term.text === '-' ? [] : [{ word: undefined }];
  }
}
