import { describe, expect, it } from 'vitest';
import { readCommand } from '../../../src/core/commands/read-command.ts';
import type { Schedule } from '../../../src/core/daily/subscription.ts';
import { dailyChannel, delivery } from '../../support/daily-channel.ts';
import { readJsonl } from '../../support/jsonl.ts';

/** What is typed behind the command, and what of the usual schedule it changes. */
type Typed = { typed: string; schedule: Partial<Schedule> };

const USUAL: Schedule = { minute: 540, zone: 'Asia/Shanghai', days: 'all' };

describe('what people type behind "daily on"', () => {
  it.each(readJsonl<Typed>('test/core/daily/typed.jsonl'))('$typed is read', async ({ typed, schedule: wished }) => {
    const channel = dailyChannel();
    const { text } = await channel.says(`daily on ${typed}`);
    expect((await channel.subscription())?.schedule, text).toEqual({ ...USUAL, ...wished });
  });

  it('a time alone is enough behind "daily", and other languages have their own words', async () => {
    for (const said of [
      'daily 18:00',
      'daily start 18:00',
      '每日 开启 18点',
      '每日推送18点',
      '每天18点推送',
      '每天推送 晚上6点',
      '每天下午6点',
      'ежедневно включить 18:00',
      'daily on post a fact every day at 18:00',
      'ежедневно включить присылать факты в 18:00',
    ]) {
      const channel = dailyChannel();
      await channel.says(said);
      expect((await channel.subscription())?.schedule, said).toEqual({ ...USUAL, minute: 1080 });
    }
  });
});

describe('Chinese words for the daily post', () => {
  it.each([
    ['每天推送', 'daily status'],
    ['每日推送', 'daily status'],
    ['每日推送状态', 'daily status'],
    ['每日推送关闭', 'daily off'],
    ['每天推送暂停一周', 'daily pause'],
    ['每日推送 预览', 'daily preview'],
    ['每日 off', 'daily off'],
  ])('%s is %s', (said, command) => {
    expect(readCommand(said)?.command).toBe(command);
  });

  it.each(['每天有多少人上班', '每天多少专利', '每天一共有多少家企业', '每日平均投资', '每天9点有多少人'])(
    '%s is a question',
    (said) => {
      expect(readCommand(said)).toBeUndefined();
    },
  );
});

