import { sql } from 'kysely';
import type { Database } from './database.ts';

/** What is still to be posted, and what nobody can tell about. */
export type Queue = {
  /** Posts that wait or are under way. */
  open: number;
  /** The hour of the oldest of them, or of the subscription whose turn comes first. */
  oldestDue: Date | undefined;
  /** Posts that may have arrived. */
  uncertain: number;
};

export async function queue({ db }: Database): Promise<Queue> {
  const { min, count } = db.fn;
  const open = await db
    .selectFrom('delivery')
    .select([count<number>('id').as('count'), min('due_at').as('oldest')])
    .where('try_at', 'is not', null)
    .executeTakeFirstOrThrow();
  const next = await db
    .selectFrom('subscription')
    .select(min('next_due_at').as('due'))
    .where('next_due_at', 'is not', null)
    .executeTakeFirstOrThrow();
  const uncertain = await db
    .selectFrom('delivery')
    .select(count<number>('id').as('count'))
    .where(sql<boolean>`state = 'uncertain'`)
    .executeTakeFirstOrThrow();
  const dues = [open.oldest, next.due].filter((due) => due !== null);
  return {
    open: open.count,
    oldestDue: dues.length === 0 ? undefined : new Date(Math.min(...dues)),
    uncertain: uncertain.count,
  };
}
