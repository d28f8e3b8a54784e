import { describe, expect, it, type TestContext } from 'vitest';
import { askForPicture } from '../support/charts/ask-for-picture.ts';
import { type ConnectProxy, startConnectProxy } from '../support/connect-proxy.ts';
import { startFakeDiscord } from '../support/discord/fake-discord.ts';
import { discordEnvironment, slackEnvironment } from '../support/environment.ts';
import { run } from '../support/program.ts';
import { startFakeSlack } from '../support/slack/fake-slack.ts';
import { until } from '../support/until.ts';

/** Names that only the proxy can find: what goes around it finds nothing. */
const [SLACK, DISCORD] = ['slack.invalid', 'discord.invalid'];

async function behindProxy(test: TestContext, { discordHost = DISCORD } = {}) {
  const [proxy, slack, discord] = await Promise.all([
    startConnectProxy(),
    startFakeSlack({ host: SLACK }),
    startFakeDiscord({ host: discordHost }),
  ]);
  test.onTestFinished(async () => {
    await Promise.all([proxy.close(), slack.close(), discord.close()]);
  });
  const environment = { ...slackEnvironment(slack), ...discordEnvironment(discord) };
  const channel = discord.channel(discord.guild('Harbin'), 'general');
  return { proxy, slack, discord, channel, environment };
}

function hostsOf({ tunnels }: ConnectProxy): string[] {
  return [...new Set(tunnels.map((tunnel) => tunnel.replace(/:\d+$/, '')))].sort();
}

describe.concurrent('behind a proxy that is the only way out', () => {
  it('talks to both platforms through it, with sockets, requests, answers by URL and pictures', async (test) => {
    const { proxy, slack, discord, channel, environment } = await behindProxy(test);
    const program = run(test, { ...environment, HTTP_PROXY: proxy.url });
    await program.says('"platform":"slack"');
    await program.says('"platform":"discord"');
    expect((await (await slack.slash('/harbin', 'how many labs?')).answer()).text).toMatch(/^229/);
    expect((await (await slack.mention(slack.channel, 'how many labs?')).answer()).text).toMatch(/^229/);
    expect(await askForPicture(discord, channel)).toHaveLength(1);
    expect(hostsOf(proxy)).toEqual([DISCORD, SLACK]);
  });

  it('asks the proxy of HTTPS_PROXY for what is encrypted, on both platforms', async (test) => {
    const { proxy, environment } = await behindProxy(test);
    run(test, {
      ...environment,
      SLACK_API_URL: `https://${SLACK}/api/`,
      DISCORD_API_URL: `https://${DISCORD}/api`,
      HTTPS_PROXY: proxy.url,
    });
    await until(() => proxy.tunnels.includes(`${SLACK}:443`) && proxy.tunnels.includes(`${DISCORD}:443`));
  });

  it('goes past it to what NO_PROXY names', async (test) => {
    const { proxy, slack, discord, channel, environment } = await behindProxy(test, { discordHost: '127.0.0.1' });
    const program = run(test, { ...environment, HTTP_PROXY: proxy.url, NO_PROXY: 'localhost,127.0.0.1' });
    await program.says('"platform":"slack"');
    await program.says('"platform":"discord"');
    expect((await (await slack.slash('/harbin', 'how many labs?')).answer()).text).toMatch(/^229/);
    expect(await askForPicture(discord, channel)).toHaveLength(1);
    expect(hostsOf(proxy)).toEqual([SLACK]);
  });

  it('names the proxy in the log where it lets nothing through', async (test) => {
    const { proxy, environment } = await behindProxy(test);
    proxy.refuse();
    const program = run(test, { ...environment, HTTP_PROXY: proxy.url });
    await program.says('slack cannot be reached, still trying');
    await program.says('"error":"AbortError: Proxy response (403)');
  });
});
