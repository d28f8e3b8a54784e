import type { SlackClock } from './clock.ts';

/** How often Slack takes a method; all of it is off until a test sets it, since Slack itself lets short bursts pass. */
export type RateLimits = {
  /** Between two posts in one channel. */
  postGapMs: number;
  /** Posts in the whole workspace within a minute. */
  postsPerMinute: number;
  /** Between two looks at a history: a minute for apps that are sold outside of Slack's Marketplace. */
  historyGapMs: number;
  /** Messages of one look, whatever is asked for: 15 for those apps. */
  historyPage: number;
};

/** Counts calls against the limits. */
export type RateCounter = {
  readonly limits: RateLimits;
  /** Counts a call, or tells for how many seconds Slack wants none. */
  take(method: string, channel: string | undefined): number | undefined;
};

const MINUTE_MS = 60_000;

export function createRateCounter(clock: SlackClock): RateCounter {
  const limits: RateLimits = {
    postGapMs: 0,
    postsPerMinute: Number.POSITIVE_INFINITY,
    historyGapMs: 0,
    historyPage: Number.POSITIVE_INFINITY,
  };
  const lastPost = new Map<string, number>();
  let posts: number[] = [];
  let lastHistory = Number.NEGATIVE_INFINITY;
  const secondsUntil = (at: number) => Math.max(1, Math.ceil((at - clock.now()) / 1_000));

  const takePost = (channel: string): number | undefined => {
    const now = clock.now();
    const free = (lastPost.get(channel) ?? Number.NEGATIVE_INFINITY) + limits.postGapMs;
    if (now < free) return secondsUntil(free);
    posts = posts.filter((at) => at > now - MINUTE_MS);
    if (posts.length >= limits.postsPerMinute) return secondsUntil((posts[0] ?? now) + MINUTE_MS);
    posts.push(now);
    lastPost.set(channel, now);
    return undefined;
  };
  const takeHistory = (): number | undefined => {
    const now = clock.now();
    if (now < lastHistory + limits.historyGapMs) return secondsUntil(lastHistory + limits.historyGapMs);
    lastHistory = now;
    return undefined;
  };

  return {
    limits,
    take(method, channel) {
      if (method === 'chat.postMessage') return takePost(channel ?? '');
      return method === 'conversations.history' ? takeHistory() : undefined;
    },
  };
}
