import type { Language } from '../../data/languages.ts';
import type { Suggestion } from '../suggest.ts';
import { daysText } from '../wording/schedules.ts';
import { wordsOf } from '../wording/words.ts';
import { readDays } from './reading/reader.ts';
import type { Days } from './subscription.ts';

const OFFERED: readonly Days[] = ['all', 'weekdays', 'workdays', [1], [2], [3], [4], [5], [6, 7], [1, 3, 5], [2, 4]];

/** The days to offer while somebody types: first what was typed, as it is understood. */
export function suggestDays(typed: string, language: Language): Suggestion[] {
  const words = wordsOf(language);
  const offer = (days: Days): Suggestion => {
    const label = daysText(days, words);
    return { value: label, label };
  };
  const understood = readDays(typed);
  const text = typed.trim().toLowerCase();
  const offered = OFFERED.map(offer).filter(({ label }) => label.toLowerCase().includes(text));
  const all = [...(understood ? [offer(understood)] : []), ...offered];
  return all.filter(({ value }, at) => all.findIndex((one) => one.value === value) === at);
}
