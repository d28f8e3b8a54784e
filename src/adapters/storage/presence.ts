import { randomInt } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import type pg from 'pg';

/** How processes on one PostgreSQL see which of them live: each holds a lock, which goes with its connection. */
export type Presence = {
  /** This process's number, once its lock is held. */
  own(): Promise<number>;
  /** Whether the process with the number in that column lives; behind a pooler nobody knows, and what is taken is left to it until its lease ends. */
  lives(column: string): RawBuilder<boolean>;
  /** How many other processes live, as far as that shows. */
  others(): Promise<number>;
  close(): Promise<void>;
};

/** The bot's own among the advisory locks of a database; a number without a meaning. */
const LOCKS = 1_213_354_562;
const MOST_NUMBER = 2 ** 31 - 1;

const HELD = `from pg_locks
  where locktype = 'advisory' and classid = ${LOCKS} and objsubid = 2
    and database = (select oid from pg_database where datname = current_database())`;

/** Lets the server notice within half a minute that a machine is gone without a word. */
const NOTICE_SOON = 'set tcp_keepalives_idle = 15; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3';

export function createPresence(connect: () => pg.Client): Presence {
  const number = randomInt(1, MOST_NUMBER);
  let held: Promise<pg.Client> | undefined;
  /** Behind a pooler a lock belongs to whoever gets the connection next, and outlives its process: then nobody takes one. */
  let isPooled = false;

  const hold = async (): Promise<pg.Client> => {
    const client = connect();
    // A connection that is lost is made anew when the number is asked for the next time.
    const lose = () => {
      held = undefined;
    };
    client.on('error', lose);
    client.on('end', lose);
    try {
      await client.connect();
      isPooled = await isBehindPooler(client);
      if (!isPooled) {
        await client.query(NOTICE_SOON);
        await client.query('select pg_advisory_lock($1, $2)', [LOCKS, number]);
      }
      return client;
    } catch (error) {
      client.end().catch(() => {});
      throw error;
    }
  };

  const own = async (): Promise<pg.Client> => {
    held ??= hold();
    try {
      return await held;
    } catch (error) {
      held = undefined;
      throw error;
    }
  };

  return {
    own: () => own().then(() => number),
    lives: (column) =>
      isPooled
        ? sql<boolean>`true`
        : sql<boolean>`exists (select ${sql.raw(HELD)} and objid::bigint = ${sql.ref(column)})`,
    async others() {
      const client = await own();
      if (isPooled) return 0;
      const { rows } = await client.query(`select count(*)::integer as others ${HELD} and objid::bigint <> $1`, [
        number,
      ]);
      return (rows as { others: number }[])[0]?.others ?? 0;
    },
    async close() {
      const client = await held?.catch(() => undefined);
      await client?.end();
    },
  };
}

/** The process that greeted us on a connection; where a pooler stands between, it is not the one that works for us. */
export function processOf(client: pg.ClientBase): number {
  return Reflect.get(client, 'processID');
}

async function isBehindPooler(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query('select pg_backend_pid() as pid');
  const [{ pid } = { pid: undefined }] = rows as { pid?: number }[];
  return processOf(client) !== pid;
}