describe('an answer to "daily on"', () => {
  it('says what was set up, when the next posts come by the channel’s clock, and how to stop', async () => {
    const channel = dailyChannel();
    const { text, message } = await channel.says('daily on 9:30 Moscow mon wed');
    expect(text.split('\n')).toEqual([
      'From now on I post one fact a day here: at 09:30, Moscow time (Europe/Moscow), Monday and Wednesday, on all topics.',
      'Next posts (Moscow time):',
      '- Monday 30 November, 09:30',
      '- Wednesday 2 December, 09:30',
      '- Monday 7 December, 09:30',
      expect.stringMatching(/^No post on Thursday 26 November, .+Sunday 6 December: not among the chosen days\.$/),
      'To stop it, write /harbin daily off.',
      'You can: Preview · Status · Turn off',
    ]);
    expect(message.audience).toBe('asker');
    expect(channel.nextDue()).toEqual(new Date('2026-11-30T06:30:00Z'));
  });

  it('says whose time zone it took where none was named', async () => {
    expect((await dailyChannel().says('daily on 9')).text).toContain('You named no time zone');
    const own = dailyChannel();
    expect((await own.says('daily on 9', { zone: 'Europe/Paris' })).text).toContain('time zone of your profile');
    expect((await own.subscription())?.schedule.zone).toBe('Europe/Paris');
    const strange = dailyChannel();
    expect((await strange.says('daily on 9', { zone: 'Mars/Olympus_Mons' })).text).toContain('You named no time zone');
    expect((await strange.subscription())?.schedule.zone).toBe('Asia/Shanghai');
    const named = dailyChannel();
    expect((await named.says('daily on 9 London', { zone: 'Europe/Paris' })).text).not.toContain('profile');
    expect((await named.subscription())?.schedule.zone).toBe('Europe/London');
  });

  it('says which working days were understood, and names holidays and make-up days', async () => {
    const channel = dailyChannel({ now: '2026-09-24T10:00:00Z' });
    const { text } = await channel.says('daily on 9 workdays');
    expect(text).toContain('Chinese working days follow China’s holidays and make-up days');
    expect(text).toContain('that is a holiday in China');
    expect((await dailyChannel().says('daily on 9 weekdays')).text).toContain('Monday to Friday, holidays or not');
  });

  it.each([
    ['daily on 9 workdays', 'I don’t have China’s calendar of working days for 2037 yet'],
    ['daily on 9点 工作日', '我还没有2037年中国的放假调休安排'],
    ['daily on 9 рабочие дни', 'Китайского календаря рабочих дней на 2037 год у меня пока нет'],
  ])('says where a year is near whose working days nobody has announced: %s', async (typed, said) => {
    const channel = dailyChannel({ now: '2036-12-29T10:00:00Z' });
    expect((await channel.says(typed)).text).toContain(said);
    const known = dailyChannel({ now: '2026-06-24T10:00:00Z' });
    expect((await known.says(typed)).text).not.toMatch(/calendar of working days|放假调休安排|календаря рабочих/);
  });

  it('tells the hour that a clock will show where the clocks are put on', async () => {
    const channel = dailyChannel({ now: '2027-03-27T12:00:00Z' });
    const { text } = await channel.says('daily on 2:30 Berlin');
    expect(text).toContain('- Sunday 28 March, 03:30\n- Monday 29 March, 02:30');
  });

  it('comes in the language of the settings, else of the person', async () => {
    expect((await dailyChannel().says('daily on 9点 工作日')).message.language).toBe('zh');
    expect((await dailyChannel().says('daily on 9 утра')).message.language).toBe('ru');
    expect((await dailyChannel().says('daily on 9:00', { language: 'ru' })).message.language).toBe('ru');
  });
});

describe('setting up anew', () => {
  it('keeps what is not named, and the name under which the rotation goes on', async () => {
    const channel = dailyChannel();
    await channel.says('daily on 9:30 Moscow weekdays research');
    const first = await channel.subscription();
    const { text } = await channel.says('daily on 10:00', { user: 'U2' });
    expect(text).toContain('The daily fact here is on');
    expect(await channel.subscription()).toMatchObject({
      id: first?.id,
      schedule: { minute: 600, zone: 'Europe/Moscow', days: 'weekdays', topic: 'research' },
      setBy: { user: 'U2' },
    });
    await channel.says('daily on all topics');
    expect((await channel.subscription())?.schedule).toEqual({ minute: 600, zone: 'Europe/Moscow', days: 'weekdays' });
  });

  it('promises no second post for a day that had one', async () => {
    const sent = delivery('2026-11-25', { kind: 'sent', at: new Date('2026-11-25T01:00:00Z'), lateMs: 0 });
    const channel = dailyChannel({ deliveries: [sent] });
    const { text } = await channel.says('daily on 20:00');
    expect(text).toContain('- Thursday 26 November, 20:00');
    expect(text).not.toContain('25 November');
    expect(channel.nextDue()).toEqual(new Date('2026-11-26T12:00:00Z'));
  });
});

