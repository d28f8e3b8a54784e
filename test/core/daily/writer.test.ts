import { describe, expect, it } from 'vitest';
import type { Remedy, Subscription } from '../../../src/core/daily/subscription.ts';
import { createDailyWriter } from '../../../src/core/daily/writer.ts';
import { plainText } from '../../../src/core/messages/message.ts';
import { LANGUAGES, type Language } from '../../../src/data/languages.ts';
import { CHANNEL, catalogue } from '../../support/daily-channel.ts';

const writer = createDailyWriter(catalogue, '0.0.0');
const subscription: Subscription = {
  id: 's',
  channel: CHANNEL,
  schedule: { minute: 570, zone: 'Europe/Moscow', days: 'all' },
  setBy: { user: 'U1', at: new Date('2026-11-25T10:00:00Z') },
  language: 'en',
  state: { kind: 'on' },
};

describe('a daily post', () => {
  it('tells a fact as everywhere, with its source and how to stop the posts', () => {
    const message = writer.post({
      figure: 'key-laboratories',
      subscription,
      language: 'en',
      day: '2026-11-25',
      isLate: false,
    });
    expect(message.audience).toBe('everyone');
    const lines = plainText(message).split('\n');
    expect(lines[0]).toMatch(/^Daily fact · 229 key laboratories .+Harbin, as stated on 25 December 2023\.$/);
    expect(lines.some((line) => line.startsWith('Source: '))).toBe(true);
    expect(lines.at(-2)).toMatch(/ Stop with \/harbin daily off\.$/);
    expect(message.buttons.map(({ label }) => label)).toEqual(['Source', 'Chart', 'Another']);
  });

  it('says when it was due where it is late', () => {
    const late = writer.post({
      figure: 'key-laboratories',
      subscription,
      language: 'en',
      day: '2026-11-25',
      isLate: true,
    });
    expect(plainText(late)).toContain('Posted late: it was due at 09:30.');
  });

  it('speaks the language it is given, whoever set it up, and offers no chart of an event', () => {
    for (const language of LANGUAGES)
      for (const { id } of catalogue.figures) {
        const message = writer.post({ figure: id, subscription, language, day: '2026-11-25', isLate: true });
        expect(message.language).toBe(language);
        expect(message.parts.length).toBeGreaterThan(2);
      }
    const event = writer.post({
      figure: 'fuerjia-listing',
      subscription,
      language: 'en',
      day: '2026-11-25',
      isLate: false,
    });
    expect(event.buttons.map(({ label }) => label)).toEqual(['Source', 'Another']);
  });

  it('says that a figure may be out of date on the day of the post, and where sources disagree', () => {
    const post = (day: string) =>
      plainText(writer.post({ figure: 'high-tech-companies', subscription, language: 'en', day, isLate: false }));
    expect(post('2024-01-15')).not.toContain('may be outdated');
    expect(post('2026-11-25')).toContain('may be outdated');
    expect(post('2026-11-25')).toContain('2,832');
  });

  it('calls nobody', () => {
    const message = writer.post({
      figure: 'key-laboratories',
      subscription,
      language: 'en',
      day: '2026-11-25',
      isLate: true,
    });
    expect(JSON.stringify(message)).not.toMatch(/"person"|U1/);
  });
});

describe('what whoever set up the posts is told when they fail for days', () => {
  const remedies: Remedy[] = ['gone', 'lost', 'archived', 'invite', 'permission', 'operator'];

  it('says of a channel that Slack does not find that it may be gone or have a new id', () => {
    const said = (language: Language) =>
      plainText(writer.broken({ ...subscription, language, state: { kind: 'broken', remedy: 'lost', code: 'x' } }));
    expect(said('en')).toContain('it is gone, has a new id since it was shared or converted, or I was removed from it');
    expect(said('zh')).toContain('新 ID');
    expect(said('ru')).toContain('новый идентификатор');
  });

  it.each(LANGUAGES)('names the channel, what to do and how to go on, in %s', (language) => {
    const texts = remedies.map((remedy) => {
      const message = writer.broken({ ...subscription, language, state: { kind: 'broken', remedy, code: 'x' } });
      expect(message).toMatchObject({ language, audience: 'asker' });
      expect(JSON.stringify(message.parts)).toContain('{"channel":"C1"}');
      return plainText(message);
    });
    expect(new Set(texts).size).toBe(remedies.length);
    for (const text of texts) expect(text).toContain('/harbin daily resume');
  });
});
