import { LRUCache } from 'lru-cache';
import type { Clock } from './ports.ts';
import type { Scope } from './scope.ts';

/** Remembers for a short while which figures each conversation was about, and of which time and places. */
export type Memory = {
  recall(conversation: string): Remembered;
  remember(conversation: string, remembered: Remembered): void;
};

export type Remembered = { figures: readonly string[]; scope: Scope };

/** How long a follow-up may wait. */
const MINUTES_REMEMBERED = 30;
/** Conversations remembered at once; the least recently used is forgotten first. */
const MOST_CONVERSATIONS = 10_000;

export function createMemory(clock: Clock): Memory {
  const cache = new LRUCache<string, Remembered & { at: number }>({ max: MOST_CONVERSATIONS });
  return {
    recall(conversation) {
      const held = cache.get(conversation);
      return held && clock().getTime() - held.at < MINUTES_REMEMBERED * 60_000 ? held : NOTHING;
    },
    remember(conversation, { figures, scope }) {
      if (figures.length > 0) cache.set(conversation, { figures, scope, at: clock().getTime() });
    },
  };
}

const NOTHING: Remembered = { figures: [], scope: {} };
