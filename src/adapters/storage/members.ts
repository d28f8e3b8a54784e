import type { Members } from '../shared/installations.ts';
import type { Database } from './database.ts';
import { within } from './within.ts';

/** How long an event waits for its organisation, in milliseconds: Slack wants an answer within three seconds. */
const ANSWER_MS = 1_500;

export function storedMembers({ db }: Database, clock: () => Date): Members {
  return {
    async membershipOf(team) {
      const read = db
        .selectFrom('member')
        .select(['organisation', 'since'])
        .where('workspace', '=', team)
        .executeTakeFirst();
      const row = await within(ANSWER_MS, read);
      return row && { organisation: row.organisation, since: new Date(Number(row.since)) };
    },
    async of(organisation) {
      const rows = await db
        .selectFrom('member')
        .select('workspace')
        .where('organisation', '=', organisation)
        .orderBy('workspace')
        .execute();
      return rows.map(({ workspace }) => workspace);
    },
    async all() {
      const rows = await db.selectFrom('member').select('workspace').orderBy('workspace').execute();
      return rows.map(({ workspace }) => workspace);
    },
    async join(organisation, teams) {
      const row = { organisation, since: clock().getTime() };
      for (const workspace of teams)
        await db
          .insertInto('member')
          .values({ workspace, ...row })
          .onConflict((conflict) => conflict.column('workspace').doUpdateSet(row))
          .execute();
    },
    async leave(team) {
      await db.deleteFrom('member').where('workspace', '=', team).execute();
    },
  };
}
