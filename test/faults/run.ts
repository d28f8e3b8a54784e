import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { whyNoPostgres } from '../support/postgres.ts';
import { pause } from '../support/until.ts';
import type { Cost, Fault } from './fault.ts';
import { againAfter, fateOf, judge, type Verdict } from './judge.ts';
import type { DuePost } from './posts.ts';
import { addDisk, openStage, type Stage } from './stage.ts';

/** Before the fault, in which everything must be answered. */
const CALM_MS = 3_000;
/** After the bot answers again, and once nothing is open any more, in which nothing may come twice. */
const AFTERWARDS_MS = 3_000;
/** How long the bot may take to answer again, and how long what is open may take, before nothing is expected of it. */
const MOST_RECOVERING_MS = 75_000;
const MOST_SETTLING_MS = 75_000;
/** A post whose process was killed belongs to it for a minute and a half. */
const MOST_POSTING_MS = 150_000;
const LOOK_EVERY_MS = 100;

/** Why a fault cannot be made to happen on this machine; undefined where it can. */
export function whyNot({ world }: Fault): string | undefined {
  if (world?.database === 'postgres') return whyNoPostgres();
  return world?.ownDisk ? whyNoDisk() : undefined;
}

function whyNoDisk(): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'harbin-disk-'));
  try {
    addDisk(folder)();
    return undefined;
  } catch {
    return 'no disk can be added (that needs root, and a container that may mount)';
  } finally {
    rmdirSync(folder);
  }
}

/** Lets one fault happen while people ask and posts fall due, and judges what came of it. */
export async function run(fault: Fault): Promise<Verdict> {
  const stage = await openStage(fault.world);
  const { asking, posts } = stage;
  try {
    await pause(CALM_MS);
    const before = [...asking.all];
    const isCalm = () =>
      (['slack', 'discord'] as const).every((name) =>
        before.some((asked) => asked.platform === name && fateOf(asked) === 'answered'),
      ) && before.every((asked) => fateOf(asked) !== 'open' && fateOf(asked) !== 'lost');
    if (!(await lookUntil(isCalm, MOST_SETTLING_MS))) throw new Error('not even answered before the fault');
    await fault.happen(stage);
    const endedAt = stage.endedAt ?? performance.now();
    await lookUntil(() => againAfter(asking.all, endedAt) !== undefined, MOST_RECOVERING_MS);
    await pause(AFTERWARDS_MS);
    asking.stop();
    const due = posts.due(stage.now());
    await lookUntil(() => isSettled(stage), MOST_SETTLING_MS);
    await lookUntil(() => arePosted(stage, due, fault.cost ?? {}), MOST_POSTING_MS);
    await pause(AFTERWARDS_MS);
    return await judge(fault, stage, endedAt, due);
  } finally {
    await stage.close();
  }
}

/** Whether nothing more is to be expected of any question. */
function isSettled({ asking, cutOff }: Stage): boolean {
  return asking.all.every((asked) => {
    const fate = fateOf(asked);
    return fate !== 'open' && (fate !== 'lost' || cutOff.has(asked));
  });
}

/** Whether nothing more is to be expected of any post; what may stay in doubt is not waited for. */
async function arePosted({ posts }: Stage, due: readonly DuePost[], { postsInDoubt }: Cost): Promise<boolean> {
  try {
    const missing = due.filter(({ shown }) => shown() === 0);
    const outcomes = await Promise.all(missing.map((post) => posts.outcome(post)));
    const open = outcomes.filter((outcome) => outcome === undefined || outcome.kind === 'waiting').length;
    return open <= (postsInDoubt ? await posts.doubtful() : 0);
  } catch {
    // The database is away.
    return false;
  }
}

/** Looks until something is so; tells whether it came to that. */
async function lookUntil(look: () => boolean | Promise<boolean>, mostMs: number): Promise<boolean> {
  const deadline = performance.now() + mostMs;
  while (!(await look())) {
    if (performance.now() > deadline) return false;
    await pause(LOOK_EVERY_MS);
  }
  return true;
}
