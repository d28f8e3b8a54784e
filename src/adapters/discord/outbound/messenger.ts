import { randomBytes } from 'node:crypto';
import { type APIMessage, type Client, DiscordAPIError, RateLimitError, type REST, Routes } from 'discord.js';
import type { Channel } from '../../../core/daily/subscription.ts';
import type { Message } from '../../../core/messages/message.ts';
import { type Clock, type Post, type Sent, UNEDITABLE } from '../../../core/ports.ts';
import type { Log, PlatformMessenger } from '../../shared/posting-adapter.ts';
import { render } from '../render/render.ts';
import { isMember, permissionsIn } from '../transport/channel.ts';
import { CODE, codeOf, described, failureCode, isUnsent } from '../transport/failure.ts';
import type { Timings } from '../transport/timings.ts';
import { NO_PINGS, post as postMessage, tellDirectly } from './post.ts';
import { createPostFinder, type Mark, marked, markOf } from './post-finder.ts';
import type { Throughput } from './throughput.ts';

export type MessengerOptions = {
  /** Tries once, and rejects at a rate limit. */
  rest: REST;
  token: string;
  throughput: Throughput;
  clock: Clock;
  log: Log;
  timings: Timings;
  /** The client that is logged in, or was last; undefined before the first login. */
  client(): Client<true> | undefined;
  commandMention(subcommand: string): string;
  /** Aborts when nothing can be sent any more. */
  ended: AbortSignal;
};

/** Sends daily posts and reports: each tried once, under its own nonce, at the pace that Discord allows. */
export function createMessenger(options: MessengerOptions): PlatformMessenger {
  const { rest, token, throughput, clock, log, timings, client, commandMention, ended } = options;
  const draw = (message: Message, embeds: boolean) => render({ message }, { embeds, mentionCommand: commandMention });

  const once = async ({ channel, edits }: Post, body: object, signal: AbortSignal): Promise<APIMessage> => {
    // The library forgets its token on any 401.
    rest.setToken(token);
    return (await (edits === undefined
      ? rest.post(Routes.channelMessages(channel.id), { body, signal })
      : rest.patch(Routes.channelMessage(channel.id, edits), { body, signal }))) as APIMessage;
  };
  return {
    async send(post, signal) {
      const { key, channel, message } = post;
      const bot = client();
      if (!bot) return { kind: 'unsent', code: 'not_connected' };
      const mark = markOf(key);
      const bare = { ...draw(message, false), components: [] };
      let place = placeOf(post, mark);
      let shown: Shown = permissionsIn(bot, channel.id)?.has('EmbedLinks') === false ? 'text' : 'all';
      for (let tries = 1; ; tries++) {
        if (!(await throughput.turn(signal))) return { kind: 'unsent', code: 'aborted' };
        const drawing = shown === 'bare' ? bare : marked(draw(message, shown === 'all'), mark);
        const body = { ...drawing, allowed_mentions: NO_PINGS, ...place };
        let id: string;
        try {
          ({ id } = await once(post, body, signal));
        } catch (error) {
          const fields = { guild: channel.workspace, channel: channel.id, ...described(error) };
          log.debug('discord daily post failed', fields);
          if (codeOf(error) === CODE.invalidBody) log.error('discord refused a daily post as it was drawn', fields);
          if (post.edits !== undefined && FIXED.has(codeOf(error)))
            return { kind: 'refused', remedy: 'permission', code: UNEDITABLE };
          if (post.edits !== undefined && codeOf(error) === CODE.unknownMessage)
            return { kind: 'refused', remedy: 'gone', code: failureCode(error) };
          if (codeOf(error) === CODE.replyNeedsHistory && 'message_reference' in place) {
            place = placeOf({ key }, mark);
            continue;
          }
          // A token that is refused once may be accepted the next time; nothing was posted.
          const isRefused = error instanceof DiscordAPIError && error.status === 401;
          const next: Shown | undefined = isRefused && tries === 1 ? shown : reduced(codeOf(error), shown);
          if (!next) return sentOf(error, await mayBeMember(bot, error, channel, signal));
          shown = next;
          continue;
        }
        return { kind: 'sent', id, link: linkTo(post, id) };
      }
    },

    async find(post, signal) {
      if (clock().getTime() - post.firstTriedAt.getTime() < timings.nonceMs) return { kind: 'absent' };
      const bot = client();
      if (!bot) return { kind: 'unknown', code: 'not_connected' };
      const found = await finderFor(bot)(post, signal);
      return found.kind === 'there' ? { ...found, link: linkTo(post, found.id) } : found;
    },

    async tell({ user }, message) {
      const bot = client();
      if (!bot) return false;
      const nonce = randomBytes(16).toString('base64url');
      try {
        await tellDirectly(bot.rest, { userId: user, nonce }, draw(message, true), { timings, signal: ended });
        return true;
      } catch (error) {
        log.info('discord user could not be told about a daily post', described(error));
        return false;
      }
    },

    async say(channelId, message) {
      const bot = client();
      if (!bot) return false;
      const nonce = randomBytes(16).toString('base64url');
      const drawn = ({ embeds }: { embeds: boolean }) => draw(message, embeds);
      try {
        await postMessage(bot.rest, { channelId, nonce }, drawn, { embeds: true, timings, signal: ended });
        return true;
      } catch (error) {
        log.warn('discord report not sent', { channel: channelId, ...described(error) });
        return false;
      }
    },
  };

  /** Whether the bot may still be in the server of a channel that it cannot see; true if Discord does not say. */
  async function mayBeMember(
    bot: Client,
    error: unknown,
    { workspace }: Channel,
    signal: AbortSignal,
  ): Promise<boolean> {
    return codeOf(error) !== CODE.missingAccess || (await isMember(bot, workspace, signal)) !== false;
  }

  function finderFor(bot: Client<true>) {
    return createPostFinder({
      bot,
      contentsOf: ({ message }) => [true, false].map((embeds) => draw(message, embeds).content),
      async get(route, query, signal) {
        if (!(await throughput.turn(signal))) throw new Error('aborted');
        rest.setToken(token);
        return await rest.get(route, { query, signal });
      },
    });
  }
}

