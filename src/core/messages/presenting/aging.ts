import { monthsBetween } from '../../catalogue/observing.ts';
import { quantityOf, type Stated } from '../../catalogue/stated.ts';
import type { Part } from '../message.ts';
import { dateText } from '../wording/dates.ts';
import { note } from './parts.ts';
import { sourceOf } from './sources.ts';
import type { Tools } from './tools.ts';

/** Says which values are older than sources of their kind usually let them become; not where the asker named the time. */
export function agingNotes(all: readonly Stated[], { catalogue, words, today }: Tools): Part[] {
  const aged = all.flatMap((stated) => {
    const { freshMonths } = sourceOf(stated, catalogue);
    const { date } = stated.observation.asOf;
    if (today === undefined || stated.dated || freshMonths === undefined || !quantityOf(stated)) return [];
    return monthsBetween(date, today) > freshMonths ? [{ date, freshMonths }] : [];
  });
  // Two of one date are as old as each other.
  const [oldest, ...others] = [...new Map(aged.map((one) => [one.date, one])).values()].sort((a, b) =>
    a.date.localeCompare(b.date),
  );
  if (!oldest) return [];
  const months = oldest.freshMonths;
  return [note(words.say(others.length > 0 ? 'agedSome' : 'aged', { date: dateText(oldest.date, words), months }))];
}
