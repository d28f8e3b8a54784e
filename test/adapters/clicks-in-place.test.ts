import { expect, it } from 'vitest';
import { buttonsOf } from '../support/slack/clickables.ts';
import { until } from '../support/until.ts';
import { people, stage } from './discord/harness.ts';
import { startDailyBot } from './slack/daily-bot.ts';
import { startBot } from './slack/running-bot.ts';

it('on Slack the answer to a choice takes its place, and is shared no sooner', async (test) => {
  const { slack } = await startBot(test);
  const choice = await (await slack.slash('/harbin', 'awards')).answer();
  expect(buttonsOf(choice)).not.toContain('Share');
  const answer = await (await slack.click(choice, 'Award money')).answer();
  expect(answer).toMatchObject({ ts: choice.ts, change: 'updated', visibleTo: { user: slack.user.id } });
  expect(answer.text).toContain('134 million yuan');
  expect(buttonsOf(answer)).toContain('Share');
});

it('on Slack a page of a list takes the place of the one before it', async (test) => {
  const { slack } = await startBot(test);
  const first = await (await slack.slash('/harbin', 'list')).answer();
  const [more = ''] = buttonsOf(first);
  const second = await (await slack.click(first, more)).answer();
  expect(second).toMatchObject({ ts: first.ts, change: 'updated' });
});

it('on Slack a question to everyone is answered in its place for everyone', async (test) => {
  const { slack } = await startBot(test);
  const choice = await (await slack.mention(slack.channel, 'awards')).answer();
  const answer = await (await slack.click(choice, 'Award money')).answer();
  expect(answer).toMatchObject({ ts: choice.ts, change: 'updated', visibleTo: 'everyone' });
});

it('on Slack a daily fact is turned off after one question, in the same message, and the channel is told without a ping', async (test) => {
  const { slack, daily, store } = await startDailyBot(test);
  const toldOf = (text: string) => slack.messages.find((one) => one.text.startsWith(text));
  const set = await daily('on 9:00');
  await until(() => toldOf('A daily fact was set up here'));
  const asked = await (await slack.click(set, 'Turn off')).answer();
  expect(asked).toMatchObject({ ts: set.ts, change: 'updated' });
  const where = { platform: 'slack', workspace: slack.workspace.teamId, id: slack.channel.id } as const;
  expect((await store().subscriptions.of(where))?.state.kind).toBe('on');
  const done = await (await slack.click(asked, 'Yes, turn off')).answer();
  expect(done).toMatchObject({ ts: set.ts, change: 'updated' });
  expect((await store().subscriptions.of(where))?.state.kind).toBe('off');
  await until(() => toldOf('The daily fact here was turned off'));
  const told = slack.messages.filter(
    ({ channel, visibleTo }) => channel === slack.channel.id && visibleTo === 'everyone',
  );
  expect(told.map(({ text }) => text.split(':')[0])).toEqual([
    'A daily fact was set up here by a member of this channel',
    'The daily fact here was turned off by a member of this channel.',
  ]);
});

it('on Discord the answer to a choice, and a page, take the place of their message', async (test) => {
  const { discord } = await stage(test);
  const { channel, mei } = people(discord);
  const choice = await discord.slash(mei, channel, 'harbin ask', { question: 'awards' }).answered();
  const answer = await discord.select(choice, 'Money awarded to enterprises', mei).answered();
  expect(answer.id).toBe(choice.id);
  expect(answer.text).toContain('134 million yuan');
  const first = await discord.slash(mei, channel, 'harbin list', {}).answered();
  const more = /More \(2 of \d+\)/.exec(first.text)?.[0] ?? 'no further page';
  const second = await discord.click(first, more, mei).answered();
  expect(second.id).toBe(first.id);
});