/** A direct message is a workspace of its own, named by the person, who alone can have set up a post there. */
function linkTo({ channel: { workspace, id }, setBy }: Post, message: string): string {
  return `https://discord.com/channels/${workspace === setBy ? '@me' : workspace}/${id}/${message}`;
}

/** Where a post stands: in the place of a message, in reply to one, or by itself. */
function placeOf({ edits, under }: Pick<Post, 'edits' | 'under' | 'key'>, { nonce }: Mark): object {
  if (edits !== undefined) return { attachments: [] };
  const reference = under === undefined ? {} : { message_reference: { message_id: under, fail_if_not_exists: false } };
  return { nonce, enforce_nonce: true, ...reference };
}

/** Refusals of a change alone: the message is there, and cannot be changed any more. */
const FIXED: ReadonlySet<number | undefined> = new Set([CODE.notOurs, CODE.tooManyEdits]);

/** How much of a post is drawn: all, all as text, or text without buttons. */
type Shown = 'all' | 'text' | 'bare';

/** What to leave out after a refusal; undefined if nothing would help. */
function reduced(code: number | undefined, shown: Shown): Shown | undefined {
  if (code === CODE.missingPermissions && shown === 'all') return 'text';
  return code === CODE.invalidBody && shown !== 'bare' ? 'bare' : undefined;
}

/** What a failed try to post means; `isMember` tells whether the bot is in the server, where there is one. */
function sentOf(error: unknown, isMember: boolean): Sent {
  const code = failureCode(error);
  if (error instanceof RateLimitError)
    return { kind: 'limited', waitMs: Math.max(error.retryAfter, error.timeToReset, error.sublimitTimeout) };
  if (isUnsent(error)) return { kind: 'unsent', code };
  // A timeout, a broken connection or a failure inside Discord: the message may have been written before.
  if (!(error instanceof DiscordAPIError)) return { kind: 'uncertain', code };
  switch (codeOf(error)) {
    // An earlier try posted it, and somebody has removed it since.
    case CODE.unknownMessage:
      return { kind: 'sent', id: 'removed' };
    case CODE.unknownChannel:
    case CODE.unknownGuild:
    case CODE.cannotMessageUser:
    case CODE.noMutualServer:
      return { kind: 'refused', remedy: 'gone', code };
    case CODE.missingAccess:
      return { kind: 'refused', remedy: isMember ? 'permission' : 'gone', code };
    case CODE.missingPermissions:
      return { kind: 'refused', remedy: 'permission', code };
    case CODE.threadArchived:
    case CODE.threadLocked:
      return { kind: 'refused', remedy: 'archived', code };
    default:
      return { kind: 'refused', remedy: 'operator', code };
  }
}
