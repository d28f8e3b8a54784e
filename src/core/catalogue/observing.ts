import type { Figure, Observation } from '../../data/schema.ts';
import type { Missing } from '../question.ts';
import { isOf, isSpan, LATEST, type Scope } from './scope.ts';
import { type Stated, usualOf } from './stated.ts';

/** What of a figure is held in a scope, by place in the asked order and oldest first, and what is not. */
export type Observed = { stated: Stated[]; missing: Missing[] };

/** The observations of a figure that a scope asks for. */
export function observe(figure: Figure, { places, when }: Scope): Observed {
  const asked = places ?? [figure.observations[0]?.place ?? ''];
  const stated: Stated[] = [];
  const missing: Missing[] = [];
  for (const place of asked) {
    const there = observationsAt(figure, place);
    if (there.length === 0) {
      missing.push({ kind: 'place', place, figures: [figure.id] });
      continue;
    }
    const { found, lost } = ofTimes(figure, there, when);
    stated.push(...found.map((observation): Stated => state(figure, observation, when)));
    missing.push(...lost.map((year): Missing => ({ kind: 'year', year, figures: [figure.id], place })));
  }
  return { stated, missing };
}

/** The newest of what a scope asks of a figure; without a scope, or where nothing of it is held, what is told first. */
export function newestIn(figure: Figure, scope: Scope): Stated {
  const { stated } = observe(figure, scope);
  const dateOf = ({ observation }: Stated) => observation.asOf.date;
  return [...stated].sort((a, b) => dateOf(b).localeCompare(dateOf(a)))[0] ?? usualOf(figure);
}

/** The places that a figure has observations of, in the catalogue's order. */
export function placesOf(figure: Figure): string[] {
  return [...new Set<string>(figure.observations.map(({ place }) => place))];
}

/**
 * The places that stand side by side when all are asked: those that the catalogue names, else those that one series covers.
 */
export function comparedPlaces(figure: Figure): string[] {
  if ('compared' in figure && figure.compared) return figure.compared;
  const series = figure.observations.find((one) => one.series !== undefined && manyPlaces(figure, one.series))?.series;
  return placesOf(figure).filter((place) =>
    figure.observations.some((one) => one.place === place && one.series === series),
  );
}

/**
 * Values of other publishers for about the same time that do not agree with the stated one: shown beside it, since nothing
 * tells which is right. Where both say of which date they are, they are of two dates and do not disagree.
 */
export function disagreeing({ figure, observation }: Stated): Stated[] {
  if (!('value' in observation)) return [];
  return figure.observations
    .filter((other) => {
      if (!('value' in other) || other === observation || other.place !== observation.place) return false;
      if (other.value === observation.value || other.source === observation.source) return false;
      const undated = other.asOf.basis === 'stated' || observation.asOf.basis === 'stated';
      return undated && monthsBetween(other.asOf.date, observation.asOf.date) < MONTHS_ALIKE;
    })
    .map((other): Stated => ({ figure, observation: other as Observation }));
}

/** What other sources say otherwise about any of the values shown, as far as it is not shown itself. */
export function disputed(shown: readonly Stated[]): Stated[] {
  const told = new Set<unknown>(shown.map(({ observation }) => observation));
  return shown.flatMap(disagreeing).filter(({ observation }) => {
    const isNew = !told.has(observation);
    told.add(observation);
    return isNew;
  });
}

/** Observations within so many months of each other speak of the same time. */
const MONTHS_ALIKE = 12;

/** How far two dates lie apart, in months; a year counts from its end. */
export function monthsBetween(one: string, other: string): number {
  return Math.abs(monthOf(one) - monthOf(other));
}

function monthOf(date: string): number {
  const [year = 0, month = 12] = date.split('-').map(Number);
  return year * 12 + month;
}

function observationsAt(figure: Figure, place: string): Observation[] {
  return (figure.observations as readonly Observation[]).filter((one) => one.place === place);
}

function ofTimes(
  figure: Figure,
  there: readonly Observation[],
  when: readonly string[] | undefined,
): { found: Observation[]; lost: string[] } {
  // The catalogue's order says which is told first.
  const [preferred] = there;
  if (when === undefined || datesItself(figure)) return { found: preferred ? [preferred] : [], lost: [] };
  if (when.includes(LATEST)) return { found: [newest(there)], lost: [] };
  const found = oldestFirst(there.filter((one) => when.some((time) => isObservedAt(one, time))));
  const lost = when.filter((time) => {
    if (isSpan(time)) return !found.some((one) => isObservedAt(one, time));
    return !there.some((one) => isObservedAt(one, time));
  });
  return { found: when.length === 1 ? surestFirst(found) : found, lost };
}

/** Whether an observation is of an asked time: by its date, or by the time that a stated value is of. */
export function isObservedAt({ asOf: { date, holds } }: Observation, time: string): boolean {
  return isOf(date, time) || (holds !== undefined && isOf(holds, time));
}

/** Whether anything of a figure, at any place, is of an asked time. */
export function isHeldAt(figure: Figure, time: string): boolean {
  return (figure.observations as readonly Observation[]).some((one) => isObservedAt(one, time));
}

/** What is known to be of the asked time, before what was merely said then. */
function surestFirst(observations: readonly Observation[]): Observation[] {
  const isOfItsTime = ({ asOf: { basis, holds } }: Observation) => basis !== 'stated' || holds !== undefined;
  return [...observations.filter(isOfItsTime), ...observations.filter((one) => !isOfItsTime(one))];
}

function state(figure: Figure, observation: Observation, when: readonly string[] | undefined): Stated {
  return { figure, observation, ...(when && !when.includes(LATEST) ? { dated: true as const } : {}) };
}

/** An event is asked by its own date, not by that of the report. */
export function datesItself(figure: Figure): boolean {
  return figure.kind === 'event' && figure.observations.some(({ happened }) => happened !== undefined);
}

function oldestFirst(observations: readonly Observation[]): Observation[] {
  return [...observations].sort((a, b) => a.asOf.date.localeCompare(b.asOf.date));
}

function newest(observations: readonly Observation[]): Observation {
  return oldestFirst(observations).at(-1) as Observation;
}

function manyPlaces(figure: Figure, series: string): boolean {
  const all = new Set(figure.observations.filter((one) => one.series === series).map(({ place }) => place));
  return all.size > 1;
}

/** Whether anything of a figure is held in a scope. */
export function isHeld(figure: Figure, scope: Scope): boolean {
  return observe(figure, scope).stated.length > 0;
}
