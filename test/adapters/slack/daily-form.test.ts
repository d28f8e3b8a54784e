import { describe, expect, it } from 'vitest';
import { buttonsOf } from '../../support/slack/clickables.ts';
import type { FakeSlack } from '../../support/slack/fake-slack.ts';
import type { ShownView } from '../../support/slack/view-shelf.ts';
import { until } from '../../support/until.ts';
import { startDailyBot } from './daily-bot.ts';
import { startBot } from './running-bot.ts';

/** What somebody has chosen in the form. */
function filled({ time = '09:00', zone, days = 'all', topic = '*' }: Partial<Record<string, string>>) {
  const option = (value: string | undefined) => ({
    type: 'static_select',
    selected_option: value === undefined ? null : { text: { type: 'plain_text', text: value }, value },
  });
  return {
    time: { time: { type: 'timepicker', selected_time: time } },
    zone: { zone: option(zone) },
    days: { days: option(days) },
    topic: { topic: option(topic) },
  };
}

/** What the fields of the form hold before anything is chosen. */
function chosenIn({ view }: ShownView): Record<string, unknown> {
  const blocks = view.blocks as { block_id?: string; element?: Record<string, unknown> }[];
  return Object.fromEntries(
    blocks.flatMap(({ block_id: name, element }) => {
      const option = element?.['initial_option'] as { value: string } | undefined;
      return name ? [[name, element?.['initial_time'] ?? option?.value]] : [];
    }),
  );
}

const openForm = async (slack: FakeSlack) => (await slack.slash('/harbin', 'daily')).modal();

/** What the person alone reads in the channel. */
const toldIn = (slack: FakeSlack, start: string) =>
  until(() => slack.messages.find(({ text, visibleTo }) => visibleTo !== 'everyone' && text.startsWith(start)), {
    what: `an answer that begins with ${start}`,
  });

