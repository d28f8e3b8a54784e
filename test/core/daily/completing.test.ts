import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Suggested } from '../../../src/core/commands/suggestion.ts';
import { LANGUAGES, type Language } from '../../../src/data/languages.ts';
import { botOf } from '../../support/bot.ts';
import { catalogue, dailyChannel } from '../../support/daily-channel.ts';
import { runs } from '../../support/runs.ts';

const { suggest } = botOf(catalogue);
const first = (typed: string, kind: Suggested, language: Language = 'en') => suggest(typed, kind, language)[0];

describe('while somebody types', () => {
  it.each<[Suggested, string, Language, string]>([
    ['zone', 'mosc', 'en', 'Moscow time (Europe/Moscow)'],
    ['zone', 'Germany', 'en', 'Berlin time (Europe/Berlin)'],
    ['zone', 'russ', 'en', 'Moscow time (Europe/Moscow)'],
    ['zone', '哈尔', 'zh', '中国时间（Asia/Shanghai）'],
    ['zone', '东京', 'zh', '日本时间（Asia/Tokyo）'],
    ['zone', 'пекин', 'ru', 'Китай (Asia/Shanghai)'],
    ['zone', 'Росс', 'ru', 'Москва (Europe/Moscow)'],
    ['zone', 'utc+5', 'en', 'UTC+5 (Etc/GMT-5)'],
    ['zone', 'Moskow', 'en', 'Moscow time (Europe/Moscow)'],
    ['days', 'fri sat', 'en', 'Friday and Saturday'],
    ['days', '周一三五', 'zh', '星期一、星期三和星期五'],
    ['date', '1 dec', 'en', '1 December'],
    ['date', 'неделю', 'ru', 'на неделю'],
    ['time', '9点半', 'zh', '09:30'],
  ])('a %s like "%s" is completed in %s: %s', (kind, typed, language, label) => {
    expect(first(typed, kind, language)?.label).toBe(label);
  });

  it('something useful is offered before the first letter', () => {
    for (const language of LANGUAGES)
      for (const kind of ['zone', 'days', 'date', 'time', 'topic'] as const) {
        const offered = suggest('', kind, language);
        expect(offered.length).toBeGreaterThan(4);
        expect(offered.length).toBeLessThanOrEqual(25);
      }
    expect(suggest('', 'zone', 'zh').map(({ value }) => value)).toContain('Europe/Moscow');
  });

  it('every offer is read back when it is taken', async () => {
    for (const language of LANGUAGES) {
      const taken = dailyChannel();
      for (const kind of ['zone', 'days', 'time', 'topic'] as const)
        for (const { value, label } of suggest('', kind, language)) {
          const { answer, text } = await taken.says(`daily on ${value}`, { language });
          expect(answer, `${label}: ${text}`).toMatchObject({ outcome: { kind: 'on' } });
        }
      for (const { value, label } of suggest('', 'date', language)) {
        const channel = dailyChannel();
        await channel.says('daily on 9');
        const { answer } = await channel.says(`daily pause ${value}`, { language });
        expect(answer, label).toMatchObject({ outcome: { kind: 'paused' } });
      }
    }
  });

  it('nothing that is typed brings completion down', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 120 }),
        fc.constantFrom<Suggested>('zone', 'days', 'date', 'time'),
        fc.constantFrom(...LANGUAGES),
        (typed, kind, language) => {
          expect(suggest(typed, kind, language).length).toBeLessThanOrEqual(25);
        },
      ),
      { numRuns: runs(300) },
    );
  });
});
