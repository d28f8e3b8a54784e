import { describe, expect, it } from 'vitest';
import { readCommand } from '../../../src/core/commands/read-command.ts';
import { plainText } from '../../../src/core/messages/message.ts';
import { LANGUAGES } from '../../../src/data/languages.ts';
import { botOf } from '../../support/bot.ts';
import { catalogue, dailyChannel, delivery } from '../../support/daily-channel.ts';

const MINUTE_MS = 60_000;

describe('"daily" alone', () => {
  it('tells a channel without a daily post how to get one', async () => {
    const channel = dailyChannel();
    const heard = await channel.says('daily');
    expect(heard.text).toContain('This channel has no daily fact.');
    await channel.clicks(heard, 'Turn on');
    expect((await channel.subscription())?.state).toEqual({ kind: 'on' });
  });

  it('tells the settings, who made them and when, the next posts and what became of the last', async () => {
    const sent = delivery('2026-11-25', { kind: 'sent', at: new Date('2026-11-25T01:00:03Z'), lateMs: 3000 });
    const channel = dailyChannel({ deliveries: [sent] });
    await channel.says('daily on 9', { user: 'U7', language: 'ru' });
    const { text } = await channel.says('daily');
    expect(text).toContain(
      'The daily fact here is on: at 09:00, China time (Asia/Shanghai), every day, on all topics.',
    );
    expect(text).toContain('- Thursday 26 November, 09:00');
    expect(text).toContain('Last: Wednesday 25 November: posted at 09:00, “Key laboratories”');
    expect(text).toContain('Set up by @U7 on Wednesday 25 November. Posts are in Russian.');
  });

  it('offers what can be done next', async () => {
    const channel = dailyChannel();
    const labels = async () => (await channel.says('daily')).message.buttons.map(({ label }) => label);
    await channel.says('daily on 9');
    expect(await labels()).toEqual(['Preview', 'Log', 'Pause for a week', 'Turn off']);
    await channel.says('daily pause');
    expect(await labels()).toEqual(['Resume', 'Log', 'Turn off']);
    await channel.says('daily off');
    expect(await labels()).toEqual(['Turn on', 'Preview', 'Log']);
  });
});

describe('turning off', () => {
  it('keeps everything for the next time, and nothing is due', async () => {
    const channel = dailyChannel();
    await channel.says('daily on 9:30 Moscow research');
    const before = await channel.subscription();
    const heard = await channel.says('daily off');
    expect(channel.nextDue()).toBeUndefined();
    expect(await channel.subscription()).toEqual({ ...before, state: { kind: 'off' } });
    await channel.clicks(heard, 'Turn on');
    expect(await channel.subscription()).toEqual(before);
    expect(channel.nextDue()).toEqual(new Date('2026-11-26T06:30:00Z'));
  });
});

