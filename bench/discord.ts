import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { type FakeDiscord, startFakeDiscord } from '../test/support/discord/fake-discord.ts';
import type { Channel, User } from '../test/support/discord/world.ts';
import { until } from '../test/support/until.ts';
import type { MemoryReport } from './discord-bot.ts';
import { quantile } from './statistics.ts';

const BOTS = {
  bare: 'bare discord.js, one fixed text',
  plain: 'bare discord.js, the same answers as plain text',
  ours: 'this bot',
} as const;
type Kind = keyof typeof BOTS;

const QUESTIONS = [
  'how many key labs are there?',
  '有多少重点实验室？',
  'сколько лабораторий?',
  'investment per project',
];
/** Questions that are asked before the clock counts, and those that count. */
const WARM_UP = 200;
const COUNTED = 800;
/** Who ask in turn, each in a server of its own, so that nobody meets the limits of a person or a channel. */
const ASKERS = 50;

/**
 * From an interaction to the arrival of its answer, in milliseconds. The ratios compare the median with that of each
 * bare bot: with the first of them, reading and answering the question counts; with the second, only the adapter does.
 */
export type LatencyRow = { bot: string; medianMs: number; p99Ms: number; toFixedText: number; toSameAnswers: number };

/** Times the bots in turn, each in its own process, on fakes of the same kind in this one. */
export async function discordLatency(): Promise<LatencyRow[]> {
  const stages = [await stage('bare', ASKERS), await stage('plain', ASKERS), await stage('ours', ASKERS)];
  const times: Record<Kind, number[]> = { bare: [], plain: [], ours: [] };
  try {
    for (let round = 0; round < WARM_UP + COUNTED; round++) {
      const question = QUESTIONS[round % QUESTIONS.length] ?? '';
      // Another one is first in each round, so that none profits from the order.
      for (let turn = 0; turn < stages.length; turn++) {
        const one = stages[(round + turn) % stages.length] as Stage;
        const ms = await ask(one, question, round);
        if (round >= WARM_UP) times[one.kind].push(ms);
      }
    }
  } finally {
    await Promise.all(stages.map((one) => one.close()));
  }
  return stages.map(({ kind }) => {
    const medianMs = quantile(times[kind], 0.5);
    return {
      bot: BOTS[kind],
      medianMs,
      p99Ms: quantile(times[kind], 0.99),
      toFixedText: medianMs / quantile(times.bare, 0.5),
      toSameAnswers: medianMs / quantile(times.plain, 0.5),
    };
  });
}

const SERVERS = 1000;
const USERS = 5000;
const MESSAGES = 50_000;
/** Messages between two looks at the memory. */
const STEP = 10_000;
/** Messages written before the bots are given time to read them. */
const BATCH = 500;

/** Memory in MB, after a forced collection, before and after so many messages. */
export type MemoryRow = { bot: string; messages: number; heapMb: number; rssMb: number };

/** What each bot holds while people talk in many servers. */
export async function discordMemory(): Promise<MemoryRow[]> {
  const rows: MemoryRow[] = [];
  for (const kind of ['bare', 'ours'] as const) {
    const one = await stage(kind, SERVERS);
    try {
      const users = Array.from({ length: USERS }, (_, index) => one.discord.user(`user ${index}`));
      await look(one, 0, rows);
      for (let said = 0; said < MESSAGES; said++) {
        const channel = one.channels[said % SERVERS] as Channel;
        // Each user talks in ten servers.
        one.discord.say(users[(said * 7) % USERS] as User, channel, `Somebody says something, number ${said}.`);
        if ((said + 1) % BATCH === 0) await ask(one, 'labs', said);
        if ((said + 1) % STEP === 0) await look(one, said + 1, rows);
      }
    } finally {
      await one.close();
    }
  }
  return rows;
}

type Stage = {
  kind: Kind;
  discord: FakeDiscord;
  child: ChildProcess;
  channels: Channel[];
  askers: User[];
  close(): Promise<void>;
};

async function stage(kind: Kind, servers: number): Promise<Stage> {
  const discord = await startFakeDiscord({ limitsRoutes: false, shards: 1 });
  const channels = Array.from({ length: servers }, (_, index) =>
    discord.channel(discord.guild(`server ${index}`), 'general'),
  );
  const askers = Array.from({ length: ASKERS }, (_, index) => discord.user(`asker ${index}`));
  const program = new URL('./discord-bot.js', import.meta.url);
  const child = fork(program, [kind, discord.apiUrl, discord.token], { execArgv: ['--expose-gc'] });
  await once(child, 'message');
  return {
    kind,
    discord,
    child,
    channels,
    askers,
    async close() {
      child.kill();
      await once(child, 'exit');
      await discord.close();
    },
  };
}

/** Asks once, and tells when the answer arrived; all that was said before has then been read. */
async function ask({ discord, channels, askers }: Stage, question: string, at = 0): Promise<number> {
  discord.requests.clear();
  const startedAt = performance.now();
  const asker = askers[at % askers.length] as User;
  const turn = discord.slash(asker, channels[at % channels.length] as Channel, 'harbin ask', { question });
  await turn.responded({ within: 60_000 });
  const answer = await until(() => discord.requests.all.find(({ path }) => path.includes(turn.interaction.id)));
  return answer.at - startedAt;
}

async function look({ kind, child }: Stage, messages: number, rows: MemoryRow[]): Promise<void> {
  child.send('memory');
  const [{ heapUsed, rss }] = (await once(child, 'message')) as [MemoryReport];
  rows.push({ bot: BOTS[kind], messages, heapMb: heapUsed / 2 ** 20, rssMb: rss / 2 ** 20 });
}
