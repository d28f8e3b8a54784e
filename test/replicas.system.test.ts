import pg from 'pg';
import { describe, expect, it, type TestContext, vi } from 'vitest';
import { openStore, type Store } from '../src/adapters/storage/open-store.ts';
import type { Channel } from '../src/core/daily/subscription.ts';
import { startBalancer } from './support/balancer.ts';
import { subscribed } from './support/daily.ts';
import { type FakeDiscord, startFakeDiscord } from './support/discord/fake-discord.ts';
import { shardOf } from './support/discord/snowflake.ts';
import { discordEnvironment } from './support/environment.ts';
import { startPgBouncer, whyNoPgBouncer } from './support/pgbouncer.ts';
import { startPostgres, whyNoPostgres } from './support/postgres.ts';
import { type Program, run } from './support/program.ts';
import { type FakeSlack, startFakeSlack } from './support/slack/fake-slack.ts';
import type { Turn } from './support/slack/turn.ts';
import { pause, until } from './support/until.ts';

vi.setConfig({ testTimeout: 300_000 });

/** A busy machine takes its time. */
const STARTING_MS = 90_000;

/** A mention and, every second time, a command. */
const EVERY_MS = 150;
/** So many that no person and no channel reaches a limit. */
const PLACES = 24;

const why = whyNoPostgres();
/** How the copies reach their database. */
const WAYS = [
  { name: 'three copies of the bot on one PostgreSQL', count: 3, isPooled: false, why },
  {
    name: 'two copies of the bot behind PgBouncer in transaction mode',
    count: 2,
    isPooled: true,
    why: why ?? whyNoPgBouncer(),
  },
];

describe.each(WAYS)('$name', ({ why, count, isPooled }) => {
  it.skipIf(why !== undefined)(
    'lose and double nothing while one is killed and the others are restarted',
    async (test) => {
      const { slack, discord, store, copies, database } = await stage(test, count, isPooled);
      const load = startLoad(slack);
      await pause(3_000);

      const killed = performance.now();
      await copies.kill(0);
      if (isPooled) await passLeases(database);
      // A post that a killed process had begun waits for the end of its lease: these begin afterwards.
      const first = await dueNow(store, slack, 8);
      await pause(3_000);
      await copies.start(0);
      await copies.ready(0);

      const second = await dueNow(store, slack, 8);
      for (let copy = 1; copy < count; copy += 1) {
        expect(await copies.stop(copy)).toBe(0);
        await copies.start(copy);
        await copies.ready(copy);
      }
      await pause(1_000);
      const turns = await load.end();

      await allSent(store, [...first, ...second]);
      for (const { id } of [...first, ...second]) expect(postsIn(slack, id)).toHaveLength(1);

      // Every mention was acknowledged in the end, and answered once; where the killed process may or may not have
      // got its answer through, the asker was told so.
      for (const turn of turns.mentions) await turn.acked({ within: 120_000 });
      const inPublic = (turn: Turn) => turn.answers().filter(({ visibleTo }) => visibleTo === 'everyone');
      const isTold = (turn: Turn) => turn.answers().some(isDoubt);
      const open = () => turns.mentions.filter((turn) => inPublic(turn).length === 0 && !isTold(turn));
      await until(() => open().length === 0, {
        within: 60_000,
        what: 'an answer to every mention, or a word about it',
      });
      await turns.mentions.at(-1)?.whenQuiet();
      expect(turns.mentions.filter((turn) => inPublic(turn).length > 1).length).toBe(0);
      for (const about of toldTogether(turns.mentions))
        expect(about.some((turn) => !turn.deliveries[0]?.ok)).toBe(true);

      // Slack never repeats a command: what the killed process had acknowledged is lost with it, and nothing else.
      const toCommand = (turn: Turn) => turn.answers().filter(({ responseUrl }) => responseUrl === turn.responseUrl);
      const lost = () =>
        turns.commands.filter((turn) => turn.ack.ok && turn.startedAt > killed && toCommand(turn).length === 0);
      await until(() => lost().length === 0, { within: 60_000, what: 'an answer to every command' });
      expect(turns.commands.filter((turn) => toCommand(turn).length > 1).length).toBe(0);

      await understandsFollowUps(slack, count);
      await answersOnceInEachServer(discord, count);
      expect(discord.requests.to('PUT /applications/:application/commands')).toHaveLength(1);
    },
  );
});

