import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, type TestContext, vi } from 'vitest';
import { openDatabase } from '../../../src/adapters/storage/open-database.ts';
import { openStore } from '../../../src/adapters/storage/open-store.ts';
import { placeOf } from '../../../src/core/daily/subscription.ts';
import { channel, subscribed } from '../../support/daily.ts';
import { slackEnvironment } from '../../support/environment.ts';
import { run } from '../../support/program.ts';
import { type FakeSlack, startFakeSlack } from '../../support/slack/fake-slack.ts';
import { pause, until } from '../../support/until.ts';

vi.setConfig({ maxConcurrency: 3 });

async function fake(test: TestContext): Promise<FakeSlack> {
  const slack = await startFakeSlack();
  test.onTestFinished(() => slack.close());
  return slack;
}

describe.concurrent('npm start with the tokens of Slack', () => {
  it('serves Slack until SIGTERM, and tells its health', async (test) => {
    const slack = await fake(test);
    const program = run(test, slackEnvironment(slack));
    await slack.connected();
    await program.says('platform started');
    expect((await fetch(`${program.url()}/livez`)).status).toBe(200);
    expect(await (await fetch(`${program.url()}/readyz`)).json()).toEqual({
      status: 'ready',
      slack: expect.stringMatching(/^connected, /),
      store: 'answers',
    });
    const turn = await slack.slash('/harbin', 'how many labs?');
    expect((await turn.answer()).text).toMatch(/^229/);
    program.process.kill('SIGTERM');
    expect(await program.ended).toBe(0);
    expect(program.output()).not.toMatch(/xoxb|xapp|labs/);
  });

  it('lets a running answer finish on SIGTERM, once, and takes nothing new', async (test) => {
    const slack = await fake(test);
    const program = run(test, slackEnvironment(slack));
    await slack.connected();
    await program.says('platform started');
    slack.faults.breakMethod('chat.postMessage', { kind: 'slow', ms: 6_000 }, { times: 1 });
    const turn = await slack.mention(slack.channel, 'how many labs?');
    await until(() => slack.callsOf('chat.postMessage').length > 0);
    const readiness = fetch(`${program.url()}/readyz`);
    await readiness;
    program.process.kill('SIGTERM');
    await until(() => slack.sockets.length === 0);
    expect((await fetch(`${program.url()}/readyz`)).status).toBe(503);
    expect((await slack.slash('/harbin', 'labs?')).ack.ok).toBe(false);
    expect(await program.ended).toBe(0);
    expect(await turn.whenQuiet()).toHaveLength(1);
    expect(turn.answers()[0]?.text).toMatch(/^229/);
  });

  it('gives up an answer that hangs after ten seconds, and still ends with 0', async (test) => {
    const slack = await fake(test);
    const program = run(test, slackEnvironment(slack));
    await slack.connected();
    await program.says('platform started');
    slack.faults.breakMethod('chat.postMessage', { kind: 'rate_limited', retryAfterSeconds: 50 });
    await slack.mention(slack.channel, 'how many labs?');
    await until(() => slack.callsOf('chat.postMessage').length > 0);
    const start = performance.now();
    program.process.kill('SIGTERM');
    expect(await program.ended).toBe(0);
    expect(performance.now() - start).toBeLessThan(40_000);
  });

  it('ends at once, with 1, on a second signal', async (test) => {
    const slack = await fake(test);
    const program = run(test, slackEnvironment(slack));
    await slack.connected();
    await program.says('platform started');
    slack.faults.breakMethod('chat.postMessage', { kind: 'hang' });
    await slack.mention(slack.channel, 'how many labs?');
    await until(() => slack.callsOf('chat.postMessage').length > 0);
    program.process.kill('SIGTERM');
    await until(() => slack.sockets.length === 0);
    program.process.kill('SIGTERM');
    expect(await program.ended).toBe(1);
  });

  it.for([
    ['SLACK_BOT_TOKEN', 'xoxb-not-this-one'],
    ['SLACK_APP_TOKEN', 'xapp-not-this-one'],
  ] as const)('ends with 78 and one line when Slack refuses %s', async ([name, token], test) => {
    const slack = await fake(test);
    const program = run(test, { ...slackEnvironment(slack), [name]: token, LOG_LEVEL: 'warn' });
    expect(await program.ended).toBe(78);
    // On a busy machine the question itself may take too long, and is put again.
    const lines = program.output().trim().split('\n');
    const [line, ...others] = lines.filter((each) => !each.includes('slack cannot be reached, still trying'));
    expect(others).toEqual([]);
    expect(line).toMatch(
      new RegExp(`^harbin: ${name} was refused: [a-z_]+. Copy it again from "[^"]+" and start again`),
    );
    expect(program.output()).not.toContain('not-this-one');
  });

  it('ends with 78 and every problem when the environment is wrong', async (test) => {
    const program = run(test, { SLACK_BOT_TOKEN: 'wrong-secret', PORT: 'wrong', LOG_LEVEL: 'wrong' });
    expect(await program.ended).toBe(78);
    for (const name of ['SLACK_BOT_TOKEN', 'PORT', 'LOG_LEVEL']) expect(program.output()).toContain(`- ${name} `);
    expect(program.output()).not.toContain('wrong-secret');
  });

  it('waits for a Slack that is away, saying so once, and can be stopped meanwhile', async (test) => {
    const slack = await fake(test);
    await slack.faults.startOutage('refuse');
    const program = run(test, slackEnvironment(slack));
    await program.says('slack cannot be reached');
    await pause(2_500);
    expect(program.output().split('slack cannot be reached')).toHaveLength(2);
    expect((await fetch(`${program.url()}/livez`)).status).toBe(200);
    expect((await fetch(`${program.url()}/readyz`)).status).toBe(503);
    program.process.kill('SIGTERM');
    expect(await program.ended).toBe(0);
  });

  it('serves signed HTTP on HOST and PORT', async (test) => {
    const slack = await fake(test);
    const { apiUrl, installation } = slack;
    const program = run(test, {
      SLACK_BOT_TOKEN: installation.botToken,
      SLACK_SIGNING_SECRET: installation.signingSecret,
      SLACK_API_URL: apiUrl,
    });
    await program.says('platform started');
    slack.deliverTo(`${program.url()}/slack/events`);
    expect((await (await slack.slash('/harbin', 'how many labs?')).answer()).text).toMatch(/^229/);
    expect((await slack.slash('/harbin', 'x', { delivery: { badSignature: true } })).ack).toMatchObject({
      reason: 'http_401',
    });
    program.process.kill('SIGTERM');
    expect(await program.ended).toBe(0);
  });

  it('lives through a frame that would end a plain Bolt app', async (test) => {
    const slack = await fake(test);
    const program = run(test, slackEnvironment(slack));
    await slack.connected();
    await program.says('platform started');
    slack.faults.sendPayloadlessFrame();
    expect((await (await slack.slash('/harbin', 'how many labs?')).answer()).text).toMatch(/^229/);
    expect(program.process.exitCode).toBeNull();
  });
});

