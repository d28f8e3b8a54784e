import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../../src/adapters/storage/open-store.ts';
import { channel, subscribed } from '../../support/daily.ts';
import { type Postgres, startPostgres, whyNoPostgres } from '../../support/postgres.ts';

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
    expect(await store.answers()).toBe(true);
    expect(await store.languages.of('slack:T1:C1')).toBe('zh');
    expect(await store.subscriptions.of(channel())).toEqual(subscribed());
    expect(troubles.length).toBeGreaterThan(0);
  });
});
