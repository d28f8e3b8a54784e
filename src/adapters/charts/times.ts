import type { Chart, Point } from '../../core/messages/chart.ts';
import { LOCALES } from '../../core/messages/wording/formats.ts';
import type { Language } from '../../data/languages.ts';

/** When on a time axis: in the middle of the year or month, where nothing nearer is known; NaN without a date. */
export function momentOf({ at = '' }: Point): number {
  const [year, month, day] = at.split('-');
  return Date.parse(month ? `${year}-${month}-${day ?? '15'}` : `${year}-07-01`);
}

/** Whether every point says when it was, so that the distances between them can be true. */
export function isDated({ series }: Chart): boolean {
  return series.every(({ points }) => points.every((point) => !Number.isNaN(momentOf(point))));
}

/** A date as short as it can be under an axis: 2012, Mar 2012, 25 Dec 2023. */
export function tickText({ at = '', label }: Point, language: Language): string {
  const [year, month, day] = at.split('-');
  if (!year) return label;
  if (!month) return year;
  const options: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'short', ...(day ? { day: 'numeric' } : {}) };
  const format = new Intl.DateTimeFormat(LOCALES[language], { ...options, timeZone: 'UTC' });
  // Russian closes a date with "г.", which an axis does not need.
  return format.format(new Date(at)).replace(/\s*г\.$/, '');
}
