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
      if (isWorthKeeping(remembered)) cache.set(conversation, { ...remembered, at: clock().getTime() });
    },
  };
}

/** Whether a conversation has anything that the next message could go on from. */
export function isWorthKeeping({ figures, options, subject }: Remembered): boolean {
  return figures.length > 0 || options !== undefined || subject !== undefined;
}

export const NOTHING: Remembered = { figures: [], scope: {}, earlier: [] };
