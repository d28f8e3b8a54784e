import type { Introductions } from '../../core/ports.ts';
import type { Database } from './database.ts';
import { placeColumns } from './readers.ts';

/** Noted before anything is posted: whatever ends a process meanwhile, a channel reads it once at most. */
export function storedIntroductions({ db }: Database, now: () => Date): Introductions {
  return {
    async first(channel) {
      const noted = await db
        .insertInto('introduction')
        .values({ ...placeColumns(channel), at: now().getTime() })
        .onConflict((conflict) => conflict.doNothing())
        .returning('at')
        .executeTakeFirst();
      return noted !== undefined;
    },
  };
}
