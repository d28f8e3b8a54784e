import { setMaxListeners } from 'node:events';
import type { Message } from '../messages/message.ts';
import type { Clock, Messenger, Post as OutgoingPost } from '../ports.ts';
import { attempt, type Wait } from './attempt.ts';
import type { Leased, Queue, Settled, Settlement } from './ledger.ts';
import type { Pace } from './pace.ts';
import type { Channel } from './subscription.ts';

/** Posts where nobody has just asked, while the program runs: each is planned, sent once, and written down. */
export type Posting = {
  start(): void;
  /** Takes nothing new and lets running posts finish; what does not is left to be looked for. */
  stop(): Promise<void>;
};

export type PostingOptions<Post extends Leased> = {
  queue: Queue<Post>;
  messengers: ReadonlyMap<Channel['platform'], Messenger>;
  /** Plans what is due, at most so many; tells how many there were. */
  prepare: (most: number) => Promise<number>;
  /** Words a post that was claimed. */
  write: (claimed: Post) => Promise<OutgoingPost>;
  /** What whoever set a post up is told when the bot has stopped posting. */
  broken?: (claimed: Post, state: BrokenState) => Message;
  /** How long after it was due a post still goes out, in milliseconds. */
  latestMs: number;
  clock: Clock;
  /** Milliseconds that really pass, also while the machine sleeps; for leases. */
  stopwatch: () => number;
  wait: Wait;
  report: (event: PostingEvent) => void;
  /** A name that no other process has. */
  owner: string;
  timings?: Partial<PostingTimings>;
};

/** What happens to posts, for logs and metrics. */
export type PostingEvent =
  | ({ platform: Channel['platform']; subscription: string } & (
      | { kind: 'settled'; outcome: Settled }
      | { kind: 'retried'; code: string; afterMs: number }
      /** Somebody else had taken the post: this process was too slow. */
      | { kind: 'overtaken' }
      /** The bot has stopped posting there; `told` is whether whoever set it up could be told. */
      | { kind: 'broken'; code: string; told: boolean }
    ))
  | { kind: 'trouble'; what: 'prepare' | 'claim' | 'settle' | 'tidy' | 'plan' | 'post' | 'tell'; error: unknown };

/** In milliseconds, but for the counts. */
export type PostingTimings = {
  /** Between looks for work, by chance from the first to the last, so that processes do not knock together. */
  pollMs: readonly [number, number];
  /** For how long a post belongs to whoever has taken it: longer than a look and a try together. */
  leaseMs: number;
  lookingMs: number;
  sendingMs: number;
  retrying: Pace;
  /** Posts of one platform under way at once; its messenger keeps to the platform's pace. */
  mostInFlight: number;
  /** Subscriptions planned in one step: small, so that answers are not kept waiting. */
  batch: number;
  finishingMs: number;
  tidyMs: number;
};

export const POSTING_TIMINGS: PostingTimings = {
  pollMs: [1_000, 3_000],
  leaseMs: 90_000,
  lookingMs: 20_000,
  sendingMs: 30_000,
  retrying: { firstMs: 5_000, mostMs: 600_000 },
  mostInFlight: 64,
  batch: 200,
  finishingMs: 5_000,
  tidyMs: 3_600_000,
};
/** How long after its last moment a post waits for its own platform's process before anybody ends it. */
const UNSERVED_MS = 3_600_000;
/** Between tries to write down an outcome while the database does not answer. */
const UNWRITTEN_MS = 1_000;
/** For posts that were cut off to be written down. */
const LAST_WORDS_MS = 3_000;

