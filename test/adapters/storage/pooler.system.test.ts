import pg from 'pg';
import { describe, expect, it, type TestContext } from 'vitest';
import { openStore } from '../../../src/adapters/storage/open-store.ts';
import { CONNECTIONS, startPgBouncer, whyNoPgBouncer } from '../../support/pgbouncer.ts';
import { startPostgres, whyNoPostgres } from '../../support/postgres.ts';

const why = whyNoPostgres() ?? whyNoPgBouncer();

/** The address of a fresh database behind PgBouncer. */
async function pooled(test: TestContext): Promise<string> {
  const server = await startPostgres();
  const pooler = await startPgBouncer(server);
  test.onTestFinished(async () => {
    await pooler.stop();
    server.stop();
  });
  return pooler.through(server.database());
}

describe.skipIf(why !== undefined)(`behind PgBouncer in transaction mode${why ? ` (skipped: ${why})` : ''}`, () => {
  it('the database opens, and the copies on it take each event once and see no copies that are gone', async (test) => {
    const url = await pooled(test);
    const gone = await openStore(url, () => {});
    expect(await gone.seen.begin('T1 a', false)).toBe('mine');
    await gone.seen.end('T1 a');
    expect(await gone.seen.begin('T1 b', false)).toBe('mine');
    await gone.close();
    const store = await openStore(url, () => {});
    test.onTestFinished(() => store.close());
    expect(await store.others()).toBe(0);
    expect(await store.seen.begin('T1 a', true)).toBe('done');
    expect(await store.seen.begin('T1 b', true)).toBe('busy');
    await store.languages.set('slack:T1:C1', 'zh');
    expect(await store.languages.of('slack:T1:C1')).toBe('zh');
  });

  it('copies that start at once on an empty database all find its tables made', async (test) => {
    for (let round = 0; round < 5; round += 1) {
      const url = await pooled(test);
      const stores = await Promise.all(Array.from({ length: 6 }, () => openStore(url, () => {})));
      expect((await Promise.all(stores.map((store) => store.answers()))).every(Boolean)).toBe(true);
      await Promise.all(stores.map((store) => store.close()));
    }
  });

  it('nothing of the bot stays on connections that others get next: no setting, no lock, no statement', async (test) => {
    const url = await pooled(test);
    const [one, two] = await Promise.all([openStore(url, () => {}), openStore(url, () => {})]);
    await Promise.all(Array.from({ length: 20 }, (_, at) => one.seen.begin(`T1 ${at}`, false)));
    await Promise.all([two.others(), two.census(), one.languages.set('slack:T1:C1', 'ru')]);
    // All at once, so that each has a connection of the server by itself.
    const clients = Array.from({ length: CONNECTIONS }, () => new pg.Client(url));
    test.onTestFinished(async () => {
      await Promise.all([...clients.map((client) => client.end()), one.close(), two.close()]);
    });
    await Promise.all(clients.map((client) => client.connect()));
    for (const client of clients) await client.query('begin');
    const looks = await Promise.all(
      clients.map((client) =>
        client.query(`select pg_backend_pid() as pid, current_setting('statement_timeout') as timeout,
          (select count(*)::integer from pg_locks where locktype = 'advisory') as locks,
          (select count(*)::integer from pg_prepared_statements) as statements`),
      ),
    );
    const found = looks.flatMap(({ rows }) => rows as ({ pid: number } & Record<string, unknown>)[]);
    expect(new Set(found.map(({ pid }) => pid)).size).toBe(CONNECTIONS);
    for (const { pid: _, ...left } of found) expect(left).toEqual({ timeout: '0', locks: 0, statements: 0 });
  });
});
