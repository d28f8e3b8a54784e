import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zoneOf } from '../../../src/core/daily/reading/zones.ts';
import { dailyChannel } from '../../support/daily-channel.ts';

describe('whatever is typed', () => {
  const words = fc.constantFrom(
    ...'9 25:00 9:30 9am 上午 9点 半 утра Moscow moskow 北京时间 周一 三五 mon-fri пн cst UTC+99 utc+8 research labs 12月 1 31.02 feb 29 2026-13-40 in for until a две недели 一周 , . - / : ~ \u0000'.split(
      ' ',
    ),
  );
  const text = fc.oneof(
    fc.array(words, { maxLength: 12 }).map((all) => all.join(' ')),
    fc.array(words, { maxLength: 12 }).map((all) => all.join('')),
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 100 }).map((units) => String.fromCharCode(...units)),
  );

  it('behind "daily on" and "daily pause" gets an answer, and sets up nothing that no clock knows', async () => {
    const channel = dailyChannel();
    await fc.assert(
      fc.asyncProperty(text, fc.constantFrom('on', 'pause'), async (typed, command) => {
        const heard = await channel.says(`daily ${command} ${typed}`);
        expect(heard.text.trim()).not.toBe('');
        const schedule = (await channel.subscription())?.schedule;
        if (schedule) {
          expect(schedule.minute).toBeGreaterThanOrEqual(0);
          expect(schedule.minute).toBeLessThan(1440);
          expect(zoneOf(schedule.zone)).toBe(schedule.zone);
        }
      }),
      { numRuns: 1000, examples: [['三五12月9', 'pause']] },
    );
  });
});
