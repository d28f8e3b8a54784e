import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '../src/adapters/storage/database.ts';
import { openStore, type Store } from '../src/adapters/storage/open-store.ts';
import { openPostgres } from '../src/adapters/storage/postgres.ts';
import { openSqlite } from '../src/adapters/storage/sqlite.ts';
import type { SubscriptionRow } from '../src/adapters/storage/tables.ts';
import type { Claimed, Settlement } from '../src/core/daily/ledger.ts';
import { plan } from '../src/core/daily/plan.ts';
import { POSTING_TIMINGS } from '../src/core/daily/posting.ts';
import { loadCatalogue } from '../src/data/load.ts';
import { startPostgres, whyNoPostgres } from '../test/support/postgres.ts';
import { median, p99 } from './statistics.ts';
import { milliseconds, table } from './table.ts';

const SUBSCRIPTIONS = 100_000;
/** Due in the same minute. */
const DUE = 20_000;
const POLLS = 2_000;
const POSTS = 500;
const HOUR = new Date('2026-11-25T01:00:00Z');
const BEFORE = new Date('2026-11-25T00:59:00Z');
const AFTER = new Date('2026-11-25T01:00:01Z');

/** A hundred thousand daily posts: what looking for work costs, and how long a full minute takes to plan. */
export async function storage(): Promise<string> {
  const rows: string[][] = [];
  const folder = mkdtempSync(join(tmpdir(), 'harbin-bench-'));
  try {
    const url = `file:${join(folder, 'bench.db')}`;
    rows.push(['SQLite', ...(await measure(url, await openSqlite(url)))]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const why = whyNoPostgres();
  if (why === undefined) rows.push(['PostgreSQL', ...(await onPostgres())]);
  const head = ['store', 'idle poll median ms', 'p99 ms', '20,000 planned, s', 'longest step ms', 'posts/s'];
  return [
    table(head, rows),
    [
      `${SUBSCRIPTIONS.toLocaleString('en')} subscriptions. A poll looks for due subscriptions and for open posts of both platforms. Planning picks`,
      `figures and next hours, ${POSTING_TIMINGS.batch} subscriptions a step. Posts are claimed by tens and settled one by one.`,
      ...(why === undefined
        ? ['PostgreSQL does not sync to the disk here, as in the tests.']
        : [`PostgreSQL: ${why}.`]),
    ].join('\n'),
  ].join('\n\n');
}

async function onPostgres(): Promise<string[]> {
  const server = await startPostgres();
  try {
    const url = server.database();
    return await measure(url, await openPostgres(url, () => {}));
  } finally {
    server.stop();
  }
}

async function measure(url: string, database: Database): Promise<string[]> {
  const store = await openStore(url, () => {});
  try {
    await fill(database);
    const idle = await polls(store);
    const planned = await planAll(store);
    const perSecond = await postSome(store);
    return [
      milliseconds(median(idle)),
      milliseconds(p99(idle)),
      (planned.reduce((sum, ms) => sum + ms) / 1_000).toFixed(2),
      milliseconds(Math.max(...planned)),
      perSecond.toFixed(0),
    ];
  } finally {
    await database.db.destroy();
    await store.close();
  }
}

/** Channels of 500 servers, a fifth of them due at the same minute, the others spread over the day after. */
async function fill({ db }: Database): Promise<void> {
  for (let start = 0; start < SUBSCRIPTIONS; start += 1_000) {
    const rows = Array.from({ length: 1_000 }, (_, offset): SubscriptionRow => {
      const number = start + offset;
      const minute = number < DUE ? 9 * 60 : 10 * 60 + (number % 600);
      return {
        id: `subscription-${number}`,
        platform: number % 2 === 0 ? 'discord' : 'slack',
        workspace: `server-${number % 500}`,
        channel: `channel-${number}`,
        minute,
        zone: 'Asia/Shanghai',
        days: '"all"',
        topic: null,
        set_by: 'user',
        set_at: BEFORE.getTime(),
        language: 'zh',
        state: '{"kind":"on"}',
        next_due_at: HOUR.getTime() + (minute - 9 * 60) * 60_000,
        last_day: null,
        away: null,
        cycle: 0,
        last_figure: null,
        failed_days: 0,
      };
    });
    await db.insertInto('subscription').values(rows).execute();
  }
}

async function polls({ ledger }: Store): Promise<number[]> {
  const times: number[] = [];
  for (let poll = 0; poll < POLLS; poll++) {
    const began = performance.now();
    await ledger.prepare(BEFORE, POSTING_TIMINGS.batch, () => ({ days: [], next: undefined, state: { kind: 'on' } }));
    for (const platform of ['slack', 'discord'] as const)
      await ledger.claim({ platform, owner: 'bench', most: 64, leaseMs: 60_000, except: [] });
    times.push(performance.now() - began);
    await new Promise(setImmediate);
  }
  return times;
}

async function planAll({ ledger }: Store): Promise<number[]> {
  const { figures } = await loadCatalogue();
  const ids = figures.map(({ id }) => id);
  const steps: number[] = [];
  for (let left = DUE; left > 0; ) {
    const began = performance.now();
    const done = await ledger.prepare(AFTER, POSTING_TIMINGS.batch, (due) => plan(due, AFTER, () => ids));
    if (done === 0) throw new Error(`${left} subscriptions were not planned`);
    left -= done;
    steps.push(performance.now() - began);
    await new Promise(setImmediate);
  }
  return steps;
}

async function postSome({ ledger }: Store): Promise<number> {
  const began = performance.now();
  for (let posted = 0; posted < POSTS; ) {
    const claimed = await ledger.claim({ platform: 'slack', owner: 'bench', most: 10, leaseMs: 60_000, except: [] });
    for (const post of claimed) await ledger.settle(post, sent(post));
    posted += claimed.length;
  }
  return POSTS / ((performance.now() - began) / 1_000);
}

function sent({ subscription }: Claimed): Settlement {
  return {
    kind: 'done',
    outcome: { kind: 'sent', at: AFTER, lateMs: 1_000 },
    failedDays: 0,
    state: subscription.state,
  };
}
