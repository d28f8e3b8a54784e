import type { Reply } from '../../../core/bot.ts';
import { renderMessage } from '../render/render.ts';
import type { Context } from './context.ts';

/** Tells the channel what was changed about it, where the answer was for the asker alone; that it is not told holds up nothing. */
export async function announce({ post, onFailure }: Context, channel: string, { announcement }: Reply): Promise<void> {
  if (!announcement) return;
  const outcome = await post({ channel }, renderMessage(announcement));
  if (outcome.kind === 'failed') onFailure(outcome.failure, 'announcement');
}
