import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import type { Bot } from '../../../src/core/bot.ts';
import { signed } from '../../support/slack/http-delivery.ts';
import { pause, until } from '../../support/until.ts';
import { startBot } from './running-bot.ts';

describe('by signed HTTP', () => {
  it('the bot answers commands, mentions, direct messages, clicks and the Home', async (test) => {
    const { slack } = await startBot(test, { mode: 'http' });
    const turn = await slack.slash('/harbin', 'how many labs?');
    expect(turn.ack).toMatchObject({ ok: true });
    const answer = await turn.answer();
    expect(answer.text).toContain('229');
    expect((await (await slack.click(answer, 'Universities & colleges')).answer()).text).toMatch(/^48/);
    expect((await (await slack.mention(slack.channel, 'labs?')).answer()).text).toContain('229');
    expect((await (await slack.directMessage(slack.user, 'labs?')).answer()).text).toContain('229');
    expect((await (await slack.openHome(slack.user)).home()).kind).toBe('home');
    expect(slack.socketsEverOpened).toBe(0);
  });

  it.for([
    ['a bad signature', { badSignature: true }, 'http_401'],
    ['a time six minutes ago', { staleBySeconds: 360 }, 'http_401'],
    ['two megabytes', { padToBytes: 2_000_000 }, 'http_413'],
  ] as const)('a request with %s is refused and not answered', async ([, delivery, reason], test) => {
    const { slack } = await startBot(test, { mode: 'http' });
    for (const turn of [
      await slack.slash('/harbin', 'how many labs?', { delivery }),
      await slack.mention(slack.channel, 'how many labs?', { delivery }),
    ]) {
      expect(turn.ack).toMatchObject({ ok: false, reason });
      await pause(200);
      expect(turn.answers()).toEqual([]);
    }
    expect((await (await slack.slash('/harbin', 'how many labs?')).answer()).text).toContain('229');
  });

  it.for([
    ['without a signature', {}],
    ['with the signature of nobody', { 'x-slack-signature': `v0=${'0'.repeat(64)}` }],
    ['with a signature that is none', { 'x-slack-signature': 'v0=', 'x-slack-request-timestamp': '1' }],
  ] as const)('nothing %s is taken, not even a look at the certificate', async ([, given], test) => {
    const { url } = await startBot(test, { mode: 'http' });
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': String(Math.floor(Date.now() / 1_000)),
      ...given,
    };
    const answer = await fetch(`${url}/slack/events`, { method: 'POST', headers, body: 'ssl_check=1' });
    expect(answer.status).toBe(401);
  });

  it('what nobody has signed is refused before its body is sent', async (test) => {
    const { url } = await startBot(test, { mode: 'http' });
    const status = await new Promise((resolve, reject) => {
      const asking = request(`${url}/slack/events`, { method: 'POST', headers: { 'content-length': 900_000 } });
      asking.on('response', ({ statusCode }) => resolve(statusCode)).on('error', reject);
      asking.flushHeaders();
    });
    expect(status).toBe(401);
  });

  it('bodies that nobody finishes take neither memory without end nor more than moments', async (test) => {
    const { slack, url } = await startBot(test, { mode: 'http' });
    const headers = {
      'content-length': 900_000,
      'x-slack-request-timestamp': String(Math.floor(Date.now() / 1_000)),
      'x-slack-signature': `v0=${'0'.repeat(64)}`,
    };
    const unfinished = () =>
      new Promise<number | 'cut off' | undefined>((resolve) => {
        const asking = request(`${url}/slack/events`, { method: 'POST', headers });
        asking.on('response', ({ statusCode }) => resolve(statusCode)).on('error', () => resolve('cut off'));
        asking.write('x'.repeat(899_000));
      });
    // Thirty-two megabytes are held together; the others are refused at once, and those that are held soon.
    const ends = await Promise.all(Array.from({ length: 60 }, unfinished));
    expect(ends.filter((end) => end !== 'cut off' && end !== 503)).toEqual([]);
    expect(ends).toContain(503);
    expect((await (await slack.slash('/harbin', 'how many labs?')).answer()).text).toContain('229');
  });

  it('everything is acknowledged in time, unknown shortcuts and modals too', async (test) => {
    const { slack } = await startBot(test, { mode: 'http' });
    await (await slack.slash('/anything', 'labs?')).answer();
    const { message } = await slack.say(slack.channel, 'words');
    if (!message) throw new Error('nothing was said');
    const turns = [await slack.shortcut('unknown'), await slack.messageAction('unknown', message)];
    for (const turn of turns) expect(turn.ack).toMatchObject({ ok: true });
  });

  it.for([
    ['application/json', 'null'],
    ['application/json', '{"type":"unheard_of"}'],
    ['application/json', '{"type":"block_actions"'],
    ['application/x-www-form-urlencoded', 'payload=null'],
    ['application/x-www-form-urlencoded', 'text=labs'],
  ] as const)('a signed body of %s that says nothing is refused at once: %s', async ([type, body], test) => {
    const { slack, url } = await startBot(test, { mode: 'http' });
    const headers = { 'content-type': type, ...signed(body, slack.installation.signingSecret) };
    const answer = await fetch(`${url}/slack/events`, { method: 'POST', headers, body });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toBe('');
    expect((await (await slack.slash('/harbin', 'how many labs?')).answer()).text).toContain('229');
  });

  it('nothing is taken before the bot knows who it is, nor while it stops', async (test) => {
    const { slack, adapter } = await startBot(test, { mode: 'http', start: false });
    expect((await slack.slash('/harbin', 'labs?')).ack).toMatchObject({ ok: false, reason: 'http_503' });
    await adapter.start();
    expect((await slack.slash('/harbin', 'labs?')).ack).toMatchObject({ ok: true });
    await adapter.stop();
    expect((await slack.slash('/harbin', 'labs?')).ack).toMatchObject({ ok: false, reason: 'http_503' });
  });

  it('an event is acknowledged once it is answered, and until then left to be sent again', async (test) => {
    let answer: () => void = () => {};
    const mayAnswer = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const wrap = (bot: Bot): Bot => ({ ...bot, reply: (query) => mayAnswer.then(() => bot.reply(query)) });
    const { slack } = await startBot(test, { mode: 'http', wrap });
    Object.assign(slack.timing, { ackMs: 300, retryDelaysMs: [0] });
    const turn = await slack.mention(slack.channel, 'how many labs?');
    // Only the first delivery is given up.
    slack.timing.ackMs = 30_000;
    await until(() => turn.deliveries.length === 2);
    expect(turn.deliveries).toMatchObject([{ ok: false }, { ok: false, reason: 'http_503' }]);
    expect(turn.answers()).toEqual([]);
    answer();
    expect((await turn.answer()).text).toContain('229');
    await turn.whenQuiet();
    expect(await turn.redeliver()).toMatchObject({ ok: true });
    expect(await turn.whenQuiet()).toHaveLength(1);
    expect((await slack.mention(slack.channel, 'how many labs?')).ack).toMatchObject({ ok: true });
  });

  it('a stop answers what was let in', async (test) => {
    let letIn: () => void = () => {};
    const asked = new Promise<void>((resolve) => {
      letIn = resolve;
    });
    const wrap = (bot: Bot): Bot => ({
      ...bot,
      async reply(query) {
        letIn();
        await pause(300);
        return bot.reply(query);
      },
    });
    const { slack, adapter } = await startBot(test, { mode: 'http', wrap });
    const sent = slack.mention(slack.channel, 'how many labs?');
    await asked;
    await adapter.stop();
    const turn = await sent;
    expect(turn.deliveries).toMatchObject([{ ok: true }]);
    expect(turn.answers()).toHaveLength(1);
  });

  it('other paths and methods are not found', async (test) => {
    const { url } = await startBot(test, { mode: 'http' });
    expect((await fetch(`${url}/slack/events`)).status).toBe(404);
    expect((await fetch(`${url}/slack/install`)).status).toBe(404);
    expect((await fetch(url, { method: 'POST', body: 'x' })).status).toBe(404);
  });
});

describe.each(['socket', 'http'] as const)('health, by %s,', (mode) => {
  it('is alive always, and ready while connected', async (test) => {
    const bot = await startBot(test, { mode, start: false });
    const status = async (path: string) => (await fetch(`${bot.url}${path}`)).status;
    expect([await status('/livez'), await status('/readyz')]).toEqual([200, 503]);
    await bot.adapter.start();
    expect([await status('/livez'), await status('/readyz')]).toEqual([200, 200]);
    await bot.adapter.stop();
    expect([await status('/livez'), await status('/readyz')]).toEqual([200, 503]);
  });
});
