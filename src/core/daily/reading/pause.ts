import { normalise } from '../../language/normalise.ts';
import type { DailyAsk, Until } from '../ask.ts';
import { dateAt, datesLike, wrongDay } from './dates.ts';
import { scan } from './scan.ts';

/** Alternatives that are offered for a date that was not understood. */
const MOST_INSTEAD = 3;

/** Reads what stands behind "daily pause": the one day on which posts come again, or nothing. */
export function readPause(typed: string): DailyAsk {
  const { text } = normalise(typed);
  const found: { dates: readonly Until[]; said: string }[] = [];
  const [lost] = scan(text, (at) => {
    const date = dateAt(text, at);
    if (date) found.push({ dates: date.value, said: text.slice(at, at + date.length) });
    return date?.length ?? 0;
  });
  const dates = found.flatMap((one) => one.dates);
  const said = found.map((one) => one.said).join(' ');
  const right = dates.flatMap((date) => {
    const wrong = wrongDay(date);
    return wrong ? datesLike(wrong) : [date];
  });
  const [until, ...others] = dates;
  if (lost !== undefined) return unclear(lost, dates.length > 0 ? right : usualPauses(lost));
  if (!until) return { kind: 'pause' };
  if (dates.some(wrongDay)) return unclear(said, right);
  return others.length > 0 ? unclear(said, dates) : { kind: 'pause', until };
}

function unclear(said: string, instead: readonly Until[]): DailyAsk {
  const asks = instead.slice(0, MOST_INSTEAD).map((until): DailyAsk => ({ kind: 'pause', until }));
  return { kind: 'unclear', unclear: { part: 'date', said, instead: asks } };
}

function usualPauses(said: string): Until[] {
  const number = Number(/^\d{1,3}$/.exec(said)?.[0] ?? 0);
  return [...(number > 0 ? [number] : []), 1, 7].map((days) => ({ kind: 'days', days }));
}
