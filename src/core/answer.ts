import type { Catalogue, Figure, Language, Observation, Quantity, Relation, Texts, Topic } from '../data/schema.ts';
import type { DailyOutcome } from './daily/outcome.ts';
import { type Course, courseOf, type Places, placesOf as sideBySide, type Unlike, unlikeness } from './developing.ts';
import { figureIndex } from './figure-index.ts';
import { type Finding, findingsOf } from './finding.ts';
import { disagreeing, observe } from './observing.ts';
import type { Missing, Operation, Question } from './question.ts';
import { claimedOf, type Ruling } from './ruling.ts';
import { ALWAYS, isSpan, LATEST, type Scope, scopeOf } from './scope.ts';
import { axisOf, quantityOf, type Stated } from './stated.ts';

/** What is true about what was asked, before any words. */
export type Answer =
  /** `beside` are values of other sources that do not agree with the stated one, which nothing decides between. */
  | { kind: 'figure'; stated: Stated[]; beside: Stated[]; defines?: true; ruling?: Ruling; missing: Missing[] }
  | Course
  | Places
  /** `difference` and `ratio` (larger by smaller) are left out where the two cannot be set against each other. */
  | { kind: 'comparison'; left: Stated; right: Stated; difference?: number; ratio?: number; unlike?: Unlike }
  /** `value` is left out where the source does not support computing it; the relation then says why. */
  | {
      kind: 'derived';
      operation: Operation;
      left: Stated;
      right: Stated;
      value?: number;
      dollars?: number;
      relation?: Relation;
      unlike?: Unlike;
    }
  /** One page; the figures of the main source come first. */
  | { kind: 'list'; topics: Topic[]; stated: Stated[]; page: number; pages: number }
  /** Bars of one kind of quantity; `apart` are the figures that cannot stand on the same axis. */
  | { kind: 'chart'; stated: Stated[]; apart: Figure[] }
  | { kind: 'overview'; stated: Stated[] }
  | { kind: 'fact'; stated: Stated }
  | { kind: 'choice'; figures: Figure[]; scope?: Scope }
  | { kind: 'unknown'; missing: Missing; near: Figure[] }
  | { kind: 'about'; what: 'source' | 'age' | 'bot'; stated: Stated[] }
  /** What somebody said, number by number; `most` where only so many characters of it were read. */
  | { kind: 'check'; findings: Finding[]; most?: number }
  | { kind: 'help' }
  /** `needs` is the right that somebody lacks who wants to set it. */
  | { kind: 'language'; set?: Language | 'auto'; needs?: Texts }
  | { kind: 'daily'; outcome: DailyOutcome }
  | { kind: 'greeting'; what: 'hello' | 'thanks' | 'bye' };

/** Answers questions from one catalogue. */
export type Answerer = (question: Question) => Answer;

/** Figures on one further page of a list: more would not be read on a phone. */
const MOST_LISTED = 10;
/** Figures offered beside a refusal. */
const MOST_NEAR = 3;

