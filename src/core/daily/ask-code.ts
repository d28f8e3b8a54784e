import type { DailyAsk, Until, Wish } from './ask.ts';
import { isDay } from './reading/dates.ts';
import { zoneOf } from './reading/zones.ts';
import type { Days } from './subscription.ts';

/** Writes what is asked as the fields of a button's code; undefined for what no button asks. `parseAsk` reads it back the same. */
export function formatAsk(ask: DailyAsk): string[] | undefined {
  switch (ask.kind) {
    case 'on':
      return ['on', ...wishFields(ask.wish)];
    case 'pause':
      return ['pause', ask.until ? untilField(ask.until) : ''];
    case 'watch':
      return ['watch', ask.figure];
    case 'unwatch':
      return ['unwatch', ask.figure ?? ''];
    case 'unclear':
    case 'confirm':
    case 'watch-which':
      return undefined;
    default:
      return [ask.kind];
  }
}

/** Reads the fields of a button's code; undefined for one that is forged. */
export function parseAsk([kind, ...fields]: readonly string[]): DailyAsk | undefined {
  switch (kind) {
    case 'on': {
      const wish = wishOf(fields);
      return wish && { kind, wish };
    }
    case 'pause': {
      const [field = ''] = fields;
      if (field === '') return { kind };
      const until = untilOf(field);
      return until && { kind, until };
    }
    case 'off':
    case 'ask-off':
    case 'status':
    case 'preview':
    case 'resume':
    case 'log':
    case 'watched':
      return { kind };
    case 'watch':
      return fields[0] ? { kind, figure: fields[0] } : undefined;
    case 'unwatch':
      return { kind, ...(fields[0] ? { figure: fields[0] } : {}) };
    default:
      return undefined;
  }
}

/** Stands for every topic; no id is written so. */
const EVERY_TOPIC = '*';

function wishFields({ minute, zone, days, topic }: Wish): string[] {
  const chosen = days === undefined ? '' : formatDays(days);
  return [minute === undefined ? '' : String(minute), zone ?? '', chosen, topic === null ? EVERY_TOPIC : (topic ?? '')];
}

function wishOf([minute = '', zone = '', days = '', topic = '']: readonly string[]): Wish | undefined {
  const isTime = minute === '' || (/^\d{1,4}$/.test(minute) && Number(minute) < 24 * 60);
  const chosen = days === '' ? undefined : daysOf(days);
  if (!isTime || (zone !== '' && zoneOf(zone) === undefined) || (days !== '' && !chosen)) return undefined;
  return {
    ...(minute === '' ? {} : { minute: Number(minute) }),
    ...(zone === '' ? {} : { zone }),
    ...(chosen ? { days: chosen } : {}),
    ...(topic === '' ? {} : { topic: topic === EVERY_TOPIC ? null : topic }),
  };
}

/** Writes days as they stand in a code. */
export function formatDays(days: Days): string {
  return typeof days === 'string' ? days : days.join('');
}

function daysOf(field: string): Days | undefined {
  if (field === 'all' || field === 'weekdays' || field === 'workdays') return field;
  return /^[1-7]{1,7}$/.test(field) && [...new Set(field)].sort().join('') === field
    ? [...field].map(Number)
    : undefined;
}

function untilField(until: Until): string {
  switch (until.kind) {
    case 'date':
      return until.date;
    case 'day':
      return `${until.month}.${until.day}`;
    case 'weekday':
      return `w${until.weekday}`;
    case 'days':
      return `d${until.days}`;
  }
}

function untilOf(field: string): Until | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(field) ?? [];
  if (year !== undefined)
    return isDay(Number(month), Number(day), Number(year)) ? { kind: 'date', date: field } : undefined;
  const [, inMonth, onDay] = /^(\d{1,2})\.(\d{1,2})$/.exec(field) ?? [];
  if (inMonth !== undefined)
    return isDay(Number(inMonth), Number(onDay))
      ? { kind: 'day', month: Number(inMonth), day: Number(onDay) }
      : undefined;
  const [, unit, count] = /^([wd])([1-9]\d{0,2})$/.exec(field) ?? [];
  if (unit === 'd') return { kind: 'days', days: Number(count) };
  return unit === 'w' && Number(count) <= 7 ? { kind: 'weekday', weekday: Number(count) } : undefined;
}
