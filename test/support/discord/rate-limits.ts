/** How many requests of one bucket pass in how many milliseconds. */
export type Bucket = { limit: number; perMs: number };

/** Customary for channel messages; Discord publishes limits only in headers. */
export const CHANNEL_BUCKET: Bucket = { limit: 5, perMs: 5000 };

/** Customary for the list of a bot's servers. */
export const SERVERS_BUCKET: Bucket = { limit: 1, perMs: 1000 };

/** What a bucket says about a request: headers for the answer, and whether it is let through. */
type Verdict = { passes: boolean; headers: Record<string, string>; retryAfterMs: number };

/** Counts requests per bucket in fixed windows that begin with the first request, as Discord does. */
export type RateLimits = {
  count(key: string, bucket: Bucket): Verdict;
  /** Counts a request towards all requests of the bot in this second; hands back the wait in ms if it is one too many. */
  countGlobal(perSecond: number): number;
};

/** Starts with every bucket full. */
export function createRateLimits(): RateLimits {
  const windows = new Map<string, { used: number; endsAt: number }>();
  const windowOf = (key: string, perMs: number) => {
    const now = Date.now();
    const known = windows.get(key);
    if (known && known.endsAt > now) return known;
    const fresh = { used: 0, endsAt: now + perMs };
    windows.set(key, fresh);
    return fresh;
  };
  return {
    count(key, { limit, perMs }) {
      const window = windowOf(key, perMs);
      window.used += 1;
      const passes = window.used <= limit;
      const leftMs = window.endsAt - Date.now();
      const headers = {
        'X-RateLimit-Limit': String(limit),
        'X-RateLimit-Remaining': String(Math.max(0, limit - window.used)),
        'X-RateLimit-Reset': (window.endsAt / 1000).toFixed(3),
        'X-RateLimit-Reset-After': (leftMs / 1000).toFixed(3),
        'X-RateLimit-Bucket': bucketName(key),
      };
      return { passes, headers, retryAfterMs: passes ? 0 : leftMs };
    },
    countGlobal(perSecond) {
      const window = windowOf('global', 1000);
      window.used += 1;
      return window.used > perSecond ? window.endsAt - Date.now() : 0;
    },
  };
}

/** The name of the bucket, the same for every channel: the library adds the channel itself. */
function bucketName(key: string): string {
  const route = key.split(' ').slice(0, 2).join(' ');
  return Buffer.from(route).toString('hex').slice(-32);
}
