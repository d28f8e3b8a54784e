import type { Database } from './database.ts';
import { keyOf, type Seal, SealedFast } from './sealing.ts';

/** What is sealed in the database, and what our keys make of it. */
export type SealedRow = {
  /** The key of the row. */
  row: string;
  sealed: string;
  /** The id of the key that closed it. */
  key: string;
  /** Undefined where none of our keys opens it. */
  opened: string | undefined;
};

/** How many rows are closed by which key. */
export type SealTally = {
  /** By the present key. */
  present: number;
  /** By other keys that we have, by their ids. */
  older: ReadonlyMap<string, number>;
  /** What no key of ours opens, by the id of the key that closed it. */
  stuck: ReadonlyMap<string, number>;
};

/** Rows read at a time. */
const PAGE = 200;

/** All sealed rows, in the order of their keys. */
export async function* sealedRows({ db }: Database, seal: Seal): AsyncGenerator<SealedRow> {
  for (let last = ''; ; ) {
    const page = await db
      .selectFrom('installation')
      .select(['workspace', 'sealed'])
      .where('workspace', '>', last)
      .orderBy('workspace')
      .limit(PAGE)
      .execute();
    for (const { workspace: row, sealed } of page)
      yield { row, sealed, key: keyOf(sealed), opened: openedBy(seal, sealed, row) };
    const end = page.at(-1);
    if (!end) return;
    last = end.workspace;
  }
}

export async function tallySeals(database: Database, seal: Seal): Promise<SealTally> {
  const older = new Map<string, number>();
  const stuck = new Map<string, number>();
  let present = 0;
  for await (const { key, opened } of sealedRows(database, seal)) {
    if (opened === undefined) stuck.set(key, (stuck.get(key) ?? 0) + 1);
    else if (key === seal.present) present += 1;
    else older.set(key, (older.get(key) ?? 0) + 1);
  }
  return { present, older, stuck };
}

function openedBy(seal: Seal, sealed: string, row: string): string | undefined {
  try {
    return seal.open(sealed, row);
  } catch (error) {
    if (!(error instanceof SealedFast)) throw error;
    return undefined;
  }
}
