import { LRUCache } from 'lru-cache';
import type { Clock, Memory, Remembered } from '../ports.ts';

/** How long a follow-up may wait. */
export const REMEMBERED_MS = 30 * 60_000;
/** Conversations remembered at once; the least recently used is forgotten first. */
const MOST_CONVERSATIONS = 10_000;

/** A memory that ends with the process. */
export function createMemory(clock: Clock): Memory {
  const cache = new LRUCache<string, Remembered & { at: number }>({ max: MOST_CONVERSATIONS });
  return {
    async recall(conversation) {
      const held = cache.get(conversation);
      return held && clock().getTime() - held.at < REMEMBERED_MS ? held : NOTHING;
    },
    async remember(conversation, remembered) {
      if (remembered.figures.length > 0 || remembered.options)
        cache.set(conversation, { ...remembered, at: clock().getTime() });
    },
  };
}

export const NOTHING: Remembered = { figures: [], scope: {}, earlier: [] };
