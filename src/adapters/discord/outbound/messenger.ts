import { randomBytes } from 'node:crypto';
import { type APIMessage, type Client, DiscordAPIError, type REST, Routes } from 'discord.js';
import type { Channel } from '../../../core/daily/subscription.ts';
import type { Message } from '../../../core/messages/message.ts';
import type { Clock, Post } from '../../../core/ports.ts';
import type { Log, PlatformMessenger } from '../../shared/adapter.ts';
import { NO_PINGS } from '../inbound/first-answer.ts';
import { isMember } from '../installation/servers.ts';
import { type Drawing, render } from '../render/render.ts';
import { CODE, codeOf, described } from '../transport/failure.ts';
import type { Timings } from '../transport/timings.ts';
import { tellDirectly } from './direct.ts';
import type { Throughput } from './pace.ts';
import { permissionsIn } from './permissions.ts';
import { post as postOnce } from './post.ts';
import { findPost } from './post-finder.ts';
import { marked, markOf } from './post-mark.ts';
import { mayReadBack } from './read-back.ts';
import { sentOf } from './sent.ts';

export type MessengerOptions = {
  /** Tries once, and rejects what Discord limits. */
  rest: REST;
  token: string;
  throughput: Throughput;
  clock: Clock;
  log: Log;
  timings: Timings;
  /** The client that is logged in, or was last; undefined before the first login. */
  client(): Client<true> | undefined;
  commandMention(subcommand: string): string;
  /** Tells when nothing can be sent any more. */
  ended: AbortSignal;
};

/** Posts where nobody has just asked: each tried once, always under its own nonce, at the pace that Discord allows. */
export function createMessenger(options: MessengerOptions): PlatformMessenger {
  const { rest, token, throughput, clock, log, timings, client, commandMention, ended } = options;
  const draw = (message: Message, embeds: boolean) => render({ message }, { embeds, mentionCommand: commandMention });

  const once = async (channel: Channel, body: object, signal: AbortSignal): Promise<APIMessage> => {
    // The library forgets its token on any 401.
    rest.setToken(token);
    return (await rest.post(Routes.channelMessages(channel.id), { body, signal })) as APIMessage;
  };
  return {
    async send(post, signal) {
      const { key, channel, message } = post;
      const bot = client();
      if (!bot) return { kind: 'unsent', code: 'not_connected' };
      const mark = markOf(key);
      const bare = { ...draw(message, false), components: [] };
      let shown: Shown = permissionsIn(bot, channel.id)?.has('EmbedLinks') === false ? 'text' : 'all';
      for (let tries = 1; ; tries++) {
        if (!(await throughput.turn(signal))) return { kind: 'unsent', code: 'aborted' };
        const drawing = shown === 'bare' ? bare : marked(draw(message, shown === 'all'), mark);
        const body = { ...drawing, allowed_mentions: NO_PINGS, nonce: mark.nonce, enforce_nonce: true };
        let id: string;
        try {
          ({ id } = await once(channel, body, signal));
        } catch (error) {
          const fields = { guild: channel.workspace, channel: channel.id, ...described(error) };
          log.debug('discord daily post failed', fields);
          if (codeOf(error) === CODE.invalidBody) log.error('discord refused a daily post as it was drawn', fields);
          // A token that is refused once may be taken the next time; nothing was posted by then.
          const isRefused = error instanceof DiscordAPIError && error.status === 401;
          const next: Shown | undefined = isRefused && tries === 1 ? shown : less(codeOf(error), shown);
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
      const found = await findPost(post, finderFor(bot), signal);
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
        await postOnce(bot.rest, { channelId, nonce }, drawn, { embeds: true, timings, signal: ended });
        return true;
      } catch (error) {
        log.warn('discord report not sent', { channel: channelId, ...described(error) });
        return false;
      }
    },
  };

  /** Whether the bot is still in the server of a channel that it cannot see; where Discord does not tell, it is not given up. */
  async function mayBeMember(
    bot: Client,
    error: unknown,
    { workspace }: Channel,
    signal: AbortSignal,
  ): Promise<boolean> {
    return codeOf(error) !== CODE.missingAccess || (await isMember(bot, workspace, signal)) !== false;
  }

  function finderFor(bot: Client<true>) {
    const get = async (route: `/${string}`, query: URLSearchParams, signal: AbortSignal): Promise<unknown> => {
      if (!(await throughput.turn(signal))) throw new Error('aborted');
      rest.setToken(token);
      return await rest.get(route, { query, signal });
    };
    return {
      get,
      botId: bot.user.id,
      contentsOf: ({ message }: Post) =>
        [true, false].map((embeds): Drawing['content'] => draw(message, embeds).content),
      async mayReadBack(channel: Channel, signal: AbortSignal): Promise<boolean> {
        // There may be a message of this id: that from which a thread was made.
        const single = Routes.channelMessage(channel.id, channel.id);
        return await mayReadBack(bot, channel, () => get(single, new URLSearchParams(), signal));
      },
    };
  }
}

/** A direct message is a workspace of its own, named by the person, who alone can have set up a post there. */
function linkTo({ channel: { workspace, id }, setBy }: Post, message: string): string {
  return `https://discord.com/channels/${workspace === setBy ? '@me' : workspace}/${id}/${message}`;
}

/** How much of a post is drawn: all, all as text, or text without buttons. */
type Shown = 'all' | 'text' | 'bare';

/** What can still be shown after a refusal; undefined if nothing less would help. */
function less(code: number | undefined, shown: Shown): Shown | undefined {
  if (code === CODE.missingPermissions && shown === 'all') return 'text';
  return code === CODE.invalidBody && shown !== 'bare' ? 'bare' : undefined;
}
