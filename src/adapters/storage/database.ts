import type { Kysely, RawBuilder } from 'kysely';
import type { Presence } from './presence.ts';
import type { Tables } from './tables.ts';

/** An open database, and where the two kinds differ. */
export type Database = {
  db: Kysely<Tables>;
  /** What a person calls it, without a password. */
  name: string;
  /** Where processes of several machines may work on it, which of them live. */
  presence: Presence | undefined;
  /** The present by the database's clock, which all machines share, in milliseconds. */
  now: RawBuilder<number>;
  /** What makes a select of rows to change pass over those that another process changes just now. */
  forUpdate: RawBuilder<unknown>;
};
