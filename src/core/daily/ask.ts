import type { Schedule } from './subscription.ts';

/** What somebody asks of a channel's daily post, and of the figures that it watches. */
export type DailyAsk =
  | { kind: 'on'; wish: Wish }
  /** Asks whether what was said in plain words is really to be done. */
  | { kind: 'confirm'; change: Wished }
  | { kind: 'off' }
  /** Asks whether it is really to be turned off, as a button does first. */
  | { kind: 'ask-off' }
  | { kind: 'status' }
  | { kind: 'preview' }
  | { kind: 'resume' }
  | { kind: 'log' }
  /** Without `until` somebody has to resume. */
  | { kind: 'pause'; until?: Until }
  | { kind: 'unclear'; unclear: Unclear }
  /** To be told of each newer value and correction of a figure. */
  | { kind: 'watch'; figure: string }
  /** The words fit several figures. */
  | { kind: 'watch-which'; figures: string[] }
  /** To be told of one figure no more, or of none. */
  | { kind: 'unwatch'; figure?: string }
  | { kind: 'watched' };

/** What somebody wished in plain words. */
export type Wished = { kind: 'on'; wish: Wish } | { kind: 'pause'; until?: Until } | { kind: 'resume' };

/** What is wished of a schedule; what is left out stays as it was, and `null` is every topic. */
export type Wish = Partial<Omit<Schedule, 'topic'>> & { topic?: string | null };

/** The first day with a post again: a date, the next such date, the next such ISO weekday, or some days from now. */
export type Until =
  | { kind: 'date'; date: string }
  | { kind: 'day'; month: number; day: number }
  | { kind: 'weekday'; weekday: number }
  | { kind: 'days'; days: number };

/** A part of what was typed that was not understood, and what it may have meant. */
export type Unclear = { part: DailyPart; said: string; instead: DailyAsk[] };

export type DailyPart = 'time' | 'zone' | 'days' | 'date' | 'topic' | 'anything';