export function createAnswerer(catalogue: Catalogue): Answerer {
  const found = figureIndex(catalogue).all;
  const unheld: Answer = { kind: 'unknown', missing: { kind: 'nonsense' }, near: [] };

  return (question) => {
    switch (question.kind) {
      case 'figure':
        return tell(question, found(question.figures)) ?? unheld;
      case 'compare': {
        const [left, right] = found([question.left, question.right]);
        if (!left || !right) return unheld;
        const sides = sidesOf(left, right, question);
        return 'missing' in sides ? refusal(sides.missing, [left, right]) : compare(sides.left, sides.right);
      }
      case 'derive': {
        const [left, right] = found([question.left, question.right]);
        if (!left || !right) return unheld;
        const relation = catalogue.relations.find(({ id }) => id === question.relation);
        const sides = sidesOf(left, right, question);
        if ('missing' in sides) return refusal(sides.missing, [left, right]);
        const [one, two] = [sides.left, sides.right].map((stated) => inCurrency(stated, question.currency));
        return one && two ? derive(question.operation, one, two, relation) : unheld;
      }
      case 'list': {
        const topics = catalogue.topics.filter(({ id }) => question.topics.includes(id));
        const pages = pagesOf(catalogue, topics);
        const page = Math.min(question.page ?? 1, pages.length);
        const stated = (pages[page - 1] ?? []).map((figure) => state(figure));
        return { kind: 'list', topics, stated, page, pages: pages.length };
      }
      case 'chart':
        return question.topics
          ? chart(ofTopics(catalogue, question.topics))
          : (drawnCourse(question, found(question.figures)) ?? chart(found(question.figures)));
      case 'overview':
        return { kind: 'overview', stated: highlights(catalogue).map((figure) => state(figure)) };
      case 'fact':
        return { kind: 'fact', stated: state(nextFact(catalogue.figures, question.after)) };
      case 'choice':
        return { kind: 'choice', figures: found(question.figures), scope: scopeOf(question) };
      case 'unknown':
        return { kind: 'unknown', missing: question.missing, near: found(question.near).slice(0, MOST_NEAR) };
      case 'about':
        return { kind: 'about', what: question.what, stated: found(question.figures).map((figure) => state(figure)) };
      case 'daily':
        return { kind: 'daily', outcome: { kind: 'elsewhere' } };
      case 'check':
        return {
          kind: 'check',
          findings: findingsOf(question, catalogue),
          ...(question.most === undefined ? {} : { most: question.most }),
        };
      case 'help':
      case 'language':
      case 'greeting':
        return question;
    }
  };
}

function state(figure: Figure): Stated {
  // The schema requires at least one observation.
  return { figure, observation: figure.observations[0] as Observation };
}

function inCurrency(stated: Stated, currency: 'USD' | undefined): Stated {
  return currency && stated.figure.kind === 'money' ? { ...stated, currency } : stated;
}

function refusal(missing: Missing, near: readonly Figure[]): Answer {
  return { kind: 'unknown', missing, near: near.slice(0, MOST_NEAR) };
}

/** Some figures in their scope: plainly, over time, or side by side by place. */
function tell(question: Extract<Question, { kind: 'figure' }>, figures: readonly Figure[]): Answer | undefined {
  const [only, ...others] = figures;
  if (!only) return undefined;
  const scope = scopeOf(question);
  if (others.length === 0) {
    const wide = widely(only, scope, false);
    if (wide) return wide;
  }
  const observed = figures.map((figure) => observe(figure, scope));
  const stated = observed.flatMap((one) => one.stated).map((one) => inCurrency(one, question.currency));
  const missing = [...(question.missing ?? []), ...observed.flatMap((one) => one.missing)];
  const [first, ...rest] = stated;
  const claimed = question.claim && others.length === 0 ? claimedOf(question.claim, only, stated) : undefined;
  if (!first) {
    const [reason] = missing;
    if (!claimed) return reason && refusal(reason, figures);
    return { kind: 'figure', stated: [claimed.stated], beside: [], missing, ruling: claimed.ruling };
  }
  const beside = rest.length === 0 ? disagreeing(first) : [];
  if (!claimed) return { kind: 'figure', stated, beside, missing, ...(question.defines ? { defines: true } : {}) };
  const told = claimed.stated === first || beside.some((one) => one.observation === claimed.stated.observation);
  return {
    kind: 'figure',
    stated,
    beside: told ? beside : [...beside, claimed.stated],
    missing,
    ruling: claimed.ruling,
  };
}

/** A figure of several times or places; undefined where one value answers. */
function widely(figure: Figure, scope: Scope, drawn: boolean): Answer | undefined {
  if (!('unit' in figure)) return undefined;
  const { places = [], when } = scope;
  if (places.length > 1) {
    const unheld = observe(figure, scope).missing.find(({ kind }) => kind === 'place');
    if (unheld) return refusal(unheld, [figure]);
    const shared = when === undefined ? { ...scope, ...sharedTime(figure, places) } : scope;
    const { stated, missing } = observe(figure, shared);
    if (stated.length > places.length) return courseOf(figure, stated, missing, drawn);
    const [reason] = missing;
    if (stated.length === 0) return reason && refusal(reason, [figure]);
    return sideBySide(figure, stated, missing, drawn);
  }
  const isCourse = when !== undefined && (when.length > 1 || when.some(isSpan));
  if (!isCourse) return undefined;
  const { stated, missing } = observe(figure, scope);
  if (stated.length > 1) return courseOf(figure, stated, missing, drawn);
  if (stated.length === 0 || !when.some(isSpan)) return undefined;
  return refusal({ kind: 'detail', detail: 'trend', figures: [figure.id] }, [figure]);
}

