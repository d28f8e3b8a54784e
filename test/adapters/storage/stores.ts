import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, inject } from 'vitest';
import { openStore, type Store } from '../../../src/adapters/storage/open-store.ts';
import { databaseOn } from '../../support/postgres.ts';

/** Where the tests of one kind of database find a fresh one; stores that they open are closed for them. */
export type Place = {
  /** The address of a fresh, empty database. */
  fresh(): string;
  open(url: string): Promise<Store>;
};

/** Runs the same promises on a SQLite file by `npm test`, and on the PostgreSQL server of `npm run test:all`. */
export function onEveryStore(promises: (place: Place) => void): void {
  const postgres = inject('postgres');
  if (postgres === undefined) {
    describe('on a SQLite file', () => {
      const folder = mkdtempSync(join(tmpdir(), 'harbin-store-'));
      let files = 0;
      afterAll(() => rmSync(folder, { recursive: true, force: true }));
      promises({ fresh: () => `file:${join(folder, `${++files}.db`)}`, open: opener() });
    });
    return;
  }
  const { port, why } = postgres;
  describe.skipIf(port === undefined)(port ? 'on PostgreSQL' : `on PostgreSQL (skipped: ${why})`, () => {
    promises({ fresh: () => databaseOn(port ?? 0), open: opener() });
  });
}

function opener(): Place['open'] {
  const open: Store[] = [];
  afterEach(async () => {
    await Promise.all(open.splice(0).map((store) => store.close()));
  });
  return async (url) => {
    const store = await openStore(url, () => {});
    open.push(store);
    return store;
  };
}
