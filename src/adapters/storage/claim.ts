import type { Claimed, Wanted } from '../../core/daily/ledger.ts';
import type { Database } from './database.ts';
import { subscriptionOf, unreadable } from './rows.ts';
import { take } from './take.ts';

/** Takes posts whose time to be tried has come, and those whose owner's lease has ended without a word. */
export async function claim(database: Database, onTrouble: (error: Error) => void, wanted: Wanted): Promise<Claimed[]> {
  const taken = await take(database, 'delivery', wanted);
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
