import type { DueSubscription, Plan, PlannedDay } from './ledger.ts';
import { nextFigure } from './rotation.ts';
import { type Due, dayBefore, dayOf, daysBetween, localDay, nextDue } from './schedule.ts';
import type { Schedule } from './subscription.ts';

/** How long after its hour a post still goes out, in milliseconds. */
export const LATEST_MS = 6 * 3_600_000;
/** Days written down after a long silence: as many as the log shows. */
const MOST_DAYS = 10;
const DAY_MS = 86_400_000;

/**
 * What a subscription whose hour has come gets: of all the days that were missed only the last one its post, and that
 * only within hours of its time. The others are written down as skipped, with the reason.
 */
export function plan(
  subject: DueSubscription,
  now: Date,
  figuresOf: (topic: string | undefined) => readonly string[],
): Plan {
  const { subscription, rotation } = subject;
  const { schedule, state } = subscription;
  if (state.kind !== 'on' && !(state.kind === 'paused' && state.until !== undefined))
    return { days: [], next: undefined, state };
  const { missed, next } = duesUntil(now, subject);
  const days = missed.map(({ day, due }, index): PlannedDay => {
    const isLast = index === missed.length - 1;
    if (!isLast || now.getTime() - due.getTime() > LATEST_MS) return { day, dueAt: due, skipped: 'late' };
    const chosen = nextFigure(subscription.id, figuresOf(schedule.topic), rotation);
    return chosen ? { day, dueAt: due, ...chosen } : { day, dueAt: due, skipped: 'nothing-to-tell' };
  });
  return { days: withGaps(days, subject), next: next?.due, state: days.length > 0 ? { kind: 'on' } : state };
}

/** Every post due up to now, but of a long silence only the end, and the first one after. */
function duesUntil(
  now: Date,
  { subscription, due, lastDay }: DueSubscription,
): { missed: Due[]; next: Due | undefined } {
  const { schedule, state } = subscription;
  const paused = state.kind === 'paused' && state.until !== undefined ? dayBefore(state.until) : undefined;
  const floor = [lastDay, paused].reduce(
    (later, day) => (day !== undefined && (later ?? '') < day ? day : later),
    undefined,
  );
  const longAgo = new Date(now.getTime() - (MOST_DAYS + 2) * DAY_MS);
  let next = due < longAgo ? nextDue(schedule, longAgo, floor) : firstDue(schedule, due, floor);
  const missed: Due[] = [];
  while (next && next.due <= now) {
    missed.push(next);
    next = nextDue(schedule, next.due, next.day);
  }
  return { missed: missed.slice(-MOST_DAYS), next };
}

/** The stored time, unless its day had its post already, or is not to have one. */
function firstDue(schedule: Schedule, due: Date, floor: string | undefined): Due | undefined {
  const day = localDay(due, schedule.zone);
  return floor !== undefined && day <= floor ? nextDue(schedule, due, floor) : { due, day };
}

/** Adds the days on which nothing was due since the last one written down, so that the log leaves none out. */
function withGaps(days: PlannedDay[], { subscription, lastDay, away }: DueSubscription): PlannedDay[] {
  const { schedule, state } = subscription;
  const end = days.at(-1);
  if (!end || lastDay === undefined) return days;
  const why = state.kind === 'paused' ? 'paused' : away;
  const known = new Map(days.map((planned) => [planned.day, planned]));
  return daysBetween(lastDay, end.day, MOST_DAYS).flatMap((day) => {
    const planned = known.get(day);
    if (planned) return [planned];
    const free = dayOf(schedule, day);
    if (!free) return [];
    const skipped = free.isChosen ? why : 'day';
    return skipped === undefined ? [] : [{ day, dueAt: free.due, skipped }];
  });
}
