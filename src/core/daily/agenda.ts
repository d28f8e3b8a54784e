import { type Due, upcoming } from './schedule.ts';
import type { Schedule } from './subscription.ts';
import { isWeekend } from './weekend.ts';

/** The next posts of a channel, and the days up to the last of them that get none. */
export type Agenda = { next: Due[]; free: FreeDay[] };

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
  return {
    next,
    free: free.map(({ day }) => ({ day, why: reasonFor(day, schedule) })),
  };
}

function reasonFor(day: string, { days }: Schedule): FreeDay['why'] {
  if (days !== 'workdays' && days !== 'weekdays') return 'day';
  return isWeekend(day) ? 'weekend' : 'holiday';
}
