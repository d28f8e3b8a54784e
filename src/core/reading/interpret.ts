import type { Catalogue, Figure } from '../../data/schema.ts';
import type { Cue } from '../language/words/cues.ts';
import type { Missing, Operation, Question } from '../question.ts';
import { claimOf, isValueOf, numbersOf } from './claims.ts';
import { otherPlace, otherTime } from './guards.ts';
import { asksMoney } from './hints.ts';
import type { Matcher } from './matcher.ts';
import { cuesOf, partSpans, type Span, sureTarget } from './spans.ts';
import { readTalk, sumBeside } from './talk.ts';
import type { Term } from './terms.ts';

/** What was asked, and the figures that were taken over from the conversation to say so. */
export type Interpretation = { question: Question; assumed: string[] };

/** Decides what a looked-up question asks, given the figures that the conversation was last about. */
export type Interpreter = (terms: readonly Term[], context: readonly string[]) => Interpretation;

/** Choices offered at once: more would not be read on a phone. */
const MOST_CHOICES = 3;
/** A candidate this far behind the best is no longer a likely meaning. */
const CHOICE_RANGE = 0.3;
/** Candidates no further apart than this fit alike. */
const LEVEL = 0.1;
/** Words that ask for several figures at once. */
const LIST_CUES = ['data', 'all-about', 'list', 'overview'] as const;
/** A derived number must be named at least this well to be meant beside a figure. */
const LEAST_RELATION = 0.5;

