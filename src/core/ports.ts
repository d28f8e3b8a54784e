import type { Language } from '../data/schema.ts';

/** The present moment; handed in, so that the core has no clock of its own. */
export type Clock = () => Date;

/** The language that people chose for a place: a channel, a direct message. */
export type LanguageSettings = {
  of(place: string): Promise<Language | undefined>;
  set(place: string, language: Language | 'auto'): Promise<void>;
};
