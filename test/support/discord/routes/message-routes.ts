import { refusal } from '../api-error.ts';
import { checkMessage, FLAGS } from '../check-message.ts';
import { channelPayload } from '../guild-payload.ts';
import { LIMITS } from '../limits.ts';
import { afterEdit, deleteMessage, editMessage, withoutContent, writeMessage } from '../messages.ts';
import type { MessageBody, MessagePayload } from '../payloads.ts';
import { may } from '../permissions.ts';
import { createProblems } from '../problems.ts';
import { CHANNEL_BUCKET } from '../rate-limits.ts';
import { type ApiRequest, done, ok, type Route } from '../route.ts';
import { CHANNEL_TYPES, type Channel, type Message, type World } from '../world.ts';
import { createNonces } from './nonces.ts';
import { checkPage } from './page.ts';

/** What a bot does with the messages of a channel. */
export function messageRoutes(world: World, nonceWindowMs: number): Route[] {
  const nonces = createNonces(nonceWindowMs, world.now);
  const { bot } = world;

  const channelOf = (request: ApiRequest): Channel => {
    const channel = world.channels.get(request.param('channel'));
    if (!channel) throw refusal.unknownChannel();
    if (channel.guild && !may(channel, bot.id, 'ViewChannel')) throw refusal.missingAccess();
    return channel;
  };
  const messageOf = (channel: Channel, id: string): Message => {
    const message = channel.messages.find((one) => one.id === id && !one.visibleTo);
    if (!message) throw refusal.unknownMessage();
    return message;
  };

  return [
    {
      name: 'GET /channels/:channel',
      auth: 'bot',
      answer: (request) => ok(channelPayload(channelOf(request))),
    },
    {
      name: 'POST /channels/:channel/typing',
      auth: 'bot',
      answer(request) {
        channelOf(request);
        return done();
      },
    },
    {
      name: 'POST /channels/:channel/messages',
      auth: 'bot',
      bucket: CHANNEL_BUCKET,
      answer(request) {
        const channel = channelOf(request);
        const body = (request.body ?? {}) as MessageBody;
        const { files } = request;
        if (channel.recipient && !channel.recipient.acceptsDirectMessages) throw refusal.closedToMessages();
        const send = channel.type === CHANNEL_TYPES.thread ? 'SendMessagesInThreads' : 'SendMessages';
        if (!may(channel, bot.id, send)) throw refusal.missingPermissions();
        if (body.embeds?.length && !may(channel, bot.id, 'EmbedLinks')) throw refusal.missingPermissions();
        if (files.length > 0 && !may(channel, bot.id, 'AttachFiles')) throw refusal.missingPermissions();
        if (channel.isLocked) throw refusal.archivedThread();
        const replyTo = repliedTo(channel, body);
        checkMessage(body, files);

        const nonce = body.enforce_nonce && body.nonce !== undefined ? String(body.nonce) : undefined;
        const known = nonce === undefined ? undefined : nonces.find(channel.id, nonce);
        if (known?.deleted) throw refusal.unknownMessage();
        if (known) return ok(known.payload);
        const draft = { ...body, flags: (body.flags ?? 0) & ~FLAGS.ephemeral };
        const message = writeMessage(world, { channel, author: bot, body: draft, files, replyTo });
        if (nonce !== undefined) nonces.remember(channel.id, nonce, message);
        return ok(message.payload);
      },
    },
    {
      name: 'GET /channels/:channel/messages',
      auth: 'bot',
      bucket: CHANNEL_BUCKET,
      answer(request) {
        const channel = channelOf(request);
        // Without the permission Discord shows an empty channel.
        if (!may(channel, bot.id, 'ReadMessageHistory')) return ok([]);
        const { limit, after, before } = checkPage(request.query, { most: LIMITS.messagesPerPage, usual: 50 });
        const all = channel.messages.filter(({ visibleTo }) => !visibleTo);
        // From the end that was named, and the latest first in any case.
        const page = after
          ? all.filter(({ id }) => BigInt(id) > BigInt(after)).slice(0, limit)
          : all.filter(({ id }) => !before || BigInt(id) < BigInt(before)).slice(-limit);
        return ok(page.reverse().map((message) => withoutNonce(withoutContent(message, bot))));
      },
    },
    {
      name: 'GET /channels/:channel/messages/:message',
      auth: 'bot',
      answer(request) {
        const channel = channelOf(request);
        if (!may(channel, bot.id, 'ReadMessageHistory')) throw refusal.missingPermissions();
        return ok(withoutNonce(withoutContent(messageOf(channel, request.param('message')), bot)));
      },
    },
    {
      name: 'PATCH /channels/:channel/messages/:message',
      auth: 'bot',
      bucket: CHANNEL_BUCKET,
      answer(request) {
        const channel = channelOf(request);
        const message = messageOf(channel, request.param('message'));
        if (message.author !== bot) throw refusal.notTheAuthor();
        const body = (request.body ?? {}) as MessageBody;
        checkMessage(afterEdit(message, body), request.files);
        editMessage(world, message, body, request.files);
        return ok(message.payload);
      },
    },
    {
      name: 'DELETE /channels/:channel/messages/:message',
      auth: 'bot',
      bucket: CHANNEL_BUCKET,
      answer(request) {
        const channel = channelOf(request);
        const message = messageOf(channel, request.param('message'));
        if (message.author !== bot && !may(channel, bot.id, 'ManageMessages')) throw refusal.missingPermissions();
        deleteMessage(world, message);
        return done();
      },
    },
  ];

  function repliedTo(channel: Channel, body: MessageBody): Message | undefined {
    const reference = body.message_reference;
    if (!reference?.message_id) return undefined;
    if (!may(channel, bot.id, 'ReadMessageHistory')) throw refusal.replyWithoutHistory();
    const message = channel.messages.find(({ id, visibleTo }) => id === reference.message_id && !visibleTo);
    if (message || reference.fail_if_not_exists === false) return message;
    const problems = createProblems();
    problems.add(['message_reference'], 'MESSAGE_REFERENCE_UNKNOWN_MESSAGE', 'Unknown message');
    problems.refuseIfAny();
    return undefined;
  }
}

/** A nonce is told to whoever writes a message, and not to who reads it later. */
function withoutNonce({ nonce: _, ...payload }: MessagePayload): object {
  return payload;
}
