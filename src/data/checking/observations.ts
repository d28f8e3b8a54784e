import type { Problem } from '../problem.ts';
import type { Figure, Observation, Quantity, Source } from '../schema.ts';
import { type Draft, type Item, problemAt } from './draft.ts';

/** How many times one value of a place may be another before both are taken for a slip of zeros. */
const MOST_TIMES = 100;

/** Observations in an order that would hide which one is said first, and series that mix what cannot be one trend. */
export function observationProblems(draft: Draft): Problem[] {
  const places = draft.places.map(({ value }) => value.id);
  return [
    // Where a place had to be left out, the order of the others is not known.
    ...(draft.whole ? draft.figures.flatMap((figure) => disorder(figure, places)) : []),
    ...draft.figures.flatMap(leaps),
    ...mixedSeries(draft),
  ];
}

/** The first observation is what is said unasked; the others stand by place, and newest first. */
function disorder(figure: Item<Figure>, places: readonly string[]): Problem[] {
  const { observations } = figure.value;
  const [home] = places;
  const [first, ...others] = observations;
  if (first && first.place !== home && others.some(({ place }) => place === home)) {
    const what = `stands first and is of "${first.place}", though there is one of "${home}"`;
    return [
      problemAt(figure, '.observations[0]', what, `put one of "${home}" first: it is said when no place is asked`),
    ];
  }
  const at = others.findIndex((one, index) => {
    const before = others[index - 1];
    return before !== undefined && isOutOfOrder(before, one, places);
  });
  if (at < 0) return [];
  const remedy = 'sort all but the first by the order of places.json, and newest first within a place';
  return [problemAt(figure, `.observations[${at + 1}]`, 'stands out of order', remedy)];
}

function isOutOfOrder(before: Observation, one: Observation, places: readonly string[]): boolean {
  if (before.place !== one.place) return places.indexOf(before.place) > places.indexOf(one.place);
  return before.asOf.date < one.asOf.date;
}

/** Values of one place that lie a hundredfold apart: 万 (10 thousand) for 亿 (100 million), or zeros lost. */
function leaps(figure: Item<Figure>): Problem[] {
  if (!('unit' in figure.value)) return [];
  const firsts = new Map<string, Quantity>();
  return figure.value.observations.flatMap((one, index) => {
    const other = firsts.get(one.place);
    if (!other) firsts.set(one.place, one);
    if (!other || one.value === 0 || other.value === 0) return [];
    const times = Math.max(one.value, other.value) / Math.min(one.value, other.value);
    if (times < MOST_TIMES) return [];
    const what = `${one.value} lies ${Math.round(times)} times from ${other.value} of the same place`;
    const remedy = 'compare both with their sources: a slip of 万 (10 thousand) and 亿 (100 million), or of zeros?';
    return [problemAt(figure, `.observations[${index}].value`, what, remedy)];
  });
}

/** A series is one definition of one publisher: what belongs to another figure or publisher makes no trend with it. */
function mixedSeries(draft: Draft): Problem[] {
  const sources = new Map(draft.sources.map(({ value }) => [value.id, value]));
  const begun = new Map<string, { figure: string; source: Source | undefined }>();
  return draft.figures.flatMap((figure) =>
    figure.value.observations.flatMap(({ series, source: id }, index) => {
      if (series === undefined) return [];
      const source = sources.get(id);
      const first = begun.get(series);
      if (!first) {
        begun.set(series, { figure: figure.value.id, source });
        return [];
      }
      const path = `.observations[${index}].series`;
      if (first.figure !== figure.value.id) {
        const what = `"${series}" is also a series of ${first.figure}`;
        return [problemAt(figure, path, what, 'give each figure a series of its own: their units may differ')];
      }
      if (!source || !first.source || source.publisher === first.source.publisher) return [];
      const what = `"${series}" mixes ${first.source.publisher} with ${source.publisher}`;
      return [problemAt(figure, path, what, 'leave the series out here: a trend needs one publisher')];
    }),
  );
}
