import type { Language } from '../../data/languages.ts';
import type { Leased, Queue, Settlement } from '../daily/ledger.ts';
import { UNEDITABLE } from '../ports.ts';
import type { NewsPlan } from './plan.ts';
import type { Affected, News } from './readers.ts';

/** Something to tell a channel, which its owner alone may try now; `day` is when the change was noticed. */
export type ClaimedNews = Leased & { news: News; language: Language; day: string };

/** The values that are remembered somewhere, each once: those shown, and for each watch all that is known of its figure. */
export type Remembered = { values: string[]; watched: { figure: string; known: string[] }[] };

/** What is written down about changes, and about who has to hear of them. */
export type NewsLedger = Queue<ClaimedNews> & {
  remembered(): Promise<Remembered>;
  /** The channels that were shown or know any of these, but for those that had their note of the day and need nothing else; at most so many. */
  affected(stale: Remembered, day: string, most: number): Promise<Affected[]>;
  /** Writes down what such channels are told, and that they know it, in one step; tells how many there were. */
  prepare(
    stale: Remembered,
    moment: { now: Date; day: string },
    most: number,
    plan: (affected: Affected) => NewsPlan,
  ): Promise<number>;
};

/** Whether a message was to be put right that is there and cannot be changed any more; a note has to tell it then. */
export function isUneditable(settlement: Settlement): boolean {
  return settlement.kind === 'done' && settlement.outcome.kind === 'failed' && settlement.outcome.code === UNEDITABLE;
}
