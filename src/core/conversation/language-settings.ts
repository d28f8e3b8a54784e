import { LRUCache } from 'lru-cache';
import type { Language } from '../../data/schema.ts';
import type { LanguageSettings } from '../ports.ts';

/** Places remembered at once. */
const MOST_PLACES = 10_000;

/** Settings that live as long as the process. */
export function createLanguageSettings(): LanguageSettings {
  const chosen = new LRUCache<string, Language>({ max: MOST_PLACES });
  return {
    of: async (place) => chosen.get(place),
    async set(place, language) {
      if (language === 'auto') chosen.delete(place);
      else chosen.set(place, language);
    },
  };
}
