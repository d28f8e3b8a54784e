import { type Kysely, PostgresAdapter, PostgresDialect, sql } from 'kysely';

/** Kysely's dialect, for connections that a pooler may give to others between two transactions. */
export class PooledDialect extends PostgresDialect {
  override createAdapter(): PostgresAdapter {
    return new PooledAdapter();
  }
}

/** Kysely's own number, so that copies of an earlier version wait as well. */
const MIGRATION_LOCK = '3853314791062309107';

/** Locks migrations for a transaction around all of them: a lock of the session would stay on a pooler's connection. */
class PooledAdapter extends PostgresAdapter {
  /** The lock brings the transaction. */
  override get supportsTransactionalDdl(): boolean {
    return false;
  }

  // biome-ignore lint/suspicious/noExplicitAny: as Kysely declares it.
  override async acquireMigrationLock(db: Kysely<any>): Promise<void> {
    await sql`begin`.execute(db);
    await sql`select pg_advisory_xact_lock(${sql.lit(MIGRATION_LOCK)}::bigint)`.execute(db);
  }

  // biome-ignore lint/suspicious/noExplicitAny: as Kysely declares it.
  override async releaseMigrationLock(db: Kysely<any>): Promise<void> {
    // After a failure PostgreSQL rolls back instead.
    await sql`commit`.execute(db);
  }
}
