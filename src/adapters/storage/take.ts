import { sql } from 'kysely';
import type { Wanted } from '../../core/daily/ledger.ts';
import type { Database } from './database.ts';
import type { DeliveryRow, NoticeRow } from './tables.ts';

type Queues = { delivery: DeliveryRow; notice: NoticeRow };

/** Takes rows whose time to be tried has come, and those whose owner's lease has ended without a word. */
export async function take<Name extends keyof Queues>(
  database: Database,
  name: Name,
  wanted: Wanted,
): Promise<Queues[Name][]> {
  // What is taken here all queues have in common.
  const queue = name as 'delivery';
  if (wanted.most <= 0 || !(await hasOpen(database, queue, wanted))) return [];
  const { db, now, forUpdate } = database;
  const rows = await db.transaction().execute(async (transaction) => {
    const found = await open({ ...database, db: transaction }, queue, wanted)
      .select('id')
      .orderBy('try_at')
      .limit(wanted.most)
      .modifyEnd(forUpdate)
      .execute();
    if (found.length === 0) return [];
    return transaction
      .updateTable(queue)
      .set({
        // Whoever was sending it may have got through.
        doubtful: sql`case when state = 'sending' then 1 else doubtful end`,
        state: 'sending',
        owner: wanted.owner,
        attempts: sql`attempts + 1`,
        try_at: sql`${now} + cast(${wanted.leaseMs} as bigint)`,
        first_tried_at: sql`coalesce(first_tried_at, ${now})`,
      })
      .where(
        'id',
        'in',
        found.map(({ id }) => id),
      )
      .returningAll()
      .execute();
  });
  return rows as unknown as Queues[Name][];
}

function open({ db, now }: Database, queue: 'delivery', { platform, except }: Wanted) {
  const found = db.selectFrom(queue).where('platform', '=', platform).where('try_at', '<=', now);
  return except.length === 0 ? found : found.where('id', 'not in', except);
}

/** Looking costs no write lock. */
async function hasOpen(database: Database, queue: 'delivery', wanted: Wanted): Promise<boolean> {
  const first = open(database, queue, wanted).select('id').orderBy('try_at').limit(1);
  return (await first.executeTakeFirst()) !== undefined;
}
