import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openStore, type Store } from '../../src/adapters/storage/open-store.ts';
import { nextDue, upcoming } from '../../src/core/daily/schedule.ts';
import type { Subscription } from '../../src/core/daily/subscription.ts';
import type { Offers, Tally } from './far-side.ts';
import { FIGURES, type Job, knownOn, TIMINGS } from './job.ts';

/** What is run: so many kills while so many simulated days pass. */
export type Plan = { database: string; offers: Offers; subscriptions: number; days: number; kills: number };

/** What came of it. */
export type Result = {
  expected: number;
  kills: number;
  lost: number;
  duplicated: number;
  /** Figures that came again before all had been shown. */
  repeated: number;
  /** Channels that did not hear of the last correction, or not of one between. */
  untold: number;
  /** Corrections that a channel heard of twice. */
  toldTwice: number;
  /** Posts that the far side knew by their key. */
  recognised: number;
  faults: number;
  seconds: number;
};

/** Clocks are put on in Europe on 29 March 2026, in the middle of the days. */
const START = new Date('2026-03-20T00:00:00Z');
const DAY_MS = 86_400_000;
const STEP_MS = 10 * 60_000;
const ZONES = [
  'Asia/Shanghai',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Africa/Cairo',
  'America/Scoresbysund',
];
const WORKERS = 4;
const READERS = Array.from({ length: 20 }, (_, index) => `reader${index}`);
/** Time stands still while a post is older than this: half of what the engine allows. */
const OLDEST_MS = 3 * 3_600_000;
/** How long a run may take before it is given up, for each kill and in all, in milliseconds. */
const PATIENCE_MS = 10_000;

export async function run(plan: Plan): Promise<Result> {
  const began = performance.now();
  const folder = mkdtempSync(join(tmpdir(), 'harbin-soak-'));
  const clock = join(folder, 'now');
  const tick = (now: Date) => {
    // Renamed, so that nobody reads half of it.
    writeFileSync(`${clock}.new`, String(now.getTime()));
    renameSync(`${clock}.new`, clock);
  };
  tick(START);
  const store = await openStore(plan.database, () => {});
  const subscriptions = await subscribe(store, plan.subscriptions);
  await addReaders(store);
  const farSide = await startFarSide(plan.offers);
  const workers = createWorkers({ database: plan.database, farSide: farSide.url, clock });
  const deadline = began + 60_000 + plan.kills * PATIENCE_MS;
  try {
    const end = new Date(START.getTime() + plan.days * DAY_MS);
    const steps = (plan.days * DAY_MS) / STEP_MS;
    for (let step = 1; step <= steps; step++) {
      const now = new Date(START.getTime() + step * STEP_MS);
      tick(now);
      // Kills are spread over the days: neither comes to its end without the other.
      while (workers.kills() < Math.floor((plan.kills * step) / steps)) await workers.kill();
      while ((await oldest(store)) < now.getTime() - OLDEST_MS) {
        if (performance.now() > deadline) throw new Error(`not done in time, at step ${step} of ${steps}`);
        await sleep(20);
      }
    }
    await untilEmpty(store, end, deadline);
    const tallied = async () => (await (await fetch(`${farSide.url}/tally`)).json()) as Tally;
    while (judgeNews(end, await tallied()).untold > 0 && performance.now() < deadline) await sleep(50);
    // What comes twice comes soon.
    await sleep(TIMINGS.leaseMs);
    const tally = await tallied();
    return {
      ...judge(subscriptions, end, tally),
      ...judgeNews(end, tally),
      kills: workers.kills(),
      recognised: tally.recognised,
      faults: tally.dropped + tally.refused + tally.limited,
      seconds: (performance.now() - began) / 1_000,
    };
  } finally {
    workers.end();
    farSide.end();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function subscribe(store: Store, count: number): Promise<Subscription[]> {
  const subscriptions = Array.from({ length: count }, (_, index): Subscription => {
    const schedule = { zone: ZONES[index % ZONES.length] ?? 'UTC', minute: (index * 97) % 1_440, days: 'all' } as const;
    return {
      id: `s${index}`,
      channel: { platform: 'discord', workspace: `w${index % 5}`, id: `c${index}` },
      schedule,
      setBy: { user: 'u', at: START },
      language: 'en',
      state: { kind: 'on' },
    };
  });
  for (const subscription of subscriptions)
    await store.subscriptions.save(subscription, nextDue(subscription.schedule, START)?.due);
  return subscriptions;
}

/** Channels that watch a figure, and others that were shown it. */
async function addReaders(store: Store): Promise<void> {
  const known = knownOn(START);
  for (const [at, id] of READERS.entries()) {
    const channel = { platform: 'discord', workspace: 'readers', id } as const;
    const [value = ''] = known;
    if (at % 2 === 0)
      await store.readers.watch({ channel, figure: 'one', known, setBy: { user: 'u', at: START }, language: 'en' });
    else await store.readers.remember(channel, 'm', { values: [value], form: 'part', language: 'en' });
  }
}

/** What channels were told is a chain from the first value to the last: each correction begins where the one before ended. */
function judgeNews(end: Date, { posts }: Tally): Pick<Result, 'untold' | 'toldTwice'> {
  const last = Math.floor(end.getTime() / DAY_MS);
  const result = { untold: 0, toldTwice: 0 };
  for (const id of READERS) {
    const told = posts.filter(({ channel }) => channel === id).map(({ figure }) => figure);
    const steps = new Map(told.map((text) => text.split('>').map(Number) as [number, number]));
    result.toldTwice += told.length - steps.size;
    let at: number | undefined = Math.floor(START.getTime() / DAY_MS);
    while (at !== undefined && at !== last) at = steps.get(at);
    if (at === undefined) result.untold += 1;
  }
  return result;
}

async function oldest(store: Store): Promise<number> {
  return (await store.census()).oldestDue?.getTime() ?? Number.POSITIVE_INFINITY;
}

async function untilEmpty(store: Store, end: Date, deadline: number): Promise<void> {
  for (;;) {
    const due = await oldest(store);
    if (due > end.getTime()) return;
    if (performance.now() > deadline)
      throw new Error(`not done in time: a post of ${new Date(due).toISOString()} is still open`);
    await sleep(20);
  }
}

async function startFarSide(offers: Offers): Promise<{ url: string; end: () => void }> {
  const child = fork(script('far-side'), [offers]);
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message) => resolve(message as number));
    child.once('exit', () => reject(new Error('the far side did not start')));
  });
  return { url: `http://127.0.0.1:${port}`, end: () => void child.kill('SIGKILL') };
}

