import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe } from 'vitest';
import { openStore, type Store } from '../../../src/adapters/storage/open-store.ts';
import { type Postgres, startPostgres, whyNoPostgres } from '../../support/postgres.ts';

/** Where the tests of one kind of database find a fresh one; stores that they open are closed for them. */
export type Place = {
  /** The address of a fresh, empty database. */
  fresh(): string;
  open(url: string): Promise<Store>;
};

/** Runs the same promises on a SQLite file and on a PostgreSQL server. */
export function onEveryStore(promises: (place: Place) => void): void {
  describe('on a SQLite file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'harbin-store-'));
    let files = 0;
    afterAll(() => rmSync(folder, { recursive: true, force: true }));
    promises({ fresh: () => `file:${join(folder, `${++files}.db`)}`, open: opener() });
  });

  const why = whyNoPostgres();
  describe.skipIf(why !== undefined)(`on PostgreSQL${why === undefined ? '' : ` (skipped: ${why})`}`, () => {
    let server: Postgres | undefined;
    beforeAll(async () => {
      server = await startPostgres();
    });
    afterAll(() => server?.stop());
    promises({
      fresh() {
        if (!server) throw new Error('PostgreSQL has not started');
        return server.database();
      },
      open: opener(),
    });
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
