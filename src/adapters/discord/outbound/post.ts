// src/adapters/discord/outbound: how messages, answers and daily posts are sent.
// Imported by: adapters/discord.

import {
  type APIDMChannel,
  type APIMessage,
  InteractionResponseType,
  MessageFlags,
  type RawFile,
  type REST,
  type RESTPostAPIInteractionCallbackWithResponseResult,
  Routes,
} from 'discord.js';
import { pause, unlessLate } from '../../shared/pause.ts';
import type { Log } from '../../shared/posting-adapter.ts';
import type { Drawing } from '../render/render.ts';
import { CODE, codeOf, described, mayHaveArrived, REFUSES_FILES, waitForNext } from '../transport/failure.ts';
import type { Timings } from '../transport/timings.ts';
import { requestOf } from './picture.ts';

/** The allowed mentions of every message: none, not even the author it replies to. */
export const NO_PINGS = { parse: [], replied_user: false };

/** Where a message goes. `nonce` names the logical message: Discord shows only one of each. */
export type Address = { channelId: string; nonce: string; replyTo?: string | undefined };

/**
 * Posts a message exactly once: tried again while the way to Discord fails, with less where Discord refuses a part of
 * it. Without the permission to read back it replies to nothing, without the one for embeds all of it is text. Gives the
 * message's id; undefined where it was removed since.
 */
export async function post(
  rest: REST,
  { channelId, nonce, replyTo }: Address,
  draw: (shown: { embeds: boolean; picture: boolean }) => Drawing,
  { embeds, timings, signal }: { embeds: boolean; timings: Timings; signal: AbortSignal },
): Promise<string | undefined> {
  const deadline = performance.now() + timings.postMs;
  let shown: Shown = { embeds, picture: true, reference: replyTo };
  let hasPicture = false;
  for (let attempt = 0; ; attempt++) {
    try {
      const { body: drawn, files } = requestOf(draw(shown));
      hasPicture = files.length > 0;
      const body = {
        ...drawn,
        allowed_mentions: NO_PINGS,
        nonce,
        enforce_nonce: true,
        ...(shown.reference ? { message_reference: { message_id: shown.reference, fail_if_not_exists: false } } : {}),
      };
      return ((await rest.post(Routes.channelMessages(channelId), { body, files })) as APIMessage).id;
    } catch (error) {
      const code = codeOf(error);
      // It was posted by a try before this one, and somebody has removed it since.
      if (code === CODE.unknownMessage) return undefined;
      const less = reduced(code, { ...shown, picture: shown.picture && hasPicture });
      if (less) {
        shown = less;
        continue;
      }
      const wait = waitForNext(error, attempt, { timings, deadline, ended: signal });
      if (wait === undefined) throw error;
      await pause(wait, signal);
    }
  }
}

type Shown = { embeds: boolean; picture: boolean; reference: string | undefined };

/** What to leave out after a refusal; undefined if nothing would help. */
function reduced(code: number | undefined, shown: Shown): Shown | undefined {
  const { embeds, picture, reference } = shown;
  if (code === CODE.replyNeedsHistory && reference) return { ...shown, reference: undefined };
  if (picture && REFUSES_FILES.has(code)) return { ...shown, picture: false };
  if (code === CODE.missingPermissions && embeds) return { ...shown, embeds: false };
  if (code !== CODE.invalidBody) return undefined;
  if (reference) return { ...shown, reference: undefined };
  return embeds ? { ...shown, embeds: false } : undefined;
}

/** Sends one person a direct message. Throws if they accept none. `nonce` names the logical message. */
export async function tellDirectly(
  rest: REST,
  { userId, nonce }: { userId: string; nonce: string },
  drawing: Drawing,
  { timings, signal }: { timings: Timings; signal: AbortSignal },
): Promise<void> {
  const channel = (await rest.post(Routes.userChannels(), { body: { recipient_id: userId } })) as APIDMChannel;
  await post(rest, { channelId: channel.id, nonce }, () => drawing, { embeds: false, timings, signal });
}

/** What an answer to an interaction is sent with. */
type Sender = {
  rest: REST;
  applicationId: string;
  timings: Timings;
  log: Log;
  /** Aborts when nothing can be sent any more. */
  ended: AbortSignal;
};

/** An interaction that waits for its answer. `receivedAt` is by performance.now(), since the clock may be set meanwhile. */
export type PendingInteraction = { id: string; token: string; receivedAt: number };

/** An answer, the same without its file if it has one, and whether only the asker sees it. */
export type InteractionAnswer = { drawing: Drawing; plain?: Drawing; isPrivate: boolean };

/** Where an answer goes: into a new message (private or not while the bot is "thinking"), or in the place of the clicked message. */
export type Where = { kind: 'new'; isPrivateMeanwhile: boolean } | { kind: 'in place' };

/**
 * Answers an interaction: at once if the answer is there soon, otherwise with "thinking" and the answer later. Whether
 * it is private while it is thought about is decided beforehand, since that cannot be changed. Gives the id of the
 * message, where Discord tells it.
 */
