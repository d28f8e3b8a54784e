import type { Cue } from '../language/words/cues.ts';
import { asksQuantity } from './asks.ts';
import type { Match, Matcher } from './matcher.ts';
import type { Target } from './targets.ts';
import type { Term } from './terms.ts';

/** A stretch of the question that means one thing, how it hangs on to the one before, and in which sentence it stands. */
export type Span = { terms: readonly Term[]; match: Match; link: Link; sentence: number };

/** "and": a further wish of its own; "part": the same wish goes on. */
type Link = 'and' | 'part';

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
/** Longer questions are read as one stretch a sentence: trying all ways to part them would take too long. */
const MOST_ATOMS = 14;
/** What a further stretch costs, in the weight of an everyday word, so that a whole phrase is not cut into lucky parts. */
const COST_OF_PARTING = 0.4;
/** Where the words themselves part a question, a reading in parts wins over one as a whole that explains as much. */
const GAIN_OF_PARTING = 0.02;

/** Parts a question into stretches so that as much of it as possible is explained for sure. */
export function partSpans(terms: readonly Term[], matcher: Matcher): Span[] {
  const spans: Span[] = [];
  for (const [number, sentence] of sentences(terms).entries()) {
    const parted = underHeading(sentence, matcher) ?? partedSentence(sentence, matcher);
    for (const [at, span] of parted.entries()) {
      const isOwn = at === 0 || asksAgain(span, parted.slice(0, at));
      const before = spans.findLast(hasContent);
      spans.push(completed({ ...span, sentence: number, ...(isOwn ? { link: 'and' } : {}) }, before, matcher));
    }
  }
  return spans.filter(hasContent);
}

/** 有几所高校、地铁有几条: who asks again behind a pause has a further wish. */
function asksAgain({ terms }: Parted, before: readonly Parted[]): boolean {
  const asks = (stretch: readonly Term[]) => asksQuantity(cuesOf(stretch));
  return terms[0]?.kind === 'break' && asks(terms) && before.some((span) => asks(span.terms));
}

function partedSentence(sentence: readonly Term[], matcher: Matcher): Parted[] {
  const atoms = atomsOf(sentence);
  return atoms.length > MOST_ATOMS
    ? [{ terms: sentence, match: matcher.match(sentence, cuesOf(sentence)), link: 'and' }]
    : bestParting(atoms, matcher);
}

/** "Fuerjia IPO: issue price and gross proceeds": what stands before a colon is the setting of each thing behind it. */
function underHeading(sentence: readonly Term[], matcher: Matcher): Parted[] | undefined {
  const colon = sentence.findIndex(({ kind, text }) => kind === 'break' && text === ':');
  const heading = sentence.slice(0, Math.max(colon, 0));
  if (!hasContent({ terms: heading }) || asksQuantity(cuesOf(heading))) return undefined;
  // "… universities and labs, how many of each?" asks of what stands before it, and names no further thing.
  const named = itemsOf(sentence.slice(colon + 1)).filter((terms) => hasContent({ terms }) || !asksCount(terms));
  const items = named.map((terms): Parted => {
    const cues = cuesOf(terms);
    const match = matcher.match(terms, cues);
    if (sureTarget(match)) return { terms, match, link: 'and' };
    const whole = [...heading, ...terms];
    return { terms: whole, match: matcher.match(whole, cues), link: 'and' };
  });
  const told = items.filter(({ match }) => sureTarget(match)?.kind === 'figure');
  const figures = new Set(told.map(({ match }) => sureTarget(match)?.id));
  const isWhole = items.every(
    (item) => told.includes(item) || !hasContent({ terms: item.terms.slice(heading.length) }),
  );
  return isWhole && figures.size > 1 && figures.size === told.length ? told : undefined;
}

function asksCount(terms: readonly Term[]): boolean {
  const cues = cuesOf(terms);
  return cues.has('how-many') || cues.has('amount');
}

/** The things of an enumeration. */
function itemsOf(terms: readonly Term[]): Term[][] {
  const items: Term[][] = [[]];
  for (const term of terms) {
    if (term.kind === 'break' || isAnd(term)) items.push([]);
    else items.at(-1)?.push(term);
  }
  return items.filter((item) => item.some(({ kind }) => kind === 'content' || kind === 'cue'));
}

