import type { Catalogue, Figure, Language, Observation, Quantity, Relation, Texts, Topic } from '../data/schema.ts';
import type { DailyOutcome } from './daily/outcome.ts';
import { figureIndex } from './figure-index.ts';
import { type Finding, findingsOf } from './finding.ts';
import type { Missing, Operation, Question } from './question.ts';
import { judgeClaim, type Ruling } from './ruling.ts';
import { axisOf, quantityOf, type Stated } from './stated.ts';

/** What is true about what was asked, before any words. */
export type Answer =
  | { kind: 'figure'; stated: Stated[]; ruling?: Ruling; missing: Missing[] }
  /** `difference` and `ratio` (larger by smaller) are left out where the two are not of one kind. */
  | { kind: 'comparison'; left: Stated; right: Stated; difference?: number; ratio?: number }
  /** `value` is left out where the source does not support computing it; the relation then says why. */
  | {
      kind: 'derived';
      operation: Operation;
      left: Stated;
      right: Stated;
      value?: number;
      dollars?: number;
      relation?: Relation;
    }
  /** One page; the figures of the main source come first. */
  | { kind: 'list'; topics: Topic[]; stated: Stated[]; page: number; pages: number }
  /** Bars of one kind of quantity; `apart` are the figures that cannot stand on the same axis. */
  | { kind: 'chart'; stated: Stated[]; apart: Figure[] }
  | { kind: 'overview'; stated: Stated[] }
  | { kind: 'fact'; stated: Stated }
  | { kind: 'choice'; figures: Figure[] }
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
      case 'figure': {
        const stated = found(question.figures).map((figure) => state(figure, question.currency));
        const [only] = stated;
        if (!only) return unheld;
        const ruling = question.claim && stated.length === 1 ? judgeClaim(question.claim, only) : undefined;
        return { kind: 'figure', stated, missing: question.missing ?? [], ...(ruling ? { ruling } : {}) };
      }
      case 'compare': {
        const [left, right] = found([question.left, question.right]).map((figure) => state(figure));
        return left && right ? compare(left, right) : unheld;
      }
      case 'derive': {
        const [left, right] = found([question.left, question.right]).map((figure) => state(figure, question.currency));
        const relation = catalogue.relations.find(({ id }) => id === question.relation);
        return left && right ? derive(question.operation, left, right, relation) : unheld;
      }
      case 'list': {
        const topics = catalogue.topics.filter(({ id }) => question.topics.includes(id));
        const pages = pagesOf(catalogue, topics);
        const page = Math.min(question.page ?? 1, pages.length);
        const stated = (pages[page - 1] ?? []).map((figure) => state(figure));
        return { kind: 'list', topics, stated, page, pages: pages.length };
      }
      case 'chart':
        return chart(
          question.topics
            ? catalogue.figures.filter(({ topic }) => question.topics?.includes(topic))
            : found(question.figures),
        );
      case 'overview':
        return { kind: 'overview', stated: highlights(catalogue).map((figure) => state(figure)) };
      case 'fact':
        return { kind: 'fact', stated: state(nextFact(catalogue.figures, question.after)) };
      case 'choice':
        return { kind: 'choice', figures: found(question.figures) };
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

function state(figure: Figure, currency?: 'USD'): Stated {
  // The schema requires at least one observation.
  const observation = figure.observations[0] as Observation;
  const converted = currency && figure.kind === 'money' ? { currency } : {};
  return { figure, observation, ...converted };
}

/** Counts stand with counts and sums with sums: what the first quantity is decides the axis. */
function chart(figures: readonly Figure[]): Answer {
  const axis = figures.map(axisOf).find((one) => one !== undefined && one !== 'place');
  if (axis === undefined)
    return {
      kind: 'unknown',
      missing: { kind: 'detail', detail: 'chart', figures: figures.map(({ id }) => id) },
      near: figures.slice(0, MOST_NEAR),
    };
  const drawn = figures.filter((figure) => axisOf(figure) === axis);
  return {
    kind: 'chart',
    stated: drawn.map((figure) => state(figure)),
    apart: figures.filter((figure) => !drawn.includes(figure)),
  };
}

function compare(left: Stated, right: Stated): Answer {
  const [one, two] = [quantityOf(left), quantityOf(right)];
  if (!one || !two || !areAlike(left.figure, right.figure)) return { kind: 'comparison', left, right };
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
  const value = operation === 'rate' ? rateOf(one) : compute(operation, one.value, two.value);
  if (value === undefined) return base;
  const converted =
    operation === 'ratio' && left.figure.kind === 'money' && right.figure.kind === 'count'
      ? one.equivalents?.find(({ unit }) => unit === 'USD')
      : undefined;
  return { ...base, value, ...(converted ? { dollars: converted.value / two.value } : {}) };
}

/** Whether arithmetic on two figures means something: one axis, and not places in a ranking. */
function areAlike(left: Figure, right: Figure): boolean {
  const axis = axisOf(left);
  return axis !== undefined && axis !== 'place' && axis === axisOf(right) && left.id !== right.id;
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
