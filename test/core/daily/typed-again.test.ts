import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DailyAsk, Until } from '../../../src/core/daily/ask.ts';
import { zoneOf } from '../../../src/core/daily/reading/zones.ts';
import type { Days } from '../../../src/core/daily/subscription.ts';
import { formatQuestion, MOST_CODE_CHARACTERS, parseQuestion } from '../../../src/core/question-code.ts';
import { LANGUAGES } from '../../../src/data/languages.ts';
import { catalogue, dailyChannel } from '../../support/daily-channel.ts';

const zones = [...Intl.supportedValuesOf('timeZone'), 'UTC', 'Etc/GMT-8', 'Etc/GMT+12'].map(
  (zone) => zoneOf(zone) ?? zone,
);
const topics = catalogue.topics.map(({ id }) => id);
const minute = fc.integer({ min: 0, max: 1439 });
const days = fc.oneof(
  fc.constantFrom<Days>('all', 'weekdays', 'workdays'),
  fc
    .uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 6 })
    .map((numbers) => numbers.sort((a, b) => a - b))
    // These five have a shorter name.
    .filter((numbers) => numbers.join() !== '1,2,3,4,5'),
);
const language = fc.constantFrom(...LANGUAGES);

/** The settings that an answer of the bot's names, between its lead and the end of the line. */
function settingsIn(text: string): string {
  return /[:：] ?([^\n]*)[.。]$/m.exec(text)?.[1] ?? '';
}

describe('a schedule as the bot says it', () => {
  const sets = async (
    wish: Extract<DailyAsk, { kind: 'on' }>['wish'],
    speaks: (typeof LANGUAGES)[number],
    channel = dailyChannel(),
  ) => {
    const code = formatQuestion({ question: { kind: 'daily', ask: { kind: 'on', wish } }, language: speaks }) ?? '';
    const question = parseQuestion(code)?.question;
    expect(question).toBeDefined();
    const heard = await channel.clicks({ message: { buttons: [{ label: 'it', question }] } } as never, 'it', {
      language: speaks,
    });
    return { channel, heard };
  };

  it('can be typed in again and is read the same', async () => {
    await fc.assert(
      fc.asyncProperty(
        minute,
        fc.constantFrom(...zones),
        days,
        fc.option(fc.constantFrom(...topics), { nil: null }),
        language,
        async (at, zone, on, topic, speaks) => {
          const { channel, heard } = await sets({ minute: at, zone, days: on, topic }, speaks);
          const schedule = (await channel.subscription())?.schedule;
          const again = dailyChannel();
          const said = settingsIn(heard.text);
          const { text } = await again.says(`daily on ${said}`, { language: speaks });
          expect((await again.subscription())?.schedule, `${said}\n${text}`).toEqual(schedule);
        },
      ),
      { numRuns: 200, examples: [[0, 'UTC', 'workdays', null, 'zh']] },
    );
  });

  it('names every time zone so that it is read back, in every language', async () => {
    // Two channels for all zones: a bot of its own for each would take longer than the questions.
    const [channel, again] = [dailyChannel(), dailyChannel()];
    for (const speaks of LANGUAGES)
      for (const zone of zones) {
        const { heard } = await sets({ zone }, speaks, channel);
        const said = settingsIn(heard.text);
        await again.says(`daily on ${said}`);
        expect((await again.subscription())?.schedule.zone, said).toBe(zone);
      }
  });
});

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
      { numRuns: 2000 },
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
