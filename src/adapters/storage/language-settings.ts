import type { LanguageSettings } from '../../core/ports.ts';
import { LANGUAGES } from '../../data/languages.ts';
import type { Database } from './database.ts';

/** Settings that outlive the process. */
export function storedLanguages({ db }: Database): LanguageSettings {
  return {
    async of(place) {
      const row = await db.selectFrom('setting').select('language').where('place', '=', place).executeTakeFirst();
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
