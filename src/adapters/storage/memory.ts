import { sql } from 'kysely';
import { createMemory, isWorthKeeping, NOTHING, REMEMBERED_MS } from '../../core/conversation/memory.ts';
import type { Memory, Remembered } from '../../core/ports.ts';
import { createBriefly } from './briefly.ts';
import type { Database } from './database.ts';
import { createPrune } from './prune.ts';

/** How long an answer waits for what its conversation was about, in milliseconds. */
const ANSWER_MS = 500;

/** What conversations were about, known to all processes on one database; while it does not answer, each knows only its own. */
export function storedMemory(database: Database, onTrouble: (error: Error) => void): Memory {
  const { db, now } = database;
  const here = createMemory(() => new Date());
  const briefly = createBriefly(ANSWER_MS, onTrouble);
  const oldest = sql<number>`${now} - cast(${REMEMBERED_MS} as bigint)`;
  const prune = createPrune(database, 'conversation', REMEMBERED_MS, onTrouble);

  return {
    async recall(conversation) {
      const found = await briefly(async () => {
        const row = await db
          .selectFrom('conversation')
          .select('remembered')
          .where('name', '=', conversation)
          .where('at', '>=', oldest)
          .executeTakeFirst();
        // A row that an older version wrote knows nothing earlier.
        return { ...NOTHING, ...(row && (JSON.parse(row.remembered) as Partial<Remembered>)) };
      });
      return found ?? here.recall(conversation);
    },
    async remember(conversation, remembered) {
      if (!isWorthKeeping(remembered)) return;
      await here.remember(conversation, remembered);
      const row = { remembered: JSON.stringify(remembered), at: now };
      await briefly(() =>
        db
          .insertInto('conversation')
          .values({ name: conversation, ...row })
          .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
          .execute(),
      );
      prune();
    },
  };
}