export async function respond(
  sender: Sender,
  asked: PendingInteraction,
  work: Promise<InteractionAnswer>,
  where: Where,
): Promise<string | undefined> {
  const isInPlace = where.kind === 'in place';
  const soon = await unlessLate(sender.timings.deferAfterMs, work);
  if (soon) {
    return withoutRefusedFiles(soon, async (drawing) => {
      const { body: data, files } = requestOf(drawing);
      const type = isInPlace ? InteractionResponseType.UpdateMessage : InteractionResponseType.ChannelMessageWithSource;
      return (await sendFirst(sender, asked, { type, data: dataOf(data, soon, isInPlace) }, files)).id;
    });
  }
  const deferred =
    where.kind === 'in place'
      ? { type: InteractionResponseType.DeferredMessageUpdate }
      : {
          type: InteractionResponseType.DeferredChannelMessageWithSource,
          data: { flags: where.isPrivateMeanwhile ? MessageFlags.Ephemeral : 0 },
        };
  // Where nobody knows whether it is seen, the answer is tried: otherwise Discord may say "thinking" for ever.
  if ((await sendFirst(sender, asked, deferred)).isSeen === false) return undefined;
  const answer = await work;
  return withoutRefusedFiles(answer, async (drawing) => {
    const { body, files } = requestOf(drawing);
    return editFirst(sender, asked, dataOf(body, answer, isInPlace), files);
  });
}

/** Sends an answer with its picture, and without it where Discord refuses the file. */
async function withoutRefusedFiles<T>(
  { drawing, plain }: InteractionAnswer,
  send: (drawing: Drawing) => Promise<T>,
): Promise<T> {
  try {
    return await send(drawing);
  } catch (error) {
    if (!plain || !REFUSES_FILES.has(codeOf(error))) throw error;
    return send(plain);
  }
}

/**
 * Sends the first answer, again and again while Discord waits for it; tells whether the user can see it (undefined where
 * nobody knows, since a try may have arrived), and the id of its message where Discord tells it.
 */
export async function sendFirst(
  sender: Sender,
  { id, token, receivedAt }: PendingInteraction,
  body: object,
  files: RawFile[] = [],
): Promise<{ isSeen: boolean | undefined; id?: string | undefined }> {
  const { rest, timings, log, ended } = sender;
  const deadline = receivedAt + timings.firstAnswerMs;
  let isDoubtful = false;
  for (let attempt = 0; ; attempt++) {
    try {
      const signal = AbortSignal.timeout(timings.callbackTryMs);
      const query = new URLSearchParams({ with_response: 'true' });
      const told = await rest.post(Routes.interactionCallback(id, token), { body, files, query, auth: false, signal });
      return {
        isSeen: true,
        id: (told as RESTPostAPIInteractionCallbackWithResponseResult | undefined)?.interaction.response_message_id,
      };
    } catch (error) {
      const code = codeOf(error);
      // A try before this one arrived, although its answer was lost.
      if (code === CODE.alreadyAcknowledged) return { isSeen: true };
      isDoubtful ||= mayHaveArrived(error);
      const isSeen = isDoubtful ? undefined : false;
      if (code === CODE.unknownInteraction) {
        log.warn('discord interaction expired before its answer', { interaction: id });
        return { isSeen };
      }
      const wait = waitForNext(error, attempt, { timings, deadline, ended });
      if (wait === undefined) {
        if (code === CODE.invalidBody || (files.length > 0 && REFUSES_FILES.has(code))) throw error;
        log.warn('discord interaction could not be answered', { interaction: id, ...described(error) });
        return { isSeen };
      }
      await pause(wait, ended);
    }
  }
}

async function editFirst(
  sender: Sender,
  { id, token }: PendingInteraction,
  body: object,
  files: RawFile[],
): Promise<string | undefined> {
  const { rest, log } = sender;
  const edit = () => rest.patch(originalOf(sender, token), { body, files, auth: false });
  try {
    return ((await patiently(sender, edit)) as APIMessage).id;
  } catch (error) {
    if (files.length > 0 && REFUSES_FILES.has(codeOf(error))) throw error;
    log.warn('discord answer could not be shown', { interaction: id, ...described(error) });
    return undefined;
  }
}

/** Deletes the message that was clicked, also where the bot is no member. */
export async function deleteClicked(sender: Sender, asked: PendingInteraction): Promise<void> {
  const { rest, log } = sender;
  const { isSeen } = await sendFirst(sender, asked, { type: InteractionResponseType.DeferredMessageUpdate });
  if (isSeen === false) return;
  try {
    await patiently(sender, () => rest.delete(originalOf(sender, asked.token), { auth: false }));
  } catch (error) {
    // It is deleted already: by a try before, or by somebody else.
    if (codeOf(error) === CODE.unknownMessage) return;
    log.warn('discord answer could not be deleted', { interaction: asked.id, ...described(error) });
  }
}

/** The message that an interaction was answered with, or the one that was clicked. */
function originalOf({ applicationId }: Sender, token: string): ReturnType<typeof Routes.webhookMessage> {
  return Routes.webhookMessage(applicationId, token, '@original');
}

/** Sends again and again what fails for the moment only; throws what no further try mends. */
async function patiently<T>({ timings, ended }: Sender, send: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + timings.postMs;
  for (let attempt = 0; ; attempt++) {
    try {
      return await send();
    } catch (error) {
      const wait = waitForNext(error, attempt, { timings, deadline, ended });
      if (wait === undefined) throw error;
      await pause(wait, ended);
    }
  }
}

/** In place of another message, its picture goes with it; whether one person alone sees it cannot be changed. */
function dataOf(body: object, { isPrivate }: InteractionAnswer, isInPlace: boolean): object {
  if (isInPlace) return { attachments: [], ...body, allowed_mentions: NO_PINGS };
  return { ...body, allowed_mentions: NO_PINGS, flags: isPrivate ? MessageFlags.Ephemeral : 0 };
}
