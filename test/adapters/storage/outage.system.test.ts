import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../../src/adapters/storage/open-store.ts';
import { channel, subscribed } from '../../support/daily.ts';
import { type Postgres, startPostgres, whyNoPostgres } from '../../support/postgres.ts';

/** A database that has just come back may be slow for a moment. */
const PATIENCE = { timeout: 30_000 };

describe.skipIf(whyNoPostgres() !== undefined)('While the process itself stands still', () => {
  it('what PostgreSQL answers meanwhile counts', async (test) => {
    const server = await startPostgres();
    test.onTestFinished(() => server.stop());
    const store = await openStore(server.database(), () => {});
    test.onTestFinished(() => store.close());
    await store.languages.set('slack:T1:C1', 'zh');
    const asked = store.languages.of('slack:T1:C1');
    // For the question to leave.
    await new Promise(setImmediate);
    standStill(1_500);
    expect(await asked).toBe('zh');
  });
});

/** Keeps this process from doing anything, as a machine that pauses does. */
function standStill(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

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
