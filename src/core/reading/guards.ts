import type { Catalogue, Figure } from '../../data/schema.ts';
import { datesItself, observe, placesOf } from '../catalogue/observing.ts';
import { isOf, isSpan, LATEST, type Scope } from '../catalogue/scope.ts';
import type { Missing } from '../question.ts';
import type { Term } from './terms.ts';

/** The place that a question is about when nothing of it is held for what is asked. */
export function unheldPlace(
  { places = [] }: Scope,
  figures: readonly Figure[],
  catalogue: Catalogue,
): Missing | undefined {
  const asked = figures.length > 0 ? figures : catalogue.figures;
  const other = places.find((id) => !asked.some((figure) => placesOf(figure).includes(id)));
  return other === undefined ? undefined : { kind: 'place', place: other, figures: figures.map(({ id }) => id) };
}

/** The time that a question is about when no observation of its figures is of that time. */
export function unheldTime(
  terms: readonly Term[],
  scope: Scope,
  figures: readonly Figure[],
  catalogue: Catalogue,
): Missing | undefined {
  const ids = figures.map(({ id }) => id);
  // An event's own date is what a question about it asks for or claims.
  const dated = figures.length > 0 ? figures.filter((figure) => !datesItself(figure)) : catalogue.figures;
  if (dated.length === 0) return undefined;
  const asked = terms.find((term) => term.kind === 'cue' && term.cues.includes('other-year'));
  if (asked) return { kind: 'year', year: asked.text, figures: ids };
  if (figures.length === 0) {
    const wrong = scope.when?.find((time) => time !== LATEST && !isSpan(time) && !isHeld(time, dated));
    return wrong === undefined ? undefined : { kind: 'year', year: wrong, figures: [] };
  }
  const observed = dated.map((figure) => observe(figure, scope));
  const lost = observed.flatMap(({ missing }) => missing).find(({ kind }) => kind === 'year');
  if (lost?.kind === 'year' && observed.every(({ stated }) => stated.length === 0))
    return { kind: 'year', year: lost.year, figures: ids, ...(lost.place === undefined ? {} : { place: lost.place }) };
  return wrongMonth(terms, dated, ids);
}

function isHeld(time: string, figures: readonly Figure[]): boolean {
  return figures.some(({ observations }) => observations.some(({ asOf }) => isOf(asOf.date, time)));
}

/** "In July?": a month without a year must be one of a held date. */
function wrongMonth(terms: readonly Term[], figures: readonly Figure[], ids: string[]): Missing | undefined {
  if (terms.some(({ kind }) => kind === 'year')) return undefined;
  const held = figures.flatMap(({ observations }) => observations.map(({ asOf }) => asOf.date));
  const wrong = terms.find(
    (term) => term.kind === 'month' && !held.some((date) => date.length < 7 || Number(date.slice(5, 7)) === term.month),
  );
  return wrong && { kind: 'year', year: wrong.text, figures: ids };
}