describe('pausing', () => {
  it.each([
    ['2026-12-01', '2026-12-01'],
    ['1 December', '2026-12-01'],
    ['until Dec 1st', '2026-12-01'],
    ['12月1日', '2026-12-01'],
    ['1 декабря', '2026-12-01'],
    ['01.12.2026', '2026-12-01'],
    ['20 November', '2027-11-20'],
    ['29 February', '2028-02-29'],
    ['tomorrow', '2026-11-26'],
    ['завтра', '2026-11-26'],
    ['for a week', '2026-12-02'],
    ['一周', '2026-12-02'],
    ['на две недели', '2026-12-09'],
    ['10 days', '2026-12-05'],
    ['until monday', '2026-11-30'],
    ['wednesday', '2026-12-02'],
  ])('%s: posts come again from %s', async (said, until) => {
    const channel = dailyChannel();
    await channel.says('daily on 9');
    await channel.says(`daily pause ${said}`, { user: 'U2' });
    expect((await channel.subscription())?.state).toEqual({ kind: 'paused', by: 'U2', until });
    expect(channel.nextDue()).toEqual(new Date(`${until}T01:00:00Z`));
  });

  it('without an end nothing is due until somebody resumes', async () => {
    const channel = dailyChannel();
    await channel.says('daily on 9');
    const heard = await channel.says('daily pause');
    expect(channel.nextDue()).toBeUndefined();
    expect((await channel.says('daily', {})).text).toContain('paused, by @U1');
    await channel.clicks(heard, 'Resume');
    expect((await channel.subscription())?.state).toEqual({ kind: 'on' });
    expect(channel.nextDue()).toEqual(new Date('2026-11-26T01:00:00Z'));
  });

  it('counts the days where the channel is', async () => {
    const channel = dailyChannel({ now: '2026-11-25T20:00:00Z' });
    await channel.says('daily on 9');
    await channel.says('daily pause tomorrow');
    expect((await channel.subscription())?.state).toMatchObject({ until: '2026-11-27' });
  });

  it.each([
    ['en', 'Saturday 20 November 2027', 'Tuesday 1 December'],
    ['zh', '2027年11月20日星期六', '12月1日星期二'],
    ['ru', 'суббота, 20 ноября 2027 года', 'вторник, 1 декабря'],
  ] as const)('names the year in %s only where it is another one', async (language, far, near) => {
    const channel = dailyChannel();
    await channel.says('daily on 9');
    const ofNextYear = await channel.says('daily pause 2027-11-20', { language });
    expect(ofNextYear.text).toContain(far);
    expect((await channel.says('daily', { language })).text).toContain(far);
    const ofThisYear = await channel.says('daily pause 2026-12-01', { language });
    expect(ofThisYear.text).toContain(near);
    expect(ofThisYear.text).not.toContain('2026');
  });

  it('is over by itself', async () => {
    const channel = dailyChannel();
    await channel.says('daily on 9');
    await channel.says('daily pause 1 December');
    expect((await channel.says('daily')).text).toContain('paused until Tuesday 1 December');
    channel.moveTo('2026-12-01T00:30:00Z');
    expect((await channel.says('daily')).text).toContain('The daily fact here is on');
  });

  it.each([
    ['2026-11-25', '25 November 2026 is not after today', 'for a week', '2026-12-02'],
    ['2026-02-30', 'I can’t tell which day “2026-02-30” is', '1 March 2026', undefined],
    ['31.11', 'I can’t tell which day “31.11” is', '30 November', '2026-11-30'],
    ['12/1', 'I can’t tell which day “12/1” is', '1 December', '2026-12-01'],
    ['someday', 'I can’t tell which day “someday” is', 'until tomorrow', '2026-11-26'],
    ['3', 'I can’t tell which day “3” is', 'for 3 days', '2026-11-28'],
  ])('%s gets the nearest right days', async (said, says, label, until) => {
    const channel = dailyChannel();
    await channel.says('daily on 9');
    const heard = await channel.says(`daily pause ${said}`);
    expect(heard.text).toContain(says);
    expect((await channel.subscription())?.state).toEqual({ kind: 'on' });
    await channel.clicks(heard, label);
    expect((await channel.subscription())?.state).toMatchObject(until ? { kind: 'paused', until } : { kind: 'on' });
  });
});

