import { type Logger, LogLevel, webApi } from '@slack/bolt';
import { type Meter, metered } from '../../shared/meter.ts';
import type { Log } from '../../shared/posting-adapter.ts';
import { fetchOut } from '../../shared/way-out.ts';
import { failureOf } from './failure.ts';

/** Separate clients for calls that must not delay each other. All workspaces share them: each call brings its token. Bolt's own client is not used. */
export type Clients = {
  /** For locale and Home: may be retried, delays no answer. */
  reads: webApi.WebClient;
  /** For answers: sent once, because Slack cannot tell a repeated post from a new one. */
  posts: webApi.WebClient;
  /** For daily posts: sent once as well, with a longer timeout, since the outcome is unknown after it. */
  daily: webApi.WebClient;
};

/** The timeout of a call, in milliseconds; after it the outcome counts as unknown. */
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

/** The options with which the library's clients reach Slack. The library knows Slack's own address. */
export function apiAddress(apiUrl: string | undefined): Pick<webApi.WebClientOptions, 'slackApiUrl' | 'fetch'> {
  return { fetch: fetchOut, ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }) };
}

/** A client that meters every call, its own retries and waits included. All of the library's methods use apiCall. */
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
