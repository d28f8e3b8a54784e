import type { Figure } from '../../data/schema.ts';
import type { Missing } from '../question.ts';
import { axisOf, quantityOf, type Stated } from './stated.ts';

/** How one figure developed in one or several places: each line oldest first, with its change where there is one to tell. */
export type Course = { kind: 'course'; figure: Figure; lines: Line[]; missing: Missing[]; drawn: boolean };
export type Line = { stated: Stated[]; change?: Change };

/** From the first to the last value of one series; `percent` is left out where it began at nothing. */
export type Change = { from: Stated; to: Stated; difference: number; percent?: number };

/** One figure in several places, the largest value first; `unlike` says why they are not set against each other. */
export type Places = {
  kind: 'places';
  figure: Figure;
  stated: Stated[];
  unlike?: Unlike;
  /** A number made of all of them, where one was asked for. */
  joined?: Joined;
  missing: Missing[];
  drawn: boolean;
};

/** The sum of some places; what share of it the first has, in percent; or how many times the first is the second. */
export type Joined = { operation: 'sum' | 'share' | 'ratio'; value: number; first: Stated; second: Stated };

/** Why two values are not set against each other: things of another kind, of other dates or places, or by other definitions. */
export type Unlike = 'kind' | 'date' | 'place' | 'source';

export function courseOf(figure: Figure, stated: readonly Stated[], missing: Missing[], drawn: boolean): Course {
  const places = [...new Set(stated.map(({ observation }) => observation.place))];
  const lines = places.map((place) => lineOf(stated.filter(({ observation }) => observation.place === place)));
  return { kind: 'course', figure, lines, missing, drawn };
}

export function placesOf(figure: Figure, stated: readonly Stated[], missing: Missing[], drawn: boolean): Places {
  const ordered = [...stated].sort((a, b) => sizeOf(b) - sizeOf(a));
  const unlike = stated.slice(1).flatMap((one) => unlikeness(stated[0] as Stated, one, 'places') ?? [])[0];
  return { kind: 'places', figure, stated: ordered, missing, drawn, ...(unlike ? { unlike } : {}) };
}

/** A number made of one figure in several places; undefined for what cannot be added up. */
export function joinedOf(
  figure: Figure,
  stated: readonly Stated[],
  operation: Joined['operation'],
): Joined | undefined {
  const [first, second] = stated;
  if (!first || !second || !isAdditive(figure)) return undefined;
  const total = stated.reduce((sum, one) => sum + sizeOf(one), 0);
  const whole = operation === 'ratio' ? sizeOf(second) : total;
  if (whole === 0) return undefined;
  const value =
    operation === 'sum' ? total : operation === 'share' ? (100 * sizeOf(first)) / total : sizeOf(first) / whole;
  return { operation, value, first, second };
}

/** Counts and sums of money; no rates, percentages or places in a ranking. */
function isAdditive(figure: Figure): boolean {
  const axis = axisOf(figure);
  return axis === 'count' || axis === 'money';
}

/** What forbids setting two values against each other, if anything does; of one figure, places may differ. */
export function unlikeness(one: Stated, other: Stated, across: 'figures' | 'places'): Unlike | undefined {
  const [left, right] = [one.observation, other.observation];
  if (left.asOf.date !== right.asOf.date || left.asOf.basis !== right.asOf.basis) return 'date';
  if (across === 'figures') return left.place === right.place ? undefined : 'place';
  return left.series !== undefined && left.series === right.series ? undefined : 'source';
}

function lineOf(stated: Stated[]): Line {
  const change = longestChange(stated);
  return { stated, ...(change ? { change } : {}) };
}

/** A change is told only within a series; of several the one over the longest time. */
function longestChange(stated: readonly Stated[]): Change | undefined {
  const all = new Set(stated.flatMap(({ observation }) => observation.series ?? []));
  const spans = [...all].map((series) => stated.filter(({ observation }) => observation.series === series));
  const longest = spans.sort((a, b) => b.length - a.length)[0];
  const [from, to] = [longest?.[0], longest?.at(-1)];
  if (!from || !to || from === to) return undefined;
  const [before, after] = [sizeOf(from), sizeOf(to)];
  const percent = before > 0 ? { percent: (100 * (after - before)) / before } : {};
  return { from, to, difference: after - before, ...percent };
}

function sizeOf(stated: Stated): number {
  return quantityOf(stated)?.value ?? 0;
}
