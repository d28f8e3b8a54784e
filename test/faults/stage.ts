import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { openStore } from '../../src/adapters/storage/open-store.ts';
import { type FakeDiscord, startFakeDiscord } from '../support/discord/fake-discord.ts';
import type { Guild } from '../support/discord/world.ts';
import { discordEnvironment } from '../support/environment.ts';
import { type Postgres, startPostgres } from '../support/postgres.ts';
import { type Program, start } from '../support/program.ts';
import { type FakeSlack, startFakeSlack } from '../support/slack/fake-slack.ts';
import { pause, until } from '../support/until.ts';
import { type Asked, type Asking, type Places, startAsking } from './asking.ts';
import { openRooms, type Posts, setUpPosts } from './posts.ts';
import { openReaders, type Readers } from './readers.ts';

/** How the world of a fault differs from the usual one. */
export type World = {
  database: 'sqlite' | 'postgres';
  slack: 'socket' | 'http';
  /** Between two heartbeats of Discord's gateway, in milliseconds. */
  heartbeatMs: number;
  /** The moment that it is for the program when it starts; the present by default. */
  startsAt: Date | undefined;
  /** The time zone of daily posts. */
  zone: string;
  /** Whether Slack lets the bot look for its posts (the optional scope `channels:history`). */
  readsBack: boolean;
  /** Whether channels watch a figure of a catalogue of their own, which can be corrected. */
  corrects: boolean;
  /** Whether the SQLite file lies on a disk of its own, of a few megabytes. */
  ownDisk: boolean;
};

/** Both platforms, a database and the real program between them, in which people ask and posts fall due. */
export type Stage = {
  slack: FakeSlack;
  discord: FakeDiscord;
  guild: Guild;
  places: Places;
  databaseUrl: string;
  /** The folder of the SQLite file. */
  folder: string;
  /** The server, where the database is a PostgreSQL. */
  postgres: Postgres | undefined;
  asking: Asking;
  posts: Posts;
  /** Where a figure is watched and was shown, where the world corrects it. */
  readers: Readers | undefined;
  /** The present process. */
  program(): Program;
  /** Ends it without a word, and remembers what it was answering. */
  kill(): Promise<void>;
  /** Starts it again, as a supervisor does. */
  restart(): Promise<void>;
  /** Ends it in order and starts it again, as somebody does who has mended something meanwhile. */
  startAnew(meanwhile?: () => Promise<void> | void): Promise<void>;
  /** From now on it is started again whenever it ends by itself, a second later. */
  supervise(): void;
  /** What is being answered now will not be: nobody lets the bot speak any more. */
  cutOffNow(): void;
  /** The present moment for the program, as long as nobody moves its clock. */
  now(): Date;
  /** Moves the program's clock by so much from where it should be. */
  setClock(aheadMs: number): void;
  /** Keeps the program from doing anything for so long, as a busy loop would. */
  block(ms: number): void;
  /** What was taken and not answered when the process was killed. */
  readonly cutOff: ReadonlySet<Asked>;
  /** What was not acknowledged by then, answered or not. */
  readonly unconfirmed: ReadonlySet<Asked>;
  /** The moment from which recovery is counted, where that is not the end of the fault. */
  readonly endedAt: number | undefined;
  /** The exit codes of processes that ended without having been killed. */
  readonly exits: (number | null)[];
  /** All that every process has said. */
  output(): string;
  close(): Promise<void>;
};

const USUAL: World = {
  database: 'sqlite',
  slack: 'socket',
  heartbeatMs: 41_250,
  startsAt: undefined,
  zone: 'UTC',
  readsBack: false,
  corrects: false,
  ownDisk: false,
};

/** After which pauses Slack repeats an event here; the real ones take minutes. */
const RETRY_DELAYS_MS = [300, 4_000, 12_000];
const PLACES = 6;
/** Between an end and the start after it. */
const RESTARTING_MS = 1_000;

