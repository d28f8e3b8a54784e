import { sql } from 'kysely';
import type { Database } from './database.ts';
import type { Tables } from './tables.ts';

/** What PostgreSQL lets the user of DATABASE_URL do. */
export type Rights = {
  isStandby: boolean;
  isReadOnly: boolean;
  makesTables: boolean;
  /** The bot's tables that the user may not read or write. */
  closed: string[];
};

const OURS: Record<keyof Tables | 'kysely_migration' | 'kysely_migration_lock', true> = {
  setting: true,
  subscription: true,
  delivery: true,
  miss: true,
  installation: true,
  member: true,
  absence: true,
  seen: true,
  shown: true,
  watch: true,
  notice: true,
  introduction: true,
  conversation: true,
  kysely_migration: true,
  kysely_migration_lock: true,
};

export async function rightsOf(db: Database['db']): Promise<Rights> {
  const { rows } = await sql<{ standby: boolean; readonly: boolean; may: boolean | null }>`
    select pg_is_in_recovery() as standby,
      current_setting('transaction_read_only') = 'on' as readonly,
      has_schema_privilege(current_schema(), 'create') as may`.execute(db);
  // A list of privileges in one text would ask for any of them.
  const closed = await sql<{ relname: string }>`
    select relname from pg_class
    where relnamespace = current_schema()::regnamespace and relname in (${sql.join(Object.keys(OURS))})
      and not (has_table_privilege(oid, 'select') and has_table_privilege(oid, 'insert')
        and has_table_privilege(oid, 'update') and has_table_privilege(oid, 'delete'))
    order by relname`.execute(db);
  return {
    isStandby: rows[0]?.standby === true,
    isReadOnly: rows[0]?.readonly === true,
    makesTables: rows[0]?.may === true,
    closed: closed.rows.map(({ relname }) => relname),
  };
}
