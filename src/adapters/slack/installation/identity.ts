import type { webApi } from '@slack/bolt';
import { delayOf, type Pace } from '../../../core/pace.ts';
import { type Log, Refused } from '../../shared/adapter.ts';
import type { Installation } from '../../shared/installations.ts';
import { pause } from '../../shared/pause.ts';
import { failureCode, failureOf, tokenRefusal } from '../transport/failure.ts';

/**
 * Asks Slack who we are until it answers. Bolt would ask once, and after a failure
 * take every event without ever running a listener.
 */
export async function identify(
  web: webApi.WebClient,
  token: string,
  { log, pace, signal }: { log: Log; pace: Pace; signal: AbortSignal },
): Promise<Installation | undefined> {
  for (let failures = 0; !signal.aborted; failures += 1) {
    try {
      return await whoHas(token, web);
    } catch (error) {
      const failure = failureOf(error);
      const refusal = tokenRefusal(failure);
      if (refusal) throw refusedToken(refusal);
      const code = failureCode(failure);
      if (failures === 0) log.warn('slack cannot be reached, trying on', { code });
      const wait = failure.kind === 'limited' ? failure.waitMs : 0;
      await pause(Math.max(wait, delayOf(pace, failures)), signal);
    }
  }
  return undefined;
}

/** Who the bot is where a token is for, and what it may do there. */
export async function whoHas(token: string, web: webApi.WebClient): Promise<Installation> {
  const me = await web.auth.test({ token });
  return {
    // A token of a whole organisation is for no workspace.
    team: String(me.team_id ?? me.enterprise_id),
    token,
    botId: String(me.bot_id),
    botUserId: String(me.user_id),
    name: String(me.user),
    scopes: me.response_metadata?.scopes,
  };
}

/** What a person has to do about the one token of the bot. */
export function refusedToken(refusal: string): Refused {
  return new Refused(
    `SLACK_BOT_TOKEN was refused: ${refusal}. Copy it again from "OAuth & Permissions" and start again.`,
  );
}
