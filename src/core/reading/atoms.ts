import { HAN } from '../language/scripts.ts';
import type { Cue } from '../language/words/cues.ts';
import { asksQuantity } from './asks.ts';
import { cuesOf, hasContent, type Term } from './terms.ts';

/** A smallest stretch that may stand alone; `parts` where another thing is likely to begin with it. */
export type Atom = { terms: Term[]; link: Link; parts: boolean };

/** "and": a further wish of its own; "part": the same wish goes on. */
export type Link = 'and' | 'part';

/** Cues at which one thing can end and the next begin. */
const PARTING: ReadonlySet<Cue> = new Set([
  'and',
  'or',
  'per',
  'compare',
  'more',
  'ratio',
  'difference',
  'share',
  'sum',
  'follow',
  'context',
  'how-many',
  'how-much',
  'amount',
  'over',
  'under',
]);
const NEW_WISH: ReadonlySet<Cue> = new Set([
  'and',
  'or',
  'per',
  'compare',
  'more',
  'difference',
  'how-many',
  'how-much',
  'amount',
]);
/** Small words after which the second of two things may follow: "ratio of labs to universities". */
const PARTING_FILLERS = new Set([
  '是',
  'to',
  'for',
  'by',
  'in',
  'among',
  'from',
  'than',
  'к',
  'на',
  'у',
  'среди',
  'от',
  'и',
  'с',
  '给',
  '里',
  '对',
]);

/** Cuts a sentence before every parting word, which stays with what follows it. */
export function atomsOf(terms: readonly Term[]): Atom[] {
  const atoms: Atom[] = [];
  let current: Atom = { terms: [], link: 'part', parts: false };
  for (const term of terms) {
    const before = atoms.at(-1);
    // 实验室数量，写稿用: what asks how many stands behind the thing, and the comma ends it.
    if (term.kind === 'break' && before && !hasContent(current) && isAsking(current) && !asksAnew(current)) {
      before.terms.push(...current.terms);
      current = { terms: [], link: 'part', parts: false };
    }
    // "These projects, how many are there and what is the bill?": each asks of what stands before.
    const asksOn = isAnd(term) && current.terms[0]?.kind === 'break' && isAsking(current);
    if (isParting(term) && (hasContent(current) || asksOn)) {
      atoms.push(current);
      current = { terms: [], link: 'part', parts: false };
    }
    if (isAnd(term)) current.link = 'and';
    if (isNewWish(term) && !goesOn(term, atoms)) current.parts = true;
    current.terms.push(term);
  }
  if (current.terms.length > 0) {
    const last = atoms.at(-1);
    // What trails behind the last content belongs to it, unless it asks for more: "… and how much in total".
    if (last && !hasContent(current) && !asksAnew(current)) last.terms.push(...current.terms);
    else atoms.push(current);
  }
  return atoms;
}

function isParting(term: Term): boolean {
  if (term.kind === 'break') return true;
  if (term.kind === 'cue') return term.cues.some((cue) => PARTING.has(cue));
  return term.kind === 'filler' && PARTING_FILLERS.has(term.text);
}

function isAsking({ terms }: Atom): boolean {
  return asksQuantity(cuesOf(terms));
}

function asksAnew(atom: Atom): boolean {
  return atom.link === 'and' && (isAsking(atom) || cuesOf(atom.terms).has('when'));
}

/** "As part of the plan": says where the thing stands, and no other thing begins there. */
export function isContext({ terms: [first] }: Atom): boolean {
  return first?.kind === 'cue' && first.cues.includes('context');
}

/** A word at which another thing is likely to begin: "and", a second "how many", "per". */
function isNewWish(term: Term): boolean {
  if (term.kind === 'break') return true;
  return term.kind === 'cue' && term.cues.some((cue) => NEW_WISH.has(cue));
}

/** 通过省级评审的有多少家企业: Chinese asks in the middle of a wish, unless the same clause has asked already. */
function goesOn(term: Term, atoms: readonly Atom[]): boolean {
  if (term.kind !== 'cue' || !HAN.test(term.text) || !asksQuantity(new Set(term.cues))) return false;
  const said = atoms.flatMap(({ terms }) => terms);
  const clause = said.slice(said.findLastIndex(({ kind }) => kind === 'break') + 1);
  return clause.length > 0 && !asksQuantity(cuesOf(clause));
}

export function isAnd(term: Term): boolean {
  return term.kind === 'cue' && (term.cues.includes('and') || term.cues.includes('or'));
}