/** "How much was awarded, and to how many companies?": what a stretch leaves out stands in the one before. */
function completed(span: Span, before: Span | undefined, matcher: Matcher): Span {
  const cues = cuesOf(span.terms);
  const isBare = !hasContent(span);
  const asksDay = cues.has('when') && (isBare || sureTarget(span.match)?.kind === 'figure');
  const asks = asksQuantity(cues);
  if (before === undefined || (!asksDay && (!asks || span.match.verdict === 'answer'))) return span;
  const said = sureTarget(before.match);
  const isOpen = said === undefined && span.match.verdict === 'choice';
  if (said?.kind !== 'figure' && !isOpen) return span;
  const rivals = span.match.candidates.filter(({ target }) => target.kind === 'figure').slice(0, 3);
  const isAsked = (term: Term) => asksQuantity(cuesOf([term]));
  const complete = (helps: (word: number) => boolean): Span | undefined => {
    const borrowed = before.terms.filter((term) =>
      term.kind === 'content' ? term.word !== undefined && helps(term.word) : term.kind === 'cue' && !isAsked(term),
    );
    const terms = [...borrowed, ...span.terms];
    const match = matcher.match(terms, cues);
    const target = sureTarget(match);
    if (target?.kind === 'figure' && target.id !== said?.id) return { ...span, terms, match };
    const count = isBare && cues.has('how-many') && said ? matcher.countBeside(said, match) : undefined;
    return count && { ...span, terms, match: { ...match, verdict: 'answer', candidates: [count] } };
  };
  // Between open meanings only words that tell them apart help; beside a figure that is sure, all of its words are meant.
  const tellApart = () => complete((word) => rivals.some(({ target }) => matcher.isNamedBy(target.id, [word])));
  // 发了多少奖励，多少家拿到: of the words said before only some belong to what is asked now.
  const ofBest = () => complete((word) => matcher.isNamedBy(rivals[0]?.target.id ?? '', [word]));
  const isFurther = span.terms[0]?.kind === 'break';
  return (isOpen ? tellApart() : (complete(() => true) ?? (isFurther ? ofBest() : undefined))) ?? span;
}

/** All cues of a stretch. */
export function cuesOf(terms: readonly Term[]): Set<Cue> {
  return new Set(terms.flatMap((term) => (term.kind === 'cue' ? term.cues : [])));
}

/** What a stretch means for sure. */
export function sureTarget(match: Match): Target | undefined {
  return match.verdict === 'answer' ? match.candidates[0]?.target : undefined;
}

function hasContent({ terms }: { terms: readonly Term[] }): boolean {
  return terms.some((term) => term.kind === 'content');
}

function sentences(terms: readonly Term[]): Term[][] {
  const all: Term[][] = [[]];
  for (const term of terms) {
    if (term.kind === 'break' && term.strong) all.push([]);
    else all.at(-1)?.push(term);
  }
  return all.filter((sentence) => sentence.length > 0);
}

type Parted = Omit<Span, 'sentence'>;

type Atom = { terms: Term[]; link: Link; parts: boolean };

/** The smallest stretches that may stand alone: cut before every parting word, which stays with what follows it. */
function atomsOf(terms: readonly Term[]): Atom[] {
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

/** "How much was awarded, and to how many companies?": a second question word after a part that stands alone. */
function swallowsWish(atoms: readonly Atom[], start: number, end: number, matcher: Matcher): boolean {
  for (let at = start + 1; at < end; at++) {
    const atom = atoms[at];
    const cues = cuesOf(atom?.terms ?? []);
    if (!asksQuantity(cues) || !atom?.parts) continue;
    const first = atoms.slice(start, at).flatMap(({ terms }) => terms);
    if (matcher.match(first, cuesOf(first)).verdict === 'answer') return true;
  }
  return false;
}

function isAsking({ terms }: Atom): boolean {
  return asksQuantity(cuesOf(terms));
}

function asksAnew(atom: Atom): boolean {
  return atom.link === 'and' && (isAsking(atom) || cuesOf(atom.terms).has('when'));
}

function isContext({ terms: [first] }: Atom): boolean {
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

const HAN = /\p{Script=Han}/u;

function isAnd(term: Term): boolean {
  return term.kind === 'cue' && (term.cues.includes('and') || term.cues.includes('or'));
}

function bestParting(atoms: readonly Atom[], matcher: Matcher): Parted[] {
  type Way = { value: number; spans: Parted[] };
  const ways: Way[] = [{ value: 0, spans: [] }];
  for (let end = 1; end <= atoms.length; end++) {
    let best: Way | undefined;
    for (let start = 0; start < end; start++) {
      const before = ways[start];
      if (!before || atoms.slice(start + 1, end).some(isContext)) continue;
      const terms = atoms.slice(start, end).flatMap((atom) => atom.terms);
      const behind = atoms.slice(end).flatMap((atom) => atom.terms);
      const match = matcher.match(terms, cuesOf(terms), behind);
      const gain = match.verdict === 'answer' && !swallowsWish(atoms, start, end, matcher) ? match.explained : 0;
      const value =
        before.value +
        gain -
        (atoms[start]?.parts ? 0 : COST_OF_PARTING) +
        (start > 0 && atoms[start]?.parts ? GAIN_OF_PARTING : 0);
      if (!best || value > best.value)
        best = { value, spans: [...before.spans, { terms, match, link: atoms[start]?.link ?? 'part' }] };
    }
    ways.push(best ?? { value: 0, spans: [] });
  }
  return ways.at(-1)?.spans ?? [];
}
