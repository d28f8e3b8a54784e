import { randomUUID } from 'node:crypto';
import { pause } from '../adapters/shared/pause.ts';
import type { Log, PostingAdapter } from '../adapters/shared/posting-adapter.ts';
import { inRequest } from '../adapters/shared/request.ts';
import type { Store } from '../adapters/storage/open-store.ts';
import { createDaily } from '../core/daily/daily.ts';
import type { Posting, PostingEvent } from '../core/daily/posting.ts';
import type { Channel } from '../core/daily/subscription.ts';
import { createDailyWriter } from '../core/daily/writer.ts';
import type { Messenger } from '../core/ports.ts';
import type { Catalogue } from '../data/schema.ts';
import { logOfPosts, nameInLog } from './daily-log.ts';

/** Puts the daily posts of all channels together: the real clock, the real platforms, the log. */

export type DailyPostsOptions = {
  store: Store;
  adapters: ReadonlyMap<Channel['platform'], PostingAdapter>;
  /** The present one; another may take its place. */
  catalogue: () => Catalogue;
  version: string;
  log: Log;
  /** Hears of everything that happens, beside the log. */
  count: (event: PostingEvent) => void;
};

export function createDailyPosts({ store, adapters, catalogue, version, log, count }: DailyPostsOptions): Posting {
  const { ledger, languages } = store;
  const present = latest(catalogue, (known) => ({
    figures: figuresByTopic(known),
    writer: createDailyWriter(known, version),
  }));
  const say = logOfPosts(log);
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
export function latest<T>(catalogue: () => Catalogue, make: (catalogue: Catalogue) => T): () => T {
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
export function followed(messenger: Messenger): Messenger {
  return {
    ...messenger,
    send: (post, signal) => inRequest(() => messenger.send(post, signal), nameInLog(post.key)),
    find: (post, signal) => inRequest(() => messenger.find(post, signal), nameInLog(post.key)),
  };
}

function figuresByTopic({ figures }: Catalogue): Map<string | undefined, string[]> {
  const byTopic = new Map<string | undefined, string[]>([[undefined, figures.map(({ id }) => id)]]);
  for (const { id, topic } of figures) byTopic.set(topic, [...(byTopic.get(topic) ?? []), id]);
  return byTopic;
}
