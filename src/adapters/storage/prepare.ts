import { type Kysely, sql, type Transaction } from 'kysely';
import type { DueSubscription, Plan, PlannedDay } from '../../core/daily/ledger.ts';
import type { Database } from './database.ts';
import { millis, subscriptionOf, unreadable } from './rows.ts';
import type { DeliveryRow, SubscriptionRow, Tables } from './tables.ts';

const DAY_MS = 86_400_000;

/** Writes down the posts of subscriptions whose hour has come, and when each is due next, in one transaction. */
export async function prepare(
  { db, now: present, forUpdate }: Database,
  onTrouble: (error: Error) => void,
  now: Date,
  most: number,
  plan: (due: DueSubscription) => Plan,
): Promise<number> {
  // Looking costs no write lock: almost always nothing is due.
  if (!(await dueIn(db, now).select('id').orderBy('next_due_at').limit(1).executeTakeFirst())) return 0;
  return db.transaction().execute(async (transaction) => {
    const rows = await dueIn(transaction, now)
      .selectAll()
      .orderBy('next_due_at')
      .limit(most)
      .modifyEnd(forUpdate)
      .execute();
    if (rows.length === 0) return 0;
    const shown = await figuresShown(transaction, rows);
    const planned = rows.map((row) => {
      const due = dueOf(row, shown.get(row.id) ?? []);
      if (due) return { row, plan: plan(due) };
      // One that cannot be read must not keep the others waiting.
      onTrouble(unreadable(row));
      return { row, plan: { days: [], next: new Date(now.getTime() + DAY_MS), state: undefined } };
    });
    const days = planned.flatMap(({ row, plan }) => plan.days.map((day) => columnsOf(row, day, present)));
    if (days.length > 0)
      await transaction
        .insertInto('delivery')
        .values(days)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    await moveOn(transaction, planned);
    return rows.length;
  });
}

function dueIn(db: Kysely<Tables>, now: Date) {
  return db.selectFrom('subscription').where('next_due_at', '<=', now.getTime());
}

async function figuresShown(transaction: Transaction<Tables>, rows: SubscriptionRow[]): Promise<Map<string, string[]>> {
  const shown = await transaction
    .selectFrom('delivery')
    .innerJoin('subscription', (join) =>
      join.onRef('subscription.id', '=', 'delivery.subscription').onRef('subscription.cycle', '=', 'delivery.cycle'),
    )
    .select(['delivery.subscription', 'delivery.figure'])
    .where(
      'subscription.id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute();
  const figures = new Map<string, string[]>(rows.map(({ id }) => [id, []]));
  for (const { subscription, figure } of shown) if (figure !== null) figures.get(subscription)?.push(figure);
  return figures;
}

function dueOf(row: SubscriptionRow, shown: string[]): DueSubscription | undefined {
  const subscription = subscriptionOf(row);
  return (
    subscription && {
      subscription,
      due: new Date(row.next_due_at ?? 0),
      lastDay: row.last_day ?? undefined,
      away: (row.away ?? undefined) as DueSubscription['away'],
      rotation: { cycle: row.cycle, shown, last: row.last_figure ?? undefined },
    }
  );
}

function columnsOf({ id, platform }: SubscriptionRow, planned: PlannedDay, present: Database['now']) {
  const skipped = 'skipped' in planned ? planned.skipped : undefined;
  const { figure, cycle } = 'figure' in planned ? planned : { figure: null, cycle: null };
  return {
    id: `${id}.${planned.day}`,
    subscription: id,
    platform,
    day: planned.day,
    due_at: planned.dueAt.getTime(),
    figure,
    cycle,
    state: skipped === undefined ? 'waiting' : 'skipped',
    try_at: skipped === undefined ? present : null,
    attempts: 0,
    looks: 0,
    doubtful: 0,
    outcome: skipped === undefined ? null : JSON.stringify({ kind: 'skipped', why: skipped }),
  } satisfies { [Column in keyof DeliveryRow]?: unknown };
}

/** One statement for all: PostgreSQL and SQLite both call the columns of a list of values column1, column2 … */
async function moveOn(
  transaction: Transaction<Tables>,
  planned: readonly { row: SubscriptionRow; plan: Omit<Plan, 'state'> & { state: Plan['state'] | undefined } }[],
): Promise<void> {
  const values = planned.map(({ row, plan }) => {
    const last = plan.days.at(-1);
    const { cycle, figure } = last && 'figure' in last ? last : { cycle: row.cycle, figure: row.last_figure };
    return sql`(${row.id}, cast(${millis(plan.next)} as bigint), cast(${last?.day ?? row.last_day} as text), cast(${cycle} as integer), cast(${figure} as text), ${plan.state ? JSON.stringify(plan.state) : row.state})`;
  });
  await sql`
    update subscription
    set next_due_at = moved.column2, last_day = moved.column3, away = null, cycle = moved.column4,
        last_figure = moved.column5, state = moved.column6
    from (values ${sql.join(values)}) as moved
    where subscription.id = moved.column1`.execute(transaction);
}