export async function openStage(given: Partial<World> = {}): Promise<Stage> {
  const world = { ...USUAL, ...given };
  const folder = mkdtempSync(join(tmpdir(), 'harbin-faults-'));
  const removeDisk = world.ownDisk ? addDisk(folder) : () => {};
  const [slack, discord] = await Promise.all([startFakeSlack(), startFakeDiscord({ heartbeatMs: world.heartbeatMs })]);
  slack.timing.retryDelaysMs.splice(0, Number.POSITIVE_INFINITY, ...RETRY_DELAYS_MS);
  if (world.readsBack) slack.installation.scopes.add('channels:history');
  const guild = discord.guild('Harbin');
  const places = {
    slack: Array.from({ length: PLACES }, (_, index) => slack.workspace.addChannel({ name: `talk-${index}` })),
    guild,
    discord: Array.from({ length: PLACES }, (_, index) => discord.channel(guild, `talk-${index}`)),
  };
  const rooms = openRooms(slack, discord, guild);
  const postgres = world.database === 'postgres' ? await startPostgres() : undefined;
  const databaseUrl = postgres?.database() ?? `file:${join(folder, 'harbin.db')}`;
  const store = await openStore(databaseUrl, () => {});
  const clock = createClock(folder, world.startsAt);
  const readers = world.corrects ? await openReaders({ slack, discord, guild, store, folder }) : undefined;
  const environment = {
    SLACK_BOT_TOKEN: slack.installation.botToken,
    ...(world.slack === 'socket'
      ? { SLACK_APP_TOKEN: slack.installation.appToken }
      : { SLACK_SIGNING_SECRET: slack.installation.signingSecret }),
    SLACK_API_URL: slack.apiUrl,
    ...discordEnvironment(discord),
    DATABASE_URL: databaseUrl,
    ...(readers ? { DATA_DIR: readers.catalogue } : {}),
    CLOCK_FILE: clock.file,
  };
  const programs: Program[] = [];
  const exits: (number | null)[] = [];
  let isExpected = false;
  let isSupervised = false;
  let endedAt: number | undefined;
  const cutOff = new Set<Asked>();
  const unconfirmed = new Set<Asked>();
  const program = () => programs.at(-1) as Program;

  const launch = async () => {
    isExpected = false;
    const begun = start(folder, environment, ['--import', resolve('test/faults/clock.mjs')]);
    programs.push(begun);
    void begun.ended.then(async (code) => {
      if (isExpected) return;
      if (!isSupervised) exits.push(code);
      else await pause(RESTARTING_MS).then(launch);
    });
    if (world.slack === 'http') {
      await until(() => begun.output().includes('"port"'), { within: 60_000, what: 'the port' });
      slack.deliverTo(`${begun.url()}/slack/events`);
    }
  };
  const isUp = () => ['slack', 'discord'].every((name) => program().output().includes(`"platform":"${name}"`));

  const close = async () => {
    isExpected = true;
    programs.at(-1)?.process.kill('SIGKILL');
    await programs.at(-1)?.ended;
    await store.close().catch(() => {});
    postgres?.stop();
    await Promise.all([slack.close(), discord.close()]);
    removeDisk();
    rmSync(folder, { recursive: true, force: true });
  };

  try {
    await launch();
    await until(isUp, { within: 120_000, what: 'both platforms' });
  } catch (error) {
    await close();
    throw error;
  }
  const posts = await setUpPosts(store, rooms, new Date(clock.now() + 1_000), world.zone);
  const asking = startAsking(slack, discord, places);
  const cutOffNow = () => {
    for (const asked of asking.beingAnswered()) cutOff.add(asked);
  };

  return {
    slack,
    discord,
    guild,
    places,
    databaseUrl,
    folder,
    postgres,
    asking,
    posts,
    readers,
    program,
    async kill() {
      isExpected = true;
      cutOffNow();
      for (const asked of asking.all) if (!asked.isTaken()) unconfirmed.add(asked);
      program().process.kill('SIGKILL');
      endedAt = performance.now();
      await program().ended;
      // Until then the platforms go on handing things to it.
      await until(() => discord.gateway.connections === 0 && slack.sockets.length === 0, {
        what: 'the end of its connections',
      });
      cutOffNow();
    },
    restart: launch,
    async startAnew(meanwhile = () => {}) {
      isExpected = true;
      program().process.kill('SIGTERM');
      await program().ended;
      await meanwhile();
      await launch();
    },
    supervise() {
      isSupervised = true;
    },
    cutOffNow,
    now: () => new Date(clock.now()),
    setClock: clock.set,
    block: clock.block,
    cutOff,
    unconfirmed,
    get endedAt() {
      return endedAt;
    },
    exits,
    output: () => programs.map(({ output }) => output()).join(''),
    async close() {
      asking.close();
      await close();
    },
  };
}

/** A small disk in memory under a folder; tells how to take it away. */
export function addDisk(folder: string): () => void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', folder], { stdio: 'ignore' });
  // The store's file is closed a moment later.
  return () => void execFileSync('umount', ['--lazy', folder]);
}

/** The file by which the program's clock is set; see clock.mjs. */
function createClock(folder: string, startsAt: Date | undefined) {
  const file = join(folder, 'clock');
  const baseMs = startsAt === undefined ? 0 : startsAt.getTime() - Date.now();
  let aheadMs = baseMs;
  const write = (blockedMs = 0) => writeFileSync(file, JSON.stringify({ aheadMs, blockedMs }));
  write();
  return {
    file,
    now: () => Date.now() + baseMs,
    set(ms: number) {
      aheadMs = baseMs + ms;
      write();
    },
    block: (ms: number) => write(ms),
  };
}
