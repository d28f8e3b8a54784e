import { describe, expect, it, vi } from 'vitest';
import { Refused } from '../../../src/adapters/shared/posting-adapter.ts';
import { buttonsOf } from '../../support/slack/clickables.ts';
import type { PostedMessage } from '../../support/slack/message-board.ts';
import { pause, until } from '../../support/until.ts';
import { type RunningBot, startBot } from './running-bot.ts';

// Most of these wait for Slack or for time-outs; many of them wait together.
vi.setConfig({ maxConcurrency: 12 });

const QUESTION = 'how many labs?';
const NUMBER = /^229 key laboratories/;
/** How long Bolt's own client waits before it tries again; the bot has to be back well before. */
const BOLT_WAITS_MS = 5_000;
const MOST_TIMES = 4;
const DOUBT = 'Slack did not confirm my answer to you. If you don’t see it, please ask again.';

async function expectAnswers({ slack }: RunningBot): Promise<void> {
  const turn = await slack.slash('/harbin', QUESTION);
  expect((await turn.answer()).text).toMatch(NUMBER);
}

/** Makes trouble, then waits for the next connection; tells how long that took. */
async function timeUntilBack({ slack, adapter }: RunningBot, trouble: () => void | Promise<void>): Promise<number> {
  const before = slack.sockets[0]?.id ?? 0;
  const start = performance.now();
  await trouble();
  const { openedAt } = await slack.connected({ after: before });
  await until(() => adapter.health().connected, { what: 'health' });
  return openedAt - start;
}

/** Makes the same trouble again where the machine was busy just then; tells how long the quickest of them took. */
async function quickest(bot: RunningBot, trouble: () => void): Promise<number> {
  const times: number[] = [];
  do times.push(await timeUntilBack(bot, trouble));
  while (times.length < MOST_TIMES && Math.min(...times) >= BOLT_WAITS_MS);
  return Math.min(...times);
}

const warnings = ({ log }: RunningBot) => log.filter(({ level }) => level === 'warn' || level === 'error');