export function createPosting<Post extends Leased>(options: PostingOptions<Post>): Posting {
  const { queue, messengers, broken, latestMs, clock, stopwatch, wait, report, owner } = options;
  const timings = { ...POSTING_TIMINGS, ...options.timings };
  const stopping = new AbortController();
  const abandoned = new AbortController();
  // Each post under way listens to it.
  setMaxListeners(0, abandoned.signal);
  const loops: Promise<void>[] = [];
  const running = new Map<string, Promise<void>>();
  const tools = { ...options, ...timings, onFault: (error: unknown) => trouble('post', error) };

  const trouble = (what: Extract<PostingEvent, { kind: 'trouble' }>['what'], error: unknown) =>
    report({ kind: 'trouble', what, error });

  /** A database that does not answer costs a turn, not the loop. */
  const attempting = async <T>(what: Parameters<typeof trouble>[0], work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work();
    } catch (error) {
      trouble(what, error);
      return undefined;
    }
  };

  const pause = (signal: AbortSignal) => {
    const [first, last] = timings.pollMs;
    return wait(first + Math.random() * (last - first), signal);
  };

  let news = new AbortController();
  /** Wakes those who wait for posts. */
  const wake = () => {
    news.abort();
    news = new AbortController();
  };

  const preparing = async () => {
    let tidied = stopwatch();
    while (!stopping.signal.aborted) {
      const count = await attempting('prepare', () => options.prepare(timings.batch));
      if (count !== undefined && count > 0) wake();
      if (stopwatch() - tidied > timings.tidyMs) {
        tidied = stopwatch();
        await attempting('tidy', tidy);
      }
      // More is waiting: let others have their turn, and go on.
      if (count === timings.batch) await wait(0, stopping.signal);
      else await pause(stopping.signal);
    }
  };

  const tidy = async () => {
    const now = clock();
    const ended = await queue.tidy(now, new Date(now.getTime() - latestMs - UNSERVED_MS));
    for (const { outcome, ...post } of ended) report({ kind: 'settled', ...post, outcome });
  };

  const serving = async (platform: Channel['platform'], messenger: Messenger) => {
    const own = new Map<string, Promise<void>>();
    while (!stopping.signal.aborted) {
      const { signal } = news;
      const most = timings.mostInFlight - own.size;
      const wanted = { platform, owner, most, leaseMs: timings.leaseMs, except: [...own.keys()] };
      const claimed = (await attempting('claim', () => queue.claim(wanted))) ?? [];
      for (const post of claimed) {
        const work = deliver(messenger, post).finally(() => {
          own.delete(post.key);
          running.delete(post.key);
        });
        own.set(post.key, work);
        running.set(post.key, work);
      }
      if (claimed.length < most) await pause(signal);
      // All hands full: take new ones when a quarter is free, many in one step.
      else while (own.size > timings.mostInFlight * 0.75 && !stopping.signal.aborted) await Promise.race(own.values());
    }
  };

  const deliver = async (messenger: Messenger, post: Post) => {
    const settlement = await attempt({ ...tools, write: () => options.write(post) }, messenger, post, abandoned.signal);
    const { platform } = post.subscription.channel;
    const subject = { platform, subscription: post.subscription.id };
    const isWritten = await write(post, settlement);
    if (isWritten === undefined) return;
    if (!isWritten) return report({ kind: 'overtaken', ...subject });
    if (settlement.kind === 'again')
      return report({ kind: 'retried', ...subject, code: settlement.code, afterMs: settlement.afterMs });
    report({ kind: 'settled', ...subject, outcome: settlement.outcome });
    if (settlement.state.kind === 'broken') {
      const { code } = settlement.state;
      report({ kind: 'broken', ...subject, code, told: await tell(messenger, post, settlement.state) });
    }
  };

  /** Writes the outcome down, again and again while the post is still this process's; undefined where it could not. */
  const write = async (post: Post, settlement: Settlement): Promise<boolean | undefined> => {
    const since = stopwatch();
    while (stopwatch() - since < timings.leaseMs) {
      const isWritten = await attempting('settle', () => queue.settle(post, settlement));
      if (isWritten !== undefined || abandoned.signal.aborted) return isWritten;
      await wait(UNWRITTEN_MS, abandoned.signal);
    }
    return undefined;
  };

  const tell = async (messenger: Messenger, post: Post, state: BrokenState): Promise<boolean> => {
    if (!broken) return false;
    const { channel, setBy } = post.subscription;
    const person = { workspace: channel.workspace, user: setBy.user };
    return (await attempting('tell', async () => messenger.tell(person, broken(post, state)))) ?? false;
  };

  const atMost = async (ms: number, work: Promise<unknown>) => {
    const done = new AbortController();
    await Promise.race([work.then(() => done.abort()), wait(ms, done.signal)]);
  };

  return {
    start() {
      loops.push(preparing(), ...[...messengers].map(([platform, messenger]) => serving(platform, messenger)));
    },
    async stop() {
      stopping.abort();
      wake();
      const over = Promise.all(loops).then(() => Promise.allSettled(running.values()));
      await atMost(timings.finishingMs, over);
      abandoned.abort();
      // A database that hangs is not waited for.
      await atMost(LAST_WORDS_MS, over);
    },
  };
}

type BrokenState = Extract<Extract<Settlement, { kind: 'done' }>['state'], { kind: 'broken' }>;
