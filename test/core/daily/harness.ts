import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { openStore, type Store } from '../../../src/adapters/storage/open-store.ts';
import { createDaily, type DailyOptions } from '../../../src/core/daily/daily.ts';
import type { Posting, PostingEvent } from '../../../src/core/daily/posting.ts';
import type { Channel, Delivery, Subscription } from '../../../src/core/daily/subscription.ts';
import { plainText } from '../../../src/core/messages/message.ts';
import type { DailyWriter, Found, Messenger, Post, Sent } from '../../../src/core/ports.ts';
import { subscribed } from '../../support/daily.ts';

/** Daily posts on a real database, to a platform whose answers the test decides, at a time that the test decides. */
export type World = {
  store: Store;
  /** Sets the clock; time does not pass by itself. */
  at(time: string): void;
  platform: Platform;
  events: PostingEvent[];
  daily: Posting;
  save(subscription: Subscription, nextDue: string): Promise<void>;
  last(to?: Channel): Promise<Delivery | undefined>;
  /** Waits until the last days of a channel are over: sent, skipped or failed. */
  settled(days: number, to?: Channel): Promise<Delivery[]>;
};

/** The far side: what was posted, and how it answers. */
type Platform = {
  posts: { channel: string; text: string; key: string }[];
  tries: string[];
  told: { user: string; text: string }[];
  answer: (post: Post, signal: AbortSignal) => Sent | Promise<Sent>;
  look: (post: Post) => Found;
};

export const FIGURES = ['one', 'two', 'three', 'four', 'five'];

/** An accepted post. */
export const accepted: Sent = { kind: 'sent', id: '1', link: 'https://example.com/1' };

const writer: DailyWriter = {
  post: ({ figure, language, isLate }) => ({
    language,
    audience: 'everyone',
    parts: [{ kind: 'text', inlines: [`${figure} ${language}${isLate ? ' late' : ''}`] }],
    buttons: [],
  }),
  broken: ({ state, language }) => ({
    language,
    audience: 'asker',
    parts: [{ kind: 'text', inlines: [JSON.stringify(state)] }],
    buttons: [],
  }),
};

export async function world(changes: Partial<DailyOptions> = {}): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'harbin-daily-'));
  const store = await openStore(`file:${join(folder, 'daily.db')}`, () => {});
  let now = new Date(0);
  const platform: Platform = {
    posts: [],
    tries: [],
    told: [],
    answer: () => accepted,
    look: () => ({ kind: 'absent' }),
  };
  const messenger: Messenger = {
    async send(post, signal) {
      platform.tries.push(post.channel.id);
      const answer = await platform.answer(post, signal);
      if (answer.kind === 'sent')
        platform.posts.push({ channel: post.channel.id, text: plainText(post.message), key: post.key });
      return answer;
    },
    find: async (post) => platform.look(post),
    async tell({ user }, message) {
      platform.told.push({ user, text: plainText(message) });
      return true;
    },
  };
  const events: PostingEvent[] = [];
  const daily = createDaily({
    ledger: store.ledger,
    messengers: new Map([['slack', messenger]]),
    writer,
    languages: store.languages,
    figuresOf: (topic) => (topic === undefined ? FIGURES : FIGURES.slice(0, 2)),
    clock: () => now,
    stopwatch: Date.now,
    wait: (ms, signal) => sleep(ms, undefined, { signal }).catch(() => {}),
    report: (event) => void events.push(event),
    owner: 'test',
    timings: {
      pollMs: [1, 3],
      leaseMs: 4_000,
      lookingMs: 400,
      sendingMs: 800,
      retrying: { firstMs: 4, mostMs: 20 },
      finishingMs: 1_000,
    },
    ...changes,
  });
  onTestFinished(async () => {
    await daily.stop();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const last = async (to = subscribed().channel) => (await store.subscriptions.history(to, 1))[0];
  return {
    store,
    platform,
    events,
    daily,
    at: (time) => {
      now = new Date(time);
    },
    save: (subscription, nextDue) => store.subscriptions.save(subscription, new Date(nextDue)),
    last,
    async settled(days, to = subscribed().channel) {
      const deadline = performance.now() + 60_000;
      for (;;) {
        const history = await store.subscriptions.history(to, 20);
        if (history.length >= days && history.every(({ outcome }) => outcome.kind !== 'waiting')) return history;
        if (performance.now() > deadline)
          throw new Error(`Waited in vain for ${days} days; there is ${JSON.stringify(history)}`);
        await sleep(3);
      }
    },
  };
}