describe.concurrent('the connection', () => {
  it('is back at once after Slack renewed it, without an alarm', async (test) => {
    const bot = await startBot(test);
    expect(await quickest(bot, () => bot.slack.faults.refreshSockets())).toBeLessThan(BOLT_WAITS_MS);
    await expectAnswers(bot);
    expect(warnings(bot)).toEqual([]);
    await until(() => bot.slack.sockets.length === 1, { what: 'the end of the old connection' });
  });

  it('is back after it broke, and says so once', async (test) => {
    const bot = await startBot(test);
    let times = 0;
    const breaking = () => {
      times += 1;
      bot.slack.faults.killSockets();
    };
    expect(await quickest(bot, breaking)).toBeLessThan(BOLT_WAITS_MS);
    await expectAnswers(bot);
    expect(warnings(bot)).toHaveLength(times);
  });

  it('is renewed when pings are no longer answered', async (test) => {
    const bot = await startBot(test);
    await timeUntilBack(bot, () => bot.slack.faults.mutePongs());
    await expectAnswers(bot);
  });

  it('is renewed when it stays open but says nothing any more, and its health tells that meanwhile', async (test) => {
    const bot = await startBot(test);
    const before = bot.slack.sockets[0]?.id ?? 0;
    // Long enough for a pong, so that its silence can be told.
    await until(() => /last pong/.test(bot.adapter.health().detail));
    bot.slack.faults.freezeSockets();
    bot.slack.faults.refuseSockets(60_000);
    await until(() => !bot.adapter.health().connected, { what: 'a health that notices' });
    expect((await fetch(`${bot.url}/readyz`)).status).toBe(503);
    bot.slack.faults.refuseSockets(0);
    await bot.slack.connected({ after: before });
    await until(() => bot.adapter.health().connected);
    await expectAnswers(bot);
    expect((await fetch(`${bot.url}/readyz`)).status).toBe(200);
  });

  it('comes back after new sockets were refused for a while, with one warning', async (test) => {
    const bot = await startBot(test);
    const ms = await timeUntilBack(bot, () => {
      bot.slack.faults.refuseSockets(3_000);
      bot.slack.faults.killSockets();
    });
    expect(ms).toBeGreaterThan(3_000);
    await expectAnswers(bot);
    expect(warnings(bot)).toHaveLength(1);
  });

  it.for([
    ['status 500', { kind: 'status', status: 500 }],
    ['a rate limit', { kind: 'rate_limited', retryAfterSeconds: 1 }],
    ['internal_error', { kind: 'error', error: 'internal_error' }],
    ['a reset', { kind: 'reset' }],
    ['a proxy’s page', { kind: 'html' }],
  ] as const)('comes back although apps.connections.open failed with %s', async ([, fault], test) => {
    const bot = await startBot(test);
    await timeUntilBack(bot, () => {
      bot.slack.faults.breakMethod('apps.connections.open', fault, { times: 3 });
      bot.slack.faults.killSockets();
    });
    await expectAnswers(bot);
  });

  it('survives an outage of everything while running', async (test) => {
    const bot = await startBot(test);
    await timeUntilBack(bot, async () => {
      await bot.slack.faults.startOutage('refuse');
      bot.slack.faults.killSockets();
      await until(() => !bot.adapter.health().connected);
      await pause(2_000);
      await bot.slack.faults.endOutage();
    });
    await expectAnswers(bot);
    expect(warnings(bot)).toHaveLength(1);
  });

  it('comes up once Slack does, when Slack was away at the start', async (test) => {
    const bot = await startBot(test, { start: false });
    await bot.slack.faults.startOutage('refuse');
    const started = bot.adapter.start();
    await pause(1_000);
    expect(bot.adapter.health().connected).toBe(false);
    await bot.slack.faults.endOutage();
    await started;
    await expectAnswers(bot);
    expect(warnings(bot)).toHaveLength(1);
  });

  it.for(['reset', 'html', 'hang'] as const)(
    'comes up although auth.test failed once at the start: %s',
    async (kind, test) => {
      const bot = await startBot(test, { start: false });
      bot.slack.faults.breakMethod('auth.test', { kind }, { times: 1 });
      await bot.adapter.start();
      await expectAnswers(bot);
    },
  );

  it('comes up although the first sockets were refused', async (test) => {
    const bot = await startBot(test, { start: false });
    bot.slack.faults.refuseSockets(1_000);
    await bot.adapter.start();
    await expectAnswers(bot);
  });

  it('reads on after frames that cannot be read', async (test) => {
    const bot = await startBot(test);
    bot.slack.faults.sendPayloadlessFrame();
    for (const frame of [
      '{"type":"app_rate_limited"}',
      'not json',
      'null',
      '[]',
      '{"type":"events_api"}',
      '{"envelope_id":"y","type":"slash_commands"}',
      '{"envelope_id":"z","type":"interactive","payload":{}}',
    ])
      bot.slack.faults.sendFrame(frame);
    await expectAnswers(bot);
    expect(bot.slack.socketsEverOpened).toBe(1);
  });

  it('may break in the middle of a crowd: what was taken is answered, and the bot goes on', async (test) => {
    const bot = await startBot(test);
    const turns = Array.from({ length: 40 }, (_, at) => {
      if (at === 20) setImmediate(() => bot.slack.faults.killSockets());
      return bot.slack.slash('/harbin', QUESTION, { user: bot.slack.workspace.addUser() });
    });
    for (const turn of await Promise.all(turns)) if (turn.ack.ok) expect((await turn.answer()).text).toMatch(NUMBER);
    await until(() => bot.slack.sockets.length === 1 && bot.adapter.health().connected);
    await expectAnswers(bot);
  });

  it('says that Socket Mode was switched off', async (test) => {
    const bot = await startBot(test);
    await timeUntilBack(bot, () => bot.slack.faults.disconnectSockets('link_disabled'));
    expect(JSON.stringify(bot.log)).toContain('Socket Mode is off');
  });

  it('is one at a time, whatever happens to it', async (test) => {
    const bot = await startBot(test);
    for (let each = 0; each < 3; each += 1) await timeUntilBack(bot, () => bot.slack.faults.refreshSockets());
    await until(() => bot.slack.sockets.length === 1, { what: 'the end of the old connections' });
    await pause(500);
    expect(bot.slack.sockets).toHaveLength(1);
    expect(bot.slack.socketsEverOpened).toBe(4);
    await expectAnswers(bot);
  });
});

