import type { Catalogue, Figure } from '../../data/schema.ts';
import { datesItself, isHeldAt, observe, placesOf } from '../catalogue/observing.ts';
import { isSpan, LATEST, type Scope } from '../catalogue/scope.ts';
import type { Missing } from '../question.ts';
import type { Entity } from './analysis.ts';

/** The place that a message asks about when nothing of it is held for its figures, or for any figure where it names none. */
export function unheldPlace(
  { places = [] }: Scope,
  figures: readonly Figure[],
  catalogue: Catalogue,
): Missing | undefined {
  const asked = figures.length > 0 ? figures : catalogue.figures;
  const other = places.find((id) => !asked.some((figure) => placesOf(figure).includes(id)));
  return other === undefined ? undefined : { kind: 'place', place: other, figures: figures.map(({ id }) => id) };
}

/** The time that a message asks about when no observation of its figures is of that time. */
export function unheldTime(
  entities: readonly Entity[],
  scope: Scope,
  figures: readonly Figure[],
  catalogue: Catalogue,
): Missing | undefined {
  const ids = figures.map(({ id }) => id);
  // An event's own date is what a question about it asks for or claims.
  const dated = figures.length > 0 ? figures.filter((figure) => !datesItself(figure)) : catalogue.figures;
  if (dated.length === 0) return undefined;
  if (figures.length === 0) {
    const wrong = scope.when?.find((time) => time !== LATEST && !isSpan(time) && !isHeldIn(time, dated));
    return wrong === undefined ? undefined : { kind: 'year', year: wrong, figures: [] };
  }
  const observed = dated.map((figure) => observe(figure, scope));
  const lost = observed.flatMap(({ missing }) => missing).find(({ kind }) => kind === 'year');
  if (lost?.kind === 'year' && observed.every(({ stated }) => stated.length === 0))
    return { kind: 'year', year: lost.year, figures: ids, ...(lost.place === undefined ? {} : { place: lost.place }) };
  return wrongMonth(entities, dated, ids);
}

function isHeldIn(time: string, figures: readonly Figure[]): boolean {
  return figures.some((figure) => isHeldAt(figure, time));
}

/** "In July?": a month without a year must be one of a held date. */
function wrongMonth(entities: readonly Entity[], figures: readonly Figure[], ids: string[]): Missing | undefined {
  const dates = entities.flatMap((one) => (one.kind === 'date' ? [one.date] : []));
  if (dates.some((date) => !date.startsWith('-'))) return undefined;
  const held = figures.flatMap(({ observations }) => observations.map(({ asOf }) => asOf.date));
  const wrong = dates.find((month) => !held.some((date) => date.length < 7 || date.slice(4, 7) === month));
  return wrong === undefined ? undefined : { kind: 'year', year: wrong.slice(1), figures: ids };
}
