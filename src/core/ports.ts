import type { Language } from '../data/schema.ts';

/** The present moment; handed in, so that the core has no clock of its own. */
export type Clock = () => Date;

/** The language that people chose for a place: a channel, a direct message. */
export type LanguageSettings = {
  of(place: string): Promise<Language | undefined>;
  set(place: string, language: Language | 'auto'): Promise<void>;
};

/** Where events are told to whoever runs the bot: never with the text of a message, never with a token. */
export type Log = {
  info(event: string, fields?: Record<string, unknown>): void;
  warn(event: string, fields?: Record<string, unknown>): void;
  error(event: string, fields?: Record<string, unknown>): void;
};
