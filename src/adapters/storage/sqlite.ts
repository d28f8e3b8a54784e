import { chmodSync, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Kysely, sql } from 'kysely';
import Libsql from 'libsql';
import type { Database } from './database.ts';
import { codeOf, isDamage } from './error-code.ts';
import { FaultyStore } from './faulty-store.ts';
import { libsqlDialect } from './libsql-dialect.ts';
import { patiently } from './patiently.ts';

/** Opens the file of `file:./var/harbin.db` or `file:///var/lib/harbin.db`, and makes it and its folder where they are missing. */
export async function openSqlite(url: string): Promise<Database> {
  const path = pathOf(url);
  makeFolder(dirname(path), path);
  keepPrivate(path);
  const file = await open(path);
  return {
    db: new Kysely({ dialect: libsqlDialect(file) }),
    name: path,
    presence: undefined,
    now: sql<number>`cast(unixepoch('subsec') * 1000 as integer)`,
    // The write lock is the whole file's, and held since the transaction began.
    forUpdate: sql``,
  };
}

/** The file that such an address means. */
export function pathOf(url: string): string {
  return url.startsWith('file://') ? fileURLToPath(url) : resolve(url.slice('file:'.length));
}

/** For its owner alone, like backups of it: it may hold tokens. */
const PRIVATE = 0o600;

/** A new file gets its rights from the umask of the program; SQLite gives the files beside it the same. */
function keepPrivate(path: string): void {
  try {
    if (statSync(path, { throwIfNoEntry: false })?.isFile()) chmodSync(path, PRIVATE);
  } catch {
    // The file is somebody else's, who decides.
  }
}

function makeFolder(folder: string, path: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new FaultyStore(
      `the folder ${folder} cannot be made (${codeOf(error)}): let the user of this program write there, or set DATABASE_URL to another file than ${path}`,
      { cause: error },
    );
  }
}

async function open(path: string): Promise<Libsql.Database> {
  try {
    const file = new Libsql(path);
    await patiently(async () => ready(file));
    return file;
  } catch (error) {
    throw new FaultyStore(`the database file ${path} ${problemOf(error, path)}`, { cause: error });
  }
}

function ready(file: Libsql.Database): void {
  // A commit is on the disk before it is acknowledged, and readers do not wait for writers.
  file.exec('pragma journal_mode = wal');
  file.exec('pragma synchronous = full');
  file.exec('pragma foreign_keys = on');
  refuseDamage(file);
  // Writes nothing, but needs everything that writing needs.
  file.exec('begin immediate');
  file.exec('rollback');
}

function refuseDamage(file: Libsql.Database): void {
  const [finding] = file.prepare('pragma quick_check(1)').all([]) as { quick_check: string }[];
  if (finding?.quick_check !== 'ok') throw Object.assign(new Error(finding?.quick_check), { code: 'SQLITE_CORRUPT' });
}

function problemOf(error: unknown, path: string): string {
  const code = codeOf(error);
  if (isDamage(error))
    return `is damaged, or no database (${code}): put a backup in its place (harbin restore), or move it and its -wal away to begin anew; it was left as it is`;
  if (code === 'SQLITE_BUSY')
    return `is locked by another process (${code}): end that process, or wait until it is done`;
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory())
    return 'is a folder: set DATABASE_URL to a file, which may lie in it';
  return `cannot be written (${code}): let the user of this program write the file and its folder, or set DATABASE_URL to another file`;
}
