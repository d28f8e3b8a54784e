import type { Language } from '../languages.ts';

const NAMES: Record<Language, string> = { en: 'English', zh: 'Chinese', ru: 'Russian' };

/** The English name of a language's code, undefined for anything else. */
export function languageName(code: string): string | undefined {
  return Object.hasOwn(NAMES, code) ? NAMES[code as Language] : undefined;
}
