import type { Catalogue } from '../../data/schema.ts';
import type { Lexicon } from './lexicon.ts';
import type { Candidate } from './matcher.ts';
import type { Term } from './terms.ts';
import { wordsIn } from './wordbook.ts';

/** A closer look at the words for what is not held: they can refuse a question, so chance likeness must not do. */
export type Unheld = {
  /** Whether a question holds a word of a gap as it is written, give or take a plural or a case. */
  isWritten(gap: string, terms: readonly Term[]): boolean;
  /** "How many people moved because of the policies?" counts people, whatever else it names. */
  counted(candidates: readonly Candidate[], head: number | undefined): Candidate | undefined;
};

export function createUnheld(catalogue: Catalogue, lexicon: Lexicon): Unheld {
  const spellings = new Map<string, readonly string[]>();
  const singles = new Map<number, string>();
  for (const { id, keywords } of catalogue.gaps) {
    const phrases = wordsIn(keywords, lexicon.languages).map((keyword) => lexicon.phrase(keyword, 'unheld'));
    spellings.set(id, [...new Set(phrases.flatMap(({ written }) => written))]);
    for (const { words, lost } of phrases)
      if (words[0] !== undefined && words.length === 1 && lost.length === 0) singles.set(words[0], id);
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
  };
}

/** Stems make words alike that are not (public, publications); these are the same but for a plural or case ending. */
function isSameWord(typed: string, written: string): boolean {
  let shared = 0;
  while (shared < typed.length && typed[shared] === written[shared]) shared++;
  const endings = [typed.slice(shared), written.slice(shared)];
  if (/\p{Script=Cyrillic}/u.test(typed)) return endings.every((ending) => ending.length <= LONGEST_CASE_ENDING);
  return endings.every((ending) => PLURAL_ENDINGS.has(ending));
}

const PLURAL_ENDINGS = new Set(['', 's', 'es', 'y', 'ies']);
const LONGEST_CASE_ENDING = 3;
