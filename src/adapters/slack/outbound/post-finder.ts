import type { types, webApi } from '@slack/bolt';
import type { Found, Post } from '../../../core/ports.ts';
import type { Installation } from '../../shared/installations.ts';
import { pause } from '../../shared/pause.ts';
import { isDirect, messageOf } from '../transport/channel.ts';
import { type Failure, failureCode, failureOf } from '../transport/failure.ts';

/** Looks at a channel for a post. */
export type PostFinder = (post: Post, me: Installation, signal: AbortSignal) => Promise<Found>;

/** The metadata type of the bot's daily posts. Everybody in the channel can read it. */
const EVENT_TYPE = 'harbin_daily';

export function markOf(key: string): types.MessageMetadata {
  return { event_type: EVENT_TYPE, event_payload: { key } };
}

/** How far Slack's clock and ours may differ, in milliseconds. */
const CLOCKS_DIFFER_MS = 60_000;
/** Messages on a page; some apps get 15 whatever they ask for. */
const PAGE = 200;
/** Pages that are read at most. */
const MOST_PAGES = 40;

/** Looks for a post by its mark, which needs the optional scope that lets the bot read the channel. */
export function createPostFinder(client: webApi.WebClient): PostFinder {
  return async ({ key, channel, firstTriedAt, under }, { token, botId, scopes }, signal) => {
    if (!mayRead(channel.id, scopes)) return { kind: 'unknown', code: 'missing_scope' };
    const oldest = String((firstTriedAt.getTime() - CLOCKS_DIFFER_MS) / 1_000);
    // Other apps may write the same metadata.
    const isIt = ({ bot_id: author, metadata }: HistoryMessage) =>
      author === botId &&
      metadata?.event_type === EVENT_TYPE &&
      (metadata.event_payload as { key?: unknown } | undefined)?.key === key;

    let cursor: string | undefined;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const range = {
        token,
        channel: channel.id,
        oldest,
        limit: PAGE,
        include_all_metadata: true,
        ...(cursor === undefined ? {} : { cursor }),
      };
      // What stands in a thread is not in the channel's history.
      const read = await patiently(signal, () =>
        under === undefined
          ? client.conversations.history(range)
          : client.conversations.replies({ ...range, ts: messageOf(under).thread }),
      );
      if ('failure' in read) return { kind: 'unknown', code: failureCode(read.failure) };
      const { messages = [], response_metadata: after } = read.answer as webApi.ConversationsHistoryResponse;
      const id = messages.find(isIt)?.ts;
      if (id !== undefined) return { kind: 'there', id };
      cursor = after?.next_cursor || undefined;
      if (cursor === undefined) return { kind: 'absent' };
    }
    return { kind: 'unknown', code: 'too_many_messages' };
  };
}

/** The id of a channel does not show which of the two scopes it needs. */
function mayRead(channel: string, scopes: readonly string[] | undefined): boolean {
  if (scopes === undefined) return true;
  const needed = isDirect(channel) ? ['im:history'] : ['channels:history', 'groups:history'];
  return needed.some((scope) => scopes.includes(scope));
}

type HistoryMessage = NonNullable<webApi.ConversationsHistoryResponse['messages']>[number];

/** Asks again after each rate limit. */
async function patiently<T>(signal: AbortSignal, ask: () => Promise<T>): Promise<{ answer: T } | { failure: Failure }> {
  for (;;) {
    try {
      return { answer: await ask() };
    } catch (error) {
      const failure = failureOf(error);
      if (failure.kind !== 'limited') return { failure };
      await pause(failure.waitMs, signal);
      if (signal.aborted) return { failure };
    }
  }
}
