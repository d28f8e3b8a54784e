import type { Suggestion } from '../commands/suggestion.ts';
import { normalise } from '../language/normalise.ts';
import { clockText } from '../messages/wording/schedules.ts';
import { timeAt } from './reading/times.ts';

const HALF_HOURS = Array.from({ length: 48 }, (_, half) => half * 30);
/** The hours at which people read first. */
const FIRST = 7 * 60;

/** The times of day to offer while somebody types: first what was typed, as it is understood. */
export function suggestTimes(typed: string, most: number): Suggestion[] {
  const { text } = normalise(typed);
  const found = timeAt(text, 0);
  const understood = found && found.length === text.length && !Number.isNaN(found.value) ? [found.value] : [];
  const digits = text.replace(/^0/, '');
  const like = HALF_HOURS.filter((minute) => clockText(minute).replace(/^0/, '').startsWith(digits));
  const inOrder = [...like.filter((minute) => minute >= FIRST), ...like.filter((minute) => minute < FIRST)];
  return [...new Set([...understood, ...inOrder])].slice(0, most).map((minute) => {
    const time = clockText(minute);
    return { value: time, label: time };
  });
}
