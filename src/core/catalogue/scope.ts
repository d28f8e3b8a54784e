/** The places and times that figures are asked of; left out: the catalogue's own place, and what is told when no time is asked. */
export type Scope = {
  /** Ids of places. */
  places?: string[];
  /** Dates (2020, 2014-09), spans of them as ISO 8601 writes intervals ("2012/2016", open "2012/.." or "../2016"), or "latest". */
  when?: string[];
};

/** The newest of all, whatever the catalogue would say first. */
export const LATEST = 'latest';
/** However far back the observations go. */
export const ALWAYS = '../../..';

/** Whether a time is a span rather than a date. */
export function isSpan(time: string): boolean {
  return time.includes('/');
}

/** Whether an observation's date is of an asked time. A year holds its months, and a date known by its year only stands for all of it. */
export function isOf(date: string, time: string): boolean {
  if (!isSpan(time)) return holds(date, time);
  const [from = '..', to = '..'] = time.split('/');
  return (from === '..' || date >= from || holds(date, from)) && (to === '..' || date <= to || holds(date, to));
}

function holds(date: string, time: string): boolean {
  return date.startsWith(time) || time.startsWith(date);
}

/** Only what is asked of a scope, so that one without bounds is no scope at all. */
export function scopeOf({ places, when }: Scope): Scope {
  return { ...(places?.length ? { places } : {}), ...(when?.length ? { when } : {}) };
}
