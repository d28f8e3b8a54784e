// src/core/daily: daily posts: what is asked of them, when they are due, what became of them.
// Imported by: core, adapters, app, cli, config.

import type { DailyWriter, LanguageSettings } from '../ports.ts';
import type { Claimed, DueSubscription, Ledger, Plan } from './ledger.ts';
import { LATEST_MS, plan } from './plan.ts';
import { createPosting, type Posting, type PostingOptions } from './posting.ts';
import { isCalledLate, placeOf } from './subscription.ts';

export type DailyOptions = Pick<
  PostingOptions<Claimed>,
  'messengers' | 'clock' | 'stopwatch' | 'wait' | 'report' | 'owner' | 'timings'
> & {
  ledger: Ledger;
  writer: DailyWriter;
  languages: LanguageSettings;
  /** The figures of a topic, or all. */
  figuresOf: (topic: string | undefined) => readonly string[];
};

/** One that cannot be planned is tried again after so long, in milliseconds, and keeps nobody waiting. */
const UNPLANNED_MS = 86_400_000;

/** The daily posts of all channels, while the program runs. */
export function createDaily(options: DailyOptions): Posting {
  const { ledger, writer, languages, figuresOf, clock, report } = options;

  const planned = (due: DueSubscription): Plan => {
    try {
      return plan(due, clock(), figuresOf);
    } catch (error) {
      report({ kind: 'trouble', what: 'plan', error });
      return { days: [], next: new Date(clock().getTime() + UNPLANNED_MS), state: due.subscription.state };
    }
  };

  return createPosting({
    ...options,
    queue: ledger,
    latestMs: LATEST_MS,
    prepare: (most) => ledger.prepare(clock(), most, planned),
    async write({ key, subscription, figure, day, dueAt, firstTriedAt }) {
      const { channel, setBy } = subscription;
      const language = (await languages.of(placeOf(channel))) ?? subscription.language;
      const isLate = isCalledLate(clock().getTime() - dueAt.getTime());
      const message = writer.post({ figure, subscription, language, day, isLate });
      return { key, channel, setBy: setBy.user, message, firstTriedAt };
    },
    broken: ({ subscription }, state) => writer.broken({ ...subscription, state }),
  });
}
