import {
  closeSync,
  existsSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import Libsql from 'libsql';
import { codeOf, isDamage } from './error-code.ts';
import { newerStep } from './migrations.ts';
import { pathOf } from './sqlite.ts';

/** A backup cannot be made or put back like this; the message says why, and what to do. Nothing was changed. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused';
}

export type Backup = { file: string; bytes: number };

/**
 * Copies the database into a file of its own while the bot may go on writing: what was committed before is in it, and
 * nothing by half. The copy is checked before it gets its name.
 */
export function backUp(url: string, target: string | undefined, { force }: { force: boolean }): Backup {
  const source = pathOf(url);
  if (!existsSync(source))
    throw new BackupRefused(`there is no database at ${source}: start the bot once, or set DATABASE_URL`);
  const file = target ?? join(dirname(source), `harbin-backup-${stamp()}.db`);
  if (existsSync(file) && !force)
    throw new BackupRefused(`${file} exists: name another file, or add --force to overwrite it`);
  const workshop = makeWorkshop(file);
  const part = join(workshop, 'harbin.db');
  try {
    const database = new Libsql(source, { timeout: LOCKED_MS });
    try {
      refuseEmpty(database, source);
      database.exec(`vacuum into ${quoted(part)}`);
    } finally {
      database.close();
    }
    examine(part, source);
    keepPrivate(part);
    renameSync(part, file);
    return { file, bytes: statSync(file).size };
  } catch (error) {
    if (isDamage(error))
      throw new BackupRefused(`${source} is damaged, or no database (${codeOf(error)}): restore a backup of before`, {
        cause: error,
      });
    throw unwritable(file, error);
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}

/** Puts a backup in the database's place; the database that stood there is kept beside it under the name that is returned. */
export function restore(url: string, backup: string): { file: string; kept: string | undefined } {
  const file = pathOf(url);
  if (!existsSync(backup)) throw new BackupRefused(`there is no file ${backup}`);
  examine(backup, backup);
  let workshop: string | undefined;
  try {
    mkdirSync(dirname(file), { recursive: true });
    refuseLinks(file);
    workshop = makeWorkshop(file);
    const part = join(workshop, 'harbin.db');
    const [standing = dirname(file)] = remainsOf(file);
    copyFor(backup, part, standing);
    const kept = setAside(file);
    renameSync(part, file);
    return { file, kept };
  } catch (error) {
    throw unwritable(file, error);
  } finally {
    if (workshop) rmSync(workshop, { recursive: true, force: true });
  }
}

/** Where root restores, the folder mostly belongs to the user of the bot, who must not lead root to another file by a link. */
function refuseLinks(file: string): void {
  if (process.getuid?.() !== 0) return;
  for (const each of ['', '-wal', '-shm'].map((end) => file + end))
    if (lstatSync(each, { throwIfNoEntry: false })?.isSymbolicLink())
      throw new BackupRefused(
        `${each} is a link: restore as the user of the bot, or set DATABASE_URL to the file itself`,
      );
}

/** A folder of our own beside a file, where nobody has laid anything before. */
function makeWorkshop(file: string): string {
  try {
    return mkdtempSync(join(dirname(file), '.harbin-'));
  } catch (error) {
    throw unwritable(file, error);
  }
}

const PRIVATE = 0o600;
const CHUNK_BYTES = 1 << 20;

/** Copies a backup into a new file, which where root does it goes to whoever owns what stands there now. It works on open files alone: a name could lead elsewhere by then. */
function copyFor(backup: string, target: string, standing: string): void {
  const from = openSync(backup, 'r');
  const to = openSync(target, 'wx', PRIVATE);
  try {
    const chunk = Buffer.alloc(CHUNK_BYTES);
    for (let bytes = readSync(from, chunk); bytes > 0; bytes = readSync(from, chunk)) {
      for (let written = 0; written < bytes; ) written += writeSync(to, chunk, written, bytes - written);
    }
    if (process.getuid?.() === 0) {
      const { uid, gid } = statSync(standing);
      fchownSync(to, uid, gid);
    }
    fsyncSync(to);
  } finally {
    closeSync(from);
    closeSync(to);
  }
}

/** How long to wait for whoever writes just now, in milliseconds. */
const LOCKED_MS = 10_000;

/** The files of a database that are there: its log may outlive it, and would be written into whatever takes its place. */
function remainsOf(file: string): string[] {
  return ['', '-wal', '-shm'].map((end) => file + end).filter((each) => existsSync(each));
}

/** Moves a database away that nobody has open, and tells where it is now. */
function setAside(file: string): string | undefined {
  if (existsSync(file)) close(file);
  const remains = remainsOf(file);
  if (remains.length === 0) return undefined;
  const kept = `${file}.replaced-${stamp()}`;
  for (const each of remains) renameSync(each, kept + each.slice(file.length));
  return kept;
}

function close(file: string): void {
  const database = new Libsql(file);
  try {
    // Possible only where no other process has it open, and takes what is still in the write-ahead log into the file.
    database.exec('pragma journal_mode = delete');
  } catch (error) {
    if (codeOf(error) === 'SQLITE_BUSY')
      throw new BackupRefused(`${file} is in use: stop the bot first, restore, and start it again`, { cause: error });
    // A damaged database is often the reason to restore another one.
  } finally {
    database.close();
  }
}

/** A file that was made, but never written by the bot. */
function refuseEmpty(database: Libsql.Database, file: string): void {
  const { tables } = database.prepare('select count(*) as tables from sqlite_master').get([]) as { tables: number };
  if (tables === 0) throw new BackupRefused(`${file} holds nothing yet: start the bot once`);
}

function unwritable(file: string, error: unknown): BackupRefused {
  if (error instanceof BackupRefused) return error;
  const says = `${file} cannot be written (${codeOf(error)}): see that its folder is there, has room, and may be written by this user`;
  return new BackupRefused(says, { cause: error });
}

/** Throws unless a file is a whole database of this program, or of an earlier version of it; `name` is what it is called to a person. */
function examine(file: string, name: string): void {
  let steps: string[];
  try {
    const database = new Libsql(file, { readonly: true });
    try {
      const [finding] = database.prepare('pragma integrity_check(1)').all([]) as { integrity_check: string }[];
      if (finding?.integrity_check !== 'ok') throw new Error(finding?.integrity_check);
      steps = (database.prepare('select name from kysely_migration order by name').all([]) as { name: string }[]).map(
        (row) => row.name,
      );
    } finally {
      database.close();
    }
  } catch (error) {
    throw new BackupRefused(`${name} is damaged, or no database of this program (${codeOf(error)})`, { cause: error });
  }
  const newer = newerStep(steps);
  if (newer !== undefined)
    throw new BackupRefused(
      `${name} was written by a newer version of this program (it has the step ${newer}): use that version`,
    );
}

/** It tells who set up posts where: for the owner alone. */
function keepPrivate(file: string): void {
  const open = openSync(file, 'r+');
  fchmodSync(open, PRIVATE);
  fsyncSync(open);
  closeSync(open);
}

function stamp(): string {
  return new Date().toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');
}

function quoted(path: string): string {
  return `'${path.replaceAll("'", "''")}'`;
}
