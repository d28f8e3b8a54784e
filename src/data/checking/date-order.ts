import type { Problem } from '../problem.ts';
import type { Source } from '../schema.ts';
import { type Draft, type Item, problemAt } from './draft.ts';

/** Days that no calendar has, and dates in an impossible order. */
export function dateProblems(draft: Draft): Problem[] {
  const sources = new Map(draft.sources.map(({ value }) => [value.id, value]));
  return [...draft.sources.flatMap(ofSource), ...draft.figures.flatMap((figure) => ofFigure(figure, sources))];
}

function ofSource(item: Item<Source>): Problem[] {
  const { published, retrieved } = item.value;
  const problems = [
    ...(published === undefined ? [] : impossible(item, '.published', published)),
    ...impossible(item, '.retrieved', retrieved),
  ];
  if (published !== undefined && retrieved < published) {
    problems.push(
      problemAt(item, '.retrieved', `${retrieved} is before its publication on ${published}`, 'correct one of the two'),
    );
  }
  return problems;
}

function ofFigure(figure: Draft['figures'][number], sources: Map<string, Source>): Problem[] {
  const first = new Map<string, number>();
  return figure.value.observations.flatMap((observation, index) => {
    const path = `.observations[${index}]`;
    const dates = [[`${path}.asOf.date`, observation.asOf.date]] as [string, string][];
    if (observation.asOf.holds) dates.push([`${path}.asOf.holds`, observation.asOf.holds]);
    if ('happened' in observation && observation.happened && !observation.announced)
      dates.push([`${path}.happened`, observation.happened]);
    const published = sources.get(observation.source)?.published;
    const twin = first.get(claimOf(observation)) ?? index;
    first.set(claimOf(observation), twin);
    const problems = dates.flatMap(([at, date]) => [
      ...impossible(figure, at, date),
      ...(published && isLater(date, published)
        ? [
            problemAt(
              figure,
              at,
              `${date} is later than the source (${published})`,
              'a source cannot tell the future: correct one of the two',
            ),
          ]
        : []),
    ]);
    if (twin < index) {
      problems.push(
        problemAt(figure, path, `says the same as observations[${twin}] (place, date and source)`, 'remove one'),
      );
    }
    return problems;
  });
}

/** Only a date outside the period of publication is later: a report "of 2022" may tell of its December. */
function isLater(date: string, published: string): boolean {
  const length = Math.min(date.length, published.length);
  return date.slice(0, length) > published.slice(0, length);
}

type Claimed = { place: string; source: string; asOf: { date: string } };

function claimOf({ place, source, asOf }: Claimed): string {
  return [place, source, asOf.date].join(' ');
}

function impossible(item: Item<unknown>, path: string, date: string): Problem[] {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const real = new Date(Date.UTC(year, month - 1, day));
  if (real.getUTCMonth() === month - 1 && real.getUTCDate() === day) return [];
  return [problemAt(item, path, `there is no ${date} in the calendar`, 'correct the day')];
}