/** The newest time that all of some places have in common, if any. */
function sharedTime(figure: Figure, places: readonly string[]): Scope {
  const times = [...new Set<string>(figure.observations.map(({ asOf }) => asOf.date))].sort().reverse();
  const shared = times.find((time) =>
    places.every((place) => figure.observations.some((one) => one.place === place && one.asOf.date === time)),
  );
  return shared === undefined ? {} : { when: [shared] };
}

/** A chart of one figure that has more than one value to draw. */
function drawnCourse(question: Extract<Question, { kind: 'chart' }>, figures: readonly Figure[]): Answer | undefined {
  const [only, ...others] = figures;
  if (!only || others.length > 0 || only.kind === 'rank') return undefined;
  const scope = scopeOf(question);
  if (scope.when !== undefined && scope.when[0] !== LATEST) {
    const { stated, missing } = observe(only, scope);
    const [reason] = missing;
    if (stated.length === 0) return reason && refusal(reason, [only]);
    return widely(only, scope, true);
  }
  const places = scope.places ?? [only.observations[0]?.place ?? ''];
  const everything = widely(only, { places, when: [ALWAYS] }, true);
  // A single date of several places still makes bars.
  return everything?.kind === 'course' ? everything : (widely(only, scope, true) ?? refusedPlace(only, scope));
}

function refusedPlace(figure: Figure, scope: Scope): Answer | undefined {
  const [reason] = observe(figure, scope).missing;
  return reason && refusal(reason, [figure]);
}

/** The two sides of a comparison: of a shared time where none is asked and what would be told first is of two. */
function sidesOf(left: Figure, right: Figure, scope: Scope): { left: Stated; right: Stated } | { missing: Missing } {
  const asked = scopeOf(scope);
  const [one, two] = [observe(left, asked), observe(right, asked)];
  const missing = one.missing[0] ?? two.missing[0];
  const [first, second] = [one.stated.at(-1), two.stated.at(-1)];
  if (missing || !first || !second) return { missing: missing ?? { kind: 'nonsense' } };
  if (asked.when !== undefined || !unlikeness(first, second, 'figures')) return { left: first, right: second };
  const { place } = first.observation;
  const times = [
    ...new Set(observe(left, { places: [place], when: [ALWAYS] }).stated.map((one) => one.observation.asOf)),
  ];
  for (const { date } of times.reverse()) {
    const shared = { places: [place], when: [date] };
    const [other, another] = [observe(left, shared).stated.at(-1), observe(right, shared).stated.at(-1)];
    if (other && another && !unlikeness(other, another, 'figures')) return { left: other, right: another };
  }
  return { left: first, right: second };
}

/** Counts stand with counts and sums with sums: what the first quantity is decides the axis. */
function chart(figures: readonly Figure[]): Answer {
  const axis = figures.map(axisOf).find((one) => one !== undefined);
  if (axis === undefined)
    return {
      kind: 'unknown',
      missing: { kind: 'detail', detail: 'chart', figures: figures.map(({ id }) => id) },
      near: figures.slice(0, MOST_NEAR),
    };
  // Values of other dates or places are not set side by side, nor patents of two kinds.
  const first = figures.find((figure) => axisOf(figure) === axis);
  const drawn = figures.filter(
    (figure) => axisOf(figure) === axis && (!first || !unlikeness(state(first), state(figure), 'figures')),
  );
  return {
    kind: 'chart',
    stated: drawn.map((figure) => state(figure)),
    apart: figures.filter((figure) => !drawn.includes(figure)),
  };
}

function compare(left: Stated, right: Stated): Answer {
  const [one, two] = [quantityOf(left), quantityOf(right)];
  const unlike = areAlike(left.figure, right.figure) ? unlikeness(left, right, 'figures') : 'kind';
  if (!one || !two || unlike) return { kind: 'comparison', left, right, unlike: unlike ?? 'kind' };
  const [more, less] = [Math.max(one.value, two.value), Math.min(one.value, two.value)];
  // "Over 3,000" may be more than anything.
  const isOrderKnown = (one.value < two.value ? one : two).qualifier !== 'over';
  if (!isOrderKnown) return { kind: 'comparison', left, right };
  return { kind: 'comparison', left, right, difference: more - less, ...(less > 0 ? { ratio: more / less } : {}) };
}

