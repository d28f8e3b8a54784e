import { LANGUAGES } from '../languages.ts';
import type { Catalogue, Figure, Observation } from '../schema.ts';
import type { Refusal, Row } from './columns.ts';
import { readDate } from './date.ts';
import { readNumber } from './number.ts';

/** What an observation is told by: another value of the same four is a correction. */
type Key = { place: string; date: string; basis: string; source: string };

/**
 * Puts the rows of a sheet into figures as they stand in their file: what is there is updated by the cells that are filled,
 * what is not is added in its place. The figures are changed; with any refusal nothing of them may be used.
 */
export function mergeRows(
  figures: Figure[],
  rows: readonly Row[],
  decimalComma: boolean,
  places: Catalogue['places'],
): Refusal[] {
  const refusals: Refusal[] = [];
  const known = new Map(figures.map((figure) => [figure.id, figure]));
  const held = new Map<Figure, Map<string, Observation>>();
  const seen = new Map<string, number>();
  for (const row of rows) {
    const refuse = (column: string, what: string) => void refusals.push({ row: row.number, column, what });
    const figure = known.get(row.cells.figure ?? '');
    if (!figure) {
      refuse('figure', row.cells.figure ? `there is no figure "${row.cells.figure}"` : 'is empty');
      continue;
    }
    const key = keyOf(row, refuse);
    if (!key) continue;
    const name = nameOf(key);
    const earlier = seen.get(`${figure.id} ${name}`);
    if (earlier !== undefined) {
      refuse('figure', `says of place, date and source what row ${earlier} says`);
      continue;
    }
    seen.set(`${figure.id} ${name}`, row.number);
    const observations = held.get(figure) ?? heldBy(figure);
    held.set(figure, observations);
    const before = observations.get(name);
    const after = updated(before, row, key, figure, decimalComma, refuse);
    if (before) Object.assign(before, after);
    else {
      (figure.observations as Observation[]).push(after);
      observations.set(name, after);
    }
  }
  for (const figure of held.keys()) sort(figure, places);
  return refusals;
}

type Refuse = (column: string, what: string) => void;

function heldBy(figure: Figure): Map<string, Observation> {
  return new Map(
    (figure.observations as Observation[]).map((one) => [
      nameOf({ place: one.place, date: one.asOf.date, basis: one.asOf.basis, source: one.source }),
      one,
    ]),
  );
}

function nameOf({ place, date, basis, source }: Key): string {
  return [place, date, basis, source].join(' ');
}

function keyOf({ cells }: Row, refuse: Refuse): Key | undefined {
  const { place, basis, source } = cells;
  const date = dateIn(cells.date, 'date', refuse);
  if (!place) refuse('place', 'is empty');
  if (!basis) refuse('basis', 'is empty; write stated, measured, during or year to date');
  if (!source) refuse('source', 'is empty');
  return place && date && basis && source ? { place, date, basis, source } : undefined;
}

function dateIn(cell: string | undefined, column: string, refuse: Refuse): string | undefined {
  const date = cell === undefined ? undefined : readDate(cell);
  if (date === undefined)
    refuse(column, cell === undefined ? 'is empty' : `"${cell}" may be two dates or none; write 2023-12-25`);
  return date;
}

/** An observation with the filled cells of a row in it; what the row leaves open stays. */
function updated(
  before: Observation | undefined,
  { cells }: Row,
  { place, date, basis, source }: Key,
  figure: Figure,
  decimalComma: boolean,
  refuse: Refuse,
): Observation {
  const number = (column: 'value' | 'us dollars' | 'paragraph') => {
    const cell = cells[column];
    if (cell === undefined) return undefined;
    const read = readNumber(cell, decimalComma);
    if ('unclear' in read) refuse(column, read.unclear);
    return 'value' in read ? read.value : undefined;
  };
  const isQuantity = 'unit' in figure;
  const value = isQuantity ? number('value') : undefined;
  if (!isQuantity && cells.value !== undefined)
    refuse('value', `"${figure.id}" is an ${figure.kind} and has no number`);
  if (isQuantity && value === undefined && !before && cells.value === undefined) refuse('value', 'is empty');
  if (isQuantity && cells.unit !== undefined && cells.unit !== figure.unit)
    refuse('unit', `"${figure.id}" is counted in ${figure.unit}, not in "${cells.unit}"`);
  const holds = cells.holds === undefined ? before?.asOf.holds : dateIn(cells.holds, 'holds', refuse);
  const happened = cells.happened === undefined ? undefined : dateIn(cells.happened, 'happened', refuse);
  const dollars = number('us dollars');
  const paragraph = number('paragraph');
  const caveat = { ...before?.caveat, ...caveatOf(cells) };
  return {
    ...(isQuantity && !before ? { value, qualifier: cells.qualifier ?? 'exactly' } : {}),
    ...before,
    ...(value === undefined ? {} : { value }),
    ...(isQuantity && cells.qualifier ? { qualifier: cells.qualifier } : {}),
    ...(happened ? { happened } : {}),
    asOf: { date, basis, ...(holds ? { holds } : {}) },
    place,
    source,
    ...(paragraph === undefined ? {} : { paragraph }),
    ...(dollars === undefined ? {} : { equivalents: [{ value: dollars, unit: 'USD', qualifier: 'about' }] }),
    ...(cells.series ? { series: cells.series } : {}),
    ...(Object.keys(caveat).length > 0 ? { caveat } : {}),
    // What a cell says amiss is found by the check of the whole catalogue, which comes next.
  } as Observation;
}

function caveatOf(cells: Row['cells']): Record<string, string> {
  return Object.fromEntries(
    LANGUAGES.flatMap((language) => {
      const cell = cells[`caveat ${language}`];
      return cell === undefined ? [] : [[language, cell]];
    }),
  );
}

/** The one that is told first stays, unless it is of elsewhere and there is one of the own place; the others by place, newest first. */
function sort(figure: Figure, places: Catalogue['places']): void {
  const order = new Map(places.map(({ id }, at) => [id, at]));
  const home = places[0]?.id;
  const observations = figure.observations as Observation[];
  const rank = ({ place }: Observation) => order.get(place) ?? order.size;
  const byPlace = (one: Observation, other: Observation) =>
    rank(one) - rank(other) || other.asOf.date.localeCompare(one.asOf.date);
  const first = observations[0];
  const isElsewhere = first !== undefined && first.place !== home && observations.some(({ place }) => place === home);
  const sorted = isElsewhere
    ? observations.toSorted(byPlace)
    : [...observations.slice(0, 1), ...observations.slice(1).toSorted(byPlace)];
  observations.splice(0, observations.length, ...sorted);
}
