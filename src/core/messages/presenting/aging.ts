import { monthsBetween } from '../../catalogue/observing.ts';
import { quantityOf, type Stated } from '../../catalogue/stated.ts';
import type { Tools } from './tools.ts';

/**
 * The sources of values that are older than sources of their kind usually let them become. Of one figure and place only the
 * newest value shown counts: an older one beside it is no news. Nor is it where the asker named the time.
 */
export function agedSources(shown: readonly Stated[], { catalogue, today }: Tools): ReadonlySet<string> {
  const newest = new Map<string, Stated>();
  for (const stated of shown.filter(quantityOf)) {
    const series = `${stated.figure.id} ${stated.observation.place}`;
    const known = newest.get(series);
    if (!known || stated.observation.asOf.date > known.observation.asOf.date) newest.set(series, stated);
  }
  const aged = [...newest.values()].filter(({ observation, dated }) => {
    const freshMonths = catalogue.sources.find(({ id }) => id === observation.source)?.freshMonths;
    if (today === undefined || dated || freshMonths === undefined) return false;
    return monthsBetween(observation.asOf.date, today) > freshMonths;
  });
  return new Set(aged.map(({ observation }) => observation.source));
}
