import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DailyAsk, Until } from '../../../src/core/daily/ask.ts';
import { formatQuestion, MOST_CODE_CHARACTERS, parseQuestion } from '../../../src/core/question-code.ts';
import { runs } from '../../support/runs.ts';
import { days, language, minute, topics, zones } from './schedules.ts';

describe('what buttons about daily posts carry', () => {
  const until: fc.Arbitrary<Until> = fc.oneof(
    fc
      .date({ min: new Date('2026-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
      .map((date) => ({ kind: 'date' as const, date: date.toISOString().slice(0, 10) })),
    fc.record({
      kind: fc.constant('day' as const),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 29 }),
    }),
    fc.record({ kind: fc.constant('weekday' as const), weekday: fc.integer({ min: 1, max: 7 }) }),
    fc.record({ kind: fc.constant('days' as const), days: fc.integer({ min: 1, max: 999 }) }),
  );
  const wish = fc.record(
    {
      minute,
      zone: fc.constantFrom(...zones),
      days,
      topic: fc.option(fc.constantFrom(...topics), { nil: null }),
    },
    { requiredKeys: [] },
  );
  const ask: fc.Arbitrary<DailyAsk> = fc.oneof(
    wish.map((one) => ({ kind: 'on' as const, wish: one })),
    fc.record({ kind: fc.constant('pause' as const), until }, { requiredKeys: ['kind'] }),
    fc.constantFrom('off', 'status', 'preview', 'resume', 'log').map((kind) => ({ kind })),
  ) as never;

  it('reads back the same, however much it is', () => {
    fc.assert(
      fc.property(ask, language, (asked, speaks) => {
        const question = { kind: 'daily' as const, ask: asked };
        const code = formatQuestion({ question, language: speaks });
        expect(code?.length).toBeLessThanOrEqual(MOST_CODE_CHARACTERS);
        expect(parseQuestion(code ?? '')).toEqual({ question, language: speaks });
      }),
      { numRuns: runs(2000) },
    );
  });

  it.each([
    'en~y~on~1440~~~',
    'en~y~on~~Mars/Olympus~~',
    'en~y~on~~~731~',
    'en~y~on~~~8~',
    'en~y~pause~2026-02-30',
    'en~y~pause~d0',
    'en~y~pause~w8',
    'en~y~explode',
    'en~y~unclear',
  ])('%s is forged and is nothing', (code) => {
    expect(parseQuestion(code)).toBeUndefined();
  });
});
