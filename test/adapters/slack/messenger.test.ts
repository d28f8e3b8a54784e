import { describe, expect, it } from 'vitest';
import type { Sent } from '../../../src/core/ports.ts';
import { buttonsOf } from '../../support/slack/clickables.ts';
import type { FakeSlack } from '../../support/slack/fake-slack.ts';
import type { PostedMessage } from '../../support/slack/message-board.ts';
import { pingsIn } from '../../support/slack/pings.ts';
import type { SlackChannel } from '../../support/slack/workspace.ts';
import { NEVER, posted, postOf, sendTo } from './daily-post.ts';
import { startBot } from './running-bot.ts';

describe.concurrent('a daily post in Slack', () => {
  it('stands in the channel, complete for notifications, with buttons that answer in its thread', async (test) => {
    const running = await startBot(test);
    const { slack } = running;
    const sent = await sendTo(running);
    const [message] = posted(slack) as [PostedMessage];
    expect(sent).toEqual({
      kind: 'sent',
      id: message.ts,
      link: `https://harbin.slack.com/archives/${slack.channel.id}/p${message.ts.replace('.', '')}`,
    });
    expect(message.text).toMatch(/^229 key laboratories at or above the provincial level in Harbin, as stated/);
    expect(message.text).toContain('Source: Harbin press release');
    expect(message.sent).toMatchObject({ unfurl_links: 'false', unfurl_media: 'false' });
    expect(pingsIn(message)).toEqual([]);
    const answer = await (await slack.click(message, buttonsOf(message)[0] ?? '')).answer();
    expect(answer).toMatchObject({ threadTs: message.ts, visibleTo: 'everyone' });
  });

  it('carries its key where Slack keeps such things', async (test) => {
    const running = await startBot(test);
    await sendTo(running);
    expect(posted(running.slack)[0]?.sent.metadata).toEqual({
      event_type: 'harbin_daily',
      event_payload: { key: 's1.2026-11-25' },
    });
  });

  it('is plain text where Slack does not take its blocks, once', async (test) => {
    const running = await startBot(test, {
      prepare: (slack) => slack.installation.unsupportedBlocks.add('rich_text').add('context'),
    });
    expect(await sendTo(running)).toMatchObject({ kind: 'sent' });
    expect(posted(running.slack)).toHaveLength(1);
    expect(posted(running.slack)[0]).toMatchObject({ blocks: [], text: expect.stringMatching(/^229 key lab/) });
  });

  it('counts as sent without a link when Slack does not tell one', async (test) => {
    const running = await startBot(test);
    running.slack.faults.breakMethod('chat.getPermalink', { kind: 'status', status: 500 });
    expect(await sendTo(running)).toEqual({ kind: 'sent', id: posted(running.slack)[0]?.ts });
  });

  it.for<[string, Partial<Sent>, (slack: FakeSlack) => SlackChannel]>([
    ['an archived channel', { remedy: 'archived' }, ({ workspace }) => workspace.addChannel({ isArchived: true })],
    ['a channel that it is not in', { remedy: 'invite' }, ({ workspace }) => workspace.addChannel({ withBot: false })],
    [
      'a private channel that it was removed from, or that has a new id since it was shared or converted',
      { remedy: 'lost', code: 'channel_not_found' },
      ({ workspace }) => workspace.addChannel({ kind: 'private', withBot: false }),
    ],
    [
      'a deleted channel',
      { remedy: 'lost', code: 'channel_not_found' },
      ({ workspace, channel }) => {
        workspace.deleteChannel(channel);
        return channel;
      },
    ],
    [
      'direct messages that are gone',
      { remedy: 'gone' },
      ({ workspace }) => {
        const channel = workspace.addChannel({ kind: 'direct' });
        workspace.deleteChannel(channel);
        return channel;
      },
    ],
    [
      'a channel where it may not write',
      { remedy: 'permission' },
      ({ faults, channel }) => {
        faults.breakMethod('chat.postMessage', { kind: 'error', error: 'restricted_action_read_only_channel' });
        return channel;
      },
    ],
    [
      'a workspace that took the right to write back',
      { remedy: 'operator', code: 'missing_scope' },
      ({ installation, channel }) => {
        installation.scopes.delete('chat:write');
        return channel;
      },
    ],
  ])('is refused with what to do in %s', async ([, refusal, prepare], test) => {
    const running = await startBot(test);
    const channel = prepare(running.slack);
    expect(await sendTo(running, channel)).toMatchObject({ kind: 'refused', ...refusal });
    expect(posted(running.slack)).toEqual([]);
    expect(running.refused).toEqual([]);
  });

  it.for(['token_revoked', 'account_inactive', 'invalid_auth'])(
    'ends the platform by name when the token is dead: %s',
    async (error, test) => {
      const running = await startBot(test);
      running.slack.installation.botTokenError = error;
      expect(await sendTo(running)).toEqual({ kind: 'unsent', code: error });
      expect(running.refused[0]?.message).toContain(error);
      expect(await sendTo(running)).toEqual({ kind: 'unsent', code: 'not_connected' });
    },
  );

  it('is not sent by the token of another workspace', async (test) => {
    const running = await startBot(test);
    const post = await postOf(running);
    const elsewhere = { ...post, channel: { ...post.channel, workspace: 'T0OTHER' } };
    expect(await running.adapter.messenger.send(elsewhere, NEVER)).toMatchObject({ code: 'other_workspace' });
    expect(running.slack.callsOf('chat.postMessage')).toEqual([]);
  });

  it('is unsent before the bot knows who it is, and while Slack is away', async (test) => {
    const running = await startBot(test, { start: false });
    expect(await sendTo(running)).toEqual({ kind: 'unsent', code: 'not_connected' });
    await running.adapter.start();
    await running.slack.faults.startOutage('refuse');
    expect(await sendTo(running)).toEqual({ kind: 'unsent', code: 'ECONNREFUSED' });
    await running.slack.faults.endOutage();
    expect(await sendTo(running)).toMatchObject({ kind: 'sent' });
    expect(posted(running.slack)).toHaveLength(1);
  });

  it.for(['drop_answer', 'reset', 'html'] as const)('is uncertain after %s, and sent once', async (kind, test) => {
    const running = await startBot(test);
    running.slack.faults.breakMethod('chat.postMessage', { kind });
    expect(await sendTo(running)).toMatchObject({ kind: 'uncertain' });
    expect(running.slack.callsOf('chat.postMessage')).toHaveLength(1);
  });
});

