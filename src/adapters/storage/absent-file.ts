import { existsSync } from 'node:fs';
import { isFile } from './open-database.ts';
import { pathOf } from './sqlite.ts';

/** The path of a database file that does not exist yet; undefined where it exists, or the database is a server's. */
export function absentFile(url: string): string | undefined {
  if (!isFile(url)) return undefined;
  const path = pathOf(url);
  return existsSync(path) ? undefined : path;
}
