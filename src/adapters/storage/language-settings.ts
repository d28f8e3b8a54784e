import type { LanguageSettings } from '../../core/ports.ts';
import { LANGUAGES } from '../../data/languages.ts';
import type { Database } from './database.ts';
import { within } from './within.ts';

/** How long an answer to somebody waits for the setting of its place, in milliseconds. */
const ANSWER_MS = 1_000;

/** Settings that outlive the process. While the database does not answer, places count as having none: answers go on. */
export function storedLanguages({ db }: Database, onTrouble: (error: Error) => void): LanguageSettings {
  return {
    async of(place) {
      const read = db.selectFrom('setting').select('language').where('place', '=', place).executeTakeFirst();
      const row = await within(ANSWER_MS, read).catch(onTrouble);
      return LANGUAGES.find((language) => language === row?.language);
    },
    async set(place, language) {
      if (language === 'auto') await db.deleteFrom('setting').where('place', '=', place).execute();
      else
        await db
          .insertInto('setting')
          .values({ place, language })
          .onConflict((conflict) => conflict.column('place').doUpdateSet({ language }))
          .execute();
    },
  };
}
