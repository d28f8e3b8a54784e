import { sql } from 'kysely';
import type { Misses } from '../../core/ports.ts';
import { LANGUAGES } from '../../data/languages.ts';
import type { Database } from './database.ts';

/** How long a missed word is kept. */
const DAYS_KEPT = 90;
const DAY_MS = 86_400_000;

/** Missed words as they are stored; `prune` removes those of more than 90 days ago. */
export function storedMisses({ db }: Database, clock: () => Date): Misses & { prune(): Promise<void> } {
  const dayBefore = (days: number) => new Date(clock().getTime() - days * DAY_MS).toISOString().slice(0, 10);
  return {
    async prune() {
      await db.deleteFrom('miss').where('day', '<', dayBefore(DAYS_KEPT)).execute();
    },
    async count(missed) {
      for (const { word, language, near = '' } of missed)
        await db
          .insertInto('miss')
          .values({ day: dayBefore(0), language, word, near, count: 1 })
          .onConflict((conflict) =>
            conflict.columns(['day', 'language', 'word', 'near']).doUpdateSet({ count: sql`miss.count + 1` }),
          )
          .execute();
    },
    async list() {
      const rows = await db
        .selectFrom('miss')
        .select(['word', 'language', 'near', ({ fn }) => fn.sum<number | string>('count').as('times')])
        .where('day', '>=', dayBefore(DAYS_KEPT))
        .groupBy(['word', 'language', 'near'])
        .orderBy('times', 'desc')
        .orderBy('word')
        .execute();
      return rows.flatMap(({ word, language: tag, near, times }) => {
        const language = LANGUAGES.find((one) => one === tag);
        return language ? [{ word, language, count: Number(times), ...(near ? { near } : {}) }] : [];
      });
    },
  };
}
