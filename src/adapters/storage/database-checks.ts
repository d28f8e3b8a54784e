import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Check, fail, note, ok, type Verdict } from '../shared/doctor-check.ts';
import { absentFile } from './absent-file.ts';
import type { Database } from './database.ts';
import { stepsTaken } from './migrate.ts';
import { MIGRATIONS, newerStep } from './migrations.ts';
import { isFile } from './open-database.ts';
import { openPostgres } from './postgres.ts';
import { rightsOf } from './rights.ts';
import { openSqlite } from './sqlite.ts';

/** What `harbin doctor` asks of the database; it changes nothing in it. */
export function storageChecks(url: string): Check[] {
  return [{ about: 'Database', look: () => (isFile(url) ? fileOf(url) : serverOf(url)) }];
}

async function fileOf(url: string): Promise<Verdict> {
  const absent = absentFile(url);
  if (absent !== undefined) return toBeMade(absent);
  // Opening asks for the lock that writing needs, and looks for damage.
  const database = await openSqlite(url);
  try {
    return await tablesOf(database);
  } finally {
    await database.db.destroy();
  }
}

/** Looks whether the file can be made, and does not make it. */
function toBeMade(path: string): Verdict {
  let folder = dirname(path);
  while (!existsSync(folder)) folder = dirname(folder);
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    if (!statSync(folder).isDirectory()) throw new Error(`${folder} is no folder`);
  } catch {
    return fail(
      `${path} cannot be made: let the user of this program write in ${folder}, or set DATABASE_URL to another file`,
    );
  }
  return ok(`${path} is made at the first start`);
}

async function serverOf(url: string): Promise<Verdict> {
  const database = await openPostgres(url, () => {});
  const { db, name } = database;
  try {
    const rights = await rightsOf(db);
    if (rights.isStandby) return fail(`${name} is a standby that takes no writes: set DATABASE_URL to the primary`);
    if (rights.isReadOnly)
      return fail(
        `${name} takes no writes of this user (default_transaction_read_only is on): switch it off for the user or the database`,
      );
    if (rights.closed.length > 0)
      return fail(
        `${name} lets this user not write ${rights.closed.join(', ')}: grant it SELECT, INSERT, UPDATE and DELETE on these tables, or make it their owner`,
      );
    const isCurrent = (await stepsTaken(db)).length >= STEPS;
    if (!isCurrent && !rights.makesTables)
      return fail(`${name} lets this user make no tables: grant it CREATE on the schema`);
    return await tablesOf(database);
  } finally {
    await db.destroy();
  }
}

const STEPS = Object.keys(MIGRATIONS).length;

async function tablesOf({ db, name }: Database): Promise<Verdict> {
  const steps = await stepsTaken(db);
  const newer = newerStep(steps);
  if (newer !== undefined)
    return fail(`${name} was written by a newer version of this program (${newer}): run that one, or restore a backup`);
  if (steps.length === STEPS)
    return ok(`${name} can be written, its tables are those of this version (${steps.at(-1)})`);
  if (steps.length === 0) return ok(`${name} can be written; its tables are made at the first start`);
  return note(
    `${name} can be written; the next start brings its tables up to this version: make a backup first (harbin backup)`,
  );
}
