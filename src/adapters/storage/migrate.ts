import { Migrator, sql } from 'kysely';
import type { Database } from './database.ts';
import { FaultyStore } from './faulty-store.ts';
import { MIGRATIONS, newerStep } from './migrations.ts';

/** Brings the tables up to this program, under a lock of the database; refuses those of a newer program. */
export async function migrate({ db, name }: Database): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
  const newer = newerStep(await stepsTaken(db));
  if (newer !== undefined)
    throw new FaultyStore(
      `the database ${name} was written by a newer version of this program (it has the step ${newer}): run that version, or restore a backup from before it`,
    );
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}

/** The names of the steps that a database has taken, in order. */
export async function stepsTaken(db: Database['db']): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === 'kysely_migration')) return [];
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return rows.map((row) => row.name);
}
