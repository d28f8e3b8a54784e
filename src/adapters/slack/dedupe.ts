import { LRUCache } from 'lru-cache';

/** Tells whether something has been taken before; the first to ask is told no. */
export type Seen = (key: string) => boolean;

/** Longer than Slack's last repetition of an event, about five minutes after the first. */
const REMEMBERED_MS = 15 * 60_000;
const MOST_REMEMBERED = 10_000;

/** Slack delivers again what it believes lost; a repetition may also be the only delivery that arrives, so none is dropped unseen. */
export function createSeen(): Seen {
  const keys = new LRUCache<string, true>({ max: MOST_REMEMBERED, ttl: REMEMBERED_MS });
  return (key) => {
    if (keys.has(key)) return true;
    keys.set(key, true);
    return false;
  };
}
