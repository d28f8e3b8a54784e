import { describe, expect, it } from 'vitest';
import type { FakeSlack } from '../../support/slack/fake-slack.ts';
import { pause } from '../../support/until.ts';
import { NEVER, postOf, sendTo } from './daily-post.ts';
import { startBot } from './running-bot.ts';

describe.concurrent('a daily post in Slack, for which time has to pass,', () => {
  const READING = ['channels:history', 'groups:history'];
  const grant = ({ installation }: FakeSlack) => {
    for (const scope of READING) installation.scopes.add(scope);
  };

  it('is uncertain after Slack hangs, and sent once', async (test) => {
    const running = await startBot(test);
    running.slack.faults.breakMethod('chat.postMessage', { kind: 'hang' });
    expect(await sendTo(running)).toMatchObject({ kind: 'uncertain' });
    expect(running.slack.callsOf('chat.postMessage')).toHaveLength(1);
  });

  it('is slow enough for Slack within one channel', async (test) => {
    const running = await startBot(test);
    running.slack.rateLimits.postGapMs = 1_000;
    // The first is long under way, which makes the way of the second no shorter.
    running.slack.faults.breakMethod('chat.postMessage', { kind: 'slow', ms: 1_500 }, { times: 1 });
    for (let each = 0; each < 3; each += 1) expect(await sendTo(running)).toMatchObject({ kind: 'sent' });
    expect(running.slack.callsOf('chat.postMessage').filter(({ status }) => status === 429)).toEqual([]);
  });

  it('is absent when Slack never got it, whatever else was said and posted, but not before it has had time to appear', async (test) => {
    const running = await startBot(test, { prepare: grant });
    await running.adapter.messenger.send(await postOf(running, undefined, '2026-11-24'), NEVER);
    await running.slack.say(running.slack.channel, 'harbin_daily s1.2026-11-25');
    running.slack.faults.breakMethod('chat.postMessage', { kind: 'reset' }, { times: 1 });
    const post = await postOf(running);
    expect(await running.adapter.messenger.send(post, NEVER)).toMatchObject({ kind: 'uncertain' });
    expect(await running.adapter.messenger.find(post, NEVER)).toEqual({ kind: 'unknown', code: 'too_early' });
    await pause(10_100);
    expect(await running.adapter.messenger.find(post, NEVER)).toEqual({ kind: 'absent' });
  });

  it('is found behind many other messages, at the pace of an app that may hardly read', async (test) => {
    const running = await startBot(test, { prepare: grant });
    const { slack } = running;
    const post = await postOf(running);
    slack.faults.breakMethod('chat.postMessage', { kind: 'drop_answer' }, { times: 1 });
    await running.adapter.messenger.send(post, NEVER);
    for (let each = 0; each < 35; each += 1) await slack.say(slack.channel, `said ${each}`);
    Object.assign(slack.rateLimits, { historyGapMs: 1_000, historyPage: 15 });
    expect(await running.adapter.messenger.find(post, NEVER)).toMatchObject({ kind: 'there' });
    expect(slack.callsOf('conversations.history').some(({ status }) => status === 429)).toBe(true);
  });
});
