import { spawn } from 'node:child_process';
import { webApi } from '@slack/bolt';
import { describe, expect, it, type TestContext, vi } from 'vitest';
import { pause, until } from '../until.ts';
import { type EchoApp, startEchoApp } from './echo-app.ts';
import { type FakeSlack, startFakeSlack } from './fake-slack.ts';

const { WebAPIPlatformError, WebAPIRequestError, WebClient } = webApi;

const RECONNECT_WAIT_MS = 60_000;
/** What Bolt takes at most besides its own five seconds, on a busy machine. */
const BUSY_MS = 10_000;

// Bolt takes its time to reconnect; waiting for all of them at once keeps this file short.
vi.setConfig({ maxConcurrency: 20 });

describe.concurrent('a Bolt app on Socket Mode', () => {
  it('is back about five seconds after Slack refreshed its socket', async (test) => {
    const { slack } = await connected(test);
    const ms = await timeUntilBack(slack, () => slack.faults.refreshSockets());
    expect(ms).toBeGreaterThan(4_900);
    expect(ms).toBeLessThan(5_000 + BUSY_MS);
    await expectEcho(slack);
  });

  it('is back about five seconds after its TCP connection broke', async (test) => {
    const { slack } = await connected(test);
    const ms = await timeUntilBack(slack, () => slack.faults.killSockets());
    expect(ms).toBeGreaterThan(4_900);
    expect(ms).toBeLessThan(5_000 + BUSY_MS);
    await expectEcho(slack);
  });

  it('opens a new socket when its pings are no longer answered', async (test) => {
    const { slack } = await connected(test);
    const ms = await timeUntilBack(slack, () => slack.faults.mutePongs());
    expect(ms).toBeGreaterThan(9_000);
    expect(ms).toBeLessThan(15_000 + BUSY_MS);
  });

  it('keeps its socket while pings are answered', async (test) => {
    const { slack } = await connected(test);
    await pause(12_000);
    expect(slack.socketsEverOpened).toBe(1);
  });

  it('tries on while new sockets are refused', async (test) => {
    const { slack } = await connected(test);
    const ms = await timeUntilBack(slack, () => {
      slack.faults.refuseSockets(7_000);
      slack.faults.killSockets();
    });
    expect(ms).toBeGreaterThan(7_000);
    await expectEcho(slack);
  });

  it.for([
    ['status 500', { kind: 'status', status: 500 }],
    ['a rate limit', { kind: 'rate_limited', retryAfterSeconds: 1 }],
    ['internal_error', { kind: 'error', error: 'internal_error' }],
  ] as const)('comes back although apps.connections.open failed once with %s', async ([, fault], test) => {
    const { slack } = await connected(test);
    const before = slack.callsOf('apps.connections.open').length;
    const ms = await timeUntilBack(slack, () => {
      slack.faults.breakMethod('apps.connections.open', fault, { times: 1 });
      slack.faults.killSockets();
    });
    expect(ms).toBeGreaterThan(5_900);
    const calls = slack.callsOf('apps.connections.open').slice(before);
    expect(calls.map((call) => call.fault?.kind)).toEqual([fault.kind, undefined]);
    await expectEcho(slack);
  });

  it('comes back after an outage of the API that took its socket too', async (test) => {
    const { slack } = await connected(test);
    const ms = await timeUntilBack(slack, async () => {
      await slack.faults.startOutage('refuse');
      slack.faults.killSockets();
      await pause(6_000);
      await slack.faults.endOutage();
    });
    expect(ms).toBeGreaterThan(6_000);
    await expectEcho(slack);
  });

  it('runs its listener for every copy of an envelope', async (test) => {
    const { slack } = await connected(test);
    slack.faults.duplicateEnvelopes(2);
    const turn = await slack.mention(slack.channel, 'once please');
    expect(await turn.waitForAnswers(3)).toHaveLength(3);
    expect(await turn.whenQuiet()).toHaveLength(3);
  });

  it('gets an event again, with the same event_id, when the ack did not come', async (test) => {
    const { slack, app } = await connected(test);
    slack.timing.retryDelaysMs = Array.from({ length: 80 }, () => 100);
    slack.faults.killSockets();
    const turn = await slack.mention(slack.channel, 'anybody there?');
    expect(turn.ack.ok).toBe(false);
    await turn.acked({ within: RECONNECT_WAIT_MS });
    await turn.answer();
    expect(app.events).toHaveLength(1);
    expect(app.events[0]?.retryNum).toBeGreaterThan(1);
  });

  it('is not waited for longer than the ack may take', async (test) => {
    const { slack } = await connected(test);
    slack.timing.ackMs = 200;
    const turn = await slack.slash('/never-acked');
    expect(turn.ack).toMatchObject({ ok: false, reason: 'timeout' });
    expect(turn.ack.ms).toBeLessThan(2_900);
  });

  it('has nobody to take a command while it is away', async (test) => {
    const slack = await fake(test);
    expect((await slack.slash('/echo', 'hello?')).ack).toMatchObject({ ok: false, reason: 'no_connection' });
  });
});