describe.concurrent('npm start with a database', () => {
  it('keeps nothing of a workspace that removed the app, and ends', async (test) => {
    const slack = await fake(test);
    const folder = mkdtempSync(join(tmpdir(), 'harbin-slack-'));
    const url = `file:${join(folder, 'harbin.db')}`;
    const store = await openStore(url, () => {});
    test.onTestFinished(async () => {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    });
    const [here, elsewhere] = [channel('C1', slack.workspace.teamId), channel('C1', 'T0OTHER')];
    for (const each of [here, elsewhere]) {
      await store.subscriptions.save(subscribed({ channel: each }), new Date('2100-01-01T01:00:00Z'));
      await store.languages.set(placeOf(each), 'ru');
    }
    const program = run(test, { ...slackEnvironment(slack), DATABASE_URL: url });
    await program.says('platform started');
    await slack.uninstall();
    expect(await program.ended).toBe(78);
    const left = [here, elsewhere].map(async (each) => [
      (await store.subscriptions.of(each))?.channel.workspace,
      await store.languages.of(placeOf(each)),
    ]);
    expect(await Promise.all(left)).toEqual([
      [undefined, undefined],
      ['T0OTHER', 'ru'],
    ]);
  });
});

describe.concurrent('npm start after a long time', () => {
  it('removes words that were missed more than 90 days ago, also where none are counted any more', async (test) => {
    const slack = await fake(test);
    const folder = mkdtempSync(join(tmpdir(), 'harbin-slack-'));
    const url = `file:${join(folder, 'harbin.db')}`;
    await (await openStore(url, () => {})).close();
    const { db } = await openDatabase(url, () => {});
    test.onTestFinished(async () => {
      await db.destroy();
      rmSync(folder, { recursive: true, force: true });
    });
    const today = new Date().toISOString().slice(0, 10);
    const miss = { language: 'en', near: '', count: 3 };
    await db
      .insertInto('miss')
      .values([
        { day: '2020-01-01', word: 'zorbings', ...miss },
        { day: today, word: 'cranes', ...miss },
      ])
      .execute();
    const program = run(test, { ...slackEnvironment(slack), DATABASE_URL: url });
    await program.says('platform started');
    const words = async () => (await db.selectFrom('miss').select('word').execute()).map(({ word }) => word);
    while ((await words()).length > 1) await pause(20);
    expect(await words()).toEqual(['cranes']);
  });
});

describe.concurrent('npm start without tokens', () => {
  it('loads nothing of any platform, nor what only they need', async (test) => {
    const loaded = ['--import', `data:text/javascript,${encodeURIComponent(LIST_LOADED)}`];
    // Nor any other setting: the checks of settings need a library.
    const program = run(test, { HOST: '', PORT: '', DATABASE_URL: '' }, loaded);
    expect(await program.ended).toBe(78);
    expect(program.output()).toContain('loaded fuse.js');
    expect(program.output()).not.toMatch(/loaded (@slack|discord\.js|zod|pino|undici|express)/);
  });
});

/** Prints the name of every package that is resolved. */
const LIST_LOADED = `
  import { register } from 'node:module';
  register('data:text/javascript,' + encodeURIComponent(\`
    import { writeSync } from 'node:fs';
    export async function resolve(name, context, next) {
      if (!/^(node:|[.\\\\/]|file:|data:)/.test(name)) writeSync(1, 'loaded ' + name + '\\\\n');
      return next(name, context);
    }
  \`));
`;
