import { homeOf, type Installation, type Installations } from '../shared/installations.ts';
import type { Database } from './database.ts';
import type { Seal } from './sealing.ts';
import { within } from './within.ts';

/** How long an event waits for its workspace, in milliseconds: Slack wants an answer within three seconds. */
const ANSWER_MS = 1_500;

export function storedInstallations({ db }: Database, seal: Seal, clock: () => Date): Installations {
  return {
    async of(home) {
      const read = db.selectFrom('installation').select('sealed').where('workspace', '=', home).executeTakeFirst();
      const row = await within(ANSWER_MS, read);
      return row && (JSON.parse(seal.open(row.sealed, home)) as Installation);
    },
    async installedAt(home) {
      const read = db
        .selectFrom('installation')
        .select('installed_at')
        .where('workspace', '=', home)
        .executeTakeFirst();
      const row = await within(ANSWER_MS, read);
      return row && new Date(Number(row.installed_at));
    },
    async homes() {
      const rows = await db.selectFrom('installation').select('workspace').orderBy('workspace').execute();
      return rows.map(({ workspace }) => workspace);
    },
    async save(installation) {
      const home = homeOf(installation);
      const row = { sealed: seal.close(JSON.stringify(installation), home), installed_at: clock().getTime() };
      await db
        .insertInto('installation')
        .values({ workspace: home, ...row })
        .onConflict((conflict) => conflict.column('workspace').doUpdateSet(row))
        .execute();
    },
    async remove(home) {
      await db.deleteFrom('installation').where('workspace', '=', home).execute();
    },
  };
}
