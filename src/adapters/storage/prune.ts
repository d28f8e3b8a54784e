import { sql } from 'kysely';
import type { Database } from './database.ts';

/** Between two removals of what is too old. */
const PRUNE_EVERY_MS = 60_000;

/** Removes the rows of a table that have been kept for longer than so many milliseconds, now and then; nobody waits for it. */
export function createPrune(
  { db, now }: Database,
  table: 'seen' | 'conversation',
  keptMs: number,
  onTrouble: (error: Error) => void,
): () => void {
  const oldest = sql<number>`${now} - cast(${keptMs} as bigint)`;
  let pruneAt = 0;
  return () => {
    if (performance.now() < pruneAt) return;
    pruneAt = performance.now() + PRUNE_EVERY_MS;
    db.deleteFrom(table).where('at', '<', oldest).execute().catch(onTrouble);
  };
}
