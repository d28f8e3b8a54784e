import { type REST, Routes } from 'discord.js';
import { pause } from '../../shared/pause.ts';
import { NO_PINGS } from '../inbound/first-answer.ts';
import type { Drawing } from '../render/render.ts';
import { CODE, codeOf, REFUSES_FILES } from '../transport/failure.ts';
import type { Timings } from '../transport/timings.ts';
import { waitForNext } from '../transport/wait-for-next.ts';
import { requestOf } from './picture.ts';

/** Where a message goes. `nonce` names the logical message: Discord shows only one of each. */
export type Address = { channelId: string; nonce: string; replyTo?: string | undefined };

/**
 * Posts a message exactly once: tried again while the way to Discord fails, with less where Discord refuses a part of
 * it. Without the permission to read back it replies to nothing, without the one for embeds all of it is text.
 */
export async function post(
  rest: REST,
  { channelId, nonce, replyTo }: Address,
  draw: (shown: { embeds: boolean; picture: boolean }) => Drawing,
  { embeds, timings, signal }: { embeds: boolean; timings: Timings; signal: AbortSignal },
): Promise<void> {
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
      await rest.post(Routes.channelMessages(channelId), { body, files });
      return;
    } catch (error) {
      const code = codeOf(error);
      // It was posted by a try before this one, and somebody has removed it since.
      if (code === CODE.unknownMessage) return;
      const less = withLess(code, { ...shown, picture: shown.picture && hasPicture });
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

/** What can still be shown after a refusal; undefined if nothing less would help. */
function withLess(code: number | undefined, shown: Shown): Shown | undefined {
  const { embeds, picture, reference } = shown;
  if (code === CODE.replyNeedsHistory && reference) return { ...shown, reference: undefined };
  if (picture && REFUSES_FILES.has(code)) return { ...shown, picture: false };
  if (code === CODE.missingPermissions && embeds) return { ...shown, embeds: false };
  if (code !== CODE.invalidBody) return undefined;
  if (reference) return { ...shown, reference: undefined };
  return embeds ? { ...shown, embeds: false } : undefined;
}
