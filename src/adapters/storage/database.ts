import type { Kysely, RawBuilder } from 'kysely';
import type { Tables } from './tables.ts';

/** An open database, and where the two kinds differ. */
export type Database = {
  db: Kysely<Tables>;
  /** What a person calls it, without a password. */
  name: string;
  /** The present by the database's clock, which all machines share, in milliseconds. */
  now: RawBuilder<number>;
  /** What makes a select of rows to change pass over those that another process changes just now. */
  forUpdate: RawBuilder<unknown>;
};
