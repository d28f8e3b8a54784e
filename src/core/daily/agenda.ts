import { type Due, upcoming } from './schedule.ts';
import type { Schedule } from './subscription.ts';
import { isWeekend } from './weekend.ts';
import { hasWorkdaysOf } from './workdays.ts';

/** The next posts of a channel, and the days up to the last of them that get none. */
export type Agenda = {
  next: Due[];
  free: FreeDay[];
  /** A year that is near, and whose working days in China are asked for and not known: Monday to Friday stand in for them. */
  yearUnknown?: number;
};

/** A day without a post: at the end of a working week, a holiday in China within it, or just not chosen. */
export type FreeDay = { day: string; why: 'weekend' | 'holiday' | 'day' };

const POSTS_TOLD = 3;
/** Longer runs of free days tell nobody anything. */
const MOST_FREE_DAYS = 14;

/** What comes after a moment, and after a local day that needs no post any more. */
export function agendaOf(schedule: Schedule, now: Date, afterDay?: string): Agenda {
  const next = upcoming(schedule, now, POSTS_TOLD, afterDay);
  const last = next.at(-1)?.day ?? '';
  const posts = new Set(next.map(({ day }) => day));
  const every = upcoming({ ...schedule, days: 'all' }, now, POSTS_TOLD + MOST_FREE_DAYS, afterDay);
  const free = every.filter(({ day }) => day < last && !posts.has(day));
  const year = last === '' ? undefined : unknownYear(schedule, last);
  return {
    next,
    free: free.map(({ day }) => ({ day, why: reasonFor(day, schedule) })),
    ...(year === undefined ? {} : { yearUnknown: year }),
  };
}

/** How far ahead the calendar of working days is looked for, in days after the last post that is told. */
const DAYS_AHEAD = 60;
const DAY_MS = 86_400_000;

function unknownYear({ days }: Schedule, last: string): number | undefined {
  if (days !== 'workdays') return undefined;
  const ahead = new Date(Date.parse(last) + DAYS_AHEAD * DAY_MS);
  return [Number(last.slice(0, 4)), ahead.getUTCFullYear()].find((year) => !hasWorkdaysOf(year));
}

function reasonFor(day: string, { days }: Schedule): FreeDay['why'] {
  if (days !== 'workdays' && days !== 'weekdays') return 'day';
  return isWeekend(day) ? 'weekend' : 'holiday';
}
