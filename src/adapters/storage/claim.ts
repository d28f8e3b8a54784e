import { sql } from 'kysely';
import type { Claimed, Wanted } from '../../core/daily/ledger.ts';
import type { Database } from './database.ts';
import { subscriptionOf, unreadable } from './rows.ts';
import type { DeliveryRow } from './tables.ts';

/** Takes posts whose time to be tried has come, and those whose owner's lease has ended without a word. */
export async function claim(database: Database, onTrouble: (error: Error) => void, wanted: Wanted): Promise<Claimed[]> {
  if (wanted.most <= 0 || !(await hasOpen(database, wanted))) return [];
  const taken = await take(database, wanted);
  if (taken.length === 0) return [];
  const rows = await database.db
    .selectFrom('subscription')
    .selectAll()
    .where(
      'id',
      'in',
      taken.map(({ subscription }) => subscription),
    )
    .execute();
  const subscriptions = new Map(rows.map((row) => [row.id, row]));
  return taken.flatMap((delivery) => {
    const row = subscriptions.get(delivery.subscription);
    if (!row || delivery.figure === null) return [];
    const subscription = subscriptionOf(row);
    if (!subscription) {
      // It is let go of when its lease ends, and given up after hours, as if nobody served it.
      onTrouble(unreadable(row));
      return [];
    }
    return [
      {
        key: delivery.id,
        subscription,
        day: delivery.day,
        dueAt: new Date(delivery.due_at),
        figure: delivery.figure,
        owner: wanted.owner,
        attempts: delivery.attempts,
        looks: delivery.looks,
        isDoubtful: delivery.doubtful === 1,
        firstTriedAt: new Date(delivery.first_tried_at ?? delivery.due_at),
        failedDays: row.failed_days,
        code: delivery.code ?? undefined,
      },
    ];
  });
}

function open({ db, now }: Database, { platform, except }: Wanted) {
  const found = db.selectFrom('delivery').where('platform', '=', platform).where('try_at', '<=', now);
  return except.length === 0 ? found : found.where('id', 'not in', except);
}

/** Looking costs no write lock. */
async function hasOpen(database: Database, wanted: Wanted): Promise<boolean> {
  return (await open(database, wanted).select('id').orderBy('try_at').limit(1).executeTakeFirst()) !== undefined;
}

function take(database: Database, wanted: Wanted): Promise<DeliveryRow[]> {
  const { db, now, forUpdate } = database;
  return db.transaction().execute(async (transaction) => {
    const found = await open({ ...database, db: transaction }, wanted)
      .select('id')
      .orderBy('try_at')
      .limit(wanted.most)
      .modifyEnd(forUpdate)
      .execute();
    if (found.length === 0) return [];
    return transaction
      .updateTable('delivery')
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
}
