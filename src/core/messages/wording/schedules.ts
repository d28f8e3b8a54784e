import type { Catalogue } from '../../../data/schema.ts';
import type { Until } from '../../daily/ask.ts';
import { zoneLabel } from '../../daily/reading/zones.ts';
import type { Days, Schedule } from '../../daily/subscription.ts';
import { dateText } from './date-text.ts';
import { formatOf, LOCALES } from './formats.ts';
import type { Words } from './language-words.ts';
import { listText } from './lists.ts';

/** A schedule in words that can be typed behind "daily on" again: "at 09:00, China time (Asia/Shanghai), every day, on all topics". */
export function scheduleText({ minute, zone, days, topic }: Schedule, catalogue: Catalogue, words: Words): string {
  const { language } = words;
  const label = catalogue.topics.find(({ id }) => id === topic)?.label[language] ?? topic;
  return words.text('dailySchedule', {
    time: clockText(minute),
    zone: zoneLabel(zone, language),
    days: daysText(days, words),
    topic: label === undefined ? words.text('dailyAllTopics') : words.text('dailyTopic', { topic: label }),
  });
}

/** 09:00, as every language here writes it. */
export function clockText(minute: number): string {
  return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

export function daysText(days: Days, words: Words): string {
  if (typeof days === 'string') return words.text('dailyDays', { days });
  // 1 January 2024 was a Monday.
  const names = days.map((day) => weekdayFormat(words.language).format(new Date(Date.UTC(2024, 0, day))));
  return listText(names, words);
}

/** A local calendar day with its weekday, and with its year where that is not today's: "Thursday 26 November". */
export function dayText(day: string, { words, today }: { words: Words; today?: string }): string {
  const text = dayFormat(words.language).format(new Date(`${day}T00:00:00Z`));
  const year = day.slice(0, 4);
  return today === undefined || today.startsWith(year) ? text : words.text('onDay', { day: text, year });
}

/** The end of a pause, as a button says it. */
export function untilText(until: Until, words: Words): string {
  switch (until.kind) {
    case 'date':
      return dateText(until.date, words);
    case 'day':
      return calendarDay(until.month, until.day, words);
    case 'weekday':
      return words.text('dailyOnWeekday', { day: daysText([until.weekday], words) });
    case 'days':
      return words.text('dailyForDays', { days: until.days });
  }
}

/** A day of any year: "29 February". */
export function calendarDay(month: number, day: number, { language }: Words): string {
  // A leap year has every day.
  return calendarFormat(language).format(new Date(Date.UTC(2028, month - 1, day)));
}

/** The time of day that clocks in a zone show. */
export function timeText(at: Date, zone: string, { language }: Words): string {
  return new Intl.DateTimeFormat(LOCALES[language], {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
}

const weekdayFormat = formatOf((locale) => new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }));
const dayFormat = formatOf(
  (locale) => new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }),
);
const calendarFormat = formatOf(
  (locale) => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' }),
);
