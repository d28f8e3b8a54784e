import { parseArgs } from 'node:util';
import { BackupRefused, backUp, restore } from '../adapters/storage/backup.ts';
import { isFile } from '../adapters/storage/open-database.ts';
import type { Ran } from '../app/ran.ts';
import { readConfig } from '../config/config.ts';

/** `harbin backup` and `harbin restore`: a file of the database, made and put back. */

export function runBackup(args: string[], environment: NodeJS.ProcessEnv): Ran {
  const { values, positionals } = parseArgs({ args, options: { force: { type: 'boolean' } }, allowPositionals: true });
  const { databaseUrl } = readConfig(environment);
  if (positionals.length > 1) return { done: false, says: 'name one file for the backup, or none' };
  if (!isFile(databaseUrl))
    return { done: false, says: inPostgres('pg_dump --format=custom --file=harbin.dump "$DATABASE_URL"') };
  return attempt(() => {
    const { file, bytes } = backUp(databaseUrl, positionals[0], { force: values.force ?? false });
    return `${file}: ${Math.ceil(bytes / 1_024)} KB, checked`;
  });
}

export function runRestore([file, ...more]: string[], environment: NodeJS.ProcessEnv): Ran {
  const { databaseUrl } = readConfig(environment);
  if (!isFile(databaseUrl))
    return {
      done: false,
      says: inPostgres('pg_restore --clean --if-exists --single-transaction --dbname="$DATABASE_URL" harbin.dump'),
    };
  if (file === undefined || more.length > 0)
    return {
      done: false,
      says: 'name one backup to restore, for example: harbin restore ./var/harbin-backup-20261125-090000.db',
    };
  return attempt(() => {
    const { file: restored, kept } = restore(databaseUrl, file);
    return `${restored} is ${file} now${kept === undefined ? '' : `; what stood there is kept as ${kept}`}`;
  });
}

function inPostgres(command: string): string {
  return `DATABASE_URL is a PostgreSQL database: use its own tools (with the bot stopped for a restore):\n  ${command}`;
}

function attempt(work: () => string): Ran {
  try {
    return { done: true, says: work() };
  } catch (error) {
    if (!(error instanceof BackupRefused)) throw error;
    return { done: false, says: error.message };
  }
}
