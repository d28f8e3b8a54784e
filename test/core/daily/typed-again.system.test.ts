import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DailyAsk } from '../../../src/core/daily/ask.ts';
import { formatQuestion, parseQuestion } from '../../../src/core/question-code.ts';
import { LANGUAGES } from '../../../src/data/languages.ts';
import { dailyChannel } from '../../support/daily-channel.ts';
import { days, language, minute, topics, zones } from './schedules.ts';

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
