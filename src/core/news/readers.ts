import type { Language } from '../../data/languages.ts';
import type { Channel } from '../daily/subscription.ts';
import type { NewsItem } from './value.ts';

/** For how long a message is remembered that shows values, in days: whoever scrolls back further knows that it is old. */
export const DAYS_REMEMBERED = 180;
/** Values that are remembered of one message; no answer shows more than a page of them. */
export const MOST_VALUES = 50;

/** Figures that one channel may watch, so that a note of the day stays short. */
export const MOST_WATCHED = 20;

/** As what a message can be drawn again from its value alone: a daily post, a fact, or, as a part of more, not at all. */
export type Form = 'post' | 'fact' | 'part';

/** The values that a message shows, as fingerprints. */
export type Shown = { values: string[]; form: Form; language: Language };

/** A value that a message of the bot shows to everybody in a channel. */
export type Showing = { channel: Channel; message: string; value: string; form: Form; language: Language };

/** A figure that a channel or person is told of when it changes. */
export type Watch = {
  channel: Channel;
  figure: string;
  /** The fingerprints of the values that are known there. */
  known: string[];
  setBy: { user: string; at: Date };
  language: Language;
};

/** What of one channel a new catalogue changes. */
export type Affected = {
  channel: Channel;
  /** The oldest first. */
  showings: Showing[];
  watches: Watch[];
};

/** What is sent to a channel: one of its messages is put right, or a note tells what changed. */
export type News =
  | { kind: 'edit'; message: string; form: Exclude<Form, 'part'>; items: readonly [NewsItem] }
  /** `under` is the message that it belongs under; `watched` are figures that are watched there. */
  | { kind: 'note'; items: readonly NewsItem[]; under?: string; watched: readonly string[] };
