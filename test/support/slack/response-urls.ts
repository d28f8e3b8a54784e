import type { SlackClock } from './clock.ts';
import { RESPONSE_URL } from './limits.ts';
import type { PostedMessage } from './message-board.ts';

/** What a response_url belongs to: the person, the place and the message clicked, if any. */
export type ResponseTarget = { user: string; channel: string; source: PostedMessage | undefined };

/** The addresses that a command or a click gives for answers: five uses, thirty minutes. */
export type ResponseUrls = {
  issue(kind: 'commands' | 'actions', target: ResponseTarget): string;
  /** Uses an address once, or says why Slack would answer 404. */
  use(url: string): ResponseTarget | { error: 'expired_url' | 'used_url' | 'no_such_url' };
};

export function createResponseUrls(baseUrl: string, clock: SlackClock): ResponseUrls {
  const issued = new Map<string, { target: ResponseTarget; at: number; uses: number }>();
  return {
    issue(kind, target) {
      const url = `${baseUrl}/${kind}/T/${issued.size + 1}/fake`;
      issued.set(url, { target, at: clock.now(), uses: 0 });
      return url;
    },
    use(url) {
      const entry = issued.get(url);
      if (!entry) return { error: 'no_such_url' };
      if (clock.now() - entry.at > RESPONSE_URL.livesMs) return { error: 'expired_url' };
      if (entry.uses >= RESPONSE_URL.uses) return { error: 'used_url' };
      entry.uses += 1;
      return entry.target;
    },
  };
}
