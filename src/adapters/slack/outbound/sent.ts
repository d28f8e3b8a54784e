import type { Remedy } from '../../../core/daily/subscription.ts';
import type { Sent } from '../../../core/ports.ts';
import { isDirect } from '../inbound/places.ts';
import { type Failure, tokenRefusal } from '../transport/failure.ts';

/** What became of a post that did not get through. */
export function sentOf(failure: Failure, channel: string): Exclude<Sent, { kind: 'sent' }> {
  switch (failure.kind) {
    case 'limited':
      return failure;
    case 'unsent':
      return failure;
    case 'unknown':
      return { kind: 'uncertain', code: failure.code };
    case 'refused': {
      const { code } = failure;
      // A dead token ends the bot; one that is started with a new token may still send the post within its hours.
      if (tokenRefusal(failure)) return { kind: 'unsent', code };
      if (LIMITED.has(code)) return { kind: 'limited', waitMs: REST_MS };
      return { kind: 'refused', remedy: remedyOf(code, channel), code };
    }
  }
}

/** Slack's limits that come without a time to wait; how long to wait then. */
const LIMITED = new Set(['ratelimited', 'rate_limited', 'message_limit_exceeded']);
const REST_MS = 60_000;

function remedyOf(code: string, channel: string): Remedy {
  // A private channel that the bot has left is "not found" like one that was deleted, or that got a new id when it was
  // shared or made public or private.
  if (code === 'channel_not_found') return isDirect(channel) ? 'gone' : 'lost';
  if (code.startsWith('restricted_action')) return 'permission';
  return REMEDIES[code] ?? 'operator';
}

/** From docs.slack.dev/reference/methods/chat.postMessage; what is not here concerns the app as a whole. */
const REMEDIES: Record<string, Remedy> = {
  is_archived: 'archived',
  not_in_channel: 'invite',
  no_permission: 'invite',
  user_not_found: 'gone',
  user_disabled: 'gone',
  is_inactive: 'gone',
  cannot_dm_bot: 'gone',
};
