import { type Kysely, type Migration, PostgresAdapter, sql } from 'kysely';

/** The steps from an empty database to the present tables, in order of their names; a step that was released is never changed. */
export const MIGRATIONS: Record<string, Migration> = {
  '001-daily-posts': { up: dailyPosts },
  '002-misses': { up: misses },
  '003-installations': { up: installations },
  '004-seen': { up: seen },
  '005-conversations': { up: conversations },
  '006-members': { up: members },
  '007-absences': { up: absences },
  '008-news': { up: news },
  '009-introductions': { up: introductions },
};

/** The first of the steps that a database has taken which this program does not know: a newer one has worked on it. */
export function newerStep(taken: readonly string[]): string | undefined {
  return taken.find((step) => !(step in MIGRATIONS));
}

async function dailyPosts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('setting')
    .addColumn('place', 'text', (column) => column.primaryKey())
    .addColumn('language', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('subscription')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('workspace', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('minute', 'integer', (column) => column.notNull())
    .addColumn('zone', 'text', (column) => column.notNull())
    .addColumn('days', 'text', (column) => column.notNull())
    .addColumn('topic', 'text')
    .addColumn('set_by', 'text', (column) => column.notNull())
    .addColumn('set_at', 'bigint', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('next_due_at', 'bigint')
    .addColumn('last_day', 'text')
    .addColumn('away', 'text')
    .addColumn('cycle', 'integer', (column) => column.notNull())
    .addColumn('last_figure', 'text')
    .addColumn('failed_days', 'integer', (column) => column.notNull())
    .addUniqueConstraint('subscription_of_channel', ['platform', 'workspace', 'channel'])
    .execute();
  await db.schema
    .createTable('delivery')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('subscription', 'text', (column) => column.notNull().references('subscription.id').onDelete('cascade'))
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    .addColumn('figure', 'text')
    .addColumn('cycle', 'integer')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('try_at', 'bigint')
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('looks', 'integer', (column) => column.notNull())
    .addColumn('doubtful', 'integer', (column) => column.notNull())
    .addColumn('owner', 'text')
    .addColumn('first_tried_at', 'bigint')
    .addColumn('code', 'text')
    .addColumn('outcome', 'text')
    .addColumn('remote_id', 'text')
    // One post a local day, and no figure twice in a round: kept by the database, whatever the program does.
    .addUniqueConstraint('delivery_once_a_day', ['subscription', 'day'])
    .addUniqueConstraint('delivery_figure_once_a_round', ['subscription', 'cycle', 'figure'])
    .execute();
  // Partial, so that looking for work costs the same however many subscriptions and old posts there are.
  await sql`create index subscription_due on subscription (next_due_at) where next_due_at is not null`.execute(db);
  await sql`create index delivery_open on delivery (platform, try_at) where try_at is not null`.execute(db);
  await sql`create index delivery_uncertain on delivery (due_at) where state = 'uncertain'`.execute(db);
  await db.schema.createIndex('delivery_by_age').on('delivery').column('due_at').execute();
}

async function misses(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('miss')
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('word', 'text', (column) => column.notNull())
    .addColumn('near', 'text', (column) => column.notNull())
    .addColumn('count', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('miss_once_a_day', ['day', 'language', 'word', 'near'])
    .execute();
}

async function installations(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('installation')
    .addColumn('workspace', 'text', (column) => column.primaryKey())
    .addColumn('sealed', 'text', (column) => column.notNull())
    .addColumn('installed_at', 'bigint', (column) => column.notNull())
    .execute();
}

async function seen(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('seen')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('owner', 'integer')
    .addColumn('busy_until', 'bigint')
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('seen_by_age').on('seen').column('at').execute();
  await makeFleeting(db, 'seen');
}

async function conversations(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('seen')
    .addColumn('said', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema
    .createTable('conversation')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('remembered', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('conversation_by_age').on('conversation').column('at').execute();
  await makeFleeting(db, 'conversation');
}

/** Written for each question, and of use for minutes: not worth the wait for a disk, and no loss where the server crashes. */
async function makeFleeting(db: Kysely<unknown>, table: string): Promise<void> {
  if (db.getExecutor().adapter instanceof PostgresAdapter)
    await sql`alter table ${sql.table(table)} set unlogged`.execute(db);
}

async function members(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('member')
    .addColumn('workspace', 'text', (column) => column.primaryKey())
    .addColumn('organisation', 'text', (column) => column.notNull())
    .addColumn('since', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('member_by_organisation').on('member').column('organisation').execute();
}

async function absences(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('absence')
    .addColumn('workspace', 'text', (column) => column.primaryKey())
    .addColumn('since', 'bigint', (column) => column.notNull())
    .execute();
}

async function news(db: Kysely<unknown>): Promise<void> {
  const inChannel = (table: string) =>
    db.schema
      .createTable(table)
      .addColumn('platform', 'text', (column) => column.notNull())
      .addColumn('workspace', 'text', (column) => column.notNull())
      .addColumn('channel', 'text', (column) => column.notNull());
  await inChannel('shown')
    .addColumn('message', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('form', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('shown_once_a_message', ['platform', 'workspace', 'channel', 'message', 'value'])
    .execute();
  await db.schema.createIndex('shown_by_value').on('shown').column('value').execute();
  await db.schema.createIndex('shown_by_age').on('shown').column('at').execute();
  await inChannel('watch')
    .addColumn('figure', 'text', (column) => column.notNull())
    .addColumn('known', 'text', (column) => column.notNull())
    .addColumn('set_by', 'text', (column) => column.notNull())
    .addColumn('set_at', 'bigint', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('watch_once_a_channel', ['platform', 'workspace', 'channel', 'figure'])
    .execute();
  await db.schema.createIndex('watch_by_figure').on('watch').column('figure').execute();
  await inChannel('notice')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('message', 'text')
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('news', 'text', (column) => column.notNull())
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('try_at', 'bigint')
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('looks', 'integer', (column) => column.notNull())
    .addColumn('doubtful', 'integer', (column) => column.notNull())
    .addColumn('owner', 'text')
    .addColumn('first_tried_at', 'bigint')
    .addColumn('code', 'text')
    .addColumn('outcome', 'text')
    .execute();
  await sql`create index notice_open on notice (platform, try_at) where try_at is not null`.execute(db);
  await db.schema.createIndex('notice_by_channel').on('notice').columns(['platform', 'workspace', 'channel']).execute();
}

async function introductions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('introduction')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('workspace', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('introduced_once_a_channel', ['platform', 'workspace', 'channel'])
    .execute();
}
