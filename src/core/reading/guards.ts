import type { Catalogue, Figure, Place } from '../../data/schema.ts';
import type { Missing } from '../question.ts';
import { cuesOf } from './spans.ts';
import type { Term } from './terms.ts';

/** Regions that hold Harbin: named beside it they only say where it lies. */
const AROUND_HARBIN = new Set([
  'heilongjiang',
  'northeast-china',
  'elsewhere:China',
  'elsewhere:Asia',
  'elsewhere:East Asia',
]);

/** The place that a question is about when it is not one that the figures are about. */
export function otherPlace(terms: readonly Term[], figures: readonly Figure[], home: Place): Missing | undefined {
  const places = terms.flatMap((term) => (term.kind === 'place' ? [term.place] : []));
  const namesHome = places.some(({ id }) => id === home.id);
  const compares = cuesOf(terms).has('compare');
  const other = places.find(({ id }) => {
    if (id === home.id) return false;
    if (namesHome && !compares && AROUND_HARBIN.has(id)) return false;
    return !(figures.length > 0 && figures.every((figure) => figure.mentions?.includes(id)));
  });
  return other && { kind: 'place', place: other.id, figures: figures.map(({ id }) => id) };
}

/** The time that a question is about when no observation of its figures is of that time. */
export function otherTime(
  terms: readonly Term[],
  figures: readonly Figure[],
  catalogue: Catalogue,
): Missing | undefined {
  const asked = terms.find((term) => term.kind === 'cue' && term.cues.includes('other-year'));
  const years = terms.flatMap((term) => (term.kind === 'year' ? [term.year] : []));
  const months = terms.flatMap((term) => (term.kind === 'month' ? [term.month] : []));
  if (!asked && years.length === 0 && months.length === 0) return undefined;
  const ids = figures.map(({ id }) => id);
  // An event's own date is what a question about it asks for or claims.
  const dated = figures.length > 0 ? figures.filter((figure) => !datesItself(figure)) : catalogue.figures;
  if (dated.length === 0) return undefined;
  if (asked) return { kind: 'year', year: asked.text, figures: ids };
  const held = dated.flatMap(({ observations }) => observations.map(({ asOf }) => asOf.date));
  const wrongYear = years.find((year) => !held.some((date) => Number(date.slice(0, 4)) === year));
  if (wrongYear !== undefined) return { kind: 'year', year: String(wrongYear), figures: ids };
  const wrongMonth = months.find(
    (month) => !held.some((date) => date.length < 7 || Number(date.slice(5, 7)) === month),
  );
  if (wrongMonth === undefined || figures.length === 0) return undefined;
  return { kind: 'year', year: terms.find((term) => term.kind === 'month')?.text ?? '', figures: ids };
}

function datesItself(figure: Figure): boolean {
  return figure.kind === 'event' && figure.observations.some(({ happened }) => happened !== undefined);
}
