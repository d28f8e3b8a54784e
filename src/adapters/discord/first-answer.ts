import { InteractionResponseType, MessageFlags, Routes } from 'discord.js';
import { delayOf, pause } from '../pace.ts';
import type { Drawing } from './render.ts';
import type { Session } from './session.ts';
import { within } from './timings.ts';
import { CODE, codeOf, described, isTemporary } from './trouble.ts';

/** An interaction as far as answering it needs; `receivedAt` counts by this machine's clock. */
export type Asked = { id: string; token: string; receivedAt: number };

/** An answer, and whether the asker alone sees it. */
export type Answered = { drawing: Drawing; isPrivate: boolean };

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
  isPrivateMeanwhile: boolean,
): Promise<void> {
  const soon = await within(session.timings.deferAfterMs, work);
  if (soon) {
    await sendFirst(session, asked, { type: InteractionResponseType.ChannelMessageWithSource, data: dataOf(soon) });
    return;
  }
  const deferred = {
    type: InteractionResponseType.DeferredChannelMessageWithSource,
    data: { flags: isPrivateMeanwhile ? MessageFlags.Ephemeral : 0 },
  };
  if (!(await sendFirst(session, asked, deferred))) return;
  const answer = await work;
  await editFirst(session, asked, dataOf(answer));
}

/** Sends the first answer, again and again while Discord waits for it; tells whether the user can see it. */
export async function sendFirst(session: Session, { id, token, receivedAt }: Asked, body: object): Promise<boolean> {
  const { rest, timings, log, ended } = session;
  const deadline = receivedAt + timings.firstAnswerMs;
  for (let attempt = 0; ; attempt++) {
    try {
      const signal = AbortSignal.timeout(timings.callbackTryMs);
      await rest.post(Routes.interactionCallback(id, token), { body, auth: false, signal });
      return true;
    } catch (error) {
      const code = codeOf(error);
      // A try before this one arrived, although its answer was lost.
      if (code === CODE.alreadyAcknowledged) return true;
      if (code === CODE.unknownInteraction) {
        log.warn('discord interaction expired before its answer', { interaction: id });
        return false;
      }
      const wait = delayOf(timings.retry, attempt);
      if (!isTemporary(error) || Date.now() + wait >= deadline || ended.aborted) {
        if (code === CODE.invalidBody) throw error;
        log.warn('discord interaction could not be answered', { interaction: id, ...described(error) });
        return false;
      }
      await pause(wait, ended);
    }
  }
}

async function editFirst(session: Session, { id, token }: Asked, body: object): Promise<void> {
  const { rest, timings, log, applicationId, ended } = session;
  const deadline = Date.now() + timings.postMs;
  for (let attempt = 0; ; attempt++) {
    try {
      await rest.patch(Routes.webhookMessage(applicationId, token, '@original'), { body, auth: false });
      return;
    } catch (error) {
      const wait = delayOf(timings.retry, attempt);
      if (!isTemporary(error) || Date.now() + wait >= deadline || ended.aborted) {
        log.warn('discord answer could not be shown', { interaction: id, ...described(error) });
        return;
      }
      await pause(wait, ended);
    }
  }
}

function dataOf({ drawing, isPrivate }: Answered): object {
  return { ...drawing, allowed_mentions: NO_PINGS, flags: isPrivate ? MessageFlags.Ephemeral : 0 };
}