describe.concurrent('the pace of daily posts', () => {
  it('leaves a channel alone as long as Slack asks, and holds back no other', async (test) => {
    const running = await startBot(test);
    const { slack } = running;
    const others = Array.from({ length: 5 }, () => slack.workspace.addChannel());
    slack.faults.breakMethod(
      'chat.postMessage',
      { kind: 'rate_limited', retryAfterSeconds: 60 },
      { channel: slack.channel.id },
    );
    expect(await sendTo(running)).toEqual({ kind: 'limited', waitMs: 60_000 });
    const outcomes = await Promise.all([sendTo(running), ...others.map((channel) => sendTo(running, channel))]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['limited', 'sent', 'sent', 'sent', 'sent', 'sent']);
    expect(slack.callsOf('chat.postMessage').filter(({ status }) => status === 429)).toHaveLength(1);
  });

  it('tells posts to come again rather than let them wait for long, and drops those that wait when told to', async (test) => {
    const running = await startBot(test);
    const stop = new AbortController();
    const channels = Array.from({ length: 90 }, () => running.slack.workspace.addChannel());
    const posts = await Promise.all(channels.map((channel) => postOf(running, channel)));
    const sending = posts.map((post) => running.adapter.messenger.send(post, stop.signal));
    const first = await sending[0];
    stop.abort();
    const outcomes = await Promise.all(sending);
    const count = (kind: Sent['kind']) => outcomes.filter((outcome) => outcome.kind === kind).length;
    expect(first).toMatchObject({ kind: 'sent' });
    expect(count('limited')).toBeGreaterThan(0);
    expect(count('sent') + count('unsent') + count('limited')).toBe(90);
    expect(posted(running.slack)).toHaveLength(count('sent'));
  });
});

