import { localDay, upcoming } from '../../src/core/daily/schedule.ts';

export type Simulated = { zones: number; posts: number; faults: string[] };

/** Midnight, the hours in which clocks are changed, and the working day. */
const MINUTES = [0, 30, 60, 90, 135, 150, 180, 540, 1_380, 1_439];
const START = new Date('2025-12-31T12:00:00Z');
const LAST = '2035-12-31';

/** Every zone from 2026 to 2035: each local day has one post, which is due on that day, and each is later than the one before. */
export function simulateZones(zones: readonly string[] = Intl.supportedValuesOf('timeZone')): Simulated {
  const result: Simulated = { zones: zones.length, posts: 0, faults: [] };
  for (const [index, zone] of zones.entries()) {
    const minute = MINUTES[index % MINUTES.length] ?? 0;
    let expected = localDay(START, zone);
    let last = START;
    for (const { due, day } of upcoming({ minute, zone, days: 'all' }, START, 3_660, expected)) {
      expected = dayAfter(expected);
      if (day !== expected || localDay(due, zone) !== day || due <= last)
        result.faults.push(`${zone} at minute ${minute}: ${due.toISOString()} for ${day} instead of ${expected}`);
      last = due;
      result.posts += 1;
      if (day >= LAST) break;
    }
    if (expected < LAST) result.faults.push(`${zone} at minute ${minute} ends on ${expected}`);
  }
  return result;
}

function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}