describe.skipIf(why !== undefined)(`copies of the bot on one PostgreSQL${why ? ` (skipped: ${why})` : ''}`, () => {
  it('warn where each would answer on Discord', async (test) => {
    const [discord, server] = await Promise.all([startFakeDiscord(), startPostgres()]);
    test.onTestFinished(async () => {
      await discord.close();
      server.stop();
    });
    const environment = {
      ...discordEnvironment(discord),
      DATABASE_URL: server.database(),
    };
    const first = run(test, environment);
    await until(() => first.output().includes('platform started'), { within: STARTING_MS });
    const second = run(test, environment);
    await until(() => second.output().includes('without SHARDS'), { within: STARTING_MS });
    expect(first.output()).not.toContain('without SHARDS');
    for (const program of [first, second]) program.process.kill('SIGTERM');
    expect(await Promise.all([first.ended, second.ended])).toEqual([0, 0]);
  });

  it('warn so too where the database did not take them all at first', async (test) => {
    const [discord, server] = await Promise.all([startFakeDiscord(), startPostgres()]);
    const url = server.database();
    const other = await openStore(url, () => {});
    test.onTestFinished(async () => {
      await other.close();
      await discord.close();
      server.stop();
    });
    expect(await other.others()).toBe(0);
    const tell = async (statements: string) => {
      const client = new pg.Client(url);
      await client.connect();
      await client.query(statements);
      await client.end();
    };
    await tell(`create role narrow login connection limit 1;
        grant select, insert, update, delete on all tables in schema public to narrow`);
    const program = run(test, {
      ...discordEnvironment(discord),
      DATABASE_URL: url.replace('//test@', '//narrow@'),
    });
    await until(() => program.output().includes('platform started'), { within: STARTING_MS });
    await tell('alter role narrow connection limit -1');
    await until(() => program.output().includes('without SHARDS'), { within: STARTING_MS });
  });
});

async function stage(test: TestContext, count: number, isPooled: boolean) {
  const [slack, discord, balancer, server] = await Promise.all([
    startFakeSlack(),
    startFakeDiscord(),
    startBalancer(),
    startPostgres(),
  ]);
  // Slack waits a minute, and then five; here only a machine that is very busy needs more than the first.
  slack.timing.retryDelaysMs = [100, 10_000, 60_000];
  // So long that answers are under way at any moment.
  slack.faults.breakMethod('chat.postMessage', { kind: 'slow', ms: 600 });
  slack.deliverTo(`${balancer.url}/slack/events`);
  const database = server.database();
  const pooler = isPooled ? await startPgBouncer(server) : undefined;
  const url = pooler?.through(database) ?? database;
  const copies = programs(test, { slack, discord, url, count, onChange: balancer.spreadOver });
  // All at once on an empty database, whose tables one of them makes.
  await Promise.all(Array.from({ length: count }, (_, copy) => copies.start(copy)));
  await Promise.all(Array.from({ length: count }, (_, copy) => copies.ready(copy)));
  const store = await openStore(url, () => {});
  test.onTestFinished(async () => {
    await copies.end();
    await store.close();
    await Promise.all([slack.close(), discord.close(), balancer.close(), pooler?.stop()]);
    server.stop();
  });
  return { slack, discord, store, copies, database };
}

/** Lets the four minutes pass in the database after which others take over what a killed copy had begun; before, only the living take anything. */
async function passLeases(database: string): Promise<void> {
  const client = new pg.Client(database);
  await client.connect();
  const { rows } = await client.query('select max(at) as last from seen');
  const [{ last }] = rows as [{ last: string }];
  const isTaken = async () => (await client.query('select 1 from seen where at > $1', [last])).rowCount ?? 0;
  const deadline = performance.now() + 60_000;
  while ((await isTaken()) === 0 && performance.now() < deadline) await pause(100);
  await client.query(
    `update seen set busy_until = 0
     where busy_until is not null and owner not in (select owner from seen where at > $1 and owner is not null)`,
    [last],
  );
  await client.end();
}

type Surroundings = {
  slack: FakeSlack;
  discord: FakeDiscord;
  url: string;
  count: number;
  onChange: (addresses: string[]) => void;
};