describe.concurrent('a Bolt app with the usual mistakes', () => {
  it('dies of an envelope without payload', async (test) => {
    const slack = await fake(test);
    const bot = runBot(test, slack, { SETTLE: 'await app.start()' });
    await slack.connected();
    slack.faults.sendPayloadlessFrame();
    const { code, errors } = await bot;
    expect(code).toBe(1);
    expect(errors).toContain('TypeError');
  });

  it('dies when its first auth.test fails', async (test) => {
    const slack = await fake(test);
    slack.faults.breakMethod('auth.test', { kind: 'error', error: 'internal_error' });
    const { code, errors } = await runBot(test, slack, { SETTLE: 'await new Promise((go) => setTimeout(go, 20_000))' });
    expect(code).toBe(1);
    expect(errors).toContain('internal_error');
  });

  it('never comes back when its retries are low and apps.connections.open fails', async (test) => {
    const slack = await fake(test);
    const bot = runBot(test, slack, { SETTLE: 'await app.start()', RETRIES: '0' });
    await slack.connected();
    slack.faults.breakMethod('apps.connections.open', { kind: 'status', status: 500 }, { times: 1 });
    slack.faults.killSockets();
    const { code, errors } = await bot;
    expect(code).toBe(1);
    expect(errors).toContain('500');
    expect(slack.socketsEverOpened).toBe(1);
  });
});

describe.concurrent('a call of the Web API', () => {
  it('that hangs ends only by its own time-out', async (test) => {
    const { slack, web } = await withClient(test, { timeout: 1_000 });
    slack.faults.breakMethod('chat.postMessage', { kind: 'hang' });
    await expect(say(slack, web)).rejects.toBeInstanceOf(WebAPIRequestError);
    expect(slack.callsOf('chat.postMessage')[0]?.answer).toBeUndefined();
    slack.faults.healMethods('chat.postMessage');
    await say(slack, web);
  });

  it('fails once and works the second time', async (test) => {
    const { slack, web } = await withClient(test);
    slack.faults.breakMethod('chat.postMessage', { kind: 'status', status: 500 }, { times: 1 });
    await expect(say(slack, web)).rejects.toMatchObject({ statusCode: 500 });
    expect(await say(slack, web)).toMatchObject({ ok: true });
    expect(slack.messages).toHaveLength(1);
  });

  it('is rate limited in one channel and free in another', async (test) => {
    const { slack, web } = await withClient(test, { rejectRateLimitedCalls: true });
    const fault = { kind: 'rate_limited', retryAfterSeconds: 7 } as const;
    slack.faults.breakMethod('chat.postMessage', fault, { channel: slack.channel.id });
    await expect(say(slack, web)).rejects.toMatchObject({ retryAfter: 7 });
    expect(await say(slack, web, slack.workspace.addChannel().id)).toMatchObject({ ok: true });
  });

  it('holds up every other call of its client when it is rate limited and does not reject', async (test) => {
    const { slack, web } = await withClient(test, { retryConfig: { retries: 1, minTimeout: 0 } });
    const fault = { kind: 'rate_limited', retryAfterSeconds: 2 } as const;
    slack.faults.breakMethod('chat.postMessage', fault, { times: 1 });
    const start = performance.now();
    const posting = say(slack, web);
    await until(() => slack.callsOf('chat.postMessage')[0]?.answer !== undefined);
    // For the refusal to reach the client.
    await pause(100);
    await web.users.info({ user: slack.user.id });
    expect(performance.now() - start).toBeGreaterThan(1_900);
    await posting;
  });

  it('answered by a proxy with HTML gives the page as error', async (test) => {
    const { slack, web } = await withClient(test);
    slack.faults.breakMethod('chat.postMessage', { kind: 'html' });
    const error = await say(slack, web).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(WebAPIPlatformError);
    expect((error as webApi.WebAPIPlatformError).data.error).toMatch(/^<html>/);
    expect(slack.messages).toHaveLength(0);
  });

  it.for([
    [0, 1],
    [1, 2],
  ] as const)('whose answer is lost has been carried out: %i retries, %i copies', async ([retries, copies], test) => {
    const { slack, web } = await withClient(test, { retryConfig: { retries, minTimeout: 0 } });
    slack.faults.breakMethod('chat.postMessage', { kind: 'drop_answer' });
    await expect(say(slack, web)).rejects.toBeInstanceOf(WebAPIRequestError);
    expect(slack.messages).toHaveLength(copies);
  });

  it('can be late', async (test) => {
    const { slack, web } = await withClient(test);
    slack.faults.breakMethod('users.info', { kind: 'slow', ms: 300 });
    const start = performance.now();
    await web.users.info({ user: slack.user.id });
    expect(performance.now() - start).toBeGreaterThan(290);
  });

  it.for(['refuse', 'reset'] as const)('fails in an outage (%s) and works after it', async (kind, test) => {
    const { slack, web } = await withClient(test);
    await say(slack, web);
    await slack.faults.startOutage(kind);
    await expect(say(slack, web)).rejects.toBeInstanceOf(WebAPIRequestError);
    await slack.faults.endOutage();
    expect(await say(slack, web)).toMatchObject({ ok: true });
    expect(slack.messages).toHaveLength(2);
  });

  it('leaves sockets alone in an outage', async (test) => {
    const { slack } = await connected(test);
    await slack.faults.startOutage('refuse');
    expect((await slack.slash('/inside-ack', 'still here')).ack.ok).toBe(true);
    expect(slack.socketsEverOpened).toBe(1);
    await slack.faults.endOutage();
  });

  it('is broken by name for response_url too', async (test) => {
    const { slack, app } = await connected(test);
    slack.faults.breakMethod('response_url', { kind: 'status', status: 500 }, { times: 1 });
    const turn = await slack.slash('/echo', 'lost');
    expect(await turn.whenQuiet()).toEqual([]);
    expect(app.errors).toHaveLength(1);
  });
});