/** Copies of the bot, of which one after the other is killed at a random moment, and started again at once. */
function createWorkers(job: Job) {
  let kills = 0;
  const start = () => {
    const child = fork(script('worker'), [JSON.stringify(job)]);
    child.once('message', () => started.add(child));
    return child;
  };
  const started = new Set<ChildProcess>();
  const running = Array.from({ length: WORKERS }, start);
  return {
    kills: () => kills,
    async kill() {
      await sleep(Math.random() * 60);
      const at = Math.floor(Math.random() * WORKERS);
      const victim = running[at];
      // One that has not begun to work yet is no victim worth counting.
      if (!victim || !started.delete(victim)) return;
      kills += 1;
      victim.kill('SIGKILL');
      running[at] = start();
    },
    end() {
      for (const child of running) child.kill('SIGKILL');
    },
  };
}

function script(name: string): string {
  return fileURLToPath(new URL(`./${name}.js`, import.meta.url));
}

/** Compares what stands in the channels with what each local day should have brought. */
function judge(
  subscriptions: readonly Subscription[],
  end: Date,
  { posts }: Tally,
): Pick<Result, 'expected' | 'lost' | 'duplicated' | 'repeated'> {
  const counts = new Map<string, number>();
  for (const { key } of posts) counts.set(key, (counts.get(key) ?? 0) + 1);
  const result = { expected: 0, lost: 0, duplicated: 0, repeated: 0 };
  for (const { id, schedule, channel } of subscriptions) {
    const keys = upcoming(schedule, START, 400)
      .filter(({ due }) => due <= end)
      .map(({ day }) => `${id}.${day}`);
    result.expected += keys.length;
    result.lost += keys.filter((key) => !counts.has(key)).length;
    // Whatever stands there besides is one too many as well.
    const there = posts.filter((post) => post.channel === channel.id);
    result.duplicated += there.length - keys.filter((key) => counts.has(key)).length;
    result.repeated += repeats(keys.flatMap((key) => there.find((post) => post.key === key)?.figure ?? []));
  }
  return result;
}

function repeats(figures: readonly string[]): number {
  let count = 0;
  for (let start = 0; start < figures.length; start += FIGURES.length) {
    const round = figures.slice(start, start + FIGURES.length);
    count += round.length - new Set(round).size;
  }
  return count;
}