/** The copies, as somebody runs them. */
function programs(test: TestContext, { slack, discord, url, count, onChange }: Surroundings) {
  const running: Program[] = [];
  const ended = async (copy: number, signal: NodeJS.Signals) => {
    running[copy]?.process.kill(signal);
    return running[copy]?.ended;
  };
  return {
    async start(copy: number) {
      const program = run(test, {
        SLACK_BOT_TOKEN: slack.installation.botToken,
        SLACK_SIGNING_SECRET: slack.installation.signingSecret,
        SLACK_API_URL: slack.apiUrl,
        ...discordEnvironment(discord),
        SHARD_COUNT: String(count),
        SHARDS: String(copy),
        DATABASE_URL: url,
      });
      running[copy] = program;
      await until(() => program.output().includes('listening'), { within: STARTING_MS, what: 'a copy that listens' });
      onChange(running.map((one) => one.url()));
    },
    async ready(copy: number) {
      const program = running[copy];
      await program?.says('"platform":"slack"');
      await program?.says('"platform":"discord"');
    },
    kill: (copy: number) => ended(copy, 'SIGKILL'),
    stop: (copy: number) => ended(copy, 'SIGTERM'),
    end: () => Promise.all(running.map((_, copy) => ended(copy, 'SIGTERM'))),
  };
}

/** People who ask steadily, in channels by mentions and by commands. */
function startLoad(slack: FakeSlack) {
  const users = Array.from({ length: PLACES }, () => slack.workspace.addUser());
  const channels = Array.from({ length: PLACES }, () => slack.workspace.addChannel());
  const mentions: Promise<Turn>[] = [];
  const commands: Promise<Turn>[] = [];
  let asked = 0;
  const timer = setInterval(() => {
    const user = users[asked % PLACES] ?? slack.user;
    const channel = channels[asked % PLACES] ?? slack.channel;
    mentions.push(slack.mention(channel, 'how many labs?', { user }));
    if (asked % 2 === 0) commands.push(slack.slash('/harbin', 'how many universities?', { user, channel }));
    asked += 1;
  }, EVERY_MS);
  return {
    async end() {
      clearInterval(timer);
      const turns = { mentions: await Promise.all(mentions), commands: await Promise.all(commands) };
      await turns.commands.at(-1)?.whenQuiet();
      return turns;
    },
  };
}

const isDoubt = ({ text }: { text: string }) => text.includes('did not confirm');

/** The mentions that each word about an unconfirmed answer may be about: those of one person in one channel before it. */
function toldTogether(mentions: readonly Turn[]): Turn[][] {
  const told = mentions.flatMap((turn) => turn.answers().filter(isDoubt));
  return [...new Set(told)].map((word) => mentions.filter((turn) => turn.answers().includes(word)));
}

/** Sets up posts for just now, in channels of their own. */
async function dueNow(store: Store, slack: FakeSlack, count: number): Promise<Channel[]> {
  const now = new Date();
  const schedule = { minute: now.getUTCHours() * 60 + now.getUTCMinutes(), zone: 'UTC', days: 'all' } as const;
  const channels = Array.from({ length: count }, (): Channel => {
    const { id } = slack.workspace.addChannel();
    return { platform: 'slack', workspace: slack.workspace.teamId, id };
  });
  for (const channel of channels) await store.subscriptions.save(subscribed({ channel, schedule }), now);
  return channels;
}

async function allSent(store: Store, channels: readonly Channel[]): Promise<void> {
  const kinds = () =>
    Promise.all(channels.map(async (channel) => (await store.subscriptions.history(channel, 1))[0]?.outcome.kind));
  let now = await kinds();
  const deadline = performance.now() + 120_000;
  while (now.some((kind) => kind !== 'sent') && performance.now() < deadline) {
    await pause(200);
    now = await kinds();
  }
  expect(now.filter((kind) => kind !== 'sent')).toEqual([]);
}

const postsIn = (slack: FakeSlack, channel: string) => slack.messages.filter((message) => message.channel === channel);

/** As many as there are copies, so that each is asked what another was told. */
async function understandsFollowUps(slack: FakeSlack, count: number): Promise<void> {
  const first = await slack.mention(slack.channel, 'how many universities?');
  const thread = first.message?.ts ?? '';
  for (let copy = 0; copy < count; copy += 1) {
    const turn = await slack.mention(slack.channel, 'what does that count?', { thread });
    expect((await turn.answer({ within: 60_000 })).text).toContain('48');
  }
}

async function answersOnceInEachServer(discord: FakeDiscord, count: number): Promise<void> {
  const mei = discord.user('Mei');
  const turns = new Map<number, ReturnType<FakeDiscord['mention']>>();
  while (turns.size < count) {
    const guild = discord.guild('a server');
    const shard = shardOf(guild.id, count);
    if (!turns.has(shard)) turns.set(shard, discord.mention(mei, discord.channel(guild, 'general'), 'how many labs?'));
  }
  for (const turn of turns.values()) expect((await turn.answered({ within: 60_000 })).text).toContain('229');
  for (const turn of turns.values()) await turn.silent(300).catch(() => {});
  for (const turn of turns.values()) expect(turn.messages).toHaveLength(1);
}
