import { describe, expect, it } from 'vitest';
import { buttonsOf } from '../../support/slack/clickables.ts';
import type { PostedMessage } from '../../support/slack/message-board.ts';
import { pingsIn } from '../../support/slack/pings.ts';
import { pause, until } from '../../support/until.ts';
import { startDailyBot } from './daily-bot.ts';

/** Long enough for many looks for work. */
const A_WHILE = 600;
const ASLEEP = '2026-12-01T00:30:00Z';
/** A moment after nine in Shanghai. */
const NINE = '2026-12-01T01:00:01Z';

describe.concurrent('a daily fact in Slack', () => {
  it('is set up, posted once at its hour, and shown with its link in the log, also after a restart', async (test) => {
    const bot = await startDailyBot(test);
    const { slack, at, daily, posts, posted } = bot;
    at(ASLEEP);
    const answer = await daily('on 9:00');
    expect(answer.visibleTo).toEqual({ user: slack.user.id });
    expect(answer.text).toContain('From now on I post one fact a day here: at 09:00, China time (Asia/Shanghai)');
    await pause(A_WHILE);
    expect(posts()).toEqual([]);

    at(NINE);
    const [post] = (await posted(1)) as [PostedMessage];
    expect(post).toMatchObject({ visibleTo: 'everyone', threadTs: undefined });
    expect(post.text.split('\n')[0]).toMatch(/\S+ .*\d/);
    expect(post.text).toMatch(/Source: .+ - https?:/);
    expect(post.text).toContain('/harbin daily off');
    expect(pingsIn(post)).toEqual([]);
    for (const label of buttonsOf(post)) {
      const shown = await (await slack.click(post, label)).answer();
      expect(shown.text).not.toMatch(/out of date|went wrong/);
      expect(shown.threadTs).toBe(post.ts);
    }

    const link = `https://harbin.slack.com/archives/${slack.channel.id}/p${post.ts.replace('.', '')}`;
    expect(JSON.stringify((await daily('log')).blocks)).toContain(link);
    await bot.restart();
    await pause(A_WHILE);
    expect(posts()).toHaveLength(1);
    expect(JSON.stringify((await daily('log')).blocks)).toContain(link);

    at('2026-12-02T01:00:01Z');
    const both = await posted(2);
    expect(new Set(both.map(({ text }) => text)).size).toBe(2);
  });

  it('is not set up in a channel without the bot, but by a click once it was invited', async (test) => {
    const { slack, at, daily, store, posted } = await startDailyBot(test);
    at(ASLEEP);
    const channel = slack.workspace.addChannel({ kind: 'private', withBot: false });
    const refusal = await daily('on 9:00', { channel });
    expect(refusal.text).toContain('/invite @harbin');
    const where = { platform: 'slack', workspace: slack.workspace.teamId, id: channel.id } as const;
    expect(await store().subscriptions.of(where)).toBeUndefined();

    channel.members.add(slack.workspace.bot.id);
    const done = await (await slack.click(refusal, buttonsOf(refusal)[0] ?? '')).answer();
    expect(done.text).toContain('From now on I post one fact a day here');
    at(NINE);
    await posted(1, channel);
  });

  it('is set up by admins alone where that is said', async (test) => {
    const { slack, at, daily, store } = await startDailyBot(test, { adminsOnly: true });
    at(ASLEEP);
    const where = { platform: 'slack', workspace: slack.workspace.teamId, id: slack.channel.id } as const;
    expect((await daily('on 9:00')).text).toContain('You need the role of a workspace admin or owner to change this.');
    expect(await store().subscriptions.of(where)).toBeUndefined();
    const user = slack.workspace.addUser({ role: 'admin' });
    expect((await daily('on 9:00', { user })).text).toContain('From now on');
    expect(await store().subscriptions.of(where)).toMatchObject({ setBy: { user: user.id } });
  });

  it('takes the time zone of whoever sets it up', async (test) => {
    const { at, daily, posts, posted } = await startDailyBot(test, {
      prepare: ({ user }) => Object.assign(user, { tz: 'Europe/Moscow' }),
    });
    at(ASLEEP);
    expect((await daily('on 9:00')).text).toContain('Europe/Moscow');
    at(NINE);
    await pause(A_WHILE);
    expect(posts()).toEqual([]);
    at('2026-12-01T06:00:01Z');
    await posted(1);
  });

  it('is offered to who wishes it in plain words, and set up by the click', async (test) => {
    const { slack, at, posted } = await startDailyBot(test);
    at(ASLEEP);
    const offer = await (await slack.directMessage(slack.user, 'could you send me a fact every day at 9:00?')).answer();
    expect(offer.text).toContain('Post one fact a day here? I understood: at 09:00');
    const done = await (await slack.click(offer, buttonsOf(offer)[0] ?? '')).answer();
    expect(done.text).toContain('From now on');
    at(NINE);
    await posted(1, slack.workspace.directChannel(slack.user.id));
  });

  it('comes to direct messages too', async (test) => {
    const { slack, at, posted } = await startDailyBot(test);
    at(ASLEEP);
    const answer = await (await slack.directMessage(slack.user, 'daily on 9:00')).answer();
    expect(answer.text).toContain('From now on');
    at(NINE);
    await posted(1, slack.workspace.directChannel(slack.user.id));
  });

  it('is found in the channel when Slack’s answer was lost, and not posted again', async (test) => {
    const { slack, at, daily, posts, events } = await startDailyBot(test, {
      prepare: ({ installation }) => installation.scopes.add('channels:history'),
    });
    at(ASLEEP);
    await daily('on 9:00');
    // The channel is told first, by the same call.
    await until(() => slack.messages.some(({ text }) => text.includes('was set up here')), { what: 'the news' });
    slack.faults.breakMethod('chat.postMessage', { kind: 'drop_answer' }, { times: 1 });
    at(NINE);
    await until(() => slack.callsOf('conversations.history').length > 0, { what: 'a look' });
    await until(() => events.some(({ kind }) => kind === 'settled'), { what: 'the outcome' });
    await pause(A_WHILE);
    expect(posts()).toHaveLength(1);
    expect(JSON.stringify((await daily('log')).blocks)).toContain(`p${posts()[0]?.ts.replace('.', '')}`);
  });

  it('stops after three days in a channel that lost the bot, and whoever set it up is told what to do', async (test) => {
    const { slack, at, daily, posts, events } = await startDailyBot(test);
    at(ASLEEP);
    await daily('on 9:00');
    slack.channel.members.delete(slack.workspace.bot.id);
    const failures = () => events.filter((event) => event.kind === 'settled' && event.outcome.kind === 'failed');
    for (const day of [1, 2, 3]) {
      at(`2026-12-0${day}T01:00:01Z`);
      await until(() => failures().length === day, { what: `failure ${day}` });
    }
    const direct = slack.workspace.directChannel(slack.user.id).id;
    const told = await until(() => slack.messages.find(({ channel }) => channel === direct), {
      what: 'a direct message',
    });
    expect(told.text).toContain('I am not in the channel; invite me.');
    expect(told.text).toContain('/harbin daily resume');
    expect((await daily('log')).text).toContain('not_in_channel');

    slack.channel.members.add(slack.workspace.bot.id);
    at('2026-12-04T00:30:00Z');
    await daily('resume');
    at('2026-12-04T01:00:01Z');
    await until(() => posts().length === 1, { what: 'the post after all' });
  });
});
