import type { Database } from './database.ts';

/** Opens `file:…` or `postgres://…` as it is; loads the driver of the one in question, and not the other. */
export async function openDatabase(url: string, onTrouble: (error: Error) => void): Promise<Database> {
  if (isFile(url)) return (await import('./sqlite.ts')).openSqlite(url);
  return (await import('./postgres.ts')).openPostgres(url, onTrouble);
}

/** Whether a database is a file of this machine, and not a server's. */
export function isFile(url: string): boolean {
  return url.startsWith('file:');
}
