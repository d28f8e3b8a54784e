import { HAN } from '../language/scripts.ts';
import { NEARLY_WHOLE, WHOLE } from '../matching/postings.ts';
import { asksQuantity, operationOf } from './asks.ts';
import { thingsIn } from './counted.ts';
import type { Matcher } from './matcher.ts';
import { type MarkedSpan, offered, type Scene } from './scene.ts';
import { sureTarget } from './spans.ts';
import { cuesOf, type Term } from './terms.ts';

/** Most of a stretch is about what explains more than this share of it. */
const MOST = 0.5;

/**
 * The stretch that makes the whole question one about something else: whatever is neither a figure, nor a wish of its own.
 * "Key labs, national only" is not about key labs; "labs and patents" is about labs, and about patents.
 */
export function straySpan({ spans, figures, relation, cues }: Scene, matcher: Matcher): MarkedSpan | undefined {
  if (figures.length === 0 && relation === undefined) return undefined;
  // "What sum was granted?" adds nothing up.
  const operation = operationOf(cues);
  const arithmetic = operation !== undefined && !(operation === 'sum' && figures.length < 2);
  const other = askedElsewhere(spans);
  if (other && relation === undefined) return other;
  return spans.find((span, at) => {
    if (relation === undefined && (isShared(span, spans[at + 1], matcher) || (at > 0 && sharesBack(span)))) return true;
    const target = sureTarget(span.match);
    if (span.introduces || isPurpose(span) || target?.kind === 'figure' || target?.kind === 'relation') return false;
    if (figures.some((id) => asksAgain(span, id, matcher))) return false;
    // "… for the certification" beside a figure that it may mean only says the same again.
    if (span.match.verdict === 'choice' && offered(span).some((id) => figures.includes(id)))
      return isBesides(span, matcher);
    // What compares may leave one side open; the arithmetic settles it.
    if (arithmetic && span.match.verdict === 'choice' && span.match.candidates[0]?.target.kind !== 'gap') return false;
    // A derived number that is named for sure needs no further words; only what is not held changes it.
    if (relation !== undefined) return target?.kind === 'gap';
    if (arithmetic) return true;
    const [before, after] = [spans[at - 1], spans[at + 1]];
    const linked = (before !== undefined && span.link === 'part') || after?.link === 'part';
    return linked && !isAside(span, before, after);
  });
}

/** "Little giants I know. How many champions are there?": a sentence of its own asks for something that is not held. */
function askedElsewhere(spans: readonly MarkedSpan[]): MarkedSpan | undefined {
  const asking = spans.filter(({ terms }) => asksQuantity(cuesOf(terms)));
  const isHeld = ({ match }: MarkedSpan) => match.verdict === 'choice' || sureTarget(match)?.kind === 'figure';
  const sentence = asking[0]?.sentence;
  const isAlone = asking.length > 0 && asking.every((span) => span.sentence === sentence);
  const those = spans.filter((span) => span.sentence === sentence);
  return isAlone && !those.some(isHeld) ? asking[0] : undefined;
}

/**
 * "How many students do the labs and the universities have?": what is counted is no part of the figure beside it,
 * and the figure behind "and" only says again whose it is.
 */
function isShared({ terms, match }: MarkedSpan, next: MarkedSpan | undefined, matcher: Matcher): boolean {
  if (next?.link !== 'and' || asksQuantity(cuesOf(next.terms)) || next.terms[0]?.kind === 'break') return false;
  const things = thingsIn(terms);
  if (sureTarget(match)?.kind === 'figure') return false;
  // "How much do the labs and the universities cost?"
  const isUnheld = sureTarget(match)?.kind === 'gap' && things.length === 0 && asksQuantity(cuesOf(terms));
  return match.candidates.some(
    ({ target, fit }) =>
      target.kind === 'figure' &&
      (fit.completeness > NEARLY_WHOLE || fit.coverage > MOST) &&
      (isUnheld || !matcher.counts(target, things)),
  );
}

/** "Do the universities and the labs have students?": what is not held is asked of both. */
function sharesBack({ terms, match, link }: MarkedSpan): boolean {
  const [first] = terms;
  const isJoined = link === 'and' && first?.kind === 'cue' && first.cues.includes('and');
  if (!isJoined || sureTarget(match)?.kind === 'figure' || asksQuantity(cuesOf(terms))) return false;
  // "… wanted an award and walked away empty-handed" tells what else those did that are asked about.
  if (DEED.test(terms[1]?.text ?? '') && match.verdict !== 'choice') return true;
  if (sureTarget(match)?.kind !== 'gap') return false;
  return match.candidates.some(({ target, fit }) => target.kind === 'figure' && fit.completeness > NEARLY_WHOLE);
}

/** 科技集群百强，哈尔滨第几名; "little giants in Harbin: how many companies?": what was named is asked in wider words for it. */
function asksAgain({ terms }: MarkedSpan, figure: string, matcher: Matcher): boolean {
  const said = terms.filter((term) => term.kind === 'content');
  switch (matcher.kindOf(figure)) {
    case 'rank':
      return said.every(({ word }) => word !== undefined && matcher.isNamedBy(figure, [word]));
    case 'count':
      return (
        asksQuantity(cuesOf(terms)) &&
        said.length > 0 &&
        said.every((thing) => matcher.counts({ kind: 'figure', id: figure }, [thing]))
      );
    default:
      return false;
  }
}

