import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../../src/adapters/storage/open-store.ts';
import { channel, subscribed } from '../../support/daily.ts';
import { type Postgres, startPostgres, whyNoPostgres } from '../../support/postgres.ts';

/** A database that has just come back may be slow for a moment. */
const PATIENCE = { timeout: 30_000 };

describe.skipIf(whyNoPostgres() !== undefined)('While PostgreSQL is away', () => {
  let server: Postgres;
  let store: Store;
  const troubles: Error[] = [];
  beforeAll(async () => {
    server = await startPostgres();
    store = await openStore(server.database(), (error) => troubles.push(error));
  });
  afterAll(async () => {
    await store.close();
    server.stop();
  });

  it('languages count as unset, health says so, and afterwards all goes on', async () => {
    await store.languages.set('slack:T1:C1', 'zh');
    await store.subscriptions.save(subscribed(), undefined);
    await server.awayWhile(async () => {
      expect(await store.languages.of('slack:T1:C1')).toBeUndefined();
      expect(await store.answers()).toBe(false);
      await expect(store.subscriptions.of(channel())).rejects.toThrow();
    });
    await expect.poll(() => store.answers(), PATIENCE).toBe(true);
    await expect.poll(() => store.languages.of('slack:T1:C1'), PATIENCE).toBe('zh');
    expect(await store.subscriptions.of(channel())).toEqual(subscribed());
    expect(troubles.length).toBeGreaterThan(0);
  });
});
