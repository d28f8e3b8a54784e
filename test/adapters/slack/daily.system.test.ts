import { describe, expect, it } from 'vitest';
import { pause } from '../../support/until.ts';
import { startDailyBot } from './daily-bot.ts';

const ASLEEP = '2026-12-01T00:30:00Z';
/** A moment after nine in Shanghai. */
const NINE = '2026-12-01T01:00:01Z';

describe.concurrent('a daily fact in Slack, for which time has to pass,', () => {
  it('is not posted again when its answer was lost and the bot may not look', async (test) => {
    const { slack, at, daily, posts, posted } = await startDailyBot(test);
    at(ASLEEP);
    await daily('on 9:00');
    slack.faults.breakMethod('chat.postMessage', { kind: 'drop_answer' }, { times: 1 });
    at(NINE);
    await posted(1);
    await pause(12_000);
    expect(posts()).toHaveLength(1);
    expect(slack.callsOf('conversations.history')).toEqual([]);
  });

  it('waits in a channel that Slack limits, and in no other', async (test) => {
    const { slack, at, daily, posts, posted } = await startDailyBot(test);
    at(ASLEEP);
    const other = slack.workspace.addChannel();
    await daily('on 9:00');
    await daily('on 9:00', { channel: other });
    const limit = { kind: 'rate_limited', retryAfterSeconds: 3 } as const;
    slack.faults.breakMethod('chat.postMessage', limit, { times: 1, channel: slack.channel.id });
    at(NINE);
    await posted(1, other);
    expect(posts()).toEqual([]);
    await posted(1);
    expect(posts()).toHaveLength(1);
  });
});
