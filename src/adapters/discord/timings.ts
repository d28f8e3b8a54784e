/** How long things take, in milliseconds. All are choices of this bot, but for those that name a limit of Discord's. */
export const TIMINGS = {
  /** After this an answer that is not there yet is announced as "thinking". Discord gives up after 3,000. */
  deferAfterMs: 250,
  /** How long the first answer to an interaction is tried; Discord forgets the interaction after 3,000. */
  firstAnswerMs: 2700,
  /** How long one try of a first answer waits for Discord. */
  callbackTryMs: 1000,
  /** How long an answer that replies to no interaction is tried; Discord knows its nonce for some minutes. */
  postMs: 90_000,
  /** Waits between tries double from the first to the longest, each shortened by chance by up to a half. */
  firstRetryMs: 250,
  longestRetryMs: 15_000,
  firstLoginRetryMs: 1000,
  longestLoginRetryMs: 60_000,
  /** How long a login may take; with many shards Discord lets one of them in every five seconds. */
  loginMs: 300_000,
  /** How long a start waits for servers that Discord announced and that have an outage. */
  waitForGuildsMs: 1500,
  /** How often the connection is looked at, and how long it may be silent or lost before a new one is made. */
  watchEveryMs: 15_000,
  mostSilenceMs: 120_000,
  /** How long a stop waits for answers that are under way. */
  drainMs: 8000,
} as const satisfies Record<string, number>;

export type Timings = { readonly [Name in keyof typeof TIMINGS]: number };

/** The wait before a try, counted from 0: it doubles up to a limit, and chance keeps many bots from coming at once. */
export function backOff(attempt: number, firstMs: number, longestMs: number): number {
  const full = Math.min(longestMs, firstMs * 2 ** Math.min(attempt, 30));
  return full * (0.5 + Math.random() / 2);
}

/** Waits; a signal ends the wait early. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal?.addEventListener('abort', end);
  });
}

/** What a promise gives, or undefined if it takes longer. */
export async function within<T>(ms: number, work: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
