import { type RawBuilder, sql } from 'kysely';
import type { Ended, Settled } from '../../core/daily/ledger.ts';
import type { Channel } from '../../core/daily/subscription.ts';
import type { Database } from './database.ts';

/** How long posts are kept that no round of a rotation needs any more. */
const DAYS_KEPT = 400;
const DAY_MS = 86_400_000;
const PLATFORMS: Channel['platform'][] = ['slack', 'discord'];

/** Ends posts that waited in vain, such as those of a platform that is not served any more, and drops old ones. */
export async function tidy({ db, now: present }: Database, now: Date, dueBefore: Date): Promise<Ended[]> {
  const isDoubtful = sql<boolean>`(doubtful = 1 or state = 'sending')`;
  const isSure = sql<boolean>`(doubtful = 0 and state = 'waiting')`;
  return db.transaction().execute(async (transaction) => {
    const end = async (outcome: Settled, which: RawBuilder<boolean>): Promise<Ended[]> => {
      const rows = await transaction
        .updateTable('delivery')
        .set({
          state: outcome.kind,
          outcome: JSON.stringify(outcome),
          try_at: null,
          ...(outcome.kind === 'uncertain' ? {} : { cycle: null }),
        })
        // By the index of what is open.
        .where('platform', 'in', PLATFORMS)
        .where('try_at', '<=', present)
        .where('due_at', '<', dueBefore.getTime())
        .where(which)
        .returning(['platform', 'subscription'])
        .execute();
      return rows.map(({ platform, subscription }) => ({
        platform: platform as Channel['platform'],
        subscription,
        outcome,
      }));
    };
    const ended = [
      ...(await end({ kind: 'uncertain', code: 'no-answer' }, isDoubtful)),
      ...(await end({ kind: 'failed', remedy: 'wait', code: 'no-answer' }, sql`${isSure} and attempts > 0`)),
      ...(await end({ kind: 'skipped', why: 'late' }, isSure)),
    ];
    await transaction
      .deleteFrom('delivery')
      .where('due_at', '<', now.getTime() - DAYS_KEPT * DAY_MS)
      .where('try_at', 'is', null)
      .where(
        sql<boolean>`(cycle is null or cycle < (select s.cycle from subscription as s where s.id = delivery.subscription))`,
      )
      .execute();
    return ended;
  });
}
