import { describe, expect, it, type TestContext, vi } from 'vitest';
import { askForPicture } from '../support/charts/ask-for-picture.ts';
import { type FakeDiscord, startFakeDiscord } from '../support/discord/fake-discord.ts';
import { discordEnvironment, slackEnvironment } from '../support/environment.ts';
import { run } from '../support/program.ts';
import { type FakeSlack, startFakeSlack } from '../support/slack/fake-slack.ts';

vi.setConfig({ maxConcurrency: 2 });

async function fakes(test: TestContext) {
  const [slack, discord] = await Promise.all([startFakeSlack(), startFakeDiscord()]);
  test.onTestFinished(async () => {
    await Promise.all([slack.close(), discord.close()]);
  });
  const environment = {
    ...slackEnvironment(slack),
    ...discordEnvironment(discord),
  };
  return { slack, discord, environment };
}

async function askSlack(slack: FakeSlack): Promise<string> {
  return (await (await slack.slash('/harbin', 'how many labs?')).answer()).text;
}

/** Asks in a server that Discord adds the bot to, or had added it to. */
function talkOn(discord: FakeDiscord): () => Promise<string> {
  const channel = discord.channel(discord.guild('Harbin'), 'general');
  const mei = discord.user('Mei');
  return async () => (await discord.slash(mei, channel, 'harbin ask', { question: 'how many labs?' }).answered()).text;
}

describe.concurrent('npm start with the tokens of both platforms', () => {
  it('serves both until SIGTERM, and tells the health of each', async (test) => {
    const { slack, discord, environment } = await fakes(test);
    const askDiscord = talkOn(discord);
    const program = run(test, environment);
    await program.says('"platform":"slack"');
    await program.says('"platform":"discord"');
    const readiness = await fetch(`${program.url()}/readyz`);
    expect(await readiness.json()).toEqual({
      status: 'ready',
      slack: expect.stringMatching(/^connected, (no pong yet|last pong \d+ s ago), no event yet$/),
      // The library sends its first heartbeat at any moment within the interval, by chance.
      discord: expect.stringMatching(
        /^connected, 1 servers, (no heartbeat yet|last heartbeat \d+ s ago), last event \d+ s ago$/,
      ),
      store: 'answers',
    });
    expect(await askSlack(slack)).toMatch(/^229/);
    expect(await askDiscord()).toMatch(/229/);
    program.process.kill('SIGTERM');
    expect(await program.ended).toBe(0);
  });

  it('shows a chart on Discord as a picture, beside Slack', async (test) => {
    const { slack, discord, environment } = await fakes(test);
    const channel = discord.channel(discord.guild('Harbin'), 'general');
    const program = run(test, environment);
    await program.says('"platform":"slack"');
    await program.says('"platform":"discord"');
    expect(await askSlack(slack)).toMatch(/^229/);
    expect(await askForPicture(discord, channel)).toMatchObject([{ filename: 'chart.png', content_type: 'image/png' }]);
  });

  it('serves Discord while Slack is away at the start, and says so', async (test) => {
    const { slack, discord, environment } = await fakes(test);
    const askDiscord = talkOn(discord);
    await slack.faults.startOutage('refuse');
    const program = run(test, environment);
    await program.says('"platform":"discord"');
    expect(await askDiscord()).toMatch(/229/);
    expect((await fetch(`${program.url()}/readyz`)).status).toBe(503);
    await slack.faults.endOutage();
    await program.says('"platform":"slack"');
    expect(await askSlack(slack)).toMatch(/^229/);
  });

  it('serves Slack while Discord is away at the start, and can be stopped meanwhile', async (test) => {
    const { slack, discord, environment } = await fakes(test);
    discord.faults.rest({ fault: '503', ms: 300_000 });
    const program = run(test, environment);
    await program.says('"platform":"slack"');
    expect(await askSlack(slack)).toMatch(/^229/);
    expect((await fetch(`${program.url()}/readyz`)).status).toBe(503);
    program.process.kill('SIGTERM');
    expect(await program.ended).toBe(0);
  });

  it('goes on with Slack when Discord takes its token back, and ends when Slack does too', async (test) => {
    const { slack, discord, environment } = await fakes(test);
    talkOn(discord);
    const program = run(test, environment);
    await program.says('"platform":"slack"');
    await program.says('"platform":"discord"');
    discord.faults.closeGateway(4004);
    await program.says('platform given up');
    expect(await askSlack(slack)).toMatch(/^229/);
    slack.installation.botTokenError = 'token_revoked';
    await slack.mention(slack.channel, 'how many labs?');
    expect(await program.ended).toBe(78);
  });

  it('ends with 78 and one line that names DISCORD_TOKEN when Discord refuses it', async (test) => {
    const { environment } = await fakes(test);
    const program = run(test, { ...environment, DISCORD_TOKEN: 'not.the.token', LOG_LEVEL: 'error' });
    expect(await program.ended).toBe(78);
    expect(program.output()).toMatch(/^harbin: Discord refused the token in DISCORD_TOKEN\. .+\n$/);
    expect(program.output()).not.toContain('not.the.token');
  });
});
