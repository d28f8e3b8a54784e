import type { Figure } from '../../data/schema.ts';
import { asksQuantity } from './asks.ts';
import { isValueOf } from './claims.ts';
import { cuesOf, type Term } from './terms.ts';

/** "Policy number 17 of the thirty": one of those that the figure counts. */
export function asksMember(terms: readonly Term[]): boolean {
  return terms.some(
    (term, at) => term.kind === 'number' && terms[at - 1]?.text === 'number' && terms[at + 1]?.text === 'of',
  );
}

/** "How many of the 48 …", из 48 вузов, 48所高校中: some of those that the figure counts. */
export function asksPartOf(terms: readonly Term[], figure: Figure): boolean {
  if (!asksQuantity(cuesOf(terms))) return false;
  return terms.some((term, at) => {
    if (term.kind !== 'number' || !isValueOf(figure, term)) return false;
    const before = terms.slice(0, at).findLast(({ text }) => !DETERMINERS.has(text));
    return OF.has(before?.text ?? '') || terms.slice(at + 1).some(({ text }) => WITHIN.has(text));
  });
}

const OF = new Set(['of', 'among', 'из', 'среди']);
const DETERMINERS = new Set(['the', 'these', 'those', 'all', 'its', 'our', 'этих', 'всех', 'тех']);
const WITHIN = new Set(['中', '里', '当中', '里面', '里头', '里边', '其中', '之中', '之内', '以内']);