describe('what was not understood', () => {
  it.each([
    ['daily on 25:00 Moscow', 'I can’t tell what time “25:00” is', '23:00', { minute: 1380, zone: 'Europe/Moscow' }],
    ['daily on 25:99 Moscow', 'I can’t tell what time “25:99” is', '09:00', { minute: 540, zone: 'Europe/Moscow' }],
    ['daily on 25:99', 'I can’t tell what time “25:99” is', '18:00', { minute: 1080 }],
    ['daily on 9:75', 'I can’t tell what time “9:75” is', '09:30', { minute: 570 }],
    ['daily on 9:00 10:00', 'I can’t tell what time “9:00 10:00” is', '10:00', { minute: 600 }],
    [
      'daily on 8 Moskow',
      'I don’t understand “moskow”',
      'Moscow time (Europe/Moscow)',
      { minute: 480, zone: 'Europe/Moscow' },
    ],
    [
      'daily on 8 CST',
      'I can’t tell which time zone “cst” is',
      'Chicago time (America/Chicago)',
      { minute: 480, zone: 'America/Chicago' },
    ],
    [
      'daily on Russia weekdays',
      'I can’t tell which time zone “russia” is',
      'Moscow time (Europe/Moscow)',
      { days: 'weekdays', zone: 'Europe/Moscow' },
    ],
  ])('%s: a click on the nearest sets it up with all the rest', async (said, says, label, wished) => {
    const channel = dailyChannel();
    const heard = await channel.says(said);
    expect(heard.text).toContain(says);
    expect(channel.saves()).toBe(0);
    expect(channel.asks()).toBe(0);
    await channel.clicks(heard, label);
    expect((await channel.subscription())?.schedule).toEqual({ ...USUAL, ...wished });
  });

  it('is answered with an example where nothing is near', async () => {
    const { text, message } = await dailyChannel().says('daily on gibberish');
    expect(text).toBe(
      'I don’t understand “gibberish” here. Write a time, a city, days and a topic: /harbin daily on 9:30 Moscow weekdays.',
    );
    expect(message.buttons).toEqual([]);
  });
});

describe('who may set up', () => {
  const needs = { en: 'Manage Channels', zh: '管理频道', ru: 'Управлять каналами' };

  it('is told what it takes, and changes nothing', async () => {
    const channel = dailyChannel();
    const { text } = await channel.says('daily on 9', { permit: { kind: 'denied', needs } });
    expect(text).toBe('You need Manage Channels to change this.');
    await channel.says('daily on 9');
    for (const said of ['daily on 10', 'daily off', 'daily pause', 'daily resume'])
      await channel.says(said, { permit: { kind: 'denied', needs } });
    expect(await channel.subscription()).toMatchObject({ schedule: USUAL, state: { kind: 'on' } });
    expect(channel.saves()).toBe(1);
  });

  it('is told which rights the bot lacks, and tries again by a click', async () => {
    const channel = dailyChannel();
    const lacking = { kind: 'lacking' as const, permissions: [needs, needs] };
    const heard = await channel.says('daily on 18:00', { permit: lacking });
    expect(heard.text).toContain('Missing: Manage Channels and Manage Channels.');
    await channel.clicks(heard, 'Try again');
    expect((await channel.subscription())?.schedule.minute).toBe(1080);
  });

  it('is told by name that the channel is archived, and tries again by a click', async () => {
    const channel = dailyChannel();
    const heard = await channel.says('daily on 18:00', { permit: { kind: 'archived' } });
    expect(heard.text).toContain('This channel is archived, so nothing was changed. Unarchive it, then try again.');
    expect(channel.saves()).toBe(0);
    await channel.clicks(heard, 'Try again');
    expect((await channel.subscription())?.schedule.minute).toBe(1080);
  });

  it('is given the line that invites the bot', async () => {
    const channel = dailyChannel();
    const { text } = await channel.says('daily on 9', { permit: { kind: 'absent', invite: '/invite @harbin' } });
    expect(text).toContain('Write /invite @harbin here');
    expect(channel.saves()).toBe(0);
  });

  it('may always silence a bot that cannot post any more', async () => {
    const channel = dailyChannel();
    await channel.says('daily on 9');
    await channel.says('daily off', { permit: { kind: 'absent', invite: '/invite @harbin' } });
    expect((await channel.subscription())?.state).toEqual({ kind: 'off' });
  });

  it('is not asked of those who only look', async () => {
    const channel = dailyChannel();
    await channel.says('daily on 9');
    const before = channel.asks();
    for (const said of ['daily', 'daily status', 'daily preview', 'daily log'])
      await channel.says(said, { permit: { kind: 'denied', needs } });
    expect(channel.asks()).toBe(before);
  });
});
