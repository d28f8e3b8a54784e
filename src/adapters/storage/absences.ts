import type { Absences } from '../shared/installations.ts';
import type { Database } from './database.ts';

export function storedAbsences({ db }: Database): Absences {
  return {
    async note(workspace, now) {
      const { since } = await db
        .insertInto('absence')
        .values({ workspace, since: now.getTime() })
        // Changes nothing: only what is written is returned.
        .onConflict((conflict) =>
          conflict.column('workspace').doUpdateSet(({ ref }) => ({ since: ref('absence.since') })),
        )
        .returning('since')
        .executeTakeFirstOrThrow();
      return new Date(Number(since));
    },
    async end(workspace) {
      await db.deleteFrom('absence').where('workspace', '=', workspace).execute();
    },
  };
}
