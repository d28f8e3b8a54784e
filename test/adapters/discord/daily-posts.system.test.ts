import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, type TestContext, test } from 'vitest';
import { openStore } from '../../../src/adapters/storage/open-store.ts';
import { startFakeDiscord } from '../../support/discord/fake-discord.ts';
import type { InteractionTurn } from '../../support/discord/turn.ts';
import type { Channel } from '../../support/discord/world.ts';
import { discordEnvironment } from '../../support/environment.ts';
import { run } from '../../support/program.ts';
import { pause, until } from '../../support/until.ts';
import { POST } from './harness.ts';

/** Where it is about noon now, so that no day ends during a test, and an hour that is far away there. */
const NOON = { zone: utcOffset(12 - new Date().getUTCHours()), time: '1:30' };

function utcOffset(hours: number): string {
  return `UTC${hours < 0 ? '' : '+'}${hours}`;
}

/** The program as people start it, with its SQLite file, on a Discord where Mei manages the server. */
async function scene(context: TestContext) {
  const discord = await startFakeDiscord();
  const folder = mkdtempSync(join(tmpdir(), 'harbin-discord-'));
  const url = `file:${join(folder, 'harbin.db')}`;
  const store = await openStore(url, () => {});
  context.onTestFinished(async () => {
    await store.close();
    await discord.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const guild = discord.guild('Harbin');
  const channel = discord.channel(guild, 'general');
  const mei = discord.user('Mei');
  discord.join(guild, mei, ['ManageGuild']);
  const placeOf = ({ id }: Channel) => ({ platform: 'discord', workspace: guild.id, id }) as const;
  const environment = { ...discordEnvironment(discord), DATABASE_URL: url };
  const answered = async (turn: InteractionTurn) => await turn.answered();
  return {
    discord,
    guild,
    channel,
    // The line that announces the set-up is no post of a day.
    posts: () => discord.messagesIn(channel).filter(({ text }) => text.includes('Daily fact ·')),
    daily: async (command: string, filled = {}, to = channel) =>
      await answered(discord.slash(mei, to, `harbin daily ${command}`, filled)),
    async start() {
      const program = run(context, environment);
      await program.says('"platform":"discord"');
      return program;
    },
    /** As if the hour that was set had come just now. */
    async hourComes(to = channel) {
      const subscription = await store.subscriptions.of(placeOf(to));
      if (!subscription) throw new Error('the channel has no daily post');
      await store.subscriptions.save(subscription, new Date());
    },
    async sent(days: number) {
      const deadline = performance.now() + 90_000;
      const count = async () => {
        const history = await store.subscriptions.history(placeOf(channel), 10);
        return history.filter(({ outcome }) => outcome.kind === 'sent').length;
      };
      while ((await count()) < days) {
        if (performance.now() > deadline) throw new Error(`Waited in vain for ${days} posts to be written down.`);
        await pause(50);
      }
    },
  };
}

describe.concurrent('a daily post on Discord, from its command to its log', () => {
  test('comes once at its hour, the log links to it, and a restart posts nothing', async (context) => {
    const { start, daily, hourComes, posts, sent, channel } = await scene(context);
    const first = await start();
    expect((await daily('on', NOON)).text).toContain('01:30');
    expect(posts()).toEqual([]);
    await hourComes();
    await sent(1);
    const [post] = posts();
    const link = `https://discord.com/channels/${channel.guild?.id}/${channel.id}/${post?.id}`;
    expect((await daily('log')).text).toContain(link);
    first.process.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    await start();
    await hourComes();
    await pause(5000);
    expect(posts()).toHaveLength(1);
    expect((await daily('status')).text).toContain('01:30');
  });

  test('whose answer is lost is there once, and the log says that it was sent', async (context) => {
    const { discord, start, daily, hourComes, posts, sent } = await scene(context);
    await start();
    await daily('on', NOON);
    discord.faults.rest({ fault: 'done-but-reset', route: POST });
    await hourComes();
    await sent(1);
    expect(discord.requests.to(POST).length).toBeGreaterThan(1);
    expect(posts()).toHaveLength(1);
    expect((await daily('log')).text).toContain(posts()[0]?.id);
  });

  test('comes in every channel but the one that fails', async (context) => {
    const { discord, guild, start, daily, hourComes, posts, sent } = await scene(context);
    await start();
    const stuck = discord.channel(guild, 'stuck');
    await daily('on', NOON, stuck);
    await daily('on', NOON);
    discord.faults.rest({ fault: 'hang', route: POST, path: stuck.id, times: 50 });
    await hourComes(stuck);
    await until(() => discord.requests.to(POST).length > 0, { what: 'the post that hangs' });
    await hourComes();
    await sent(1);
    const stuckPosts = discord.messagesIn(stuck).filter(({ text }) => text.includes('Daily fact ·'));
    expect([posts().length, stuckPosts.length]).toEqual([1, 0]);
  });
});
