import { normalise } from '../../language/normalise.ts';
import type { Until } from '../ask.ts';
import type { Days } from '../subscription.ts';
import { dateAt, wrongDay } from './dates.ts';
import { daysAt, joined } from './days.ts';
import { type Found, scan } from './scan.ts';

/** Days that a text names and nothing else; undefined where it says none, or something more. */
export function readDays(typed: string): Days | undefined {
  return joined(readAll(typed, daysAt) ?? []);
}

/** The one end of a pause that a text names. */
export function readUntil(typed: string): Until | undefined {
  const [until, ...others] = (readAll(typed, dateAt) ?? []).flat();
  return until === undefined || others.length > 0 || wrongDay(until) ? undefined : until;
}

/** Everything of one kind in a text; undefined where it says something more. */
function readAll<Value>(
  typed: string,
  readAt: (text: string, at: number) => Found<Value> | undefined,
): Value[] | undefined {
  const { text } = normalise(typed);
  const found: Value[] = [];
  const unread = scan(text, (at) => {
    const one = readAt(text, at);
    if (one) found.push(one.value);
    return one?.length ?? 0;
  });
  return unread.length > 0 ? undefined : found;
}
