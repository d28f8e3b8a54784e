import { expect, it } from 'vitest';
import { buttonsOf } from '../../support/slack/clickables.ts';
import type { FakeSlack } from '../../support/slack/fake-slack.ts';
import { until } from '../../support/until.ts';
import { startDailyBot } from './daily-bot.ts';

const homeOf = async (slack: FakeSlack, user = slack.user) => (await slack.openHome(user)).home();
const told = (slack: FakeSlack, text: string) =>
  until(() => slack.messages.find((one) => one.visibleTo === 'everyone' && one.text.startsWith(text)));

it('the Home tab lists the daily facts that a person has set up, and pauses and ends them, also after a restart', async (test) => {
  const { slack, daily, store, restart } = await startDailyBot(test);
  expect(JSON.stringify((await homeOf(slack)).view)).not.toContain('Your daily facts');
  await daily('on 9:00 Moscow research');
  const shown = await homeOf(slack);
  expect(JSON.stringify(shown.view)).toContain(`{"type":"channel","channel_id":"${slack.channel.id}"}`);
  expect(JSON.stringify(shown.view)).toContain('Europe/Moscow');
  await restart();
  const paused = await (await slack.click(shown, 'Pause for a week')).home();
  const where = { platform: 'slack', workspace: slack.workspace.teamId, id: slack.channel.id } as const;
  expect((await store().subscriptions.of(where))?.state.kind).toBe('paused');
  await told(slack, 'The daily fact here');
  expect(buttonsOf(paused)).toContain('Resume');
  const asked = await (await slack.click(paused, 'Turn off')).home();
  expect((await store().subscriptions.of(where))?.state.kind).toBe('paused');
  const ended = await (await slack.click(asked, 'Yes, turn off')).home();
  expect((await store().subscriptions.of(where))?.state.kind).toBe('off');
  await told(slack, 'The daily fact here was turned off');
  expect(JSON.stringify(ended.view)).not.toContain('Your daily facts');
});

it('the Home tab shows nobody the daily facts of others, and changes none that the person may not change', async (test) => {
  const { slack, daily, store } = await startDailyBot(test, {
    adminsOnly: true,
    prepare: ({ user }) => Object.assign(user, { role: 'admin' }),
  });
  await daily('on 9:00');
  const other = slack.workspace.addUser({ name: 'olga' });
  expect(JSON.stringify((await homeOf(slack, other)).view)).not.toContain('Your daily facts');
  const shown = await homeOf(slack);
  Object.assign(slack.user, { role: 'member' });
  await slack.click(shown, 'Pause for a week');
  const where = { platform: 'slack', workspace: slack.workspace.teamId, id: slack.channel.id } as const;
  await until(() =>
    slack.views.history.some(({ view }) => JSON.stringify(view).includes('You need the role of a workspace admin')),
  );
  expect((await store().subscriptions.of(where))?.state.kind).toBe('on');
});

it('the Home tab opens the form, which asks for the channel too, and shows the new daily fact', async (test) => {
  const { slack, store, restart } = await startDailyBot(test);
  const form = await (await slack.click(await homeOf(slack), 'One every day')).modal();
  const blocks = form.view.blocks as { block_id?: string; element?: { type: string } }[];
  expect(blocks.find(({ block_id: name }) => name === 'channel')?.element?.type).toBe('conversations_select');
  expect(JSON.stringify(form.view)).toContain('Next posts');
  await restart();
  const values = {
    channel: { channel: { type: 'conversations_select', selected_conversation: slack.channel.id } },
    time: { time: { type: 'timepicker', selected_time: '08:30' } },
  };
  const turn = await slack.submit(form, values);
  await told(slack, 'A daily fact was set up here');
  const where = { platform: 'slack', workspace: slack.workspace.teamId, id: slack.channel.id } as const;
  expect((await store().subscriptions.of(where))?.schedule.minute).toBe(510);
  expect(JSON.stringify((await turn.home()).view)).toContain(`{"type":"channel","channel_id":"${slack.channel.id}"}`);
});