/** "Construction workers needed for the projects", "people who moved for the policies": something else of the figure beside it. */
function isBesides({ terms, match }: MarkedSpan, matcher: Matcher): boolean {
  const [best] = match.candidates;
  if (best?.target.kind === 'gap') return best.fit.completeness > NEARLY_WHOLE;
  return best !== undefined && !matcher.counts(best.target, thingsIn(terms));
}

/** Whether an answer about these figures leaves a stretch of the question unanswered. */
export function isLeftOut(span: MarkedSpan, ids: readonly string[]): boolean {
  if (span.introduces || isPurpose(span) || sureTarget(span.match)?.kind === 'figure') return false;
  return !(span.match.verdict === 'choice' && offered(span).some((id) => ids.includes(id)));
}

/**
 * "Firms nominated for the high-tech certificate": two figures with only a preposition between them describe one thing,
 * and which of the two it is cannot be told.
 */
export function isTangled({ spans, figures, cues }: Scene): boolean {
  if (figures.length < 2 || operationOf(cues) !== undefined) return false;
  const figureOf = ({ match }: MarkedSpan) => {
    const target = sureTarget(match);
    return target?.kind === 'figure' ? target.id : undefined;
  };
  return spans.some((span, at) => {
    const figure = figureOf(span);
    // "Handed out in awards and to how many firms" asks for both; "recommended for certification" names one thing twice.
    const isOwnWish = span.link !== 'part' || asksQuantity(cuesOf(span.terms));
    const others = spans.slice(0, at).filter((other) => figureOf(other) !== undefined && figureOf(other) !== figure);
    return figure !== undefined && !isOwnWish && span.terms[0]?.kind === 'filler' && others.length > 0;
  });
}

/** 高企有多少重点实验室: of two things in one clause with the question between them the second is asked of the first. */
export function asksOfOther({ spans }: Scene): boolean {
  return spans.some(({ terms, match, link }, at) => {
    const before = spans[at - 1];
    const asking = terms.findIndex(
      (term) => term.kind === 'cue' && HAN.test(term.text) && asksQuantity(new Set(term.cues)),
    );
    const isWithin = link === 'part' && asking >= 0 && terms.slice(0, asking).every(({ kind }) => kind !== 'break');
    return (
      before !== undefined &&
      isWithin &&
      !asksQuantity(cuesOf(before.terms)) &&
      sureTarget(before.match)?.kind === 'figure' &&
      sureTarget(match)?.kind === 'figure'
    );
  });
}

/**
 * "My neighbour swears it's true, does it have 48 universities?": words of no known meaning in a clause of their own
 * do not narrow the question beside them; they are named in the answer as not understood.
 */
function isAside(span: MarkedSpan, before: MarkedSpan | undefined, after: MarkedSpan | undefined): boolean {
  const { match, terms } = span;
  if (isPurpose(span)) return true;
  // "Key labs: how many orders?" asks for the orders.
  if (match.unknown.length > 0 && asksQuantity(cuesOf(terms))) return false;
  const known = match.candidates.some(({ target, fit }) => target.kind === 'gap' && fit.completeness > WHOLE);
  const mayMean = match.verdict === 'choice' && offered(span).length > 0;
  if (known || mayMean || match.verdict === 'answer') return false;
  const apart = (other: MarkedSpan | undefined) => other === undefined || beginsClause(other.terms);
  return (before === undefined || beginsClause(terms)) && apart(after);
}

/** "For a briefing note", "for my thesis", "I need it for a timeline": what the answer is wanted for. */
function isPurpose({ terms, match }: MarkedSpan): boolean {
  const [first] = terms;
  if (first?.kind === 'cue' && first.cues.includes('context')) return true;
  // "Applied for an award" tells no purpose.
  if (
    match.candidates.some(
      ({ target, fit }) => target.kind === 'figure' && fit.completeness > NEARLY_WHOLE && fit.coverage > NEARLY_WHOLE,
    )
  )
    return false;
  const at = terms.findIndex(({ text }) => PURPOSE.has(text));
  const before = terms.slice(0, Math.max(at, 0));
  return at >= 0 && OWNERS.has(terms[at + 1]?.text ?? '') && before.every(({ kind }) => kind !== 'content');
}

const DEED = /^[a-z]{3,}ed$/;
const PURPOSE = new Set(['for', 'для']);
const OWNERS = new Set(['a', 'an', 'my', 'our', 'some', 'моей', 'моего', 'нашей', 'нашего']);

function beginsClause(terms: readonly Term[]): boolean {
  const [first] = terms;
  return (
    first?.kind === 'break' ||
    // Chinese asks in the middle of a clause: 敷尔佳拿了多少奖励.
    (first?.kind === 'cue' &&
      !HAN.test(first.text) &&
      (asksQuantity(new Set(first.cues)) || first.cues.includes('what')))
  );
}
