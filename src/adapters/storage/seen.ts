import { sql } from 'kysely';
import { type Claim, createSeen, REMEMBERED_MS, type Seen } from '../seen.ts';
import type { Database } from './database.ts';
import type { Presence } from './presence.ts';
import { within } from './within.ts';

/** Longer than the slowest answer takes, and shorter than the five minutes until Slack's last repetition. */
const LEASE_MS = 240_000;
/** How long an answer to somebody waits to hear whether another process has taken the question, in milliseconds. */
const ANSWER_MS = 500;
/** After trouble the database is not asked for so long, in milliseconds, so that questions do not pile up before it. */
const REST_MS = 5_000;
/** Between two removals of what is too old. */
const PRUNE_EVERY_MS = 60_000;

/**
 * What was taken, known to all processes on one database. What a process had begun when it died is free again at once,
 * and when its lease ends at the latest. While the database does not answer, each process knows only its own.
 */
export function storedSeen({ db, now }: Database, presence: Presence, onTrouble: (error: Error) => void): Seen {
  const here = createSeen();
  let restsUntil = 0;
  let pruneAt = 0;

  /** The database's answer, or none while it is in trouble. */
  const asking = async <T>(question: () => Promise<T>): Promise<T | undefined> => {
    if (performance.now() < restsUntil) return undefined;
    try {
      return await within(ANSWER_MS, question());
    } catch (error) {
      if (performance.now() >= restsUntil) onTrouble(error as Error);
      restsUntil = performance.now() + REST_MS;
      return undefined;
    }
  };
  const take = async (name: string): Promise<Claim> => {
    const lease = sql<number>`${now} + cast(${LEASE_MS} as bigint)`;
    const taken = await db
      .insertInto('seen')
      .values({ name, owner: await presence.own(), busy_until: lease, at: now })
      .onConflict((conflict) =>
        conflict
          .column('name')
          .doUpdateSet(({ ref }) => ({ owner: ref('excluded.owner'), busy_until: ref('excluded.busy_until') }))
          .where('seen.busy_until', 'is not', null)
          .where(sql<boolean>`(seen.busy_until < ${now} or not ${presence.lives('seen.owner')})`),
      )
      .returning('name')
      .executeTakeFirst();
    if (taken) return 'mine';
    const row = await db.selectFrom('seen').select('busy_until').where('name', '=', name).executeTakeFirst();
    return row?.busy_until == null ? 'done' : 'busy';
  };
  const finish = (name: string) =>
    db
      .insertInto('seen')
      .values({ name, owner: null, busy_until: null, at: now })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ busy_until: null }))
      .execute();
  const prune = () => {
    if (performance.now() < pruneAt) return;
    pruneAt = performance.now() + PRUNE_EVERY_MS;
    const oldest = sql<number>`${now} - cast(${REMEMBERED_MS} as bigint)`;
    db.deleteFrom('seen').where('at', '<', oldest).execute().catch(onTrouble);
  };

  return {
    async begin(name) {
      const claim = await asking(() => take(name));
      // It may be this process that has it: taken while the database did not answer.
      return claim === undefined || claim === 'mine' ? here.begin(name) : claim;
    },
    async end(name) {
      await here.end(name);
      if (await asking(() => finish(name))) prune();
    },
  };
}
