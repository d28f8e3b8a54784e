import { sql } from 'kysely';
import type { Claimed, Settlement } from '../../core/daily/ledger.ts';
import type { Database } from './database.ts';
import type { DeliveryRow } from './tables.ts';

/** Writes down what became of a try, if the post is still its owner's; in the same transaction what it means for the subscription. */
export async function settle(
  { db, now }: Database,
  { key, owner, attempts, subscription }: Claimed,
  settlement: Settlement,
): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    const { numUpdatedRows } = await transaction
      .updateTable('delivery')
      .set(settlement.kind === 'again' ? again(settlement, now) : done(settlement))
      .where('id', '=', key)
      .where('owner', '=', owner)
      .where('attempts', '=', attempts)
      .where('state', '=', 'sending')
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    if (settlement.kind === 'again') return true;
    const { failedDays, state } = settlement;
    const changed = transaction.updateTable('subscription').where('id', '=', subscription.id);
    await changed.set({ failed_days: failedDays }).where('failed_days', '<>', failedDays).execute();
    // Not where somebody has changed the settings since.
    if (state.kind !== subscription.state.kind)
      await changed
        .set({ state: JSON.stringify(state), next_due_at: null })
        .where('set_at', '=', subscription.setBy.at.getTime())
        .where('state', '=', JSON.stringify(subscription.state))
        .execute();
    return true;
  });
}

function again({ afterMs, isDoubtful, looks, code }: Extract<Settlement, { kind: 'again' }>, now: Database['now']) {
  return {
    state: 'waiting',
    try_at: sql<number>`${now} + cast(${Math.round(afterMs)} as bigint)`,
    doubtful: isDoubtful ? 1 : 0,
    looks,
    code,
  };
}

function done({ outcome, id }: Extract<Settlement, { kind: 'done' }>) {
  const wasShown = outcome.kind === 'sent' || outcome.kind === 'uncertain';
  return {
    state: outcome.kind,
    outcome: JSON.stringify(outcome.kind === 'sent' ? { ...outcome, at: outcome.at.getTime() } : outcome),
    try_at: null,
    remote_id: id ?? null,
    // A figure that nobody saw comes again in this round.
    ...(wasShown ? {} : { cycle: null }),
  } satisfies Partial<DeliveryRow>;
}
