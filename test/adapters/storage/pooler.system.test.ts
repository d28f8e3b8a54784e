import { describe, expect, it } from 'vitest';
import { openStore } from '../../../src/adapters/storage/open-store.ts';
import { startPooler } from '../../support/pooler.ts';
import { startPostgres, whyNoPostgres } from '../../support/postgres.ts';

describe.skipIf(whyNoPostgres() !== undefined)('Behind a pooler such as PgBouncer', () => {
  it('the database opens, and the copies on it take each event once and see no copies that are gone', async (test) => {
    const server = await startPostgres();
    const pooler = await startPooler(server.database());
    test.onTestFinished(async () => {
      await pooler.close();
      server.stop();
    });
    const gone = await openStore(pooler.url, () => {});
    expect(await gone.seen.begin('T1 a', false)).toBe('mine');
    await gone.seen.end('T1 a');
    expect(await gone.seen.begin('T1 b', false)).toBe('mine');
    await gone.close();
    const store = await openStore(pooler.url, () => {});
    test.onTestFinished(() => store.close());
    expect(await store.others()).toBe(0);
    expect(await store.seen.begin('T1 a', true)).toBe('done');
    expect(await store.seen.begin('T1 b', true)).toBe('busy');
    await store.languages.set('slack:T1:C1', 'zh');
    expect(await store.languages.of('slack:T1:C1')).toBe('zh');
  });
});
