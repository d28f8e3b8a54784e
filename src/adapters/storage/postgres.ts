import { Kysely, sql } from 'kysely';
import pg from 'pg';
import type { Database } from './database.ts';
import { FaultyStore, UnreachableStore } from './faulty-store.ts';
import { PooledDialect } from './postgres-dialect.ts';
import { createPresence, processOf } from './presence.ts';

/** Connections of one process, beside the one that shows that it lives: few, since each is a process of the server. */
const MOST_CONNECTIONS = 5;
/** How long to wait for a connection, for a statement, and for a server that has gone silent, in milliseconds; well below a lease. */
const CONNECTING_MS = 10_000;
const STATEMENT_MS = 15_000;
const UNANSWERED_MS = 20_000;

/** Limits the statements of a connection; not behind a pooler, which would give it with the limit to somebody else. */
const LIMITED = `select set_config('statement_timeout', $1, false) where pg_backend_pid() = $2`;

/** Connects to `postgres://…`; an idle connection that breaks is told to `onTrouble`, and replaced when the next one is needed. */
export async function openPostgres(url: string, onTrouble: (error: Error) => void): Promise<Database> {
  const name = nameOf(url);
  const settings = {
    connectionString: url,
    connectionTimeoutMillis: CONNECTING_MS,
    query_timeout: UNANSWERED_MS,
    keepAlive: true,
    application_name: 'harbin',
  };
  const pool = new pg.Pool({
    ...settings,
    max: MOST_CONNECTIONS,
    // Moments and counts: as numbers, not as text.
    types: {
      getTypeParser: (id, format) => (id === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(id, format)),
    },
  });
  pool.on('error', onTrouble);
  pool.on('connect', (client) => {
    // A connection in use that breaks between two statements tells only its own listeners.
    client.on('error', onTrouble);
    // Not at the beginning of the connection: PgBouncer refuses whoever asks for it there.
    client.query(LIMITED, [String(STATEMENT_MS), processOf(client)]).catch(onTrouble);
  });
  try {
    (await pool.connect()).release();
  } catch (error) {
    await pool.end();
    throw refusal(name, error);
  }
  return {
    db: new Kysely({ dialect: new PooledDialect({ pool }) }),
    name,
    presence: createPresence(() => new pg.Client(settings)),
    now: sql<number>`cast(extract(epoch from statement_timestamp()) * 1000 as bigint)`,
    forUpdate: sql`for update skip locked`,
  };
}

function nameOf(url: string): string {
  try {
    const { host, pathname } = new URL(url);
    return `${decodeURIComponent(pathname.slice(1)) || 'database'} on ${host || 'localhost'}`;
  } catch {
    throw new FaultyStore('DATABASE_URL cannot be read: it must be like postgres://user:password@host:5432/harbin');
  }
}

/** PostgreSQL's classes of errors that only a person mends: who may enter (28), and that there is such a database (3D). */
const FOR_A_PERSON = /^(28|3D)/;

/** A code of PostgreSQL itself, or of a pooler before it: five digits and capitals. */
const SERVERS_OWN = /^[\dA-Z]{5}$/;

function refusal(name: string, error: unknown): Error {
  // What its driver finds out by itself, such as that the server knows no encryption, has words and no code.
  const { message, code = message } = error as { code?: string; message: string };
  // Of a network the code says all.
  const words = SERVERS_OWN.test(code) ? `${code}: ${message}` : code;
  if (FOR_A_PERSON.test(code))
    return new FaultyStore(`PostgreSQL refuses ${name} (${words}): set DATABASE_URL right`, {
      cause: error,
    });
  return new UnreachableStore(
    `PostgreSQL does not answer for ${name} (${words}): see that it runs and that DATABASE_URL leads to it`,
    { cause: error },
  );
}
