import { type APIDMChannel, type REST, Routes } from 'discord.js';
import type { Drawing } from '../render/render.ts';
import type { Timings } from '../transport/timings.ts';
import { post } from './post.ts';

/** Says something to one person in a direct message; fails where they take none. `nonce` names the logical message. */
export async function tellDirectly(
  rest: REST,
  { userId, nonce }: { userId: string; nonce: string },
  drawing: Drawing,
  { timings, signal }: { timings: Timings; signal: AbortSignal },
): Promise<void> {
  const channel = (await rest.post(Routes.userChannels(), { body: { recipient_id: userId } })) as APIDMChannel;
  await post(rest, { channelId: channel.id, nonce }, () => drawing, { embeds: false, timings, signal });
}
