import { LRUCache } from 'lru-cache';
import type { Clock } from './ports.ts';

/** Remembers for a short while which figures each conversation was about. */
export type Memory = {
  recall(conversation: string): readonly string[];
  remember(conversation: string, figures: readonly string[]): void;
};

/** How long a follow-up may wait. */
const MINUTES_REMEMBERED = 30;
/** Conversations remembered at once; the least recently used is forgotten first. */
const MOST_CONVERSATIONS = 10_000;

export function createMemory(clock: Clock): Memory {
  const cache = new LRUCache<string, { figures: readonly string[]; at: number }>({ max: MOST_CONVERSATIONS });
  return {
    recall(conversation) {
      const held = cache.get(conversation);
      return held && clock().getTime() - held.at < MINUTES_REMEMBERED * 60_000 ? held.figures : [];
    },
    remember(conversation, figures) {
      if (figures.length > 0) cache.set(conversation, { figures, at: clock().getTime() });
    },
  };
}
