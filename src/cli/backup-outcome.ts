import { BackupRefused } from '../adapters/storage/backup.ts';
import { isFile } from '../adapters/storage/open-database.ts';
import type { Outcome } from './outcome.ts';

/** What `backup` and `restore` say where the database is PostgreSQL; undefined where it is a file. */
export function inPostgres(databaseUrl: string, command: string): Outcome | undefined {
  if (isFile(databaseUrl)) return undefined;
  return {
    done: false,
    says: `DATABASE_URL is a PostgreSQL database: use its own tools (with the bot stopped for a restore):\n  ${command}`,
  };
}

/** What came of it; a refusal is an outcome, anything else an error. */
export function unlessRefused(work: () => string): Outcome {
  try {
    return { done: true, says: work() };
  } catch (error) {
    if (!(error instanceof BackupRefused)) throw error;
    return { done: false, says: error.message };
  }
}
