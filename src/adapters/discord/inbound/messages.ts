import {
  ChannelType,
  type Client,
  type GatewayMessageCreateDispatchData,
  MessageType,
  type PermissionsString,
} from 'discord.js';
import type { Reply } from '../../../core/bot.ts';
import { readCommand } from '../../../core/commands/read-command.ts';
import { placeOf } from '../../../core/daily/subscription.ts';
import type { Language } from '../../../data/schema.ts';
import { requestId } from '../../shared/request.ts';
import { languageOfLocale } from '../installation/command-names.ts';
import { missingFrom, permissionNames } from '../installation/permissions.ts';
import { commandMention } from '../installation/registration.ts';
import { attachmentOf, pictureOf } from '../outbound/picture.ts';
import { post } from '../outbound/post.ts';
import { render, renderLine } from '../render/render.ts';
import { word } from '../render/words.ts';
import { conversationOf, permissionsIn } from '../transport/channel.ts';
import { CODE, codeOf, described, isTemporary } from '../transport/failure.ts';
import { tellAuthor } from './answering.ts';
import { take } from './intake.ts';
import { keeperOfMessage } from './keeper.ts';
import { type Session, sessionFor } from './session.ts';

/** Answers a message that is addressed to the bot, and ignores all others. */
export async function onMessage(
  whole: Session,
  client: Client,
  message: GatewayMessageCreateDispatchData,
): Promise<void> {
  const how = addressed(message, whole.applicationId);
  if (!how || whole.isStopping()) return;
  const session = sessionFor(whole, message.author.id);
  const what = how === 'direct' ? 'direct message' : 'mention';
  await take(session, { id: message.id, what }, () => answerWithinLimits(session, client, message, how));
}

async function answerWithinLimits(
  session: Session,
  client: Client,
  message: GatewayMessageCreateDispatchData,
  how: Addressed,
): Promise<void> {
  const { channel_id: channel, guild_id: guild, author } = message;
  const verdict = session.allowance.take({ person: author.id, channel });
  if (verdict.kind === 'refused') {
    session.log.info('discord question over the limit', { what: 'message' });
    // Once and in private, so that the bot's answers do not add to a flood in the channel.
    const content = word('tooMany', languageOf(session, client, message), { seconds: String(verdict.waitSeconds) });
    if (verdict.isFirst) await tellAuthor(session, message, content);
    return;
  }
  const passed = await session.floodGate.pass(channel, () => answerMessage(session, client, message, how));
  if (!passed) session.log.info('discord flood of mentions not answered', { guild, channel });
}

async function answerMessage(
  session: Session,
  client: Client,
  message: GatewayMessageCreateDispatchData,
  how: Addressed,
): Promise<void> {
  const { id, channel_id: channelId, author } = message;
  const text = textFor(message, session.applicationId);
  const language = languageOf(session, client, message);
  try {
    const keeper = keeperOfMessage(client, message);
    const reply = await session.bot.reply({
      asked: readCommand(text) ?? text,
      conversation: conversationOf(channelId, author.id),
      place: placeOf(keeper.channel),
      language,
      keeper,
    });
    if (how === 'reply' && isTalk(reply)) return;
    const held = permissionsIn(client, channelId);
    const picture = held?.has('AttachFiles') === false ? undefined : await pictureOf(session, reply.message);
    const file = held?.has('AttachFiles') === false ? undefined : attachmentOf(reply.message);
    const mentionCommand = (name: string) => commandMention(session, name);
    const sent = await post(
      session.rest,
      // The nonce is the question's id, so that a question that arrives twice is answered once.
      { channelId, nonce: id, replyTo: replyTo(how, held?.has('ReadMessageHistory'), id) },
      (shown) => ({
        ...render(reply, {
          embeds: shown.embeds,
          picture: shown.picture ? picture : undefined,
          mentionCommand,
          owner: author.id,
          setsUp: true,
        }),
        ...(shown.picture && file ? { file } : {}),
      }),
      { embeds: held?.has('EmbedLinks') ?? true, timings: session.timings, signal: session.ended },
    );
    if (sent !== undefined && how !== 'direct') await session.remember(keeper.channel, sent, reply.message);
  } catch (error) {
    await onFailure(session, client, message, language, error);
  }
}

/** Whether an answer is to small talk, such as thanks under an answer. */
function isTalk({ answer }: Reply): boolean {
  return answer.kind === 'unknown' || answer.kind === 'greeting';
}

