import type { Database } from './database.ts';
import { type SealTally, sealedRows, tallySeals } from './sealed-rows.ts';
import type { Seal } from './sealing.ts';

/** What came of sealing anew, and how all rows stand after it. */
export type Resealed = SealTally & { anew: number };

/** Rows that somebody else changes meanwhile are looked at again, so often at most. */
const MOST_ROUNDS = 5;

/**
 * Seals every row anew with the present key. Each row is a step of its own, taken only if the row is still as it was
 * read: a bot that runs meanwhile keeps what it writes, and whatever ends this in the middle leaves only rows that open.
 */
export async function reseal(database: Database, seal: Seal): Promise<Resealed> {
  let anew = 0;
  for (let round = 1; round <= MOST_ROUNDS; round += 1) {
    let missed = 0;
    for await (const { row, sealed, key, opened } of sealedRows(database, seal)) {
      if (opened === undefined || key === seal.present) continue;
      if (await replaced(database, row, sealed, seal.close(opened, row))) anew += 1;
      else missed += 1;
    }
    if (missed === 0) break;
  }
  return { anew, ...(await tallySeals(database, seal)) };
}

async function replaced({ db }: Database, row: string, before: string, after: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('installation')
    .set({ sealed: after })
    .where('workspace', '=', row)
    .where('sealed', '=', before)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
