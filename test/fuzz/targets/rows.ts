import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import Libsql from 'libsql';
import { pause } from '../../../src/adapters/shared/pause.ts';
import { openStore } from '../../../src/adapters/storage/open-store.ts';
import { createDaily } from '../../../src/core/daily/daily.ts';
import { createDailyWriter } from '../../../src/core/daily/writer.ts';
import type { Messenger } from '../../../src/core/ports.ts';
import { loadCatalogue } from '../../../src/data/load.ts';
import { channel, subscribed } from '../../support/daily.ts';
import { until } from '../../support/until.ts';
import { insist, type Target } from '../target.ts';
import { shortHostileText } from '../texts.ts';

/** A row that somebody has changed: the table, and values for some of its columns. */
type Input = { table: 'subscription' | 'delivery'; values: [column: string, value: string | number | null][] };

const COLUMNS = {
  subscription:
    'channel minute zone days topic set_by set_at language state next_due_at last_day away cycle last_figure failed_days'.split(
      ' ',
    ),
  delivery:
    'day due_at figure cycle state try_at attempts looks doubtful owner first_tried_at code outcome remote_id'.split(
      ' ',
    ),
};
const value: fc.Arbitrary<string | number | null> = fc.oneof(
  fc.constantFrom<string | number | null>(null, -1, 0, 1, 1.5, 1_440, 1e15, -1e15, Number.MAX_SAFE_INTEGER),
  fc.constantFrom(
    ...'"all" [1,2] [] [9] {} null "x" {"kind":"on"} {"kind":"off"} {"kind":"paused"} {"kind":"paused","by":"U1","until":"2026-13-45"} {"kind":"x"}'.split(
      ' ',
    ),
  ),
  fc.constantFrom(
    ...'Asia/Shanghai Mars/Olympus en xx 2026-11-25 9999-99-99 0000-00-00 waiting sending sent on off universities nowhere {"kind":"sent"}'.split(
      ' ',
    ),
  ),
  shortHostileText,
);
const rowOf = (table: 'subscription' | 'delivery') =>
  fc
    .array(fc.tuple(fc.constantFrom(...COLUMNS[table]), value), { minLength: 1, maxLength: 3 })
    .map((values): Input => ({ table, values }));

/** How soon a post of a channel whose row is whole goes out beside the others. */
const MOST_WAITING_MS = 3_000;

/** Rows of daily posts that somebody has changed in the database, or that another version of the program wrote. */
export const rows: Target = {
  name: 'rows of the database',
  arbitrary: fc.array(fc.oneof(rowOf('subscription'), rowOf('delivery')), { minLength: 1, maxLength: 6 }),
  clock: () => performance.now(),
  waitsMs: MOST_WAITING_MS,
  async open() {
    const folder = await mkdtemp(join(tmpdir(), 'harbin-fuzz-'));
    const path = join(folder, 'harbin.db');
    const store = await openStore(`file:${path}`, () => {});
    const database = new Libsql(path);
    const catalogue = await loadCatalogue();
    const posted = new Set<string>();
    const messenger: Messenger = {
      async send(post) {
        posted.add(post.channel.id);
        return { kind: 'sent', id: '1' };
      },
      find: async () => ({ kind: 'absent' }),
      tell: async () => true,
    };
    const daily = createDaily({
      ledger: store.ledger,
      messengers: new Map([['slack', messenger]]),
      writer: createDailyWriter(catalogue, '0.0.0'),
      languages: store.languages,
      figuresOf: () => catalogue.figures.map(({ id }) => id),
      clock: () => new Date(),
      stopwatch: Date.now,
      wait: pause,
      report: () => {},
      owner: 'fuzz',
      timings: {
        pollMs: [1, 5],
        leaseMs: 2_000,
        lookingMs: 200,
        sendingMs: 400,
        retrying: { firstMs: 50, mostMs: 200 },
        finishingMs: 500,
        tidyMs: 100,
      },
    });
    daily.start();
    let serial = 0;
    const save = async () => {
      const subscription = subscribed({ channel: channel(`C${++serial}`) });
      await store.subscriptions.save(subscription, new Date());
      return subscription;
    };
    return {
      async take(input) {
        for (const { table, values } of input as Input[]) {
          const { id } = await save();
          spoil(database, id, table, values);
        }
        const whole = await save();
        await until(() => posted.has(whole.channel.id), { what: 'the post of another channel' });
        const [last] = await store.subscriptions.history(whole.channel, 1);
        return () => insist(last?.figure !== undefined, 'a post without a figure');
      },
      async settle() {
        await store.census();
        insist(await store.answers(), 'the store does not answer');
        database.exec('delete from subscription');
      },
      async close() {
        await daily.stop();
        database.close();
        await store.close();
        await rm(folder, { recursive: true, force: true });
      },
    };
  },
};

function spoil(database: Libsql.Database, id: string, table: Input['table'], values: Input['values']): void {
  if (table === 'delivery') {
    const now = Date.now();
    database
      .prepare(
        `insert or ignore into delivery (id, subscription, platform, day, due_at, figure, cycle, state, try_at, attempts, looks, doubtful)
         values (?, ?, 'slack', '2026-11-25', ?, 'universities', 0, 'waiting', ?, 0, 0, 0)`,
      )
      .run([`${id}.2026-11-25`, id, now, now]);
  }
  for (const [column, content] of values) {
    try {
      database
        .prepare(`update ${table} set ${column} = ? where ${table === 'delivery' ? 'subscription' : 'id'} = ?`)
        .run([content, id]);
    } catch {
      // The database itself refuses it.
    }
  }
}
