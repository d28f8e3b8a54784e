// src/core/news: who was shown or watches which values, and what they are told when the catalogue changes.
// Imported by: core, adapters, app.

import type { Catalogue, Language } from '../../data/schema.ts';
import { figureIndex } from '../catalogue/figure-index.ts';
import { createPosting, type Posting, type PostingOptions } from '../daily/posting.ts';
import { placeOf } from '../daily/subscription.ts';
import type { LanguageSettings } from '../ports.ts';
import { type ClaimedNews, isUneditable, type NewsLedger, type Remembered } from './news-ledger.ts';
import { planNews } from './plan.ts';
import { correctionOf, newsOf, valueIn } from './value.ts';
import type { NewsWriter } from './writer.ts';

/** Tells channels what changed in figures that they were shown or watch. */
export type NewsDesk = Posting & {
  /** Looks whether the catalogue, which is another now, says otherwise than what is remembered. */
  look(): void;
};

export type NewsOptions = Pick<
  PostingOptions<ClaimedNews>,
  'messengers' | 'clock' | 'stopwatch' | 'wait' | 'report' | 'owner' | 'timings'
> & {
  ledger: NewsLedger;
  catalogue: () => Catalogue;
  write: NewsWriter;
  languages: LanguageSettings;
};

/** How long after a change was noticed a channel still hears of it, in milliseconds: a week, since nobody waits for it. */
const LATEST_MS = 7 * 86_400_000;
/** What has to wait for another day is looked at again after so long, in milliseconds. */
const LOOK_AGAIN_MS = 1_800_000;

export function createNews(options: NewsOptions): NewsDesk {
  const { ledger, catalogue, languages, clock, stopwatch } = options;
  let lookAt = 0;
  let wanted = 0;
  const look = () => {
    wanted += 1;
    lookAt = 0;
  };

  const prepare = async (most: number): Promise<number> => {
    if (stopwatch() < lookAt) return 0;
    const seen = wanted;
    // Read first, so that the catalogue is no older than what somebody else has told by it.
    const remembered = await ledger.remembered();
    const known = catalogue();
    const stale = staleIn(remembered, known);
    const isOver = stale.values.length === 0 && stale.watched.length === 0;
    const count = isOver ? 0 : await ledger.prepare(stale, momentOf(clock()), most, planOf(known));
    // With other words meanwhile, or more to do, at once.
    if (seen === wanted && count === 0) lookAt = isOver ? Number.POSITIVE_INFINITY : stopwatch() + LOOK_AGAIN_MS;
    return count;
  };

  const posting = createPosting({
    ...options,
    latestMs: LATEST_MS,
    queue: {
      ...ledger,
      async settle(claimed, settlement) {
        const isWritten = await ledger.settle(claimed, settlement);
        // What could not be put right is left to a note.
        if (isUneditable(settlement)) look();
        return isWritten;
      },
    },
    prepare,
    async write({ key, subscription, news, language: usual, day, firstTriedAt }) {
      const { channel, setBy } = subscription;
      const language: Language = news.kind === 'note' ? ((await languages.of(placeOf(channel))) ?? usual) : usual;
      return {
        key,
        channel,
        setBy: setBy.user,
        message: options.write(news, { language, day }),
        firstTriedAt,
        ...(news.kind === 'edit' ? { edits: news.message } : {}),
        ...(news.kind === 'note' && news.under !== undefined ? { under: news.under } : {}),
      };
    },
  });
  return { ...posting, look };
}

/** What of all that is remembered a catalogue says otherwise. */
export function staleIn({ values, watched }: Remembered, catalogue: Catalogue): Remembered {
  const figures = figureIndex(catalogue);
  return {
    values: values.filter((value) => correctionOf(value, figures.get(valueIn(value)?.figure ?? '')) !== undefined),
    watched: watched.filter(({ figure, known }) => newsOf(known, figures.get(figure)).length > 0),
  };
}

/** How channels are told from one catalogue. */
export function planOf(catalogue: Catalogue): Parameters<NewsLedger['prepare']>[3] {
  const figures = figureIndex(catalogue);
  return (affected) => planNews(affected, figures.get);
}

/** A day is one of UTC: no channel need have said where it is. */
export function momentOf(now: Date): { now: Date; day: string } {
  return { now, day: now.toISOString().slice(0, 10) };
}