export function createInterpreter(catalogue: Catalogue, matcher: Matcher): Interpreter {
  const figures = new Map(catalogue.figures.map((figure) => [figure.id, figure]));
  const home = catalogue.places[0];
  const figuresOf = (ids: readonly string[]) =>
    ids.map((id) => figures.get(id)).filter((figure) => figure !== undefined);

  return (terms, context) => {
    const spans = partSpans(terms, matcher);
    if (spans.length === 0) return readTalk(terms, context, catalogue);
    const scene = sceneOf(terms, spans, matcher);
    const remembered = figuresOf(context);
    const plain = (question: Question): Interpretation => ({ question, assumed: [] });
    const refuse = (missing: Missing, near: readonly string[] = []): Interpretation =>
      plain({ kind: 'unknown', missing, near: distinct([...near, ...scene.figures]).slice(0, MOST_CHOICES) });

    if (scene.figures.length === 0 && scene.relation === undefined) {
      const talk = metaWithContent(scene) ?? greetingWithContent(scene);
      if (talk) return plain(talk);
    }

    const strayed = straySpan(scene);
    if (strayed) return refuse(missingOf(strayed), nearOf(strayed));

    if (scene.cues.has('order')) return plain({ kind: 'unknown', missing: { kind: 'nonsense' }, near: [] });
    const wantsList = LIST_CUES.some((cue) => scene.cues.has(cue));
    const topics = wantsList ? topicsOf(terms, matcher) : [];
    const asked = figuresOf(scene.figures);
    if (home) {
      const place = otherPlace(terms, asked, home);
      if (place) return refuse(place);
    }
    const time = otherTime(terms, asked, catalogue);
    if (time) return refuse(time, context);

    if (scene.relation) return plain(derive(scene.relation));
    const wantsAll = scene.cues.has('all-about') || scene.cues.has('overview') || scene.cues.has('everything');
    if (topics.length > 0 && !asksQuantity(scene.cues) && (wantsAll || asked.length === 0))
      return plain({ kind: 'list', topics });
    if (
      scene.cues.has('overview') &&
      asked.length === 0 &&
      !scene.spans.some((span) => !span.introduces && sureTarget(span.match)?.kind === 'gap')
    )
      return plain({ kind: 'overview' });

    if (isTangled(scene) && asked.some(isQuantity)) {
      const sums = asked.filter(({ kind }) => kind === 'money');
      const [sum] = sums;
      if (sum && sums.length === 1 && asksMoney(scene.cues))
        return plain(aboutFigures({ ...scene, figures: [sum.id] }, [sum]));
      const [best, next] = matcher
        .match(terms, scene.cues)
        .candidates.filter(({ target }) => scene.figures.includes(target.id));
      if (best && best.score - (next?.score ?? 0) > LEVEL)
        return plain(aboutFigures({ ...scene, figures: [best.target.id] }, figuresOf([best.target.id])));
      return plain({ kind: 'choice', figures: scene.figures.slice(0, MOST_CHOICES) });
    }
    const combined = combine(scene, remembered);
    if (combined) return combined;
    if (asked.length > 0) return plain(aboutFigures(scene, asked));
    return notSure(scene, remembered);
  };

  function derive(id: string): Question {
    const relation = catalogue.relations.find((one) => one.id === id);
    if (!relation) return { kind: 'help' };
    return { kind: 'derive', operation: relation.operation, left: relation.left, right: relation.right, relation: id };
  }

  /** Two figures and a word for arithmetic: a derived number or a comparison. */
  function combine(scene: Scene, remembered: readonly Figure[]): Interpretation | undefined {
    const operation = operationOf(scene.cues) ?? comparedWithContext(scene, remembered);
    if (!operation) return undefined;
    // "The 16.8 billion over the 37 projects": a number can point at a figure just as its name does.
    const [first, second] = distinct([...scene.figures, ...pointedAt(scene.terms)]).filter(
      (id) => isQuantity(figures.get(id)) || operation === 'compare',
    );
    if (first && second) return { question: pair(operation, first, second), assumed: [] };
    const partner = first && partnerOf(scene, first);
    if (first && partner) return { question: pair(operation, first, partner), assumed: [] };
    const related = first && relatedTo(scene, first, operation);
    if (related) return { question: derive(related), assumed: [] };
    const candidates = first ? [first] : offered(scene.spans.at(-1));
    for (const known of remembered) {
      const partner = candidates.find(
        (id) => id !== known.id && (first !== undefined || relationOf(operation, known.id, id) !== undefined),
      );
      if (partner) return { question: pair(operation, known.id, partner), assumed: [known.id] };
    }
    if (!first || operation === 'compare' || operation === 'sum') return undefined;
    return {
      question: { kind: 'unknown', missing: { kind: 'detail', detail: 'sum', figures: [first] }, near: [first] },
      assumed: [],
    };
  }

  /** The derived number that a question names in its own words beside one figure: "mean award per firm". */
  function relatedTo({ spans }: Scene, figure: string, operation: Operation | 'compare'): string | undefined {
    const named = spans.flatMap(({ match }) =>
      match.candidates.filter(({ target, score }) => target.kind === 'relation' && score > LEAST_RELATION),
    );
    return named
      .flatMap(({ target }) => catalogue.relations.filter(({ id }) => id === target.id))
      .find((relation) => relation.operation === operation && (relation.left === figure || relation.right === figure))
      ?.id;
  }

  /** The other side of a comparison where its words leave a choice: the one that counts the same kind of thing. */
  function partnerOf({ spans }: Scene, first: string): string | undefined {
    const unit = unitOf(figures.get(first));
    const open = spans.filter(({ match }) => match.verdict === 'choice').flatMap(offered);
    const others = distinct(open).filter((id) => id !== first && figures.get(id)?.kind === figures.get(first)?.kind);
    const alike = others.filter((id) => unitOf(figures.get(id)) === unit);
    return others.length === 1 ? others[0] : alike.length === 1 ? alike[0] : undefined;
  }

  function pointedAt(terms: readonly Term[]): string[] {
    return numbersOf(terms).flatMap((number) =>
      catalogue.figures.filter((figure) => isValueOf(figure, number)).map(({ id }) => id),
    );
  }

  function pair(operation: Operation | 'compare', left: string, right: string): Question {
    const relation = relationOf(operation, left, right);
    if (operation === 'compare' || (operation === 'difference' && relation === undefined))
      return { kind: 'compare', left, right };
    if (relation) return derive(relation);
    return { kind: 'derive', operation, left, right };
  }

  function relationOf(operation: Operation | 'compare', left: string, right: string): string | undefined {
    const same = (one: string, two: string) => (one === left && two === right) || (one === right && two === left);
    const fitting = catalogue.relations.filter((relation) => same(relation.left, relation.right));
    return fitting.find((relation) => relation.operation === operation)?.id;
  }

  /** One or several figures, what is asked of them, and what else of the sentence was not understood. */
  function aboutFigures(scene: Scene, found: readonly Figure[]): Question {
    const { cues } = scene;
    // "How many billions for the 37 projects?": the sum that belongs to the count is asked for.
    const sum = asksSum(cues) ? sumBeside(found, catalogue) : undefined;
    const asked = sum ? figuresOf([sum]) : found;
    const ids = asked.map(({ id }) => id);
    if (asksSum(cues) && !sum && found.every(({ kind }) => kind === 'count'))
      return {
        kind: 'unknown',
        missing: { kind: 'detail', detail: 'amount', figures: ids },
        near: ids.slice(0, MOST_CHOICES),
      };
    const quantity = asksQuantity(cues);
    if (cues.has('source') && !quantity) return { kind: 'about', what: 'source', figures: ids };
    if (cues.has('age') && !quantity) return { kind: 'about', what: 'age', figures: ids };
    const detail = detailAsked(cues, asked);
    if (detail)
      return { kind: 'unknown', missing: { kind: 'detail', detail, figures: ids }, near: ids.slice(0, MOST_CHOICES) };
    const only = asked.length === 1 ? asked[0] : undefined;
    // "Below provincial level": a bound on something else than the number narrows the figure to what is not held.
    if (cues.has('under') && numbersOf(scene.terms).length === 0)
      return {
        kind: 'unknown',
        missing: { kind: 'detail', detail: 'part', figures: ids },
        near: ids.slice(0, MOST_CHOICES),
      };
    const claim = only && claimOf(scene.terms, only, catalogue.figures);
    const missing = scene.spans.filter((span) => isLeftOut(span, ids)).map(missingOf);
    return {
      kind: 'figure',
      figures: ids,
      ...(cues.has('dollars') ? { currency: 'USD' as const } : {}),
      ...(claim ? { claim } : {}),
      ...(missing.length > 0 ? { missing } : {}),
    };
  }

  function notSure(scene: Scene, remembered: readonly Figure[]): Interpretation {
    const span = scene.spans.reduce((a, b) => (b.match.confidence > a.match.confidence ? b : a));
    const ids = offered(span);
    const gap = scene.spans.find((one) => !one.introduces && sureTarget(one.match)?.kind === 'gap');
    if (gap) return { question: { kind: 'unknown', missing: missingOf(gap), near: nearOf(gap) }, assumed: [] };
    const isUnheld = span.match.candidates[0]?.target.kind === 'gap';
    if (isUnheld && span.match.candidates[0]?.fit.completeness === 1)
      return { question: { kind: 'unknown', missing: missingOf(span), near: nearOf(span) }, assumed: [] };
    const numbered = pointedAt(scene.terms);
    const sum = asksMoney(scene.cues) ? sumBeside(figuresOf(numbered), catalogue) : undefined;
    if (sum && span.match.unknown.length === 0) return { question: { kind: 'figure', figures: [sum] }, assumed: [] };
    const pointed = numbered.filter((id) => ids.includes(id) || (numbered.length === 1 && isPointer(scene)));
    if (pointed.length === 1 && span.match.verdict === 'choice')
      return { question: aboutFigures(scene, figuresOf(pointed)), assumed: [] };
    if (span.match.verdict === 'choice' && ids.length > 0 && !isUnheld) {
      // Facts do not rival each other as numbers do: both are told.
      const facts = figuresOf(ids.filter((id) => isLevel(span, id)));
      if (facts.length === 2 && facts.every(({ kind }) => kind === 'event' || kind === 'aim'))
        return { question: aboutFigures(scene, facts), assumed: [] };
      const level = figuresOf(ids.filter((id) => isLevel(span, id)));
      if (scene.cues.has('which') && level.every(({ kind }) => kind === 'count' || kind === 'money'))
        return {
          question: {
            kind: 'unknown',
            missing: { kind: 'detail', detail: 'names', figures: level.map(({ id }) => id) },
            near: ids.slice(0, MOST_CHOICES),
          },
          assumed: [],
        };
      if (LIST_CUES.some((cue) => scene.cues.has(cue)) && level.length > 1)
        return { question: { kind: 'figure', figures: level.map(({ id }) => id) }, assumed: [] };
      const related = ids.filter((id) => remembered.some((figure) => figure.related.includes(id) || figure.id === id));
      if (related.length === 1 && isWhole(span))
        return { question: { kind: 'figure', figures: related }, assumed: remembered.map(({ id }) => id) };
      return { question: { kind: 'choice', figures: ids.slice(0, MOST_CHOICES) }, assumed: [] };
    }
    return { question: { kind: 'unknown', missing: missingOf(span), near: nearOf(span) }, assumed: [] };
  }

  function missingOf(span: Span): Missing {
    const best = span.match.candidates[0];
    if (best?.target.kind === 'gap' && best.fit.completeness > 0.9) return { kind: 'gap', gap: best.target.id };
    const unknown =
      span.match.unknown.length > 0
        ? span.match.unknown
        : span.terms.filter(({ kind }) => kind === 'content').map(({ text }) => text);
    return { kind: 'words', words: distinct(unknown).slice(0, MOST_CHOICES) };
  }

  function nearOf(span: Span): string[] {
    const best = span.match.candidates[0];
    const gap = best?.target.kind === 'gap' ? catalogue.gaps.find(({ id }) => id === best.target.id) : undefined;
    return distinct([...(gap?.near ?? []), ...offered(span)]).slice(0, MOST_CHOICES);
  }
}