describe.concurrent('a token that Slack does not take', () => {
  it.for([
    ['the bot token', 'SLACK_BOT_TOKEN', { botToken: 'xoxb-wrong' }],
    ['the app token', 'SLACK_APP_TOKEN', { receive: { mode: 'socket', appToken: 'xapp-wrong' } }],
  ] as const)('ends the start and is named: %s', async ([, variable, config], test) => {
    const bot = await startBot(test, { start: false, config });
    const error = await bot.adapter.start().then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(Refused);
    expect((error as Refused).message).toContain(variable);
    expect((error as Refused).message).not.toContain('wrong');
  });

  it.for(['account_inactive', 'token_revoked'])(
    'is told once, when it is taken back while running: %s',
    async (error, test) => {
      const bot = await startBot(test);
      bot.slack.installation.botTokenError = error;
      await bot.slack.mention(bot.slack.channel, QUESTION);
      await bot.slack.mention(bot.slack.channel, QUESTION);
      await until(() => bot.refused.length > 0);
      await pause(200);
      expect(bot.refused.map(({ message }) => message.split(' ', 1)[0])).toEqual(['SLACK_BOT_TOKEN']);
      expect(bot.adapter.health()).toEqual({ connected: false, detail: 'token refused' });
    },
  );

  it('is told when the app token is taken back', async (test) => {
    const bot = await startBot(test);
    bot.slack.installation.appTokenError = 'token_revoked';
    bot.slack.faults.killSockets();
    await until(() => bot.refused.length > 0);
    expect(bot.refused.map(({ message }) => message.split(' ', 1)[0])).toEqual(['SLACK_APP_TOKEN']);
  });
});

describe.concurrent.for(['socket', 'http'] as const)('what Slack delivers twice, by %s,', (mode) => {
  it('is answered once: an event repeated with and without the mark of a repetition', async (test) => {
    const { slack } = await startBot(test, { mode });
    const turn = await slack.mention(slack.channel, QUESTION);
    await turn.answer();
    await turn.redeliver({ retry: { num: 1, reason: 'timeout' } });
    await turn.redeliver();
    expect(await turn.whenQuiet()).toHaveLength(1);
  });

  it('is answered when the repetition is the first that arrives', async (test) => {
    const { slack } = await startBot(test, { mode });
    const turn = await slack.mention(slack.channel, QUESTION, {
      delivery: { retry: { num: 2, reason: 'http_timeout' } },
    });
    expect((await turn.answer()).text).toMatch(NUMBER);
  });

  it('is answered once: commands and clicks', async (test) => {
    const { slack } = await startBot(test, { mode });
    const turn = await slack.slash('/harbin', QUESTION);
    const answer = await turn.answer();
    expect((await turn.redeliver()).ok).toBe(true);
    expect(await turn.whenQuiet()).toHaveLength(1);
    const click = await slack.click(answer, 'Universities & colleges');
    await click.answer();
    expect((await click.redeliver()).ok).toBe(true);
    expect(await click.whenQuiet()).toHaveLength(1);
  });
});

describe.concurrent('envelopes in several copies', () => {
  it('are answered once', async (test) => {
    const { slack } = await startBot(test);
    slack.faults.duplicateEnvelopes(2);
    const acts = [
      () => slack.mention(slack.channel, QUESTION),
      () => slack.slash('/harbin', QUESTION),
      () => slack.directMessage(slack.user, QUESTION),
    ];
    for (const act of acts) {
      const turn = await act();
      await turn.answer();
      expect(await turn.whenQuiet(500)).toHaveLength(1);
    }
  });

  it('that come as two events for one message are answered once', async (test) => {
    const { slack } = await startBot(test);
    const turn = await slack.directMessage(slack.user, QUESTION);
    await turn.answer();
    const { ts = '', channel = '' } = turn.message ?? {};
    await slack.event({ type: 'message', channel_type: 'im', channel, user: slack.user.id, text: QUESTION, ts });
    expect(await turn.whenQuiet()).toHaveLength(1);
  });

  it('that were lost with the connection are answered when they are repeated', async (test) => {
    const bot = await startBot(test);
    bot.slack.timing.retryDelaysMs = Array.from({ length: 60 }, () => 1_500);
    bot.slack.faults.killSockets();
    const turn = await bot.slack.mention(bot.slack.channel, QUESTION);
    expect((await turn.answer()).text).toMatch(NUMBER);
    expect(await turn.whenQuiet()).toHaveLength(1);
  });
});