/** The id to reply to; undefined in direct messages, and where the bot lacks the permission to read the history. */
function replyTo(how: Addressed, mayReadBack: boolean | undefined, id: string): string | undefined {
  return how === 'direct' || mayReadBack === false ? undefined : id;
}

async function onFailure(
  session: Session,
  client: Client,
  message: GatewayMessageCreateDispatchData,
  language: Language,
  error: unknown,
): Promise<void> {
  const { channel_id: channel, guild_id: guild } = message;
  const code = codeOf(error);
  if (code !== CODE.missingPermissions && code !== CODE.missingAccess) {
    const isGone = code === CODE.unknownChannel || code === CODE.unknownGuild || code === CODE.cannotMessageUser;
    session.log[isGone ? 'info' : 'error']('discord message could not be answered', {
      guild,
      channel,
      ...described(error),
    });
    if (!isGone && !isTemporary(error)) await apologise(session, client, message, language);
    return;
  }
  const missing = lacking(client, message, code);
  session.log.warn('discord permissions are missing', { guild, channel, missing: missing.join(', ') });
  const permissions = permissionNames(missing, language);
  const content = word('missingPermissions', language, { channel: `<#${channel}>`, permissions });
  await tellAuthor(session, message, content);
}

/** Posts an apology in place of the answer, with the request id that the log has. */
async function apologise(
  session: Session,
  client: Client,
  message: GatewayMessageCreateDispatchData,
  language: Language,
): Promise<void> {
  const { id, channel_id: channelId } = message;
  const drawing = renderLine(word('failed', language, { id: requestId() ?? '' }));
  const how = addressed(message, session.applicationId) ?? 'mention';
  const reply = replyTo(how, permissionsIn(client, channelId)?.has('ReadMessageHistory'), id);
  const { timings, ended: signal, log } = session;
  try {
    await post(session.rest, { channelId, nonce: `${id}!`, replyTo: reply }, () => drawing, {
      embeds: false,
      timings,
      signal,
    });
  } catch (error) {
    log.warn('discord apology failed', described(error));
  }
}

/** A message does not tell the language of its author: the one they were last seen in, or their server's. */
function languageOf(
  session: Session,
  client: Client,
  { author, guild_id }: GatewayMessageCreateDispatchData,
): Language {
  const guildLocale = guild_id && client.guilds.cache.get(guild_id)?.preferredLocale;
  return session.languages.get(author.id) ?? languageOfLocale(guildLocale) ?? 'en';
}

/** The permissions that the bot lacks in a channel: by its settings, or by the refusal if they are not known. */
function lacking(
  client: Client,
  { channel_id, channel_type }: GatewayMessageCreateDispatchData,
  code: number,
): PermissionsString[] {
  const known = missingFrom(permissionsIn(client, channel_id));
  if (known.length > 0) return known;
  if (code === CODE.missingAccess) return ['ViewChannel'];
  const isThread =
    channel_type === ChannelType.PublicThread ||
    channel_type === ChannelType.PrivateThread ||
    channel_type === ChannelType.AnnouncementThread;
  return [isThread ? 'SendMessagesInThreads' : 'SendMessages'];
}

/** How a message addresses the bot. */
type Addressed =
  /** In a direct message, everything is meant for the bot. */
  | 'direct'
  /** Its name is written in the text. */
  | 'mention'
  /** It replies to a message of the bot and notifies it, without its name. */
  | 'reply';

/** How a message addresses the bot; undefined if it does not. Messages of bots, webhooks and Discord itself never do, nor do @everyone and roles. */
function addressed(message: GatewayMessageCreateDispatchData, botId: string): Addressed | undefined {
  const { author, webhook_id, type, guild_id, mentions, content, referenced_message } = message;
  if (author.bot || author.system || webhook_id !== undefined) return undefined;
  if (type !== MessageType.Default && type !== MessageType.Reply) return undefined;
  if (guild_id === undefined) return 'direct';
  // A name in a code block is written in the text, but mentions nobody.
  if (!mentions.some(({ id }) => id === botId)) return undefined;
  if (mentionOf(botId).test(content)) return 'mention';
  return referenced_message?.author.id === botId ? 'reply' : undefined;
}

/** The text without the bot's name. */
function textFor(message: GatewayMessageCreateDispatchData, botId: string): string {
  return message.content.replaceAll(mentionOf(botId, 'g'), ' ').trim();
}

function mentionOf(botId: string, flags = ''): RegExp {
  return new RegExp(`<@!?${botId}>`, flags);
}
