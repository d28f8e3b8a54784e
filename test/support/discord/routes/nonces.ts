import type { Message } from '../world.ts';

/** Remembers the messages of the last minutes by their nonce, so that the same one is not written twice. */
export type Nonces = {
  find(channelId: string, nonce: string): Message | undefined;
  remember(channelId: string, nonce: string, message: Message): void;
};

/** Starts without memories; each lasts `windowMs`. */
export function createNonces(windowMs: number, now: () => number): Nonces {
  const known = new Map<string, { message: Message; until: number }>();
  return {
    find(channelId, nonce) {
      const entry = known.get(`${channelId} ${nonce}`);
      return entry && entry.until > now() ? entry.message : undefined;
    },
    remember(channelId, nonce, message) {
      known.set(`${channelId} ${nonce}`, { message, until: now() + windowMs });
    },
  };
}
