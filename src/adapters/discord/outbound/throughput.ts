import { setMaxListeners } from 'node:events';
import type { RESTOptions } from 'discord.js';
import { type CallResult, type Meter, metered } from '../../shared/meter.ts';
import { pause } from '../../shared/pause.ts';
import { requestDirectly } from '../transport/client.ts';
import { isUnsent } from '../transport/failure.ts';

/** Requests that Discord takes of one bot in a second, answers to interactions aside. Source: "Rate Limits", Global. */
const REQUESTS_PER_SECOND = 50;
/** Of these, for daily posts; the rest is left to answers. */
const POSTS_PER_SECOND = 47;
/** After so many requests of any kind in a second daily posts wait, so that an answer need not. */
const POSTS_WAIT_AFTER = 49;
const SECOND_MS = 1000;
/** Added to the wait that Discord asks for, as the library's clients do, in milliseconds. */
const MORE_REST_MS = 120;
/** Gaps vary by this share, so that bots that start together do not post together; their mean stays. */
const JITTER = 0.25;
/** How many gaps may be made up for after a late timer. */
const CATCH_UP_GAPS = 4;
const LEAST_OF_GAP = 1 / 3;

/** Divides the requests that Discord takes in a second between answers, which go first, and daily posts. */
export type Throughput = {
  /** Waits until one more post fits. Returns false if the signal aborted first. */
  turn(signal: AbortSignal): Promise<boolean>;
  /** Sends a request of the library's client: it waits until it fits, and all keep Discord's pauses. */
  makeRequest: RESTOptions['makeRequest'];
  /** Sends a request whose turn has come. */
  makeRequestInTurn: RESTOptions['makeRequest'];
};

/** `share` is how much of the bot this process is: Discord counts the requests of all its processes together. */
export function createThroughput(meter: Meter, share: number): Throughput {
  const gapMs = SECOND_MS / (POSTS_PER_SECOND * share);
  const requestsPerSecond = Math.max(1, Math.floor(REQUESTS_PER_SECOND * share));
  const postsWaitAfter = Math.max(1, Math.floor(POSTS_WAIT_AFTER * share));
  const second = createSecond();
  /** The waiting posts, the first first. */
  const queue: (() => void)[] = [];
  let nextPostAt = 0;
  let restsUntil = 0;
  let timer: NodeJS.Timeout | undefined;

  const waitMs = (most: number): number => Math.max(second.waitMs(most), restsUntil - performance.now());

  /** Lets one post pass if it fits, and runs again when the next one may. */
  const letPostPass = (): void => {
    timer = undefined;
    if (queue.length === 0) return;
    const now = performance.now();
    const wait = Math.max(waitMs(postsWaitAfter), nextPostAt - now);
    timer = setTimeout(letPostPass, Math.ceil(Math.max(wait, gapMs * LEAST_OF_GAP)));
    if (wait > 0) return;
    const jitter = 1 - JITTER + 2 * JITTER * Math.random();
    nextPostAt = Math.max(nextPostAt, now - CATCH_UP_GAPS * gapMs) + gapMs * jitter;
    queue.shift()?.();
  };

  const request: RESTOptions['makeRequest'] = async (url, init) => {
    const response = await metered(meter, familyOf(url), () => requestDirectly(url, init), RESULTS);
    const isForAll = response.headers.has('X-RateLimit-Global') || !response.headers.has('X-RateLimit-Scope');
    // Cloudflare, which stands before Discord, names no scope.
    if (response.status === 429 && isForAll)
      restsUntil = performance.now() + Number(response.headers.get('Retry-After') ?? 1) * SECOND_MS + MORE_REST_MS;
    return response;
  };
  const counted: RESTOptions['makeRequest'] = (url, init) => second.count(() => request(url, init));

  return {
    turn(signal) {
      if (signal.aborted) return Promise.resolve(false);
      return new Promise((resolve) => {
        const onAbort = () => {
          queue.splice(queue.indexOf(pass), 1);
          resolve(false);
        };
        const pass = () => {
          signal.removeEventListener('abort', onAbort);
          resolve(true);
        };
        // A thousand posts may share one signal.
        setMaxListeners(0, signal);
        signal.addEventListener('abort', onAbort, { once: true });
        queue.push(pass);
        if (timer === undefined) letPostPass();
      });
    },
    async makeRequest(url, init) {
      // Answers to interactions carry no token of the bot and do not count.
      if (!('Authorization' in (init.headers as object))) return await request(url, init);
      const signal = init.signal as AbortSignal;
      for (let wait = waitMs(requestsPerSecond); wait > 0 && !signal.aborted; wait = waitMs(requestsPerSecond))
        await pause(Math.ceil(wait), signal);
      return await counted(url, init);
    },
    makeRequestInTurn: counted,
  };
}

/** The first words of Discord's paths that the metrics name; each would be a series of its own. */
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

/** The requests that Discord may have counted within the last second. */
export type Second = {
  /** Sends a request and remembers when Discord counted it. */
  count<Response>(send: () => Promise<Response>): Promise<Response>;
  /** How long until there are fewer than so many; 0 if there are now. */
  waitMs(most: number): number;
};

/** After so long without an answer a request counts as counted, so that hanging requests do not stop all others, in milliseconds. */
const LONGEST_WAY_MS = 500;
/** Between checks while requests are under way, in milliseconds. */
const LOOK_AGAIN_MS = 5;

type Request = { sentAt: number; tookMs?: number };

/**
 * Discord counts a request when it arrives, which only Discord knows: the way of each takes a while, and some are held
 * up. So each counts from when it was surely there: from its answer on, less the way that even the fastest took.
 */
export function createSecond(): Second {
  let requests: Request[] = [];

  /** Until when each may still be counted in the same second as one that is sent now, the earliest first. */
  const ends = (now: number): number[] => {
    const fastest = Math.min(...requests.map(({ tookMs = Number.POSITIVE_INFINITY }) => tookMs), LONGEST_WAY_MS);
    const endOf = ({ sentAt, tookMs = now - sentAt }: Request) =>
      sentAt + Math.min(Math.max(0, tookMs - fastest), LONGEST_WAY_MS) + SECOND_MS;
    requests = requests.filter((request) => endOf(request) > now);
    return requests.map(endOf).sort((a, b) => a - b);
  };

  return {
    async count(send) {
      const request: Request = { sentAt: performance.now() };
      requests.push(request);
      try {
        return await send();
      } finally {
        request.tookMs = performance.now() - request.sentAt;
      }
    },
    waitMs(most) {
      const now = performance.now();
      const all = ends(now);
      const end = all[all.length - most];
      return all.length < most || end === undefined ? 0 : Math.max(LOOK_AGAIN_MS, end - now);
    },
  };
}
