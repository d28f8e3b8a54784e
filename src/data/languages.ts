/** The languages that the bot speaks. */
export const LANGUAGES = ['en', 'zh', 'ru'] as const;

export type Language = (typeof LANGUAGES)[number];
