import { InteractionResponseType, MessageFlags, type RawFile, Routes } from 'discord.js';
import { pause } from '../../shared/pause.ts';
import { unlessLate } from '../../shared/unless-late.ts';
import { requestOf } from '../outbound/picture.ts';
import type { Drawing } from '../render/render.ts';
import { CODE, codeOf, described, REFUSES_FILES } from '../transport/failure.ts';
import type { Session } from '../transport/session.ts';
import { waitForNext } from '../transport/wait-for-next.ts';

/** An interaction as far as answering it needs; `receivedAt` is on the scale of performance.now(), since somebody may set the clock meanwhile. */
export type Asked = { id: string; token: string; receivedAt: number };

/** An answer, the same without its picture where it has one, and whether the asker alone sees it. */
export type Answered = { drawing: Drawing; plain?: Drawing; isPrivate: boolean };

/** Where an answer goes: into a message of its own, seen by the asker alone while it is thought about or not, or in the place of the message clicked in. */
export type Where = { kind: 'new'; isPrivateMeanwhile: boolean } | { kind: 'in place' };

/** What every message says about pings: nobody, not even the one it replies to. */
export const NO_PINGS = { parse: [], replied_user: false };

/**
 * Answers an interaction: at once if the answer is there soon, otherwise with "thinking" and the answer later. Whether
 * it is private while it is thought about is decided beforehand, since that cannot be changed.
 */
export async function answerInteraction(
  session: Session,
  asked: Asked,
  work: Promise<Answered>,
  where: Where,
): Promise<void> {
  const isInPlace = where.kind === 'in place';
  const soon = await unlessLate(session.timings.deferAfterMs, work);
  if (soon) {
    await withoutRefusedFiles(soon, async (drawing) => {
      const { body: data, files } = requestOf(drawing);
      const type = isInPlace ? InteractionResponseType.UpdateMessage : InteractionResponseType.ChannelMessageWithSource;
      await sendFirst(session, asked, { type, data: dataOf(data, soon, isInPlace) }, files);
    });
    return;
  }
  const deferred =
    where.kind === 'in place'
      ? { type: InteractionResponseType.DeferredMessageUpdate }
      : {
          type: InteractionResponseType.DeferredChannelMessageWithSource,
          data: { flags: where.isPrivateMeanwhile ? MessageFlags.Ephemeral : 0 },
        };
  if (!(await sendFirst(session, asked, deferred))) return;
  const answer = await work;
  await withoutRefusedFiles(answer, async (drawing) => {
    const { body, files } = requestOf(drawing);
    await editFirst(session, asked, dataOf(body, answer, isInPlace), files);
  });
}

/** Sends an answer with its picture, and without it where Discord refuses the file. */
async function withoutRefusedFiles(
  { drawing, plain }: Answered,
  send: (drawing: Drawing) => Promise<void>,
): Promise<void> {
  try {
    await send(drawing);
  } catch (error) {
    if (!plain || !REFUSES_FILES.has(codeOf(error))) throw error;
    await send(plain);
  }
}

/** Sends the first answer, again and again while Discord waits for it; tells whether the user can see it. */
export async function sendFirst(
  session: Session,
  { id, token, receivedAt }: Asked,
  body: object,
  files: RawFile[] = [],
): Promise<boolean> {
  const { rest, timings, log, ended } = session;
  const deadline = receivedAt + timings.firstAnswerMs;
  for (let attempt = 0; ; attempt++) {
    try {
      const signal = AbortSignal.timeout(timings.callbackTryMs);
      await rest.post(Routes.interactionCallback(id, token), { body, files, auth: false, signal });
      return true;
    } catch (error) {
      const code = codeOf(error);
      // A try before this one arrived, although its answer was lost.
      if (code === CODE.alreadyAcknowledged) return true;
      if (code === CODE.unknownInteraction) {
        log.warn('discord interaction expired before its answer', { interaction: id });
        return false;
      }
      const wait = waitForNext(error, attempt, { timings, deadline, ended });
      if (wait === undefined) {
        if (code === CODE.invalidBody || (files.length > 0 && REFUSES_FILES.has(code))) throw error;
        log.warn('discord interaction could not be answered', { interaction: id, ...described(error) });
        return false;
      }
      await pause(wait, ended);
    }
  }
}

async function editFirst(session: Session, { id, token }: Asked, body: object, files: RawFile[]): Promise<void> {
  const { rest, timings, log, applicationId, ended } = session;
  const deadline = performance.now() + timings.postMs;
  for (let attempt = 0; ; attempt++) {
    try {
      await rest.patch(Routes.webhookMessage(applicationId, token, '@original'), { body, files, auth: false });
      return;
    } catch (error) {
      if (files.length > 0 && REFUSES_FILES.has(codeOf(error))) throw error;
      const wait = waitForNext(error, attempt, { timings, deadline, ended });
      if (wait === undefined) {
        log.warn('discord answer could not be shown', { interaction: id, ...described(error) });
        return;
      }
      await pause(wait, ended);
    }
  }
}

/** In place of another message, its picture goes with it; whether one person alone sees it cannot be changed. */
function dataOf(body: object, { isPrivate }: Answered, isInPlace: boolean): object {
  if (isInPlace) return { attachments: [], ...body, allowed_mentions: NO_PINGS };
  return { ...body, allowed_mentions: NO_PINGS, flags: isPrivate ? MessageFlags.Ephemeral : 0 };
}
