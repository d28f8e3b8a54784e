import type { Language, Texts } from '../../../data/schema.ts';
import { TRADITIONAL } from '../render/traditional.ts';

/** Discord's names of the languages that the commands are shown in, besides English as it is written in the code. */
export type Localised = { 'en-GB': string; ru: string; 'zh-CN': string; 'zh-TW': string };

/** The language of the first locale that the bot speaks; Discord names about thirty. */
export function languageOfLocale(...locales: (string | null | undefined)[]): Language | undefined {
  for (const locale of locales) {
    const [language] = (locale ?? '').split('-');
    if (language === 'en' || language === 'zh' || language === 'ru') return language;
  }
  return undefined;
}

/** A text in every locale. */
export function localised({ en, zh, ru }: Texts): Localised {
  return { 'en-GB': en, ru, 'zh-CN': zh, 'zh-TW': TRADITIONAL[zh] ?? zh };
}
