import { type Logger, LogLevel, webApi } from '@slack/bolt';
import { type Meter, metered } from '../../shared/meter.ts';
import type { Log } from '../../shared/posting-adapter.ts';
import { fetchOut } from '../../shared/way-out.ts';
import { failureOf } from './failure.ts';

/** Clients of their own for what must not hold each other up; Bolt's own is used for nothing. All workspaces share them: each call brings its token. */
export type Clients = {
  /** Locale and Home: may be tried again, never holds up an answer. */
  reads: webApi.WebClient;
  /** Answers: sent once, because Slack has no way to tell a repeated post from a new one. */
  posts: webApi.WebClient;
  /** Posts that nobody waits for: sent once as well, and with more time, since nothing is known of one that took too long. */
  daily: webApi.WebClient;
};

/** How long a call may take before its outcome counts as unknown. */
export const CALL_TIMEOUT_MS = 10_000;
const DAILY_TIMEOUT_MS = 15_000;

export function createClients(apiUrl: string | undefined, logger: Logger, meter: Meter): Clients {
  const base = { ...apiAddress(apiUrl), logger, timeout: CALL_TIMEOUT_MS, rejectRateLimitedCalls: true };
  const client = (own: webApi.WebClientOptions) => new MeteredClient({ ...base, ...own }, meter);
  return {
    reads: client({ retryConfig: { retries: 2, minTimeout: 250, maxTimeout: 1_000 } }),
    posts: client({ retryConfig: { retries: 0 } }),
    daily: client({ timeout: DAILY_TIMEOUT_MS, retryConfig: { retries: 0 } }),
  };
}

/** How the library's clients reach Slack. Only a given address is passed on; the library knows the real one. */
export function apiAddress(apiUrl: string | undefined): Pick<webApi.WebClientOptions, 'slackApiUrl' | 'fetch'> {
  return { fetch: fetchOut, ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }) };
}

/** Tells of every call, tries and waits of its own included; all of the library's methods go through this one. */
class MeteredClient extends webApi.WebClient {
  readonly #meter: Meter;

  constructor(options: webApi.WebClientOptions, meter: Meter) {
    super(undefined, options);
    this.#meter = meter;
  }

  override apiCall(method: string, options?: Record<string, unknown>): Promise<webApi.WebAPICallResult> {
    const [family = ''] = method.split('.');
    return metered(this.#meter, family, () => super.apiCall(method, options), {
      given: () => 'ok',
      thrown: (error) => failureOf(error).kind,
    });
  }
}

/**
 * What Bolt and its clients want to say. Their debug lines hold whole messages and are dropped;
 * their warnings repeat what the adapter itself says once, so they are details.
 */
export function boltLogger(log: Log): Logger {
  const detail = (...words: unknown[]) =>
    log.debug('slack library', { says: withoutQuotes(words.map(String).join(' ')).slice(0, 500) });
  return {
    debug() {},
    info() {},
    warn: detail,
    error: detail,
    setLevel() {},
    getLevel: () => LogLevel.WARN,
    setName() {},
  };
}

/** What a library quotes, what it takes for the type of an event, and what an error of its own says may be what somebody wrote. */
function withoutQuotes(text: string): string {
  return text
    .replace(/"[\s\S]*"/, '"…"')
    .replace(/\(type: [\s\S]*, error: /, '(type: …, error: ')
    .replace(/(\b[A-Z]\w*Error): [\s\S]*/, '$1');
}