describe('the form for a daily fact on Slack', () => {
  it('opens by /harbin daily, sets the post up, tells whoever sent it and the channel, also after a restart', async (test) => {
    const { slack, restart, store } = await startDailyBot(test);
    const form = await openForm(slack);
    expect(chosenIn(form)).toEqual({ time: '09:00', zone: 'Asia/Shanghai', days: 'all', topic: '*' });
    await restart();
    await slack.submit(form, filled({ time: '08:30', zone: 'Europe/Moscow', days: '135', topic: 'research' }));
    const told = await toldIn(slack, 'From now on I post one fact a day here: at 08:30');
    expect(told).toMatchObject({ channel: slack.channel.id, visibleTo: { user: slack.user.id } });
    expect(told.text).toContain('Europe/Moscow');
    await until(() => slack.messages.find(({ text }) => text.startsWith('A daily fact was set up here')));
    const where = { platform: 'slack', workspace: slack.workspace.teamId, id: slack.channel.id } as const;
    expect((await store().subscriptions.of(where))?.schedule).toEqual({
      minute: 510,
      zone: 'Europe/Moscow',
      days: [1, 3, 5],
      topic: 'research',
    });
    expect(chosenIn(await openForm(slack))).toEqual({
      time: '08:30',
      zone: 'Europe/Moscow',
      days: '135',
      topic: 'research',
    });
  });

  it('goes back to all topics, and keeps the zone where none is chosen', async (test) => {
    const { slack, daily, store } = await startDailyBot(test);
    await daily('on 9:00 Moscow research');
    await slack.submit(await openForm(slack), filled({}));
    await toldIn(slack, 'The daily fact here is on: at 09:00, Moscow time (Europe/Moscow), every day, on all topics');
    const where = { platform: 'slack', workspace: slack.workspace.teamId, id: slack.channel.id } as const;
    expect((await store().subscriptions.of(where))?.schedule).toEqual({
      minute: 540,
      zone: 'Europe/Moscow',
      days: 'all',
    });
  });

  it('says who may where somebody may not', async (test) => {
    const { slack, store } = await startDailyBot(test, { adminsOnly: true });
    await slack.submit(await openForm(slack), filled({}));
    await toldIn(slack, 'You need the role of a workspace admin or owner');
    const where = { platform: 'slack', workspace: slack.workspace.teamId, id: slack.channel.id } as const;
    expect(await store().subscriptions.of(where)).toBeUndefined();
  });

  it('opens by a button under a fact, in the language of the fact', async (test) => {
    const { slack } = await startDailyBot(test);
    const fact = await (await slack.slash('/harbin', 'fact')).answer();
    expect(buttonsOf(fact)).toContain('One every day');
    const form = await (await slack.click(fact, 'One every day')).modal();
    expect(JSON.stringify(form.view)).toContain('Set up a daily fact');
  });

  it('is not needed: where it cannot be opened, /harbin daily tells how things are', async (test) => {
    const { slack } = await startDailyBot(test);
    slack.faults.breakMethod('views.open', { kind: 'error', error: 'expired_trigger_id' });
    expect((await (await slack.slash('/harbin', 'daily')).answer()).text).toMatch(/^This channel has no daily fact\./);
    const fact = await (await slack.slash('/harbin', 'fact')).answer();
    const told = await (await slack.click(fact, 'One every day')).answer();
    expect(told.text).toMatch(/^This channel has no daily fact\./);
  });

  it('opens in Chinese and Russian by their names for it, while more words are a command', async (test) => {
    const { slack } = await startDailyBot(test, { prepare: ({ user }) => Object.assign(user, { locale: 'ru-RU' }) });
    for (const typed of ['ежедневно', '每日推送'])
      expect(JSON.stringify((await (await slack.slash('/harbin', typed)).modal()).view)).toContain('Ежедневный факт');
    const status = await slack.slash('/harbin', 'daily status');
    expect((await status.answer()).text).toMatch(/^В этом канале нет ежедневного факта/);
  });

  it('shows the next three posts as the choices change, and keeps what is chosen', async (test) => {
    const { slack, at, store } = await startDailyBot(test);
    at('2026-11-25T10:00:00Z');
    const form = await openForm(slack);
    for (const said of ['Next posts', 'Thursday 26 November, 09:00', 'Saturday 28 November, 09:00'])
      expect(JSON.stringify(form.view)).toContain(said);
    const values = filled({ time: '08:30', zone: 'Europe/Moscow', days: '135', topic: 'research' });
    await slack.click(form, 'days', { option: '135', values });
    const changed = await until(() => slack.views.history.find(({ id, hash }) => id === form.id && hash !== form.hash));
    expect(chosenIn(changed)).toEqual({ time: '08:30', zone: 'Europe/Moscow', days: '135', topic: 'research' });
    for (const said of ['Friday 27 November, 08:30', 'Monday 30 November, 08:30', 'Wednesday 2 December, 08:30'])
      expect(JSON.stringify(changed.view)).toContain(said);
    const where = { platform: 'slack', workspace: slack.workspace.teamId, id: slack.channel.id } as const;
    expect(await store().subscriptions.of(where)).toBeUndefined();
  });

  it('sets nothing up from a forged form', async (test) => {
    const { slack, store } = await startDailyBot(test);
    const form = await openForm(slack);
    const turn = await slack.submit(form, filled({ days: '99' }));
    await turn.whenQuiet();
    const where = { platform: 'slack', workspace: slack.workspace.teamId, id: slack.channel.id } as const;
    expect(await store().subscriptions.of(where)).toBeUndefined();
  });
});

describe.each(['socket', 'http'] as const)('the menu of zones by %s', (mode) => {
  it('offers what people type, in three languages', async (test) => {
    const { slack } = await startBot(test, { mode });
    const form = await openForm(slack);
    for (const [typed, zone] of [
      ['', 'Asia/Shanghai'],
      ['lond', 'Europe/London'],
      ['моск', 'Europe/Moscow'],
      ['东京', 'Asia/Tokyo'],
    ] as const) {
      const { ack } = await slack.type(form, 'zone', typed);
      const { options } = (ack.ok ? ack.body : {}) as { options?: { value: string }[] };
      expect(
        options?.map(({ value }) => value),
        typed,
      ).toContain(zone);
      expect(options?.length).toBeLessThanOrEqual(100);
    }
  });
});
