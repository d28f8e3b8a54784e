import type { Language } from '../../data/schema.ts';
import { inlineText } from '../message.ts';
import { LOCALES } from './numbers.ts';
import type { Words } from './words.ts';

/** A date as precise as it is known: 2023, 2023-12 or 2023-12-25. */
export function dateText(date: string, words: Words): string {
  const [year = '', month, day] = date.split('-');
  if (!month) return words.text('inYear', { year });
  const at = new Date(`${year}-${month}-${day ?? '01'}T00:00:00Z`);
  return inlineText(
    day
      ? words.say('onDay', { year, day: DAYS[words.language].format(at) })
      : words.say('inMonth', { year, month: MONTHS[words.language].format(at), number: Number(month) }),
  );
}

/** Made once: a format costs as much to make as a whole answer. */
const formats = (options: Intl.DateTimeFormatOptions) => {
  const of = (language: Language) => new Intl.DateTimeFormat(LOCALES[language], { ...options, timeZone: 'UTC' });
  return { en: of('en'), zh: of('zh'), ru: of('ru') };
};
// Russian months stand in the genitive behind a day, and Intl knows that only when it is asked for both.
const DAYS = formats({ day: 'numeric', month: 'long' });
const MONTHS = formats({ month: 'long' });
