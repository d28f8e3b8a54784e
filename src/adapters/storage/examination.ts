import { existsSync } from 'node:fs';
import { sql } from 'kysely';
import { type Check, fail, note, ok, type Verdict } from '../check.ts';
import type { Database } from './database.ts';
import { stepsTaken } from './migrate.ts';
import { MIGRATIONS } from './migrations.ts';
import { openPostgres } from './postgres.ts';
import { openSqlite, pathOf } from './sqlite.ts';

/** What `harbin doctor` asks of the database; it changes nothing in it. */
export function storageChecks(url: string): Check[] {
  return [{ about: 'Database', look: () => (url.startsWith('file:') ? fileOf(url) : serverOf(url)) }];
}

async function fileOf(url: string): Promise<Verdict> {
  const isNew = !existsSync(pathOf(url));
  // Opening asks for the lock that writing needs, and looks for damage.
  const database = await openSqlite(url);
  return examined(database, isNew);
}

async function serverOf(url: string): Promise<Verdict> {
  const database = await openPostgres(url, () => {});
  const { rows } = await sql<{ standby: boolean; may: boolean }>`select pg_is_in_recovery() as standby,
    has_schema_privilege(current_schema(), 'create') as may`.execute(database.db);
  const [server] = rows;
  if (server?.standby) {
    await database.db.destroy();
    return fail(`${database.name} is a standby that takes no writes: set DATABASE_URL to the primary`);
  }
  if (!server?.may) {
    await database.db.destroy();
    return fail(`${database.name} lets this user make no tables: grant it CREATE on the schema`);
  }
  return examined(database, false);
}

async function examined({ db, name }: Database, isNew: boolean): Promise<Verdict> {
  try {
    const steps = await stepsTaken(db);
    const newer = steps.find((step) => !(step in MIGRATIONS));
    if (newer !== undefined)
      return fail(
        `${name} was written by a newer version of this program (${newer}): run that one, or restore a backup`,
      );
    const missing = Object.keys(MIGRATIONS).length - steps.length;
    if (missing === 0) return ok(`${name} can be written, its tables are those of this version (${steps.at(-1)})`);
    if (isNew || steps.length === 0) return ok(`${name} can be written; its tables are made at the first start`);
    return note(
      `${name} can be written; the next start brings its tables up to this version: make a backup first (harbin backup)`,
    );
  } finally {
    await db.destroy();
  }
}
