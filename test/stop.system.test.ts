import { expect, it } from 'vitest';
import { startFakeDiscord } from './support/discord/fake-discord.ts';
import { discordEnvironment, slackEnvironment } from './support/environment.ts';
import { run } from './support/program.ts';
import { startFakeSlack } from './support/slack/fake-slack.ts';
import { until } from './support/until.ts';

/** A stop takes 15 seconds at most; a machine that is busy besides makes more of them, but not the minutes for which all hangs here. */
const MOST_MS = 45_000;

it('a stop is over within its time although answers and connections of both platforms hang', async (test) => {
  const [slack, discord] = await Promise.all([startFakeSlack(), startFakeDiscord()]);
  test.onTestFinished(async () => {
    await Promise.all([slack.close(), discord.close()]);
  });
  const program = run(test, {
    ...slackEnvironment(slack),
    ...discordEnvironment(discord),
  });
  const general = discord.channel(discord.guild('Harbin'), 'general');
  await program.says('"platform":"slack"');
  await program.says('"platform":"discord"');
  slack.faults.breakMethod('chat.postMessage', { kind: 'hang' });
  discord.faults.rest({ fault: 'hang', ms: 300_000 });
  await slack.mention(slack.channel, 'how many labs?');
  discord.mention(discord.user('Mei'), general, 'how many labs?');
  await until(() => slack.callsOf('chat.postMessage').length > 0);
  slack.faults.freezeSockets();
  discord.faults.blackHole();
  const begun = performance.now();
  program.process.kill('SIGTERM');
  expect(await program.ended).toBe(0);
  expect(performance.now() - begun).toBeLessThan(MOST_MS);
});

it('a stop while the platforms are on their way is told as a stop alone', async (test) => {
  const [slack, discord] = await Promise.all([startFakeSlack(), startFakeDiscord()]);
  test.onTestFinished(async () => {
    await Promise.all([slack.close(), discord.close()]);
  });
  slack.faults.breakMethod('apps.connections.open', { kind: 'hang' });
  discord.faults.rest({ fault: 'hang', ms: 300_000 });
  const program = run(test, {
    ...slackEnvironment(slack),
    ...discordEnvironment(discord),
  });
  await until(() => slack.callsOf('apps.connections.open').length > 0 && discord.requests.all.length > 0);
  program.process.kill('SIGTERM');
  expect(await program.ended).toBe(0);
  expect([...program.output().matchAll(/"msg":"([^"]+)"/g)].map(([, event]) => event)).toEqual([
    'listening',
    'stopped',
  ]);
});