describe('the log', () => {
  it('is empty before the first post', async () => {
    const channel = dailyChannel();
    await channel.says('daily on 9');
    expect((await channel.says('daily log')).text).toContain('Nothing has been posted here yet.');
  });

  it('says of every day what became of it, why, and what to do', async () => {
    const link = 'https://example.slack.com/archives/C1/p1';
    const channel = dailyChannel({
      deliveries: [
        delivery('2026-11-25', { kind: 'waiting' }),
        delivery('2026-11-24', { kind: 'sent', at: new Date('2026-11-24T01:00:02Z'), lateMs: 2000, link }),
        delivery('2026-11-23', { kind: 'sent', at: new Date('2026-11-23T02:01:00Z'), lateMs: 61 * MINUTE_MS }),
        delivery('2026-11-22', { kind: 'skipped', why: 'late' }),
        delivery('2026-11-21', { kind: 'skipped', why: 'paused' }),
        delivery('2026-11-20', { kind: 'skipped', why: 'off' }),
        delivery('2026-11-19', { kind: 'skipped', why: 'day' }),
        delivery('2026-11-18', { kind: 'skipped', why: 'nothing-to-tell' }),
        delivery('2026-11-17', { kind: 'failed', remedy: 'invite', code: 'not_in_channel' }),
        delivery('2026-11-16', { kind: 'uncertain', code: 'timeout' }),
      ],
    });
    await channel.says('daily on 9');
    const { text, message } = await channel.says('daily log');
    expect(text.split('\n').slice(1, -1)).toEqual([
      '- Wednesday 25 November: due at 09:00, not posted yet',
      `- Tuesday 24 November: posted at 09:00, “Key laboratories” · show - ${link}`,
      '- Monday 23 November: posted at 10:01, 1 hour 1 minute late, since I was not running or could not reach the channel before, “Key laboratories”',
      '- Sunday 22 November: not posted: I was not running or could not reach the channel until more than six hours after 09:00',
      '- Saturday 21 November: not posted: paused',
      '- Friday 20 November: not posted: turned off',
      '- Thursday 19 November: no post: not among the chosen days',
      '- Wednesday 18 November: not posted: I have no figure on this topic',
      '- Tuesday 17 November: not posted. I am not in the channel; invite me. (Reason: not_in_channel.)',
      '- Monday 16 November: perhaps posted: no confirmation came (timeout). I did not send it again, so that it cannot appear twice. Please look in the channel.',
    ]);
    expect(JSON.stringify(message.parts)).toContain(`{"link":"show","url":"${link}"}`);
  });
});

describe('a preview', () => {
  it('shows a post to the asker alone, in the language of the channel', async () => {
    const channel = dailyChannel();
    await channel.says('daily on 9 research');
    await channel.says('language zh');
    const { text, message, answer } = await channel.says('daily preview', { language: 'en' });
    expect(message).toMatchObject({ language: 'zh', audience: 'asker' });
    expect(text).toContain('哈尔滨');
    expect(text).toContain('仅您可见');
    expect(answer).toMatchObject({ outcome: { stated: { figure: { topic: 'research' } } } });
    expect(channel.saves()).toBe(1);
  });

  it('speaks as whoever set the posts up where the channel has chosen no language', async () => {
    const channel = dailyChannel();
    await channel.says('daily on 9', { language: 'ru' });
    expect((await channel.says('daily preview', { language: 'en' })).message.language).toBe('ru');
  });

  it('shows what was not posted lately', async () => {
    const shown = delivery('2026-11-24', { kind: 'waiting' }, 'key-laboratories');
    const channel = dailyChannel({ deliveries: [shown] });
    await channel.says('daily on 9 research');
    const { answer } = await channel.says('daily preview');
    expect(answer).toMatchObject({ outcome: { stated: { figure: { id: 'engineering-research-centres' } } } });
  });
});

describe('the language of a channel', () => {
  const needs = { en: 'Manage Channels', zh: '管理频道', ru: 'Управлять каналами' };

  it('is set by whoever may change the daily post', async () => {
    const channel = dailyChannel();
    expect((await channel.says('language ru', { permit: { kind: 'denied', needs } })).text).toBe(
      'You need Manage Channels to change this.',
    );
    expect((await channel.says('daily')).message.language).toBe('en');
    await channel.says('language ru', { permit: { kind: 'absent', invite: '/invite @harbin' } });
    expect((await channel.says('daily')).message.language).toBe('ru');
  });
});

describe('where nothing can be posted unasked', () => {
  it.each(LANGUAGES)('every command says so, and names where it can, in %s', async (language) => {
    const bot = botOf(catalogue);
    for (const said of [
      'daily',
      'daily on 9:00',
      'daily off',
      'daily pause 1 December',
      'daily log',
      'daily preview',
    ]) {
      const { message } = await bot.reply({ asked: readCommand(said) ?? said, language });
      expect(plainText(message)).toMatch(/Slack.+Discord.+\/harbin daily /);
      expect(message.audience).toBe('asker');
    }
  });
});

describe('help', () => {
  it.each(LANGUAGES)('tells of daily posts in %s', async (language) => {
    const { message } = await botOf(catalogue).reply({ asked: { command: 'help', values: [] }, language });
    expect(plainText(message)).toContain('/harbin daily on 9:00');
  });
});