/** The test's own, because tests that run at once share everything else. */
type Cleanup = Pick<TestContext, 'onTestFinished'>;

async function fake(test: Cleanup): Promise<FakeSlack> {
  const slack = await startFakeSlack();
  test.onTestFinished(() => slack.close());
  return slack;
}

async function connected(test: Cleanup): Promise<{ slack: FakeSlack; app: EchoApp }> {
  const slack = await startFakeSlack();
  const app = await startEchoApp(slack, { mode: 'socket' });
  test.onTestFinished(async () => {
    await app.stop();
    await slack.close();
  });
  return { slack, app };
}

async function withClient(
  test: Cleanup,
  options: webApi.WebClientOptions = {},
): Promise<{ slack: FakeSlack; web: webApi.WebClient }> {
  const slack = await fake(test);
  const logger = { debug() {}, info() {}, warn() {}, error() {}, setLevel() {}, getLevel: () => 'error', setName() {} };
  const base = { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 }, logger: logger as never };
  return { slack, web: new WebClient(slack.installation.botToken, { ...base, ...options }) };
}

function say(slack: FakeSlack, web: webApi.WebClient, channel = slack.channel.id) {
  return web.chat.postMessage({ channel, text: 'the figure of the day' });
}

/** Milliseconds from a trouble until there is a new socket. */
async function timeUntilBack(slack: FakeSlack, trouble: () => void | Promise<void>): Promise<number> {
  const [socket] = slack.sockets;
  const start = performance.now();
  await trouble();
  const next = await slack.connected({ after: socket?.id ?? 0, within: RECONNECT_WAIT_MS });
  return next.openedAt - start;
}

async function expectEcho(slack: FakeSlack): Promise<void> {
  const turn = await slack.slash('/echo', 'still there?');
  expect(await turn.answer()).toMatchObject({ text: 'still there?' });
}

const { PATH = '' } = process.env;

const BOT = `
  import { App } from '@slack/bolt';
  const { TOKEN, APP_TOKEN, API_URL, RETRIES } = process.env;
  const retryConfig = RETRIES === undefined ? undefined : { retries: Number(RETRIES) };
  const clientOptions = { slackApiUrl: API_URL, ...(retryConfig && { retryConfig }) };
  const app = new App({ token: TOKEN, appToken: APP_TOKEN, socketMode: true, clientOptions });
`;

/** Runs a bot as a process of its own, because its mistakes would end this one, and waits for its end. */
function runBot(
  test: Cleanup,
  slack: FakeSlack,
  { SETTLE, ...env }: { SETTLE: string; RETRIES?: string },
): Promise<{ code: number | null; errors: string }> {
  const { botToken: TOKEN, appToken: APP_TOKEN } = slack.installation;
  const bot = spawn(process.execPath, ['--input-type=module', '--eval', `${BOT}\n${SETTLE};`], {
    env: { PATH, TOKEN, APP_TOKEN, API_URL: slack.apiUrl, ...env },
  });
  test.onTestFinished(() => void bot.kill());
  let errors = '';
  bot.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  return new Promise((resolve) => bot.on('exit', (code) => resolve({ code, errors })));
}