/** "Is that more than the key labs?": a bound without a number compares with what was talked about. */
function comparedWithContext({ cues, terms, figures }: Scene, remembered: readonly Figure[]): 'compare' | undefined {
  const bound = cues.has('over') || cues.has('under');
  return bound && remembered.length > 0 && figures.length === 1 && numbersOf(terms).length === 0
    ? 'compare'
    : undefined;
}

/** Topics named one beside the other: "research and education". */
function topicsOf(terms: readonly Term[], matcher: Matcher): string[] {
  const parts: Term[][] = [[]];
  for (const term of terms) {
    if (term.kind === 'cue' && term.cues.includes('and')) parts.push([]);
    else parts.at(-1)?.push(term);
  }
  return distinct(parts.flatMap((part) => matcher.topic(part) ?? []));
}

/** Small numbers and half-understood sentences point at nothing: "open for 3 days". */
function isPointer({ terms, spans }: Scene): boolean {
  return (
    numbersOf(terms).some(({ value }) => value >= LEAST_POINTER) &&
    spans.every(({ match }) => match.unknown.length === 0)
  );
}

const LEAST_POINTER = 10;

/** Whether the best candidate is named in full. */
function isWhole(span: Span): boolean {
  return (span.match.candidates[0]?.fit.completeness ?? 0) > 0.99;
}

