import { sql } from 'kysely';
import type { Census } from '../../core/daily/census.ts';
import type { Channel, State } from '../../core/daily/subscription.ts';
import type { Database } from './database.ts';

type Standing = Census['subscriptions'][number];

/** Counts by columns that have an index or few rows, so that it can be asked every few seconds. */
export async function takeCensus({ db }: Database): Promise<Census> {
  // Both databases read the kind out of the JSON in their own ways; this one they share.
  const kind = sql<State['kind']>`case
    when state like '%"kind":"on"%' then 'on' when state like '%"kind":"off"%' then 'off'
    when state like '%"kind":"paused"%' then 'paused' else 'broken' end`;
  const standings = await db
    .selectFrom('subscription')
    .select(['platform', kind.as('state'), ({ fn }) => fn.countAll<number | string>().as('count')])
    .groupBy(['platform', kind])
    .execute();
  const unplanned = await db
    .selectFrom('subscription')
    .select(({ fn }) => fn.min('next_due_at').as('due'))
    .where('next_due_at', 'is not', null)
    .executeTakeFirst();
  const open = await db
    .selectFrom('delivery')
    .select(({ fn }) => [fn.min('due_at').as('due'), fn.sum<number | string>('doubtful').as('doubtful')])
    .where('try_at', 'is not', null)
    .executeTakeFirst();
  const dues = [unplanned?.due, open?.due].filter((due) => due !== null && due !== undefined);
  return {
    subscriptions: standings.map(
      ({ platform, state, count }): Standing => ({
        platform: platform as Channel['platform'],
        state,
        count: Number(count),
      }),
    ),
    oldestDue: dues.length > 0 ? new Date(Math.min(...dues.map(Number))) : undefined,
    doubtful: Number(open?.doubtful ?? 0),
  };
}
