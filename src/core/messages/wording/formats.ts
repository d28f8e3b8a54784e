import type { Language } from '../../../data/schema.ts';

/** Language tags that write numbers, dates and lists in the manner of the wording catalogues. */
export const LOCALES: Record<Language, string> = { en: 'en-GB', zh: 'zh-CN', ru: 'ru-RU' };

/** Makes a language's format when it is first needed, and once: making one takes far longer than using it. */
export function formatOf<Format>(make: (locale: string) => Format): (language: Language) => Format {
  const made = new Map<Language, Format>();
  return (language) => {
    const format = made.get(language) ?? make(LOCALES[language]);
    made.set(language, format);
    return format;
  };
}
