import { type REST, Routes } from 'discord.js';
import { delayOf, pause } from '../pace.ts';
import { NO_PINGS } from './first-answer.ts';
import type { Drawing } from './render.ts';
import type { Timings } from './timings.ts';
import { CODE, codeOf, isTemporary } from './trouble.ts';

/** Where a message goes. `nonce` names the logical message: Discord shows only one of each. */
export type Address = { channelId: string; nonce: string; replyTo?: string | undefined };

/**
 * Posts a message exactly once: tried again while the way to Discord fails, with less where Discord refuses a part of
 * it. Without the permission to read back it replies to nothing, without the one for embeds all of it is text.
 */
export async function post(
  rest: REST,
  { channelId, nonce, replyTo }: Address,
  draw: (embeds: boolean) => Drawing,
  { embeds, timings, signal }: { embeds: boolean; timings: Timings; signal: AbortSignal },
): Promise<void> {
  const deadline = Date.now() + timings.postMs;
  let shown = { embeds, reference: replyTo };
  for (let attempt = 0; ; attempt++) {
    try {
      const body = {
        ...draw(shown.embeds),
        allowed_mentions: NO_PINGS,
        nonce,
        enforce_nonce: true,
        ...(shown.reference ? { message_reference: { message_id: shown.reference, fail_if_not_exists: false } } : {}),
      };
      await rest.post(Routes.channelMessages(channelId), { body });
      return;
    } catch (error) {
      const code = codeOf(error);
      // It was posted by a try before this one, and somebody has removed it since.
      if (code === CODE.unknownMessage) return;
      const less = withLess(code, shown);
      if (less) {
        shown = less;
        continue;
      }
      const wait = delayOf(timings.retry, attempt);
      if (!isTemporary(error) || Date.now() + wait >= deadline || signal.aborted) throw error;
      await pause(wait, signal);
    }
  }
}

type Shown = { embeds: boolean; reference: string | undefined };

/** What can still be shown after a refusal; undefined if nothing less would help. */
function withLess(code: number | undefined, { embeds, reference }: Shown): Shown | undefined {
  if (code === CODE.replyNeedsHistory && reference) return { embeds, reference: undefined };
  if (code === CODE.missingPermissions && embeds) return { embeds: false, reference };
  if (code !== CODE.invalidBody) return undefined;
  if (reference) return { embeds, reference: undefined };
  return embeds ? { embeds: false, reference } : undefined;
}
