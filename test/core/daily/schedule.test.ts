import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { type Due, localDay, nextDue, upcoming } from '../../../src/core/daily/schedule.ts';
import type { Schedule } from '../../../src/core/daily/subscription.ts';
import { hasWorkdaysOf } from '../../../src/core/daily/workdays.ts';
import { runs } from '../../support/runs.ts';

const ZONES = Intl.supportedValuesOf('timeZone');

const at = (time: string, zone: string, days: Schedule['days'] = 'all'): Schedule => {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return { minute: hour * 60 + minute, zone, days };
};
const local = (due: Due | undefined, zone: string) =>
  due && Temporal.Instant.fromEpochMilliseconds(due.due.getTime()).toZonedDateTimeISO(zone).toString();

describe('The hour of a post', () => {
  it.each([
    ['an hour that does not exist is as much later', '02:30', 'America/New_York', '2026-03-08', '03:30:00-04:00'],
    ['an hour that occurs twice is its first', '01:30', 'America/New_York', '2026-11-01', '01:30:00-04:00'],
    ['a clock put on by half an hour', '02:15', 'Australia/Lord_Howe', '2026-10-04', '02:45:00+11:00'],
    ['a midnight that does not exist', '00:30', 'Africa/Cairo', '2026-04-24', '01:30:00+03:00'],
    ['the last hour of a day that does not exist', '23:30', 'America/Scoresbysund', '2026-03-28', '22:30:00-02:00'],
    ['a zone of quarters of an hour', '09:00', 'Asia/Kathmandu', '2026-05-05', '09:00:00+05:45'],
  ])('%s', (_, time, zone, day, expected) => {
    const due = nextDue(at(time, zone), new Date(`${previous(day)}T00:00:00Z`), previous(day));
    expect(due?.day).toBe(day);
    expect(local(due, zone)).toBe(`${day}T${expected}[${zone}]`);
  });

  it('is tomorrow where it has passed, or is just now', () => {
    const nine = at('09:00', 'Asia/Shanghai');
    expect(nextDue(nine, new Date('2026-11-25T00:59:59.999Z'))?.day).toBe('2026-11-25');
    expect(nextDue(nine, new Date('2026-11-25T01:00:00.000Z'))?.day).toBe('2026-11-26');
  });

  it('passes over a day that a zone leaves out', () => {
    const days = upcoming(at('09:00', 'Pacific/Apia'), new Date('2011-12-29T12:00:00Z'), 3).map(({ day }) => day);
    expect(days).toEqual(['2011-12-29', '2011-12-31', '2012-01-01']);
  });
});

describe('The days of a post', () => {
  const days = (chosen: Schedule['days'], after: string, most: number) =>
    upcoming(at('09:00', 'Asia/Shanghai', chosen), new Date(`${after}T00:00:00Z`), most).map(({ day }) => day);

  it('are those that were chosen', () => {
    expect(days('all', '2026-11-27', 3)).toEqual(['2026-11-27', '2026-11-28', '2026-11-29']);
    expect(days('weekdays', '2026-11-27', 3)).toEqual(['2026-11-27', '2026-11-30', '2026-12-01']);
    expect(days([2, 7], '2026-11-27', 3)).toEqual(['2026-11-29', '2026-12-01', '2026-12-06']);
  });

  it('follow China’s holidays and make-up days', () => {
    // Spring Festival of 2026: free from 15 to 23 February, with Saturday the 14th worked in its place.
    expect(days('workdays', '2026-02-13', 4)).toEqual(['2026-02-13', '2026-02-14', '2026-02-24', '2026-02-25']);
  });

  it('never come where none is chosen', () => {
    expect(nextDue(at('09:00', 'Asia/Shanghai', []), new Date())).toBeUndefined();
  });

  it('tell which years of China’s calendar are known', () => {
    expect(hasWorkdaysOf(2026)).toBe(true);
    expect(hasWorkdaysOf(2040)).toBe(false);
  });
});

describe('A change of zone or hour', () => {
  const schedule = fc.record({
    minute: fc.integer({ min: 0, max: 1439 }),
    zone: fc.constantFrom(...ZONES),
    days: fc.constant('all' as const),
  });

  it('gives no local day a second post, and goes forward only', () => {
    const moment = fc.date({ min: new Date('2026-01-01'), max: new Date('2035-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(moment, fc.array(schedule, { minLength: 2, maxLength: 8 }), (start, changes) => {
        let last: Due | undefined;
        for (const changed of changes) {
          const next: Due | undefined = nextDue(changed, last?.due ?? start, last?.day);
          expect(next).toBeDefined();
          if (!next) return;
          expect(next.day > (last?.day ?? '')).toBe(true);
          expect(next.due.getTime()).toBeGreaterThan((last?.due ?? start).getTime());
          expect(localDay(next.due, changed.zone)).toBe(next.day);
          last = next;
        }
      }),
    );
  });
});

describe('Ten years in any zone', () => {
  it('have exactly one post each local day, a sample', () => {
    const year = fc.integer({ min: 2026, max: 2035 });
    const minute = fc.integer({ min: 0, max: 1439 });
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), year, minute, (zone, start, ofDay) => {
        const from = new Date(Date.UTC(start, 0, 1, 12));
        const posts = upcoming({ minute: ofDay, zone, days: 'all' }, from, 366, localDay(from, zone));
        let date = Temporal.PlainDate.from(localDay(from, zone));
        for (const { due, day } of posts) {
          date = date.add({ days: 1 });
          expect(day).toBe(date.toString());
          expect(localDay(due, zone)).toBe(day);
        }
        expect(posts).toHaveLength(366);
      }),
      { numRuns: runs(60) },
    );
  });
});

function previous(day: string): string {
  return Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();
}