function derive(operation: Operation, left: Stated, right: Stated, relation: Relation | undefined): Answer {
  const base = { kind: 'derived', operation, left, right, ...(relation ? { relation } : {}) } as const;
  const [one, two] = [quantityOf(left), quantityOf(right)];
  if (!one || !two || (relation && !relation.allowed)) return base;
  // Without a relation that says otherwise only plain arithmetic of two counts, or of two sums, is harmless.
  if (!relation && (!areAlike(left.figure, right.figure) || operation === 'share' || operation === 'rate')) return base;
  const unlike = relation ? undefined : unlikeness(left, right, 'figures');
  if (unlike) return { ...base, unlike };
  const value = operation === 'rate' ? rateOf(one) : compute(operation, one.value, two.value);
  if (value === undefined) return base;
  const converted =
    operation === 'ratio' && left.figure.kind === 'money' && right.figure.kind === 'count'
      ? one.equivalents?.find(({ unit }) => unit === 'USD')
      : undefined;
  return { ...base, value, ...(converted ? { dollars: converted.value / two.value } : {}) };
}

/** Whether arithmetic on two figures means something. */
function areAlike(left: Figure, right: Figure): boolean {
  const axis = axisOf(left);
  return axis !== undefined && axis === axisOf(right) && left.id !== right.id;
}

/** Yuan to the dollar, as the source converts its own sum. */
function rateOf({ value, equivalents }: Quantity): number | undefined {
  const dollars = equivalents?.find(({ unit }) => unit === 'USD')?.value;
  return dollars === undefined ? undefined : value / dollars;
}

function compute(operation: Exclude<Operation, 'rate'>, left: number, right: number): number | undefined {
  switch (operation) {
    case 'difference':
      return Math.abs(left - right);
    case 'sum':
      return left + right;
    case 'ratio':
      return right === 0 ? undefined : left / right;
    case 'share':
      return right === 0 ? undefined : (100 * left) / right;
  }
}

/** The first main figure of every topic: what the bot can tell at a glance. */
function highlights(catalogue: Catalogue): Figure[] {
  const { main } = figureIndex(catalogue);
  return catalogue.topics.flatMap((topic) => main.find((figure) => figure.topic === topic.id) ?? []);
}

/** The figures of some topics that stand side by side: those of the main source, or where it has none, all. */
function ofTopics(catalogue: Catalogue, topics: readonly string[]): Figure[] {
  const isListed = ({ topic }: Figure) => topics.includes(topic);
  const main = figureIndex(catalogue).main.filter(isListed);
  return main.length > 0 ? main : catalogue.figures.filter(isListed);
}

/** The figures of some topics, or of all, by pages: those of the main source stay together on the first. */
function pagesOf(catalogue: Catalogue, topics: readonly Topic[]): Figure[][] {
  const isListed = (figure: Figure) => topics.length === 0 || topics.some(({ id }) => id === figure.topic);
  const main = figureIndex(catalogue).main.filter(isListed);
  const others = catalogue.figures.filter((figure) => isListed(figure) && !main.includes(figure));
  const pages = main.length > 0 ? [main] : [];
  for (let from = 0; from < others.length; from += MOST_LISTED) pages.push(others.slice(from, from + MOST_LISTED));
  return pages;
}

/** Goes through all facts, so that none comes again before the others have been seen. */
function nextFact(figures: readonly Figure[], after: string | undefined): Figure {
  const at = figures.findIndex(({ id }) => id === after);
  // A step that shares no factor with the number of figures visits each of them once a round.
  const step = coprimeStep(figures.length);
  return figures[(at < 0 ? 0 : at + step) % figures.length] as Figure;
}

function coprimeStep(length: number): number {
  const divides = (a: number, b: number): number => (b === 0 ? a : divides(b, a % b));
  let step = Math.max(1, Math.floor(length * 0.38));
  while (divides(length, step) !== 1) step++;
  return step;
}
