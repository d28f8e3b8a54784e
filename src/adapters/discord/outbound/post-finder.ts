import { type APIMessage, RateLimitError, Routes, SnowflakeUtil } from 'discord.js';
import type { Channel } from '../../../core/daily/subscription.ts';
import { delayOf } from '../../../core/pace.ts';
import type { Found, Post } from '../../../core/ports.ts';
import { pause } from '../../shared/pause.ts';
import { isTemporary } from '../transport/failure.ts';
import { markOf } from './post-mark.ts';
import { nameOf } from './sent.ts';

export type PostFinderOptions = {
  botId: string;
  /** Whether the bot may read back in a channel; without that Discord shows an empty one. */
  mayReadBack(channel: Channel, signal: AbortSignal): Promise<boolean>;
  /** What the post says, in each way in which it is drawn. */
  contentsOf(post: Post): string[];
  get(route: `/${string}`, query: URLSearchParams, signal: AbortSignal): Promise<unknown>;
};

/** Discord's clock and ours may differ by as much. */
const CLOCKS_DIFFER_MS = 60_000;
/** Messages that Discord hands out at once. */
const PAGE = 100;
/** A channel that has more to read since then has said too much for a look. */
const MOST_PAGES = 20;
const MOST_TRIES = 4;
const RETRY = { firstMs: 500, mostMs: 8000 };

/** Looks for a post among what was said in its channel since it was first tried. */
export async function findPost(
  post: Post,
  { botId, mayReadBack, contentsOf, get }: PostFinderOptions,
  signal: AbortSignal,
): Promise<Found> {
  const { key, channel, firstTriedAt } = post;
  const { nonce, row } = markOf(key);
  const contents = contentsOf(post);
  const isIt = ({ author, nonce: told, components = [], content, message_reference }: APIMessage): boolean => {
    if (author.id !== botId) return false;
    if (told === nonce || components[0]?.id === row) return true;
    // Without buttons nothing carries the mark.
    return components.length === 0 && !message_reference && contents.includes(content);
  };

  try {
    if (!(await patiently(signal, () => mayReadBack(channel, signal))))
      return { kind: 'unknown', code: 'no_read_message_history' };
    let after = String(SnowflakeUtil.generate({ timestamp: firstTriedAt.getTime() - CLOCKS_DIFFER_MS }));
    for (let page = 0; page < MOST_PAGES; page++) {
      const query = new URLSearchParams({ after, limit: String(PAGE) });
      const messages = (await patiently(signal, () =>
        get(Routes.channelMessages(channel.id), query, signal),
      )) as APIMessage[];
      const found = messages.find(isIt);
      if (found) return { kind: 'there', id: found.id };
      if (messages.length < PAGE) return { kind: 'absent' };
      after = messages.reduce((last, { id }) => (BigInt(id) > BigInt(last) ? id : last), after);
    }
    return { kind: 'unknown', code: 'too_many_messages' };
  } catch (error) {
    return { kind: 'unknown', code: nameOf(error) };
  }
}

/** Asks again after the pause that Discord wants, and a few times while the way to it fails. */
async function patiently<T>(signal: AbortSignal, ask: () => Promise<T>): Promise<T> {
  for (let failures = 0; ; ) {
    try {
      return await ask();
    } catch (error) {
      const isLimit = error instanceof RateLimitError;
      if (!isLimit) failures += 1;
      if (signal.aborted || failures >= MOST_TRIES || !(isLimit || isTemporary(error))) throw error;
      await pause(isLimit ? Math.max(error.retryAfter, error.timeToReset) : delayOf(RETRY, failures), signal);
      if (signal.aborted) throw error;
    }
  }
}
