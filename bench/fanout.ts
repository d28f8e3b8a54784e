import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../src/adapters/storage/open-store.ts';
import { type FakeDiscord, startFakeDiscord } from '../test/support/discord/fake-discord.ts';
import type { Channel } from '../test/support/discord/world.ts';
import { discordEnvironment } from '../test/support/environment.ts';
import { pause, until } from '../test/support/until.ts';
import { quantile } from './statistics.ts';

/** Posts for many channels in the same minute: the whole program and its SQLite file, on a fake that limits as Discord does. */

const CHANNELS = 2000;
const CHANNELS_A_SERVER = 20;
/** Requests that Discord takes of one bot in a second. */
const REQUESTS_PER_SECOND = 50;
/** Questions of each kind that people ask meanwhile, and the pause between them. */
const ASK_EVERY_MS = 1000;
const QUIET_ASKS = 40;
/** How long the program may take to connect before the minute in question begins. */
const START_MS = 20_000;

/** What was measured; the answers' times in milliseconds, from the question to the arrival of the answer. */
export type Fanout = {
  channels: number;
  seconds: number;
  /** To the time that the limit itself takes. */
  ratio: number;
  /** Channels that did not get exactly one post. */
  wrong: number;
  tooMany: number;
  slash: { quiet: number; meanwhile: number };
  mention: { quiet: number; meanwhile: number };
};

export async function discordFanout(): Promise<Fanout> {
  execFileSync(process.execPath, ['tools/fresh-build.mjs'], { stdio: 'inherit' });
  const discord = await startFakeDiscord({ globalPerSecond: REQUESTS_PER_SECOND, shards: 1 });
  const folder = mkdtempSync(join(tmpdir(), 'harbin-fanout-'));
  const children: ChildProcess[] = [];
  try {
    const channels = channelsOf(discord);
    const people = createPeople(discord);
    const dueAt = Date.now() + START_MS + QUIET_ASKS * ASK_EVERY_MS;
    const url = `file:${join(folder, 'harbin.db')}`;
    await subscribe(url, channels, new Date(dueAt));
    const child = startProgram(discord, url);
    children.push(child);
    await until(() => discord.world.commands.size > 0, { within: START_MS, what: 'the bot' });
    const quiet = await people.ask(() => Date.now() >= dueAt - 2000);
    discord.requests.clear();

    const posted = watchPosts(discord, channels);
    await until(() => posted.first !== undefined, { within: 60_000, what: 'the first post' });
    const meanwhile = await people.ask(() => posted.count >= CHANNELS);
    const tooMany = discord.requests.all.filter(({ status }) => status === 429).length;
    const seconds = ((posted.last ?? 0) - (posted.first ?? 0)) / 1000;
    const middle = (kind: 'slash' | 'mention') => ({
      quiet: quantile(quiet[kind], 0.5),
      meanwhile: quantile(meanwhile[kind], 0.5),
    });
    return {
      channels: CHANNELS,
      seconds,
      ratio: seconds / (CHANNELS / REQUESTS_PER_SECOND),
      wrong: channels.filter(({ messages }) => messages.length !== 1).length,
      tooMany,
      slash: middle('slash'),
      mention: middle('mention'),
    };
  } finally {
    for (const child of children) {
      child.kill();
      await once(child, 'exit');
    }
    await discord.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function channelsOf(discord: FakeDiscord): Channel[] {
  const channels: Channel[] = [];
  for (let number = 0; channels.length < CHANNELS; number++) {
    const guild = discord.guild(`server ${number}`);
    for (let inside = 0; inside < CHANNELS_A_SERVER; inside++) channels.push(discord.channel(guild, `facts ${inside}`));
  }
  return channels;
}

/** As if people had set up the post of every channel for the same moment. */
async function subscribe(url: string, channels: readonly Channel[], due: Date): Promise<void> {
  const store = await openStore(url, () => {});
  const minute = due.getUTCHours() * 60 + due.getUTCMinutes();
  for (const { id, guild } of channels) {
    await store.subscriptions.save(
      {
        id: `bench-${id}`,
        channel: { platform: 'discord', workspace: guild?.id ?? '', id },
        schedule: { minute, zone: 'UTC', days: 'all' },
        setBy: { user: guild?.ownerId ?? '', at: new Date() },
        language: 'en',
        state: { kind: 'on' },
      },
      due,
    );
  }
  await store.close();
}

function startProgram(discord: FakeDiscord, url: string): ChildProcess {
  return spawn(process.execPath, ['dist/cli.js', 'start'], {
    env: {
      PATH: process.env['PATH'] ?? '',
      HOST: '127.0.0.1',
      PORT: '0',
      LOG_LEVEL: 'warn',
      DATABASE_URL: url,
      ...discordEnvironment(discord),
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** When the first and the last post were there. */
function watchPosts({ world, bot }: FakeDiscord, channels: readonly Channel[]) {
  const wanted = new Set(channels.map(({ id }) => id));
  const posted: { count: number; first?: number; last?: number } = { count: 0 };
  world.onHappening(({ name, payload }) => {
    const { channel_id, author } = payload as { channel_id?: string; author?: { id: string } };
    if (name !== 'MESSAGE_CREATE' || author?.id !== bot.id || !wanted.has(channel_id ?? '')) return;
    posted.count += 1;
    posted.last = performance.now();
    posted.first ??= posted.last;
  });
  return posted;
}

/** People elsewhere, who ask by command and by mention in turn. */
function createPeople(discord: FakeDiscord) {
  const guild = discord.guild('people');
  const channels = Array.from({ length: 10 }, (_, index) => discord.channel(guild, `talk ${index}`));
  let round = 0;
  const arrival = async (path: string, since: number): Promise<number> => {
    const arrived = () => discord.requests.all.find((one) => one.at >= since && one.path.includes(path));
    return (await until(arrived, { within: 30_000, what: `a request to ${path}` })).at - since;
  };
  return {
    /** Asks until it is enough, and tells how long each answer took. */
    async ask(isEnough: () => boolean): Promise<{ slash: number[]; mention: number[] }> {
      const times = { slash: [] as number[], mention: [] as number[] };
      while (!isEnough()) {
        const channel = channels[round % channels.length] as Channel;
        // Somebody new each time, since one person who asks much is asked to wait.
        const asker = discord.user(`asker ${round++}`);
        const slashedAt = performance.now();
        const { interaction } = discord.slash(asker, channel, 'harbin ask', {
          question: 'how many key labs are there?',
        });
        times.slash.push(await arrival(`/interactions/${interaction.id}/`, slashedAt));
        await pause(ASK_EVERY_MS / 2);
        const mentionedAt = performance.now();
        discord.mention(asker, channel, 'how many key labs are there?');
        times.mention.push(await arrival(`/channels/${channel.id}/messages`, mentionedAt));
        await pause(ASK_EVERY_MS / 2);
      }
      return times;
    },
  };
}
