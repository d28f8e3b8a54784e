import { asksQuantity } from './asks.ts';
import { type Atom, atomsOf, isAnd, isContext, type Link } from './atoms.ts';
import type { Match, Matcher } from './matcher.ts';
import type { Target } from './targets.ts';
import { cuesOf, hasContent, partedAt, type Term } from './terms.ts';

/** A stretch of the question that means one thing, how it hangs on to the one before, and in which sentence it stands. */
export type Span = { terms: readonly Term[]; match: Match; link: Link; sentence: number };

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
  const items = partedAt(terms, (term) => term.kind === 'break' || isAnd(term));
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

/** What a stretch means for sure. */
export function sureTarget(match: Match): Target | undefined {
  return match.verdict === 'answer' ? match.candidates[0]?.target : undefined;
}

function sentences(terms: readonly Term[]): Term[][] {
  return partedAt(terms, (term) => term.kind === 'break' && term.strong);
}

type Parted = Omit<Span, 'sentence'>;

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
