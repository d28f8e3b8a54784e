import type { Language } from '../../data/schema.ts';

/** How many signs of each script a text holds, and how many of its words are everyday words of each language. */
export type LanguageEvidence = { latin: number; cyrillic: number; han: number; everyday: Record<Language, number> };

/** The language of a sentence: that of its everyday words; where those do not tell, that of most of its signs. */
export function languageOf({ latin, cyrillic, han, everyday }: LanguageEvidence): Language | undefined {
  // A Chinese sign carries about as much as half an English word.
  const weight = { en: latin / 5, zh: han / 1.8, ru: cyrillic / 5.5 };
  const scores = (['en', 'zh', 'ru'] as const).map((language) => ({
    language,
    score: weight[language] + 2 * everyday[language],
  }));
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a));
  return best.score > 0 ? best.language : undefined;
}
