import { randomUUID } from 'node:crypto';
import { asError } from '../adapters/shared/as-error.ts';
import { pause } from '../adapters/shared/pause.ts';
import type { Log } from '../adapters/shared/posting-adapter.ts';
import type { PostingEvent } from '../core/daily/posting.ts';
import { createNews, type NewsDesk } from '../core/news/news.ts';
import { createNewsWriter } from '../core/news/writer.ts';
import type { Readers, RememberShown } from '../core/ports.ts';
import { nameInLog } from './daily-log.ts';
import { type DailyPostsOptions, followed, latest } from './daily-posts.ts';

/** Puts what tells people of changed figures together: the real clock, the real platforms, the log. */
export function createChanges(options: Omit<DailyPostsOptions, 'count'>): NewsDesk {
  const { store, adapters, catalogue, version, log } = options;
  const writer = latest(catalogue, (known) => createNewsWriter(known, version));
  return createNews({
    ledger: store.news,
    catalogue,
    write: (...news) => writer()(...news),
    languages: store.languages,
    messengers: new Map([...adapters].map(([platform, { messenger }]) => [platform, followed(messenger)])),
    clock: () => new Date(),
    stopwatch: Date.now,
    wait: pause,
    report: (event) => say(log, event),
    owner: randomUUID(),
  });
}

/** Notes what messages show to everybody; where the database does not take it, such a message is not put right later. */
export function rememberShown(readers: Readers, log: Log): RememberShown {
  return async (channel, id, { audience, shown }) => {
    if (audience !== 'everyone' || !shown) return;
    try {
      await readers.remember(channel, id, shown);
    } catch (error) {
      log.warn('answer not remembered', { error: asError(error) });
    }
  };
}

function say(log: Log, event: PostingEvent): void {
  if (event.kind === 'trouble') {
    log.warn('changes not told yet', { what: event.what, error: asError(event.error) });
    return;
  }
  const subject = { platform: event.platform, channel: nameInLog(event.subscription) };
  if (event.kind !== 'settled') log.info('change told later', subject);
  else if (event.outcome.kind === 'sent') log.info('change told', subject);
  else log.warn('change not told', { ...subject, ...('code' in event.outcome ? { code: event.outcome.code } : {}) });
}
