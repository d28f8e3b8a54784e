import type { Cue } from '../language/words/cues.ts';
import { asksQuantity, asksSomething } from './asks.ts';
import { thingsIn } from './counted.ts';
import type { Matcher } from './matcher.ts';
import { type Span, sureTarget } from './spans.ts';
import { cuesOf, type Term } from './terms.ts';

/** A stretch of the question; `introduces` tells whether it says who asks rather than what is asked. */
export type MarkedSpan = Span & { introduces: boolean };

/** The parts of a question side by side, for all decisions. */
export type Scene = {
  terms: readonly Term[];
  cues: Set<Cue>;
  spans: MarkedSpan[];
  /** The figures that are named for sure. */
  figures: string[];
  /** The derived number that is named for sure. */
  relation: string | undefined;
};

export function sceneOf(terms: readonly Term[], all: readonly Span[], matcher: Matcher): Scene {
  const spans = all.map((span) => ({ ...span, introduces: introduces(span) || isOfIntroduction(span, all) }));
  const targets = spans.flatMap(({ match }) => sureTarget(match) ?? []);
  return {
    terms,
    cues: cuesOf(terms.filter((term) => !isPartOfName(term, spans, matcher))),
    spans,
    figures: distinct(targets.flatMap(({ kind, id }) => (kind === 'figure' ? [id] : []))),
    // "How many labs per project" is after no sum for each.
    relation: targets.find(
      (target) => target.kind === 'relation' && all.every((span) => matcher.counts(target, thingsIn(span.terms))),
    )?.id,
  };
}

/** The figures that a stretch may mean, best first. */
export function offered(span: Span | undefined): string[] {
  const candidates = (span?.match.candidates ?? []).filter(({ target }) => target.kind === 'figure');
  const best = candidates[0]?.score ?? 0;
  return candidates.filter(({ score }) => score > 0.1 && score >= best - CHOICE_RANGE).map(({ target }) => target.id);
}

export function distinct<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}

/** Candidates no further apart than this fit alike. */
export const LEVEL = 0.1;
/** A candidate this far behind the best is no longer a likely meaning. */
const CHOICE_RANGE = 0.3;
/** Cues that can be words of a figure's name. */
const NAMING: ReadonlySet<Cue> = new Set([
  'more',
  'compare',
  'per',
  'share',
  'ratio',
  'difference',
  'sum',
  'list',
  'over',
]);

function isPartOfName(term: Term, spans: readonly Span[], matcher: Matcher): boolean {
  if (term.kind !== 'cue') return false;
  const target = spans.filter(({ terms }) => terms.includes(term)).map(({ match }) => sureTarget(match))[0];
  return (
    target?.kind === 'figure' && term.cues.some((cue) => NAMING.has(cue)) && matcher.isNamedBy(target.id, term.words)
  );
}

/** "My daughter wants to study in China. How many …?": of a sentence that introduces and asks nothing, all of it does. */
function isOfIntroduction({ sentence }: Span, all: readonly Span[]): boolean {
  const beside = all.filter((span) => span.sentence === sentence);
  const asks = (span: Span) => asksSomething(cuesOf(span.terms)) || cuesOf(span.terms).has('wish');
  return (
    beside.some(introduces) &&
    !beside.some((span) => asks(span) || sureTarget(span.match)?.kind === 'figure') &&
    all.some((span) => span.sentence > sentence && asks(span) && sureTarget(span.match)?.kind === 'figure')
  );
}

/** "I'm a student from Moscow": says who asks, not what is asked. */
function introduces({ terms, match }: Span): boolean {
  if (sureTarget(match)?.kind === 'figure') return false;
  const cues = cuesOf(terms);
  return cues.has('me') && !asksQuantity(cues) && !cues.has('when') && !cues.has('which') && !cues.has('wish');
}