describe.concurrent('sending an answer', () => {
  it('is not repeated when Slack’s reply to it is lost, and the asker alone is told of the doubt', async (test) => {
    const bot = await startBot(test);
    const { slack } = bot;
    slack.faults.breakMethod('chat.postMessage', { kind: 'drop_answer' }, { times: 1 });
    const turn = await slack.mention(slack.channel, QUESTION);
    await turn.waitForAnswers(2);
    const [answer, doubt, ...more] = await turn.whenQuiet(1_500);
    expect(answer?.text).toMatch(NUMBER);
    expect(doubt).toMatchObject({ text: DOUBT, visibleTo: { user: slack.user.id } });
    expect(more).toEqual([]);
    expect(slack.callsOf('chat.postMessage')).toHaveLength(1);
    expect(JSON.stringify(bot.log)).toContain('"kind":"unknown"');
  });

  it('by response_url is not repeated when the reply to it is lost', async (test) => {
    const { slack } = await startBot(test);
    slack.faults.breakMethod('response_url', { kind: 'drop_answer' }, { times: 1 });
    const turn = await slack.slash('/harbin', QUESTION);
    await turn.waitForAnswers(2);
    const texts = (await turn.whenQuiet(1_500)).map(({ text }) => text);
    expect(texts).toEqual([expect.stringMatching(NUMBER), DOUBT]);
  });

  it('that may be lost for good is not passed over in silence, although Slack goes on failing', async (test) => {
    const { slack } = await startBot(test);
    slack.faults.breakMethod('chat.postMessage', { kind: 'status', status: 503 });
    slack.faults.breakMethod('chat.postEphemeral', { kind: 'status', status: 503 }, { times: 4 });
    const turns = [await slack.mention(slack.channel, QUESTION), await slack.directMessage(slack.user, QUESTION)];
    for (const turn of turns) {
      const told = await turn.answer();
      expect(told).toMatchObject({ text: DOUBT, visibleTo: { user: slack.user.id } });
    }
  });

  it('that a channel does not take goes to the asker alone', async (test) => {
    const { slack } = await startBot(test);
    slack.faults.breakMethod('chat.postMessage', { kind: 'error', error: 'restricted_action' });
    const answer = await (await slack.mention(slack.channel, QUESTION)).answer();
    expect(answer).toMatchObject({ text: expect.stringMatching(NUMBER), visibleTo: { user: slack.user.id } });
  });

  it('waits where Slack limits one channel, and nowhere else', async (test) => {
    const { slack } = await startBot(test);
    const busy = slack.workspace.addChannel({ name: 'busy' });
    slack.faults.breakMethod(
      'chat.postMessage',
      { kind: 'rate_limited', retryAfterSeconds: 8 },
      { times: 1, channel: busy.id },
    );
    const limited = await slack.mention(busy, QUESTION);
    const behind = await slack.mention(busy, 'how many universities?');
    const free = await slack.mention(slack.channel, QUESTION);
    const home = await slack.openHome(slack.user);
    const late = await limited.answer();
    expect(late.at - limited.startedAt).toBeGreaterThan(7_900);
    for (const { at } of [await free.answer(), await home.home()]) expect(at).toBeLessThan(late.at);
    expect((await behind.answer()).text).toMatch(/^48/);
    expect(
      slack.messages.filter(({ channel, author }) => channel === busy.id && author === slack.workspace.bot.id),
    ).toHaveLength(2);
  });

  it('that hangs ends, and holds up nobody', async (test) => {
    const bot = await startBot(test);
    const { slack } = bot;
    slack.faults.breakMethod('chat.postMessage', { kind: 'hang' }, { times: 1 });
    await slack.mention(slack.channel, QUESTION);
    const next = await slack.mention(slack.channel, QUESTION);
    expect((await next.answer()).text).toMatch(NUMBER);
    await until(() => bot.log.some(({ fields }) => fields['kind'] === 'unknown'), { what: 'the time-out' });
    expect(slack.callsOf('chat.postMessage')).toHaveLength(2);
  });

  it('that meets a proxy’s page is not repeated', async (test) => {
    const bot = await startBot(test);
    const { slack } = bot;
    slack.faults.breakMethod('chat.postMessage', { kind: 'html' }, { times: 1 });
    await slack.mention(slack.channel, QUESTION);
    await until(() => warnings(bot).length > 0);
    await pause(500);
    expect(slack.callsOf('chat.postMessage')).toHaveLength(1);
    expect(JSON.stringify(bot.log)).not.toContain('html');
    await expectAnswers(bot);
  });

  it('comes through once Slack can be reached again', async (test) => {
    const { slack } = await startBot(test);
    const other = slack.workspace.addChannel({ name: 'other' });
    await slack.faults.startOutage('refuse');
    const turns = [await slack.slash('/harbin', QUESTION), await slack.mention(other, QUESTION)];
    await pause(1_200);
    await slack.faults.endOutage();
    for (const turn of turns) {
      expect((await turn.answer()).text).toMatch(NUMBER);
      expect(await turn.whenQuiet()).toHaveLength(1);
    }
  });

  it.for(['slash', 'mention', 'direct message'] as const)(
    'falls back to the plain text where the blocks are refused: %s',
    async (by, test) => {
      const { slack } = await startBot(test);
      slack.installation.unsupportedBlocks.add('rich_text');
      const turn =
        by === 'slash'
          ? await slack.slash('/harbin', QUESTION)
          : by === 'mention'
            ? await slack.mention(slack.channel, QUESTION)
            : await slack.directMessage(slack.user, QUESTION);
      const answer = await turn.answer();
      expect(answer.text).toMatch(NUMBER);
      expect(answer.blocks).toEqual([]);
      expect(await turn.whenQuiet()).toHaveLength(1);
    },
  );

  it('falls back too where a response_url refuses with a status', async (test) => {
    const { slack } = await startBot(test);
    slack.installation.unsupportedBlocks.add('rich_text');
    slack.installation.responseUrlRefusalStatus = 400;
    const turn = await slack.slash('/harbin', QUESTION);
    expect((await turn.answer()).text).toMatch(NUMBER);
    expect(await turn.whenQuiet()).toHaveLength(1);
  });

  it('takes another way when the response_url has expired', async (test) => {
    const { slack } = await startBot(test, {
      wrap: (bot) => ({
        ...bot,
        reply: async (query) => {
          slackClock.pass();
          return bot.reply(query);
        },
      }),
    });
    const slackClock = { pass: () => slack.passTime(31 * 60_000) };
    const turn = await slack.slash('/harbin', QUESTION);
    const answer = await turn.answer();
    expect(answer.text).toMatch(NUMBER);
    expect(answer).toMatchObject({ visibleTo: { user: slack.user.id }, via: 'ephemeral' });
  });

  it('reaches the asker directly in a channel without the bot', async (test) => {
    const { slack } = await startBot(test);
    const channel = slack.workspace.addChannel({ name: 'elsewhere', withBot: false });
    expect((await (await slack.slash('/harbin', QUESTION, { channel })).answer()).text).toMatch(NUMBER);
    slack.faults.breakMethod('response_url', { kind: 'status', status: 404 });
    const answer = await (await slack.slash('/harbin', QUESTION, { channel })).answer();
    expect(answer.channel).toBe(slack.workspace.directChannel(slack.user.id).id);
  });

  it('shares in a channel without the bot', async (test) => {
    const { slack } = await startBot(test);
    const channel = slack.workspace.addChannel({ name: 'elsewhere', withBot: false });
    const answer = await (await slack.slash('/harbin', QUESTION, { channel })).answer();
    const [shared] = await (await slack.click(answer, 'Share')).waitForAnswers(2);
    expect(shared).toMatchObject({ visibleTo: 'everyone', channel: channel.id });
    const again = await (await slack.click(shared as PostedMessage, 'Universities & colleges')).answer();
    expect(again.text).toMatch(/^48/);
  });

  it('shares once although Slack’s reply to the sharing is lost', async (test) => {
    const { slack } = await startBot(test);
    const answer = await (await slack.slash('/harbin', QUESTION)).answer();
    slack.faults.breakMethod('chat.postMessage', { kind: 'drop_answer' }, { times: 1 });
    const turn = await slack.click(answer, 'Share');
    await turn.waitForAnswers(2);
    await turn.whenQuiet(500);
    expect(slack.messages.filter(({ visibleTo }) => visibleTo === 'everyone')).toHaveLength(1);
    const kept = turn.answers().find(({ change }) => change === 'updated');
    expect(buttonsOf(kept as PostedMessage)).not.toContain('Share');
  });
});

describe.concurrent('a bug in an answer', () => {
  it('is apologised for in the person’s language, and the next answer comes', async (test) => {
    let isBroken = true;
    const bot = await startBot(test, {
      wrap: (real) => ({
        ...real,
        reply: (query) => {
          if (!isBroken) return real.reply(query);
          isBroken = false;
          return Promise.reject(new Error('a bug'));
        },
      }),
    });
    const user = bot.slack.workspace.addUser({ name: 'wei', locale: 'zh-CN' });
    const answer = await (await bot.slack.slash('/harbin', QUESTION, { user })).answer();
    const told = bot.log.find(({ event }) => event === 'slack answer failed');
    expect(answer.text).toMatch(new RegExp(`抱歉.+${told?.request}`));
    expect(answer.visibleTo).toEqual({ user: user.id });
    await expectAnswers(bot);
  });
});
