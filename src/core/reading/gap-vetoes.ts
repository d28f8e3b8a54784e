import { type Postings, WHOLE } from '../matching/postings.ts';
import type { Candidate } from './ranking.ts';
import type { Target } from './targets.ts';
import type { Term } from './terms.ts';
import type { Unheld } from './unheld.ts';

/** When something that is not held is meant although a figure fits better. */
export type GapVetoes = {
  /** Something not held that is named word for word, unless a longer name of the best figure goes through its words. */
  named(best: Candidate, terms: readonly Term[]): Candidate | undefined;
  /** "Students of the universities": a word for something that is not held, beside words of a figure, is what was asked. */
  beside(best: Candidate, others: readonly Candidate[], words: readonly number[]): Candidate | undefined;
};

export function createGapVetoes(targets: readonly Target[], postings: Postings, unheld: Unheld): GapVetoes {
  const named: GapVetoes['named'] = (best, terms) => {
    const content = terms.filter(({ kind }) => kind === 'content');
    const telling = new Set(wordsSaid(content));
    const all = wordsSaid(terms);
    const spoken = [all, wordsSaid(content)];
    const names = postings.phrasesOf(best.fit.document);
    const meant = unheld.said(terms).find((said) => {
      const whole = said.whole.map(({ word }) => word);
      const words = whole.filter((word) => telling.has(word));
      // "Talents were attracted" does not say "attract talents"; "how many talents came by the policies" counts talents.
      const isCounting = words.length < whole.length && best.target.kind === 'figure';
      const isSpoken = (name: readonly number[]) =>
        isCounting
          ? inOrder(name, all)
          : spoken.some((said) =>
              inOrder(
                name,
                said.filter((word) => name.includes(word)),
              ),
            );
      const isWithin = (name: readonly number[]) =>
        whole.every((word) => name.includes(word)) ||
        (name.length > words.length && words.some((word) => name.includes(word)));
      return words.length > 0 && !names.some((name) => isWithin(name) && isSpoken(name));
    });
    if (!meant) return undefined;
    if (best.target.kind === 'gap') return best.target.id === meant.gap ? best : undefined;
    const document = targets.findIndex(({ kind, id }) => kind === 'gap' && id === meant.gap);
    const target = targets[document];
    return target && { target, fit: { ...best.fit, document, completeness: 1 }, score: best.score };
  };

  const beside: GapVetoes['beside'] = (best, others, words) => {
    if (best.target.kind === 'gap') return undefined;
    const isBeyondBest = ({ fit }: Candidate) =>
      words.some((word) => postings.holds(fit.document, word) && !postings.holds(best.fit.document, word));
    return others.find((one) => one.target.kind === 'gap' && one.fit.completeness > WHOLE && isBeyondBest(one));
  };
  return { named, beside };
}

/** All words of terms in their order. */
function wordsSaid(terms: readonly Term[]): number[] {
  return terms.flatMap((term) => ('word' in term ? (term.word ?? UNKNOWN) : 'words' in term ? term.words : []));
}

/** Stands for a word that nothing is named by: no name goes through it. */
const UNKNOWN = -1;

/** Whether words hold others one behind the other. */
function inOrder(wanted: readonly number[], words: readonly number[]): boolean {
  return words.some((_, at) => wanted.every((word, behind) => words[at + behind] === word));
}
