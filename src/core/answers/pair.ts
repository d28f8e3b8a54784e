import type { Figure, Quantity, Relation } from '../../data/schema.ts';
import { joinedOf, placesOf, unlikeness } from '../catalogue/developing.ts';
import { observe } from '../catalogue/observing.ts';
import { ALWAYS, type Scope, scopeOf } from '../catalogue/scope.ts';
import { axisOf, inCurrency, quantityOf, type Stated } from '../catalogue/stated.ts';
import type { Missing, Operation, Question } from '../question.ts';
import type { Answer } from './answer.ts';
import { refusal } from './refusal.ts';

/** Two figures side by side, with difference and ratio where they can be set against each other. */
export function compare(one: Figure, other: Figure, scope: Scope): Answer {
  const sides = sidesOf(one, other, scope);
  if ('missing' in sides) return refusal(sides.missing, [one, other]);
  const { left, right } = sides;
  const [first, second] = [quantityOf(left), quantityOf(right)];
  const unlike = areAlike(left.figure, right.figure) ? unlikeness(left, right, 'figures') : 'kind';
  if (!first || !second || unlike) return { kind: 'comparison', left, right, unlike: unlike ?? 'kind' };
  const [more, less] = [Math.max(first.value, second.value), Math.min(first.value, second.value)];
  // "Over 3,000" may be more than anything.
  const isOrderKnown = (first.value < second.value ? first : second).qualifier !== 'over';
  if (!isOrderKnown) return { kind: 'comparison', left, right };
  return { kind: 'comparison', left, right, difference: more - less, ...(less > 0 ? { ratio: more / less } : {}) };
}

/** A number made of two figures, where the relation, or plain arithmetic, allows it. */
export function derive(question: Derivation, one: Figure, other: Figure, relation: Relation | undefined): Answer {
  const { operation, currency } = question;
  if (one === other && !relation) return ofPlaces(one, question);
  const sides = relation?.places ? partOf(one, relation.places, question) : sidesOf(one, other, question);
  if ('missing' in sides) return refusal(sides.missing, [one]);
  const [left, right] = [inCurrency(sides.left, currency), inCurrency(sides.right, currency)];
  const base = { kind: 'derived', operation, left, right, ...(relation ? { relation } : {}) } as const;
  const [first, second] = [quantityOf(left), quantityOf(right)];
  if (!first || !second || (relation && !relation.allowed)) return base;
  // Without a relation that says otherwise only plain arithmetic of two counts, or of two sums, is harmless.
  if (!relation && (!areAlike(left.figure, right.figure) || needsRelation(operation))) return base;
  const unlike = relation ? differingDate(relation, left, right) : unlikeness(left, right, 'figures');
  if (unlike) return { ...base, unlike };
  const value = operation === 'rate' ? rateOf(first) : compute(operation, first.value, second.value);
  if (value === undefined) return base;
  const converted =
    operation === 'ratio' && left.figure.kind === 'money' && right.figure.kind === 'count'
      ? first.equivalents?.find(({ unit }) => unit === 'USD')
      : undefined;
  return { ...base, value, ...(converted ? { dollars: converted.value / second.value } : {}) };
}

/** One figure of several places, with the number that was asked of them together. */
function ofPlaces(figure: Figure, { operation, ...asked }: Derivation): Answer {
  const { stated, missing } = observe(figure, scopeOf(asked));
  const [lost] = missing;
  if (lost || stated.length < 2)
    return refusal(lost ?? { kind: 'detail', detail: 'sum', figures: [figure.id] }, [figure]);
  const places = placesOf(figure, stated, [], false);
  const isJoined = operation === 'sum' || operation === 'share' || operation === 'ratio';
  const joined = isJoined && !places.unlike ? joinedOf(figure, stated, operation) : undefined;
  return { ...places, ...(joined ? { joined } : {}) };
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
  const dates = observe(left, { places: [place], when: [ALWAYS] }).stated.map(
    ({ observation }) => observation.asOf.date,
  );
  for (const date of [...new Set(dates)].reverse()) {
    const shared = { places: [place], when: [date] };
    const [other, another] = [observe(left, shared).stated.at(-1), observe(right, shared).stated.at(-1)];
    if (other && another && !unlikeness(other, another, 'figures')) return { left: other, right: another };
  }
  return { left: first, right: second };
}

/** One figure of two places on one date: the asked one, else the newest that both have; where they share none, each as it is. */
function partOf(
  figure: Figure,
  places: { left: string; right: string },
  { when }: Scope,
): { left: Stated; right: Stated } | { missing: Missing } {
  const at = (place: string, times: string[]) => observe(figure, { places: [place], when: times }).stated;
  const pairs = at(places.left, when ?? [ALWAYS]).flatMap((left) =>
    at(places.right, when ?? [ALWAYS]).flatMap((right) => (isOneDate(left, right) ? [{ left, right }] : [])),
  );
  const newest = pairs.at(-1);
  if (newest) return newest;
  const sides = observe(figure, { places: [places.left, places.right], ...(when ? { when } : {}) });
  const [left, right] = [places.left, places.right].map((place) =>
    sides.stated.find(({ observation }) => observation.place === place),
  );
  return left && right ? { left, right } : { missing: sides.missing[0] ?? { kind: 'nonsense' } };
}

function isOneDate({ observation: { asOf: one } }: Stated, { observation: { asOf: other } }: Stated): boolean {
  return one.date === other.date && one.basis === other.basis;
}

type Derivation = Extract<Question, { kind: 'derive' }>;

/** What is never given without a relation that says what it means. */
function needsRelation(operation: Operation): boolean {
  return operation === 'share' || operation === 'rate' || operation === 'product';
}

/** Whether arithmetic on two figures means something. */
function areAlike(left: Figure, right: Figure): boolean {
  const axis = axisOf(left);
  return axis !== undefined && axis === axisOf(right) && left.id !== right.id;
}

/** A part and its whole are set against each other only where both are of one date. */
function differingDate({ places }: Relation, left: Stated, right: Stated): 'date' | undefined {
  return places && !isOneDate(left, right) ? 'date' : undefined;
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
    case 'product':
      return left * right;
    case 'ratio':
      return right === 0 ? undefined : left / right;
    case 'share':
      return right === 0 ? undefined : (100 * left) / right;
  }
}
