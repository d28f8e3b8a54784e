import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
} from 'kysely';
import type Libsql from 'libsql';
import { LRUCache } from 'lru-cache';
import { patiently } from './patiently.ts';

/** Statements kept prepared; libsql frees others only when the event loop turns, which a long loop never lets it. */
const MOST_STATEMENTS = 200;

/** SQLite by libsql, for several processes on one file. */
export function libsqlDialect(database: Libsql.Database): Dialect {
  return new LibsqlDialect({ database: cachingStatements(database) });
}

class LibsqlDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;

  constructor(config: SqliteDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): Driver {
    return new ImmediateDriver(this.#config);
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }
}

/** Takes the write lock at the start: a transaction that asks for it later fails at once where another has written meanwhile. */
class ImmediateDriver extends SqliteDriver {
  override async acquireConnection(): Promise<DatabaseConnection> {
    return new PatientConnection(await super.acquireConnection());
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

/** Waits for the locks of others without holding up the event loop, as SQLite's own waiting would. */
class PatientConnection implements DatabaseConnection {
  readonly #connection: DatabaseConnection;

  constructor(connection: DatabaseConnection) {
    this.#connection = connection;
  }

  executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    return patiently(async () => this.#connection.executeQuery<Row>(query));
  }

  streamQuery<Row>(query: CompiledQuery, chunkSize?: number): AsyncIterableIterator<QueryResult<Row>> {
    return this.#connection.streamQuery(query, chunkSize);
  }
}

/** Lets migrations run in a transaction, which in SQLite is their lock as well. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

function cachingStatements(database: Libsql.Database) {
  const statements = new LRUCache<string, Libsql.Statement<unknown[]>>({ max: MOST_STATEMENTS });
  const prepared = (source: string) => {
    const known = statements.get(source);
    if (known) return known;
    const statement = database.prepare(source);
    statements.set(source, statement);
    return statement;
  };
  return {
    prepare(source: string) {
      const statement = prepared(source);
      return {
        reader: statement.reader,
        all: (parameters: readonly unknown[]) => statement.all(bindable(parameters)),
        run: (parameters: readonly unknown[]) => statement.run(bindable(parameters)),
        iterate: (parameters: readonly unknown[]) => statement.iterate(bindable(parameters)),
      };
    },
    close() {
      // Statements that are still prepared keep SQLite from doing it: without it, the file alone would be no backup.
      database.exec('pragma wal_checkpoint(truncate)');
      database.close();
    },
  };
}

/** At any other value libsql ends the whole process, and what comes from outside may be of another type than it should. */
function bindable(parameters: readonly unknown[]): readonly unknown[] {
  const wrong = parameters.find(
    (value) =>
      !['string', 'number', 'bigint', 'undefined'].includes(typeof value) &&
      value !== null &&
      !(value instanceof Uint8Array),
  );
  if (wrong !== undefined) throw new TypeError(`SQLite stores no ${Array.isArray(wrong) ? 'list' : typeof wrong}`);
  return parameters;
}
