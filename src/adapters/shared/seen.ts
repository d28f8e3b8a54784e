import { LRUCache } from 'lru-cache';

/**
 * Whose it is to do something: ours now, somebody's who is at it, or nobody's any more. `unconfirmed` is ours too,
 * of somebody who died while saying something about it: nobody knows whether that arrived.
 */
export type Claim = 'mine' | 'busy' | 'done' | 'unconfirmed';

/** What of a platform was taken already, by the names that repetitions of it share. Never fails. */
export type Seen = {
  /** Takes an event unless it is taken. A repetition that another process may have is left to be repeated once more. */
  begin(name: string, isRepeated: boolean): Promise<Claim>;
  /** Notes that its answer is about to be posted. */
  saying(name: string): Promise<void>;
  /** Notes that it is done. */
  end(name: string): Promise<void>;
};

/** Longer than Slack's last repetition of an event, about five minutes after the first. */
export const REMEMBERED_MS = 15 * 60_000;
export const MOST_REMEMBERED = 10_000;

/** Slack delivers again what it believes lost; a repetition may also be the only delivery that arrives, so none is dropped unseen. */
export function createSeen(): Seen & { isDone(name: string): boolean } {
  const known = new LRUCache<string, Claim>({ max: MOST_REMEMBERED, ttl: REMEMBERED_MS });
  return {
    async begin(name) {
      const before = known.get(name);
      if (before === undefined) known.set(name, 'busy');
      return before ?? 'mine';
    },
    // What this would tell is lost with the process.
    async saying() {},
    async end(name) {
      known.set(name, 'done');
    },
    isDone: (name) => known.get(name) === 'done',
  };
}
