import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import Libsql from 'libsql';
import { codeOf } from './error-code.ts';
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
  const part = `${file}.part`;
  rmSync(part, { force: true });
  try {
    const database = new Libsql(source, { timeout: LOCKED_MS });
    try {
      database.exec(`vacuum into ${quoted(part)}`);
    } finally {
      database.close();
    }
    // It tells who set up posts where: for the owner alone.
    chmodSync(part, 0o600);
    examine(part);
    flush(part);
    renameSync(part, file);
    return { file, bytes: statSync(file).size };
  } catch (error) {
    rmSync(part, { force: true });
    if (error instanceof BackupRefused) throw error;
    throw new BackupRefused(`${source} could not be copied to ${file} (${codeOf(error)})`, { cause: error });
  }
}

/** Puts a backup in the database's place; the database that stood there is kept beside it under the name that is returned. */
export function restore(url: string, backup: string): { file: string; kept: string | undefined } {
  const file = pathOf(url);
  if (!existsSync(backup)) throw new BackupRefused(`there is no file ${backup}`);
  examine(backup);
  const part = `${file}.part`;
  copyFileSync(backup, part);
  try {
    flush(part);
    const kept = existsSync(file) ? setAside(file) : undefined;
    renameSync(part, file);
    return { file, kept };
  } finally {
    rmSync(part, { force: true });
  }
}

/** How long to wait for whoever writes just now, in milliseconds. */
const LOCKED_MS = 10_000;

/** Moves a database away that nobody has open. */
function setAside(file: string): string {
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
  const kept = `${file}.replaced-${stamp()}`;
  for (const end of ['', '-wal', '-shm']) if (existsSync(file + end)) renameSync(file + end, kept + end);
  return kept;
}

/** Throws unless a file is a whole database of this program, or of an earlier version of it. */
function examine(file: string): void {
  let steps: string[];
  try {
    const database = new Libsql(file, { readonly: true });
    try {
      const [finding] = database.prepare('pragma integrity_check(1)').all([]) as { integrity_check: string }[];
      if (finding?.integrity_check !== 'ok') throw new Error(finding?.integrity_check);
      steps = (database.prepare('select name from kysely_migration order by name').all([]) as { name: string }[]).map(
        ({ name }) => name,
      );
    } finally {
      database.close();
    }
  } catch (error) {
    throw new BackupRefused(`${file} is damaged, or no database of this program (${codeOf(error)})`, { cause: error });
  }
  const newer = newerStep(steps);
  if (newer !== undefined)
    throw new BackupRefused(`${file} was written by a newer version of this program (it has the step ${newer})`);
}

function flush(file: string): void {
  const open = openSync(file, 'r+');
  fsyncSync(open);
  closeSync(open);
}

function stamp(): string {
  return new Date().toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');
}

function quoted(path: string): string {
  return `'${path.replaceAll("'", "''")}'`;
}
