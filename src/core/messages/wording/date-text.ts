import { inlineText } from '../message.ts';
import { formatOf } from './formats.ts';
import type { Words } from './language-words.ts';

/** A date as precise as it is known: 2023, 2023-12 or 2023-12-25. */
export function dateText(date: string, words: Words): string {
  const [year = '', month, day] = date.split('-');
  if (!month) return words.text('inYear', { year });
  const at = new Date(`${year}-${month}-${day ?? '01'}T00:00:00Z`);
  // Of a date that no calendar has, such as 2023-13, nothing more can be said.
  if (Number.isNaN(at.getTime())) return date;
  return inlineText(
    day
      ? words.say('onDay', { year, day: dayFormat(words.language).format(at) })
      : words.say('inMonth', { year, month: monthFormat(words.language).format(at), number: Number(month) }),
  );
}

// Russian months stand in the genitive behind a day, and Intl knows that only when it is asked for both.
const dayFormat = formatOf(
  (locale) => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' }),
);
const monthFormat = formatOf((locale) => new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }));
