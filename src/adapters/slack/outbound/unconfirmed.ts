import { delayOf, type Pace } from '../../../core/pace.ts';
import { pause } from '../../shared/pause.ts';
import { type Context, languageFor } from '../inbound/context.ts';
import { renderLine } from '../render/render.ts';
import { SLACK_WORDS } from '../render/words.ts';
import type { Addressee } from './tell.ts';

/** How long Slack may take to show the line before nobody waits for it any more, in milliseconds. */
const PATIENCE_MS = 60_000;
const SAYING: Pace = { firstMs: 500, mostMs: 8_000 };

/**
 * Tells one person that Slack did not confirm an answer. The answer itself is not sent again, since Slack might then
 * show it twice; this line is, until Slack takes it: twice it says nothing else than once.
 */
export async function sayUnconfirmed(
  context: Context,
  { channel, user, thread }: Pick<Addressee, 'channel' | 'user' | 'thread'>,
): Promise<void> {
  const words = SLACK_WORDS[await languageFor(context, context.me.team, user)];
  const line = renderLine(words.unconfirmed);
  const deadline = performance.now() + PATIENCE_MS;
  for (let failures = 0; performance.now() < deadline && !context.abandoned.aborted; failures += 1) {
    const beside = await context.post({ channel, thread, only: user }, line);
    if (beside.kind === 'sent') return;
    context.onFailure(beside.failure, 'unconfirmed');
    if (beside.failure.kind === 'refused') {
      const direct = await context.post({ channel: user }, line);
      if (direct.kind === 'failed') context.onFailure(direct.failure, 'unconfirmed');
      return;
    }
    await pause(delayOf(SAYING, failures), context.abandoned);
  }
}
