import type { Installation } from '../shared/installations.ts';
import type { Database } from './database.ts';
import { openDatabase } from './open-database.ts';
import { type SealTally, sealedRows, tallySeals } from './sealed-rows.ts';
import { createSeal, type Seal, type SealingKey } from './sealing.ts';

/** Which workspaces installed the app, and how their rows are sealed. */
export type Installed = { tally: SealTally; installations: Installation[] };

/** Reads for `harbin doctor`, which brings no tables up to date: where there are none yet, nothing is installed. */
export async function readInstalled(url: string, keys: readonly SealingKey[]): Promise<Installed> {
  const database = await openDatabase(url, () => {});
  try {
    const tables = await database.db.introspection.getTables();
    if (!tables.some(({ name }) => name === 'installation'))
      return { tally: { present: 0, older: new Map(), stuck: new Map() }, installations: [] };
    const seal = createSeal(keys);
    return { tally: await tallySeals(database, seal), installations: await openedRows(database, seal) };
  } finally {
    await database.db.destroy();
  }
}

async function openedRows(database: Database, seal: Seal): Promise<Installation[]> {
  const opened: Installation[] = [];
  for await (const row of sealedRows(database, seal))
    if (row.opened !== undefined) opened.push(JSON.parse(row.opened) as Installation);
  return opened;
}
