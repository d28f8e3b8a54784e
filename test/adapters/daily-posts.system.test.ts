import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, type TestContext, vi } from 'vitest';
import { openStore, type Store } from '../../src/adapters/storage/open-store.ts';
import type { Channel } from '../../src/core/daily/subscription.ts';
import { subscribed } from '../support/daily.ts';
import { startFakeDiscord } from '../support/discord/fake-discord.ts';
import { discordEnvironment, slackEnvironment } from '../support/environment.ts';
import { run } from '../support/program.ts';
import { startFakeSlack } from '../support/slack/fake-slack.ts';
import { until } from '../support/until.ts';

vi.setConfig({ maxConcurrency: 2 });

async function worldOf(test: TestContext) {
  const [slack, discord] = await Promise.all([startFakeSlack(), startFakeDiscord()]);
  const folder = mkdtempSync(join(tmpdir(), 'harbin-posts-'));
  const url = `file:${join(folder, 'harbin.db')}`;
  const store = await openStore(url, () => {});
  test.onTestFinished(async () => {
    await store.close();
    await Promise.all([slack.close(), discord.close()]);
    rmSync(folder, { recursive: true, force: true });
  });
  const server = discord.guild('Harbin');
  const general = discord.channel(server, 'general');
  const channels: Channel[] = [
    { platform: 'slack', workspace: slack.workspace.teamId, id: slack.channel.id },
    { platform: 'discord', workspace: server.id, id: general.id },
  ];
  const environment = {
    ...slackEnvironment(slack),
    ...discordEnvironment(discord),
    DATABASE_URL: url,
  };
  return {
    store,
    channels,
    environment,
    onSlack: () => slack.messages.filter(({ channel }) => channel === slack.channel.id).map(({ text }) => text),
    onDiscord: () => discord.messagesIn(general).map(({ text }) => text),
  };
}

/** Sets up a post for just now, in the channel's own time. */
async function dueNow(store: Store, channel: Channel): Promise<void> {
  const now = new Date();
  const schedule = { minute: now.getUTCHours() * 60 + now.getUTCMinutes(), zone: 'UTC', days: 'all' } as const;
  await store.subscriptions.save(subscribed({ channel, schedule }), now);
}

/** For what takes as long as a start of the program. */
const PATIENCE = { timeout: 60_000 };

const lastOf = async (store: Store, channel: Channel) => (await store.subscriptions.history(channel, 1))[0]?.outcome;

describe.concurrent('npm start', () => {
  it('posts the fact of the day on both platforms, and once although it is restarted', async (test) => {
    const { store, channels, environment, onSlack, onDiscord } = await worldOf(test);
    for (const channel of channels) await dueNow(store, channel);
    const first = run(test, environment);
    for (const channel of channels) {
      const sent = { kind: 'sent', link: expect.stringContaining(channel.id) };
      await test.expect.poll(() => lastOf(store, channel), PATIENCE).toMatchObject(sent);
    }
    first.process.kill('SIGTERM');
    expect(await first.ended).toBe(0);

    const second = run(test, environment);
    await second.says('"platform":"slack"');
    await second.says('"platform":"discord"');
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    for (const posts of [onSlack(), onDiscord()]) {
      expect(posts).toHaveLength(1);
      expect(posts[0]).toMatch(/Source: /);
    }
  });

  it('posts once after it was killed while the answer of the platform was on its way', async (test) => {
    const { store, channels, environment, onDiscord } = await worldOf(test);
    const [, channel] = channels;
    if (!channel) throw new Error('no channel');
    const first = run(test, environment);
    await first.says('"platform":"discord"');
    await dueNow(store, channel);
    await until(() => onDiscord().length > 0, { what: 'a post' });
    first.process.kill('SIGKILL');
    await first.ended;
    run(test, environment);
    await new Promise((resolve) => setTimeout(resolve, 6_000));
    expect(onDiscord()).toHaveLength(1);
  });
});