/** Whether a candidate fits as well as the best one. */
function isLevel(span: Span, id: string): boolean {
  const [best] = span.match.candidates;
  const candidate = span.match.candidates.find(({ target }) => target.id === id);
  return best !== undefined && candidate !== undefined && best.score - candidate.score < LEVEL;
}

type MarkedSpan = Span & { introduces: boolean };

/** The parts of a question side by side, for all decisions. */
type Scene = {
  terms: readonly Term[];
  cues: Set<Cue>;
  spans: MarkedSpan[];
  figures: string[];
  relation: string | undefined;
};

function sceneOf(terms: readonly Term[], all: readonly Span[], matcher: Matcher): Scene {
  const spans = all.map((span) => ({ ...span, introduces: introduces(span) }));
  const targets = spans.flatMap(({ match }) => sureTarget(match) ?? []);
  return {
    terms,
    cues: cuesOf(terms.filter((term) => !isPartOfName(term, spans, matcher))),
    spans,
    figures: distinct(targets.flatMap(({ kind, id }) => (kind === 'figure' ? [id] : []))),
    relation: targets.find(({ kind }) => kind === 'relation')?.id,
  };
}

function isPartOfName(term: Term, spans: readonly Span[], matcher: Matcher): boolean {
  if (term.kind !== 'cue') return false;
  const target = spans.filter(({ terms }) => terms.includes(term)).map(({ match }) => sureTarget(match))[0];
  return (
    target?.kind === 'figure' && term.cues.some((cue) => NAMING.has(cue)) && matcher.isNamedBy(target.id, term.words)
  );
}

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

