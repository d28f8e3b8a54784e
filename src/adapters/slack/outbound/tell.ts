import type { Context } from '../inbound/context.ts';
import type { Drawn } from '../render/render.ts';
import { sayUnconfirmed } from './unconfirmed.ts';

/** One person, and the ways to reach them where they just were. */
export type Addressee = {
  responseUrl: string | undefined;
  channel: string;
  user: string;
  thread?: string | undefined;
};

/** Shows something to one person alone, by another way where the first is closed. */
export async function tell(
  context: Context,
  { responseUrl, channel, user, thread }: Addressee,
  message: Drawn,
  what: string,
): Promise<void> {
  const { respond, post, onFailure } = context;
  if (responseUrl !== undefined) {
    const outcome = await respond(responseUrl, message, { to: 'asker', thread });
    if (outcome.kind === 'sent') return;
    onFailure(outcome.failure, what);
    // Only a clear no leaves room for a second way: what may have arrived must not come twice.
    if (outcome.failure.kind !== 'refused') return sayUnconfirmed(context, { channel, user, thread });
  }
  const beside = await post({ channel, thread, only: user }, message);
  if (beside.kind === 'sent') return;
  onFailure(beside.failure, what);
  if (beside.failure.kind !== 'refused') return sayUnconfirmed(context, { channel, user, thread });
  // In a channel without the bot nothing is left but a direct message.
  const direct = await post({ channel: user }, message);
  if (direct.kind === 'failed') onFailure(direct.failure, what);
}
