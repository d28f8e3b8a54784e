import type { Until } from './ask.ts';

/** The local day that an end of a pause means, seen from today: the next such date or weekday after today. */
export function firstDayOf(until: Until, today: string): string {
  switch (until.kind) {
    case 'date':
      return until.date;
    case 'days':
      return daysAfter(today, until.days);
    case 'weekday': {
      const now = new Date(`${today}T00:00:00Z`).getUTCDay();
      return daysAfter(today, (until.weekday - now + 7) % 7 || 7);
    }
    case 'day':
      return nextDate(until.month, until.day, today);
  }
}

/** 29 February comes every fourth year, but for some centuries every eighth. */
const MOST_YEARS = 8;

function nextDate(month: number, day: number, today: string): string {
  const year = Number(today.slice(0, 4));
  for (let ahead = 0; ahead <= MOST_YEARS; ahead++) {
    const date = new Date(Date.UTC(year + ahead, month - 1, day));
    const text = date.toISOString().slice(0, 10);
    if (date.getUTCMonth() === month - 1 && text > today) return text;
  }
  // No calendar has this day: whoever forged it gets one that is over.
  return today;
}

function daysAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