/** "I'm a student from Moscow": says who asks, not what is asked. */
function introduces({ terms, match }: Span): boolean {
  if (sureTarget(match)?.kind === 'figure') return false;
  const cues = cuesOf(terms);
  return cues.has('me') && !asksQuantity(cues) && !cues.has('when') && !cues.has('which') && !cues.has('wish');
}

/**
 * The stretch that makes the whole question one about something else: whatever is neither a figure, nor a wish of its own.
 * "Key labs, national only" is not about key labs; "labs and patents" is about labs, and about patents.
 */
function straySpan({ spans, figures, relation, cues }: Scene): MarkedSpan | undefined {
  if (figures.length === 0 && relation === undefined) return undefined;
  // "What sum was granted?" adds nothing up.
  const operation = operationOf(cues);
  const arithmetic = operation !== undefined && !(operation === 'sum' && figures.length < 2);
  return spans.find((span, at) => {
    const target = sureTarget(span.match);
    if (span.introduces || isPurpose(span.terms) || target?.kind === 'figure' || target?.kind === 'relation')
      return false;
    // "… for the certification" beside a figure that it may mean only says the same again.
    if (span.match.verdict === 'choice' && offered(span).some((id) => figures.includes(id))) return false;
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

/**
 * "My neighbour swears it's true, does it have 48 universities?": words of no known meaning in a clause of their own
 * do not narrow the question beside them; they are named in the answer as not understood.
 */
function isAside({ match, terms }: MarkedSpan, before: MarkedSpan | undefined, after: MarkedSpan | undefined): boolean {
  if (isPurpose(terms)) return true;
  const known = match.candidates.some(({ target, fit }) => target.kind === 'gap' && fit.completeness > 0.99);
  if (known || match.verdict !== 'refusal') return false;
  const apart = (span: MarkedSpan | undefined) => span === undefined || beginsClause(span.terms);
  return (before === undefined || beginsClause(terms)) && apart(after);
}

/** "For a briefing note", "for my thesis", "I need it for a timeline": what the answer is wanted for. */
function isPurpose(terms: readonly Term[]): boolean {
  const [first] = terms;
  if (first?.kind === 'cue' && first.cues.includes('context')) return true;
  const at = terms.findIndex(({ text }) => PURPOSE.has(text));
  const before = terms.slice(0, Math.max(at, 0));
  return at >= 0 && OWNERS.has(terms[at + 1]?.text ?? '') && before.every(({ kind }) => kind !== 'content');
}

const PURPOSE = new Set(['for', 'для']);
const OWNERS = new Set(['a', 'an', 'my', 'our', 'some', 'моей', 'моего', 'нашей', 'нашего']);

function beginsClause(terms: readonly Term[]): boolean {
  const [first] = terms;
  return (
    first?.kind === 'break' ||
    (first?.kind === 'cue' && (asksQuantity(new Set(first.cues)) || first.cues.includes('what')))
  );
}

/** Whether the words ask how many or how much. */
function asksQuantity(cues: ReadonlySet<Cue>): boolean {
  return cues.has('how-many') || cues.has('how-much') || cues.has('amount');
}

function operationOf(cues: ReadonlySet<Cue>): Operation | 'compare' | undefined {
  if (cues.has('share')) return 'share';
  if (cues.has('per') || cues.has('ratio')) return 'ratio';
  if (cues.has('difference')) return 'difference';
  if (cues.has('sum')) return 'sum';
  return cues.has('compare') || cues.has('more') ? 'compare' : undefined;
}

function detailAsked(
  cues: ReadonlySet<Cue>,
  asked: readonly Figure[],
): Extract<Missing, { kind: 'detail' }>['detail'] | undefined {
  const quantity = asksQuantity(cues);
  if (cues.has('so-far') && asked.every(isPlanned)) return 'progress';
  if (cues.has('other-currency')) return 'currency';
  if (asked.every(({ kind }) => kind === 'event' || kind === 'aim'))
    return asksMoney(cues) || cues.has('how-many') ? 'amount' : undefined;
  if (cues.has('why')) return 'reason';
  if (cues.has('where')) return 'location';
  if (quantity) return undefined;
  if ((cues.has('which') || cues.has('list')) && asked.every(({ kind }) => kind === 'count')) return 'names';
  return cues.has('who') ? 'people' : undefined;
}

/** "Good morning from Leeds!": a greeting, whatever else it says, when nothing is asked. */
function greetingWithContent({ cues, spans }: Scene): Question | undefined {
  const asks = asksQuantity(cues) || ASKING.some((cue) => cues.has(cue));
  if (asks || spans.some(({ match }) => match.verdict !== 'refusal')) return undefined;
  const what = (['thanks', 'hello', 'bye'] as const).find((cue) => cues.has(cue));
  return what && { kind: 'greeting', what };
}

const ASKING = ['what', 'when', 'who', 'which', 'where', 'why', 'true', 'wish'] as const;

/** A question about the bot or its data whose other words name nothing: "is this official government statistics?". */
function metaWithContent({ cues, spans }: Scene): Question | undefined {
  if (cues.has('author')) return { kind: 'about', what: 'bot', figures: [] };
  if (spans.some(({ match }) => match.verdict !== 'refusal' && match.candidates[0]?.target.kind === 'figure'))
    return undefined;
  if (cues.has('source')) return { kind: 'about', what: 'source', figures: [] };
  return cues.has('age') ? { kind: 'about', what: 'age', figures: [] } : undefined;
}

/** Whether an answer about these figures leaves a stretch of the question unanswered. */
function isLeftOut(span: MarkedSpan, ids: readonly string[]): boolean {
  if (span.introduces || isPurpose(span.terms) || sureTarget(span.match)?.kind === 'figure') return false;
  return !(span.match.verdict === 'choice' && offered(span).some((id) => ids.includes(id)));
}

/**
 * "Firms nominated for the high-tech certificate": two figures with only a preposition between them describe one thing,
 * and which of the two it is cannot be told.
 */
function isTangled({ spans, figures, cues }: Scene): boolean {
  if (figures.length < 2 || operationOf(cues) !== undefined) return false;
  return spans.some(
    ({ terms, match, link }, at) =>
      at > 0 && link === 'part' && terms[0]?.kind === 'filler' && sureTarget(match)?.kind === 'figure',
  );
}

/** Whether money is named, not just "how much", which some say for "how many". */
function asksSum(cues: ReadonlySet<Cue>): boolean {
  return (cues.has('money') || cues.has('dollars') || cues.has('yuan')) && !cues.has('how-many');
}

function isQuantity(figure: Figure | undefined): boolean {
  return figure?.kind === 'count' || figure?.kind === 'money';
}

function isPlanned({ kind, observations }: Figure): boolean {
  return (
    (kind === 'count' || kind === 'money') && observations.some((observation) => observation.qualifier === 'planned')
  );
}

function unitOf(figure: Figure | undefined): string | undefined {
  return figure && 'unit' in figure ? figure.unit : undefined;
}

function offered(span: Span | undefined): string[] {
  const candidates = (span?.match.candidates ?? []).filter(({ target }) => target.kind === 'figure');
  const best = candidates[0]?.score ?? 0;
  return candidates.filter(({ score }) => score > 0.1 && score >= best - CHOICE_RANGE).map(({ target }) => target.id);
}

function distinct<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}
