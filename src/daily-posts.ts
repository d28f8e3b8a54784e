import { randomUUID } from 'node:crypto';
import type { Log, PostingAdapter } from './adapters/adapter.ts';
import { asError } from './adapters/as-error.ts';
import { pause } from './adapters/pause.ts';
import { inRequest } from './adapters/request.ts';
import type { Store } from './adapters/storage/open-store.ts';
import { createDaily, type Daily, type DailyEvent } from './core/daily/daily.ts';
import type { Channel } from './core/daily/subscription.ts';
import { createDailyWriter } from './core/daily/writer.ts';
import type { Messenger } from './core/ports.ts';
import type { Catalogue } from './data/schema.ts';

/** Puts the daily posts of all channels together: the real clock, the real platforms, the log. */

export type DailyPostsOptions = {
  store: Store;
  adapters: ReadonlyMap<Channel['platform'], PostingAdapter>;
  /** The present one; another may take its place. */
  catalogue: () => Catalogue;
  version: string;
  log: Log;
  /** Hears of everything that happens, beside the log. */
  count: (event: DailyEvent) => void;
};

export function createDailyPosts({ store, adapters, catalogue, version, log, count }: DailyPostsOptions): Daily {
  const { ledger, languages } = store;
  const present = latest(catalogue, (known) => ({
    figures: figuresByTopic(known),
    writer: createDailyWriter(known, version),
  }));
  const say = logging(log);
  return createDaily({
    ledger,
    messengers: new Map([...adapters].map(([platform, { messenger }]) => [platform, followed(messenger)])),
    writer: {
      post: (post) => present().writer.post(post),
      broken: (subscription) => present().writer.broken(subscription),
    },
    languages,
    figuresOf: (topic) => present().figures.get(topic) ?? [],
    clock: () => new Date(),
    stopwatch: Date.now,
    wait: pause,
    report(event) {
      count(event);
      say(event);
    },
    owner: randomUUID(),
  });
}

/** What is made of the latest catalogue, made once for each. */
function latest<T>(catalogue: () => Catalogue, make: (catalogue: Catalogue) => T): () => T {
  let known = catalogue();
  let made = make(known);
  return () => {
    if (catalogue() !== known) {
      known = catalogue();
      made = make(known);
    }
    return made;
  };
}

/** What a platform does for a post is told in the log under the key of the post, which begins with its subscription. */
function followed(messenger: Messenger): Messenger {
  return {
    ...messenger,
    send: (post, signal) => inRequest(() => messenger.send(post, signal), post.key),
    find: (post, signal) => inRequest(() => messenger.find(post, signal), post.key),
  };
}

function figuresByTopic({ figures }: Catalogue): Map<string | undefined, string[]> {
  const byTopic = new Map<string | undefined, string[]>([[undefined, figures.map(({ id }) => id)]]);
  for (const { id, topic } of figures) byTopic.set(topic, [...(byTopic.get(topic) ?? []), id]);
  return byTopic;
}

/** A database that does not answer is tried again each second or so; the log hears of it once a minute. */
const TROUBLE_EVERY_MS = 60_000;

function logging(log: Log): (event: DailyEvent) => void {
  const told = new Map<string, number>();
  return (event) => {
    switch (event.kind) {
      case 'trouble': {
        const { what, error } = event;
        if (Date.now() - (told.get(what) ?? 0) < TROUBLE_EVERY_MS) return;
        told.set(what, Date.now());
        log.error('daily posts in trouble', { what, error: asError(error) });
        return;
      }
      case 'settled': {
        const { platform, subscription, outcome } = event;
        const { kind, ...facts } = {
          lateMs: undefined,
          code: undefined,
          why: undefined,
          remedy: undefined,
          ...outcome,
        };
        const { lateMs, code, why, remedy } = facts;
        const isGood = kind === 'sent' || kind === 'skipped';
        log[isGood ? 'info' : 'warn'](`daily post ${kind}`, { platform, subscription, lateMs, code, why, remedy });
        return;
      }
      case 'retried': {
        const { platform, subscription, code, afterMs } = event;
        log.info('daily post put off', { platform, subscription, code, afterMs: Math.round(afterMs) });
        return;
      }
      case 'overtaken': {
        const { platform, subscription } = event;
        log.warn('daily post was taken over by another process', { platform, subscription });
        return;
      }
      case 'broken': {
        const { platform, subscription, code, told } = event;
        log.warn('daily post stopped after days of refusal', { platform, subscription, code, told });
        return;
      }
    }
  };
}
