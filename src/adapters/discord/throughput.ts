import { setMaxListeners } from 'node:events';
import { DefaultRestOptions, type RESTOptions } from 'discord.js';
import { type CallResult, type Meter, metered } from '../meter.ts';
import { pause } from '../pace.ts';
import { isUnsent } from './sent.ts';

/** Requests that Discord takes of one bot in a second, answers to interactions aside. Source: "Rate Limits", Global. */
const REQUESTS_PER_SECOND = 50;
/** Of these, posts that nobody waits for; the rest is left to answers. */
const POSTS_PER_SECOND = 47;
/** After so many requests of any kind posts wait, since on the way to Discord a second of requests may shrink. */
const POSTS_WAIT_AFTER = 48;
const SECOND_MS = 1000;
/** So much more than Discord wants is waited after a refusal, since the library's clients do, too. */
const MORE_REST_MS = 120;
const GAP_MS = SECOND_MS / POSTS_PER_SECOND;
/** Gaps differ by as much of them, so that bots that began together do not knock together; their mean stays. */
const JITTER = 0.25;
/** Posts that came late, since a timer did, are caught up with by so many at once. */
const CATCH_UP_MS = 2 * GAP_MS;

/** Shares what Discord takes in a second between answers, which go first, and posts that nobody waits for. */
export type Throughput = {
  /** Waits until one more post fits; tells whether its turn came before the signal did. */
  turn(signal: AbortSignal): Promise<boolean>;
  /** Sends a request for a client of the library: answers wait until they fit, and Discord's pauses are kept by all. */
  makeRequest: RESTOptions['makeRequest'];
  /** Sends a request whose turn has come. */
  makeRequestInTurn: RESTOptions['makeRequest'];
};

type Waiting = { pass(hasTurn: boolean): void };

export function createThroughput(meter: Meter): Throughput {
  /** When the requests of the last second were sent, the oldest first. */
  const sent: number[] = [];
  const queue: Waiting[] = [];
  let nextPostAt = 0;
  let restsUntil = 0;
  let timer: NodeJS.Timeout | undefined;

  /** How long until fewer than so many requests were sent within a second. */
  const waitMs = (most: number): number => {
    const now = performance.now();
    while (sent.length > 0 && (sent[0] as number) <= now - SECOND_MS) sent.shift();
    const untilFree = sent.length < most ? 0 : (sent[sent.length - most] as number) + SECOND_MS - now;
    return Math.max(untilFree, restsUntil - now);
  };

  const letPostsPass = (): void => {
    clearTimeout(timer);
    while (queue.length > 0) {
      const wait = Math.max(waitMs(POSTS_WAIT_AFTER), nextPostAt - performance.now());
      if (wait > 0) {
        timer = setTimeout(letPostsPass, Math.ceil(wait));
        return;
      }
      const now = performance.now();
      nextPostAt = Math.max(nextPostAt, now - CATCH_UP_MS) + GAP_MS * (1 - JITTER + 2 * JITTER * Math.random());
      sent.push(now);
      queue.shift()?.pass(true);
    }
  };

  const request: RESTOptions['makeRequest'] = async (url, init) => {
    const response = await metered(meter, familyOf(url), () => DefaultRestOptions.makeRequest(url, init), RESULTS);
    const isForAll = response.headers.has('X-RateLimit-Global') || !response.headers.has('X-RateLimit-Scope');
    // Cloudflare, which stands before Discord, names no scope.
    if (response.status === 429 && isForAll)
      restsUntil = performance.now() + Number(response.headers.get('Retry-After') ?? 1) * SECOND_MS + MORE_REST_MS;
    return response;
  };

  return {
    turn(signal) {
      if (signal.aborted) return Promise.resolve(false);
      return new Promise((resolve) => {
        const onAbort = () => {
          queue.splice(queue.indexOf(waiting), 1);
          resolve(false);
        };
        const waiting: Waiting = {
          pass(hasTurn) {
            signal.removeEventListener('abort', onAbort);
            resolve(hasTurn);
          },
        };
        // One signal may be that of a thousand posts.
        setMaxListeners(0, signal);
        signal.addEventListener('abort', onAbort, { once: true });
        queue.push(waiting);
        if (queue.length === 1) letPostsPass();
      });
    },
    async makeRequest(url, init) {
      // Answers to interactions carry no token of the bot and do not count.
      if ('Authorization' in (init.headers as object)) {
        const signal = init.signal as AbortSignal;
        for (let wait = waitMs(REQUESTS_PER_SECOND); wait > 0 && !signal.aborted; wait = waitMs(REQUESTS_PER_SECOND))
          await pause(Math.ceil(wait), signal);
        sent.push(performance.now());
      }
      return await request(url, init);
    },
    makeRequestInTurn: request,
  };
}

/** The first words of Discord's paths; others would be another series each. */
const FAMILIES = new Set([
  'applications',
  'channels',
  'gateway',
  'guilds',
  'interactions',
  'oauth2',
  'users',
  'webhooks',
]);

function familyOf(url: string): string {
  const first = /\/v\d+\/(\w+)/.exec(url)?.[1] ?? '';
  return FAMILIES.has(first) ? first : 'other';
}

const RESULTS = {
  given: ({ status }: { status: number }): CallResult => {
    if (status < 400) return 'ok';
    if (status === 429) return 'limited';
    return status < 500 ? 'refused' : 'unknown';
  },
  thrown: (error: unknown): CallResult => (isUnsent(error) ? 'unsent' : 'unknown'),
};
