import type { DailyAsk, Until, Wish } from './ask.ts';
import type { Days } from './subscription.ts';

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** What is typed behind "/harbin" to ask this: "daily on 8:30 Europe/Moscow weekdays". */
export function typedAsk(ask: DailyAsk): string {
  switch (ask.kind) {
    case 'on':
      return ['daily on', ...wishWords(ask.wish)].join(' ');
    case 'pause':
      return ['daily pause', ...(ask.until ? [untilWords(ask.until)] : [])].join(' ');
    case 'confirm':
      return typedAsk(ask.change);
    case 'ask-off':
      return 'daily off';
    case 'unclear':
      return 'daily on 9:00';
    default:
      return `daily ${ask.kind}`;
  }
}

function wishWords({ minute, zone, days, topic }: Wish): string[] {
  const clock = minute ?? USUAL_MINUTE;
  return [
    `${Math.floor(clock / 60)}:${String(clock % 60).padStart(2, '0')}`,
    ...(zone ? [zone] : []),
    ...(days && days !== 'all' ? [daysWords(days)] : []),
    ...(topic ? [topic] : []),
  ];
}
const USUAL_MINUTE = 9 * 60;

function daysWords(days: Days): string {
  return typeof days === 'string' ? days : days.map((day) => WEEKDAYS[day - 1]).join(' ');
}

function untilWords(until: Until): string {
  switch (until.kind) {
    case 'date':
      return until.date;
    case 'day':
      return `${String(until.day).padStart(2, '0')}.${String(until.month).padStart(2, '0')}`;
    case 'weekday':
      return WEEKDAYS[until.weekday - 1] ?? '';
    case 'days':
      return `${until.days} days`;
  }
}
