import { sql, type Transaction } from 'kysely';
import type { Claimed, Settlement } from '../../core/daily/ledger.ts';
import type { Database } from './database.ts';
import { remember } from './readers.ts';
import type { DeliveryRow, Tables } from './tables.ts';

/** Writes down what became of a try, if the post is still its owner's; in the same transaction what it means for the subscription. */
export async function settle({ db, now }: Database, claimed: Claimed, settlement: Settlement): Promise<boolean> {
  try {
    await db.transaction().execute(async (transaction) => {
      // The subscription before its deliveries, as everywhere: two transactions never wait for each other.
      if (settlement.kind === 'done') await changeSubscription(transaction, claimed, settlement);
      const { numUpdatedRows } = await transaction
        .updateTable('delivery')
        .set(settlement.kind === 'again' ? again(settlement, now) : done(settlement))
        .where('id', '=', claimed.key)
        .where('owner', '=', claimed.owner)
        .where('attempts', '=', claimed.attempts)
        .where('state', '=', 'sending')
        .executeTakeFirst();
      if (numUpdatedRows === 0n) throw new Overtaken();
      if (settlement.kind !== 'done' || settlement.id === undefined || !settlement.shown) return;
      const { channel } = claimed.subscription;
      await remember(transaction, channel, settlement.id, settlement.shown, now);
    });
    return true;
  } catch (error) {
    if (error instanceof Overtaken) return false;
    throw error;
  }
}

/** Takes the whole transaction back. */
class Overtaken extends Error {}

async function changeSubscription(
  transaction: Transaction<Tables>,
  { subscription }: Claimed,
  { failedDays, state }: Done,
): Promise<void> {
  const changed = transaction.updateTable('subscription').where('id', '=', subscription.id);
  await changed.set({ failed_days: failedDays }).where('failed_days', '<>', failedDays).execute();
  if (state.kind === subscription.state.kind) return;
  // Not where somebody has changed the settings since.
  await changed
    .set({ state: JSON.stringify(state), next_due_at: null })
    .where('set_at', '=', subscription.setBy.at.getTime())
    .where('state', '=', JSON.stringify(subscription.state))
    .execute();
}

type Done = Extract<Settlement, { kind: 'done' }>;

/** The columns of a post that is tried again. */
export function again(
  { afterMs, isDoubtful, looks, code }: Extract<Settlement, { kind: 'again' }>,
  now: Database['now'],
) {
  return {
    state: 'waiting',
    try_at: sql<number>`${now} + cast(${Math.round(afterMs)} as bigint)`,
    doubtful: isDoubtful ? 1 : 0,
    looks,
    code,
  };
}

function done({ outcome, id }: Done) {
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
