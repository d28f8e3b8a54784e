import type { Language } from '../../data/languages.ts';
import type { Suggestion } from '../commands/suggestion.ts';
import { type Words, wordsOf } from '../messages/wording/language-words.ts';
import { calendarDay, daysText, untilText } from '../messages/wording/schedules.ts';
import type { Until } from './ask.ts';
import { readDays, readUntil } from './reading/half-typed.ts';
import type { Days } from './subscription.ts';

/** What completes half-typed settings of a daily post: first what was typed, as it is understood, then what is usual. */

/** The days that people choose most. */
export const USUAL_DAYS: readonly Days[] = [
  'all',
  'weekdays',
  'workdays',
  [1, 3, 5],
  [2, 4],
  [1],
  [2],
  [3],
  [4],
  [5],
  [6, 7],
];

export function suggestDays(typed: string, language: Language): Suggestion[] {
  const words = wordsOf(language);
  const text = typed.trim().toLowerCase();
  const usual = USUAL_DAYS.filter((days) => daysText(days, words).toLowerCase().includes(text));
  return unique([readDays(typed), ...usual], (days) => ({
    value: daysText(days, words),
    label: daysText(days, words),
  }));
}

const USUAL_PAUSES = [1, 7, 2, 3, 14, 30].map((days): Until => ({ kind: 'days', days }));

export function suggestDates(typed: string, language: Language): Suggestion[] {
  const words = wordsOf(language);
  const text = typed.trim().toLowerCase();
  const usual = USUAL_PAUSES.filter((until) => untilText(until, words).toLowerCase().includes(text));
  return unique([readUntil(typed), ...usual], (until) => ({ value: typedText(until), label: untilText(until, words) }));
}

/** An end of a pause as the reader reads it back, whatever the language. */
function typedText(until: Until): string {
  const english: Words = wordsOf('en');
  switch (until.kind) {
    case 'date':
      return until.date;
    case 'day':
      return calendarDay(until.month, until.day, english);
    case 'weekday':
      return daysText([until.weekday], english);
    case 'days':
      return `${until.days} days`;
  }
}

function unique<Thing>(things: readonly (Thing | undefined)[], offer: (thing: Thing) => Suggestion): Suggestion[] {
  const offered = things.filter((thing) => thing !== undefined).map(offer);
  return offered.filter(({ value }, at) => offered.findIndex((one) => one.value === value) === at);
}
