import { createHash } from 'node:crypto';
import { type APIMessage, type Client, RateLimitError, Routes, SnowflakeUtil } from 'discord.js';
import { delayOf } from '../../../core/daily/pace.ts';
import type { Channel } from '../../../core/daily/subscription.ts';
import type { Found, Post } from '../../../core/ports.ts';
import { pause } from '../../shared/pause.ts';
import type { Drawing } from '../render/render.ts';
import { channelById, isOurs } from '../transport/channel.ts';
import { CODE, codeOf, failureCode, isTemporary } from '../transport/failure.ts';

/** Looks at a channel for a post. */
type PostFinder = (post: Post, signal: AbortSignal) => Promise<Found>;

export type PostFinderOptions = {
  bot: Client<true>;
  /** What the post says, in each way in which it is drawn. */
  contentsOf(post: Post): string[];
  get(route: `/${string}`, query: URLSearchParams, signal: AbortSignal): Promise<unknown>;
};

/** How far Discord's clock and ours may differ, in milliseconds. */
const CLOCKS_DIFFER_MS = 60_000;
/** Messages that Discord hands out at once. */
const PAGE = 100;
/** Pages that are read at most. */
const MOST_PAGES = 20;
const MOST_TRIES = 4;
const RETRY = { firstMs: 500, mostMs: 8000 };

/** Looks for a post among the messages in its channel since it was first tried. */
export function createPostFinder({ bot, contentsOf, get }: PostFinderOptions): PostFinder {
  const mayLookAt = (channel: Channel, signal: AbortSignal): Promise<boolean> => {
    // A message may have this id: the one from which a thread was made.
    const single = Routes.channelMessage(channel.id, channel.id);
    return mayReadBack(bot, channel, () => get(single, new URLSearchParams(), signal));
  };

  return async (post, signal) => {
    const { key, channel, firstTriedAt } = post;
    const { nonce, row } = markOf(key);
    const contents = contentsOf(post);
    const isIt = ({ author, nonce: told, components = [], content, message_reference }: APIMessage): boolean => {
      if (author.id !== bot.user.id) return false;
      if (told === nonce || components[0]?.id === row) return true;
      // Without buttons nothing carries the mark.
      return components.length === 0 && !message_reference && contents.includes(content);
    };

    try {
      if (!(await patiently(signal, () => mayLookAt(channel, signal))))
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
      return { kind: 'unknown', code: failureCode(error) };
    }
  };
}

/** Asks again after each rate limit, and a few times after network failures. */
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

/** The mark of a post, always the same for its key. */
export type Mark = {
  /** Discord shows one message of a nonce, for a few minutes; 22 of the 25 characters that it may have. */
  nonce: string;
  /** The id of the first row of buttons: people do not see it, and Discord keeps it as long as the message. */
  row: number;
};

/** Discord itself gives ids below this one. */
const LEAST_ROW_ID = 2 ** 30;

export function markOf(key: string): Mark {
  const digest = createHash('sha256').update(key).digest();
  return {
    nonce: digest.subarray(0, 16).toString('base64url'),
    row: LEAST_ROW_ID + (digest.readUInt32BE(16) % LEAST_ROW_ID),
  };
}

/** Writes the mark into a drawing that has buttons. */
export function marked(drawing: Drawing, { row }: Mark): Drawing {
  const [first, ...others] = drawing.components;
  return first ? { ...drawing, components: [{ ...first, id: row }, ...others] } : drawing;
}

/** Whether the bot may read back in a channel, where Discord otherwise shows an empty list. `getMessage` asks for a single one. */
async function mayReadBack(
  bot: Client,
  { workspace, id }: Channel,
  getMessage: () => Promise<unknown>,
): Promise<boolean> {
  if (!isOurs(bot, workspace)) return await isShown(getMessage);
  const channel = await channelById(bot, id);
  if (!channel || channel.isDMBased()) return channel !== null;
  const me = channel.guild.members.me;
  return me !== null && channel.permissionsFor(me)?.has('ReadMessageHistory') === true;
}

/** Whether Discord shows a single message or says that there is none: it does so only with the permission. Source: "Get Channel Message". */
async function isShown(getMessage: () => Promise<unknown>): Promise<boolean> {
  try {
    await getMessage();
    return true;
  } catch (error) {
    const code = codeOf(error);
    if (code === CODE.unknownMessage) return true;
    if (code === CODE.missingPermissions || code === CODE.missingAccess) return false;
    throw error;
  }
}
