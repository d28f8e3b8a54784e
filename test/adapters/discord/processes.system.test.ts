import { afterAll, beforeAll, describe, expect, type TestContext, test } from 'vitest';
import { openStore, type Store } from '../../../src/adapters/storage/open-store.ts';
import type { Channel as Place } from '../../../src/core/daily/subscription.ts';
import { subscribed } from '../../support/daily.ts';
import { startFakeDiscord } from '../../support/discord/fake-discord.ts';
import type { MessageTurn } from '../../support/discord/turn.ts';
import type { Channel } from '../../support/discord/world.ts';
import { discordEnvironment } from '../../support/environment.ts';
import { type Postgres, startPostgres, whyNoPostgres } from '../../support/postgres.ts';
import { type Program, run } from '../../support/program.ts';
import { pause } from '../../support/until.ts';
import { guildOf } from './twins.ts';

const PATIENCE_MS = 60_000;
const why = whyNoPostgres();

/** The program as people start it, twice: each with one of two shards, on one Discord and one PostgreSQL. */
describe.skipIf(why !== undefined)(
  `two processes of one Discord bot${why === undefined ? '' : ` (skipped: ${why})`}`,
  () => {
    let postgres: Postgres;
    beforeAll(async () => {
      postgres = await startPostgres();
    });
    afterAll(() => postgres.stop());

    test('answer once, share the daily posts of all servers, and lose nothing when one is killed and comes back', async (context) => {
      const { discord, store, start } = await scene(context, postgres.database());
      const mei = discord.user('Mei');
      const newChannels = () => [0, 1, 0, 1].map((shard) => discord.channel(guildOf(discord, shard), 'general'));
      const channels = newChannels();
      let first = await start('0');
      const second = await start('1');
      expect(await readiness(first)).toMatch(/^connected \(shard 0 of 2\), \d+ servers/);
      expect(await readiness(second)).toMatch(/^connected \(shard 1 of 2\), \d+ servers/);

      const turns = [
        ...channels.map((channel) => discord.mention(mei, channel, 'labs')),
        discord.directMessage(mei, 'labs'),
      ];
      for (const turn of turns) expect((await turn.answered({ within: PATIENCE_MS })).text).toContain('229');

      const direct = discord.world.directChannel(discord.user('Ivan'));
      const due = [...newChannels(), direct];
      for (const channel of due) await dueNow(store, channel);
      for (const channel of due)
        expect(await sent(store, channel)).toMatchObject({ link: expect.stringContaining(linkStart(channel)) });

      // Without the process of shard 0 nobody hears of its servers, and their posts come all the same.
      first.process.kill('SIGKILL');
      await first.ended;
      const dueMeanwhile = newChannels();
      for (const channel of dueMeanwhile) await dueNow(store, channel);
      for (const channel of dueMeanwhile)
        expect(await sent(store, channel)).toMatchObject({ link: expect.stringContaining(linkStart(channel)) });

      first = await start('0');
      const later = [
        discord.mention(mei, channels[2] as Channel, 'labs'),
        discord.mention(mei, channels[3] as Channel, 'labs'),
      ];
      for (const turn of later) expect((await turn.answered({ within: PATIENCE_MS })).text).toContain('229');
      for (const { process, ended } of [first, second]) {
        process.kill('SIGTERM');
        expect(await ended).toBe(0);
      }
      expect([...turns, ...later].map(timesAnswered)).toEqual([...turns, ...later].map(() => 1));
      expect([...due, ...dueMeanwhile].map(({ messages }) => messages.length)).toEqual(
        [...due, ...dueMeanwhile].map(() => 1),
      );
      expect(discord.requests.to('PUT /applications/:application/commands')).toHaveLength(1);
    }, 180_000);
  },
);

async function scene(context: TestContext, url: string) {
  const discord = await startFakeDiscord({ globalPerSecond: 50 });
  const store = await openStore(url, () => {});
  context.onTestFinished(async () => {
    await store.close();
    await discord.close();
  });
  const start = async (shards: string): Promise<Program> => {
    const program = run(context, {
      ...discordEnvironment(discord),
      DATABASE_URL: url,
      SHARD_COUNT: '2',
      SHARDS: shards,
    });
    await program.says('"platform":"discord"');
    return program;
  };
  return { discord, store, start };
}

const placeOf = ({ id, guild, recipient }: Channel): Place => ({
  platform: 'discord',
  workspace: guild?.id ?? recipient?.id ?? '',
  id,
});

/** Sets up a post for just now. */
async function dueNow(store: Store, channel: Channel): Promise<void> {
  const now = new Date();
  const schedule = { minute: now.getUTCHours() * 60 + now.getUTCMinutes(), zone: 'UTC', days: 'all' } as const;
  const setBy = { user: channel.recipient?.id ?? channel.guild?.ownerId ?? '', at: now };
  await store.subscriptions.save(subscribed({ channel: placeOf(channel), schedule, setBy }), now);
}

/** What is written down about the post of a channel, once it is sent. */
async function sent(store: Store, channel: Channel): Promise<unknown> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    const [last] = await store.subscriptions.history(placeOf(channel), 1);
    if (last?.outcome.kind === 'sent') return last.outcome;
    if (performance.now() > deadline) throw new Error(`Waited in vain for a post in ${channel.name}.`);
    await pause(50);
  }
}

function linkStart({ id, guild }: Channel): string {
  return `https://discord.com/channels/${guild?.id ?? '@me'}/${id}/`;
}

function timesAnswered({ messages }: MessageTurn): number {
  return messages.length;
}

/** What /readyz says about Discord. */
async function readiness(program: Program): Promise<string> {
  const response = await fetch(`${program.url()}/readyz`);
  return ((await response.json()) as { discord: string }).discord;
}