describe.concurrent('an uncertain post', () => {
  const READING = ['channels:history', 'groups:history'];
  const grant = ({ installation }: FakeSlack) => {
    for (const scope of READING) installation.scopes.add(scope);
  };

  it.for(['public', 'private'] as const)('is found in a %s channel by the optional scopes', async (kind, test) => {
    const running = await startBot(test, { prepare: grant });
    const channel = running.slack.workspace.addChannel({ kind });
    running.slack.faults.breakMethod('chat.postMessage', { kind: 'drop_answer' }, { times: 1 });
    const post = await postOf(running, channel);
    expect(await running.adapter.messenger.send(post, NEVER)).toMatchObject({ kind: 'uncertain' });
    const { ts } = posted(running.slack)[0] as PostedMessage;
    expect(await running.adapter.messenger.find(post, NEVER)).toEqual({
      kind: 'there',
      id: ts,
      link: expect.stringContaining(channel.id),
    });
  });

  it('is found in direct messages with the scopes that every bot has', async (test) => {
    const running = await startBot(test);
    const post = await postOf(running, running.slack.workspace.directChannel(running.slack.user.id));
    running.slack.faults.breakMethod('chat.postMessage', { kind: 'drop_answer' }, { times: 1 });
    await running.adapter.messenger.send(post, NEVER);
    expect(await running.adapter.messenger.find(post, NEVER)).toMatchObject({ kind: 'there' });
  });

  it('stays unknown without the scope, and Slack is not asked', async (test) => {
    const running = await startBot(test);
    const post = await postOf(running);
    expect(await running.adapter.messenger.find(post, NEVER)).toEqual({ kind: 'unknown', code: 'missing_scope' });
    expect(running.slack.callsOf('conversations.history')).toEqual([]);
  });

  it('stays unknown when the channel cannot be read', async (test) => {
    const running = await startBot(test, { prepare: grant });
    const post = await postOf(running);
    running.slack.channel.members.delete(running.slack.workspace.bot.id);
    expect(await running.adapter.messenger.find(post, NEVER)).toEqual({ kind: 'unknown', code: 'not_in_channel' });
  });

  it('stays unknown when the look has to end before Slack answers', async (test) => {
    const running = await startBot(test, { prepare: grant });
    running.slack.faults.breakMethod('conversations.history', { kind: 'rate_limited', retryAfterSeconds: 60 });
    const look = AbortSignal.timeout(300);
    expect(await running.adapter.messenger.find(await postOf(running), look)).toEqual({
      kind: 'unknown',
      code: 'ratelimited',
    });
  });
});

describe.concurrent('a word to whoever set it up', () => {
  it('comes as a direct message', async (test) => {
    const running = await startBot(test);
    const { slack, adapter } = running;
    const { message } = await postOf(running);
    const person = { workspace: slack.workspace.teamId, user: slack.user.id };
    expect(await adapter.messenger.tell(person, message)).toBe(true);
    expect(posted(slack)).toMatchObject([{ channel: slack.workspace.directChannel(slack.user.id).id }]);
  });

  it('says so when the account is gone', async (test) => {
    const running = await startBot(test);
    const { slack, adapter } = running;
    const { message } = await postOf(running);
    slack.user.isDeactivated = true;
    expect(await adapter.messenger.tell({ workspace: slack.workspace.teamId, user: slack.user.id }, message)).toBe(
      false,
    );
  });
});
