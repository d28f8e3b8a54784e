import { sql } from 'kysely';
import { LRUCache } from 'lru-cache';
import { type Claim, createSeen, MOST_REMEMBERED, REMEMBERED_MS, type Seen } from '../shared/seen.ts';
import { createBriefly } from './briefly.ts';
import type { Database } from './database.ts';
import type { Presence } from './presence.ts';
import { createPrune } from './prune.ts';

/** Longer than the slowest answer takes, and shorter than the five minutes until Slack's last repetition. */
const LEASE_MS = 240_000;
/**
 * How long a question waits to hear whether another process has taken it, in milliseconds: longer than it takes Slack
 * to send it again, so that on a busy machine it is not answered here and there.
 */
const TAKING_MS = 10_000;
/** How long an answer waits for a note about it. */
const NOTING_MS = 1_000;

/**
 * What was taken, known to all processes on one database. What a process had begun when it died is free again at once,
 * and when its lease ends at the latest. While the database does not answer, each process knows only its own, and
 * leaves what comes again to come once more.
 */
export function storedSeen(database: Database, presence: Presence, onTrouble: (error: Error) => void): Seen {
  const { db, now } = database;
  const here = createSeen();
  const taking = createBriefly(TAKING_MS, onTrouble);
  const noting = createBriefly(NOTING_MS, onTrouble);
  /** Done, and not written down while the database did not answer. */
  const unwritten = new LRUCache<string, true>({ max: MOST_REMEMBERED, ttl: REMEMBERED_MS });
  const prune = createPrune(database, 'seen', REMEMBERED_MS, onTrouble);

  const take = async (name: string): Promise<Claim> => {
    const lease = sql<number>`${now} + cast(${LEASE_MS} as bigint)`;
    const taken = await db
      .insertInto('seen')
      .values({ name, owner: await presence.own(), busy_until: lease, said: 0, at: now })
      .onConflict((conflict) =>
        conflict
          .column('name')
          .doUpdateSet(({ ref }) => ({ owner: ref('excluded.owner'), busy_until: ref('excluded.busy_until') }))
          .where('seen.busy_until', 'is not', null)
          .where(sql<boolean>`(seen.busy_until < ${now} or not ${presence.lives('seen.owner')})`),
      )
      .returning('said')
      .executeTakeFirst();
    if (taken) return taken.said === 1 ? 'unconfirmed' : 'mine';
    const row = await db.selectFrom('seen').select('busy_until').where('name', '=', name).executeTakeFirst();
    return row?.busy_until == null ? 'done' : 'busy';
  };
  const finish = (names: string[]) =>
    db
      .insertInto('seen')
      .values(names.map((name) => ({ name, owner: null, busy_until: null, said: 1, at: now })))
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ busy_until: null }))
      .execute();

  return {
    async begin(name, isRepeated) {
      if (here.isDone(name)) return 'done';
      const claim = await taking(() => take(name));
      if (claim === undefined && isRepeated) return 'busy';
      // It may be this process that has it: taken while the database did not answer.
      return claim === undefined || claim === 'mine' ? here.begin(name, isRepeated) : claim;
    },
    async saying(name) {
      await noting(() => db.updateTable('seen').set({ said: 1 }).where('name', '=', name).execute());
    },
    async end(name) {
      await here.end(name);
      unwritten.set(name, true);
      const names = [...unwritten.keys()];
      unwritten.clear();
      if (await noting(() => finish(names))) prune();
      else for (const left of names) unwritten.set(left, true);
    },
  };
}
