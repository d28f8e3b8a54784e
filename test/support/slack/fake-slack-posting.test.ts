import { webApi } from '@slack/bolt';
import { describe, expect, it, type TestContext } from 'vitest';
import { type FakeSlack, startFakeSlack } from './fake-slack.ts';

async function stage(test: TestContext): Promise<{ slack: FakeSlack; web: webApi.WebClient; channel: string }> {
  const slack = await startFakeSlack();
  test.onTestFinished(() => slack.close());
  slack.installation.scopes.add('channels:history').add('channels:read');
  const logger = { debug() {}, info() {}, warn() {}, error() {}, setLevel() {}, getLevel: () => 'error', setName() {} };
  const web = new webApi.WebClient(slack.installation.botToken, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: logger as never,
  });
  return { slack, web, channel: slack.channel.id };
}

/** What Slack said to a call: ok, the name of its refusal, or the seconds to wait. */
async function saidTo(call: Promise<unknown>): Promise<string | number> {
  try {
    await call;
    return 'ok';
  } catch (error) {
    if (error instanceof webApi.WebAPIRateLimitedError) return error.retryAfter;
    if (error instanceof webApi.WebAPIPlatformError) return error.data.error;
    throw error;
  }
}

describe.concurrent('the limits of posting', () => {
  it('are off until a test sets them', async (test) => {
    const { web, channel } = await stage(test);
    for (let each = 0; each < 20; each += 1)
      expect(await saidTo(web.chat.postMessage({ channel, text: 'x' }))).toBe('ok');
  });

  it('count each channel by itself, and tell how long to wait', async (test) => {
    const { slack, web, channel } = await stage(test);
    slack.rateLimits.postGapMs = 60_000;
    const post = (to: string) => saidTo(web.chat.postMessage({ channel: to, text: 'x' }));
    expect(await post(channel)).toBe('ok');
    const restSeconds = await post(channel);
    expect(restSeconds).toBeGreaterThan(50);
    expect(restSeconds).toBeLessThanOrEqual(60);
    expect(await post(slack.workspace.addChannel().id)).toBe('ok');
    slack.passTime(60_000);
    expect(await post(channel)).toBe('ok');
    expect(slack.messages).toHaveLength(3);
  });

  it('count the workspace as a whole by the minute', async (test) => {
    const { slack, web } = await stage(test);
    slack.rateLimits.postsPerMinute = 2;
    const post = () => saidTo(web.chat.postMessage({ channel: slack.workspace.addChannel().id, text: 'x' }));
    expect([await post(), await post()]).toEqual(['ok', 'ok']);
    expect(await post()).toBeGreaterThan(50);
    slack.passTime(60_000);
    expect(await post()).toBe('ok');
  });
});

describe.concurrent('a history', () => {
  it('is scarce for an app that is sold outside of the Marketplace', async (test) => {
    const { slack, web, channel } = await stage(test);
    Object.assign(slack.rateLimits, { historyGapMs: 60_000, historyPage: 15 });
    for (let each = 0; each < 20; each += 1) await web.chat.postMessage({ channel, text: 'x' });
    expect((await web.conversations.history({ channel, limit: 200 })).messages).toHaveLength(15);
    const restSeconds = await saidTo(web.conversations.history({ channel }));
    expect(restSeconds).toBeGreaterThan(50);
    expect(restSeconds).toBeLessThanOrEqual(60);
  });

  it('takes no limit that Slack does not take', async (test) => {
    const { web, channel } = await stage(test);
    expect(await saidTo(web.conversations.history({ channel, limit: 1_000 }))).toBe('invalid_limit');
    expect(await saidTo(web.conversations.history({ channel, cursor: 'nonsense' }))).toBe('invalid_cursor');
  });
});

describe.concurrent('what is gone', () => {
  it('a deleted channel is not found by any method', async (test) => {
    const { slack, web, channel } = await stage(test);
    slack.workspace.deleteChannel(slack.channel);
    expect(await saidTo(web.chat.postMessage({ channel, text: 'x' }))).toBe('channel_not_found');
    expect(await saidTo(web.conversations.info({ channel }))).toBe('channel_not_found');
    expect(await saidTo(web.chat.getPermalink({ channel, message_ts: '1.0' }))).toBe('channel_not_found');
  });

  it('a deactivated account and a bot take no direct messages', async (test) => {
    const { slack, web } = await stage(test);
    const { id } = slack.workspace.addUser({ isDeactivated: true });
    expect(await saidTo(web.chat.postMessage({ channel: id, text: 'x' }))).toBe('user_disabled');
    const own = slack.workspace.bot.id;
    expect(await saidTo(web.chat.postMessage({ channel: own, text: 'x' }))).toBe('cannot_dm_bot');
  });

  it('an uninstalled app has a dead token', async (test) => {
    const { slack, web } = await stage(test);
    await slack.uninstall();
    expect(await saidTo(web.auth.test())).toBe('account_inactive');
  });
});

describe.concurrent('a link to a message', () => {
  it('names its channel and its ts, and there is none to what one person alone saw', async (test) => {
    const { slack, web, channel } = await stage(test);
    const { ts } = await web.chat.postMessage({ channel, text: 'x' });
    const { permalink } = await web.chat.getPermalink({ channel, message_ts: String(ts) });
    expect(permalink).toBe(`https://harbin.slack.com/archives/${channel}/p${String(ts).replace('.', '')}`);
    const whisper = await web.chat.postEphemeral({ channel, user: slack.user.id, text: 'psst' });
    const link = web.chat.getPermalink({ channel, message_ts: String(whisper.message_ts) });
    expect(await saidTo(link)).toBe('message_not_found');
  });
});
