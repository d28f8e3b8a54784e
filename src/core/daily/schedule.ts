import { Temporal } from 'temporal-polyfill';
import type { Days, Schedule } from './subscription.ts';
import { isWorkday } from './workdays.ts';

/** When a post is due, and for which local calendar day. Loads libraries for time zones and holidays: import it where a daily post is at hand. */
export type Due = { due: Date; day: string };

/** The longest look ahead, in days; the longest holidays are far shorter. */
const DAYS_AHEAD = 60;

/** The first post due after a moment and on a later local day than `afterDay`; undefined where no day is chosen. */
export function nextDue(schedule: Schedule, after: Date, afterDay?: string): Due | undefined {
  return upcoming(schedule, after, 1, afterDay)[0];
}

/** The next so many posts; fewer where no day is chosen. */
export function upcoming(schedule: Schedule, after: Date, most: number, afterDay?: string): Due[] {
  const { zone, days } = schedule;
  const found: Due[] = [];
  const first = firstDay(after, zone, afterDay);
  for (let ahead = 0, sinceLast = 0; found.length < most && sinceLast < DAYS_AHEAD; ahead++, sinceLast++) {
    const date = first.add({ days: ahead });
    if (!isChosen(days, date)) continue;
    const at = instantOn(date, schedule);
    if (at === undefined || at <= after.getTime()) continue;
    found.push({ due: new Date(at), day: date.toString() });
    sinceLast = 0;
  }
  return found;
}

/** What a day's post would be due at, and whether the day is one of those chosen; undefined on a day that the zone leaves out. */
export function dayOf(schedule: Schedule, day: string): { due: Date; isChosen: boolean } | undefined {
  const date = Temporal.PlainDate.from(day);
  const at = instantOn(date, schedule);
  return at === undefined ? undefined : { due: new Date(at), isChosen: isChosen(schedule.days, date) };
}

/** The local calendar day of a moment, such as 2026-11-25. */
export function localDay(at: Date, zone: string): string {
  return localDate(at, zone).toString();
}

export function dayBefore(day: string, days = 1): string {
  return Temporal.PlainDate.from(day).subtract({ days }).toString();
}

/** The days after the first up to and with the last, but no more than so many of them. */
export function daysBetween(first: string, last: string, most: number): string[] {
  const days: string[] = [];
  for (let day = last; day > first && days.length < most; day = dayBefore(day)) days.unshift(day);
  return days;
}

function firstDay(after: Date, zone: string, afterDay: string | undefined): Temporal.PlainDate {
  const today = localDate(after, zone);
  if (afterDay === undefined) return today;
  const next = Temporal.PlainDate.from(afterDay).add({ days: 1 });
  return Temporal.PlainDate.compare(next, today) > 0 ? next : today;
}

function localDate(at: Date, zone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate();
}

function isChosen(days: Days, date: Temporal.PlainDate): boolean {
  switch (days) {
    case 'all':
      return true;
    case 'weekdays':
      return date.dayOfWeek <= 5;
    case 'workdays':
      return isWorkday(date.toString());
    default:
      return days.includes(date.dayOfWeek);
  }
}

/**
 * The instant of the hour on a local day: of an hour that occurs twice the first, and for one that does not exist
 * as much later as the clock is put on. Undefined on a day that a zone leaves out.
 */
function instantOn(date: Temporal.PlainDate, { minute, zone }: Schedule): number | undefined {
  const local = date.toPlainDateTime({ hour: Math.floor(minute / 60), minute: minute % 60 });
  // Where clocks are put on just before midnight (Scoresbysund), later would be the next day, which has its own post.
  for (const disambiguation of ['compatible', 'earlier'] as const) {
    const at = local.toZonedDateTime(zone, { disambiguation });
    if (at.toPlainDate().equals(date)) return at.epochMilliseconds;
  }
  return undefined;
}
