import { webApi } from '@slack/bolt';
import { isRefusedByProxy, NEVER_CONNECTED, REFUSED_BY_PROXY } from '../../shared/way-out.ts';

/** What is known about a call that did not succeed. */
export type Failure =
  /** Slack refused it; nothing was posted. */
  | { kind: 'refused'; code: string }
  /** A rate limit; nothing was posted. */
  | { kind: 'limited'; waitMs: number }
  /** The call never left this machine; nothing was posted. */
  | { kind: 'unsent'; code: string }
  /** It may or may not have been carried out: trying again could post twice. */
  | { kind: 'unknown'; code: string };

/** A refusal by a response_url, which does not go through the Web API client. */
export class UrlFailure extends Error {
  override readonly name = 'UrlFailure';
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.kind === 'limited' ? 'ratelimited' : failure.code);
    this.failure = failure;
  }
}

export function failureOf(error: unknown): Failure {
  if (error instanceof UrlFailure) return error.failure;
  if (error instanceof webApi.WebAPIRateLimitedError) return { kind: 'limited', waitMs: error.retryAfter * 1_000 };
  if (error instanceof webApi.WebAPIPlatformError) return platformFailure(String(error.data.error));
  if (error instanceof webApi.WebAPIHTTPError) return { kind: 'unknown', code: `http_${error.statusCode}` };
  if (isRefusedByProxy(error)) return { kind: 'unsent', code: REFUSED_BY_PROXY };
  const code = causeCode(error);
  return { kind: code !== undefined && NEVER_CONNECTED.has(code) ? 'unsent' : 'unknown', code: code ?? 'no_answer' };
}

/** The code of a failure after which a person has to replace the token; undefined for all others. */
export function tokenRefusal(failure: Failure): string | undefined {
  return failure.kind === 'refused' && TOKEN_REFUSALS.has(failure.code) ? failure.code : undefined;
}

/** A failure as one word for the log. */
export function failureCode(failure: Failure): string {
  return failure.kind === 'limited' ? 'ratelimited' : failure.code;
}

const TOKEN_REFUSALS = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'not_allowed_token_type',
  'user_removed_from_team',
  'team_disabled',
]);

/** Slack's internal errors, after which the call may have been carried out or not. */
const INTERNAL = new Set([
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
]);

/** The page of a proxy comes out as an "error" of many words. */
function platformFailure(code: string): Failure {
  if (!/^[a-z_]{1,60}$/.test(code)) return { kind: 'unknown', code: 'unreadable_answer' };
  return { kind: INTERNAL.has(code) ? 'unknown' : 'refused', code };
}

function causeCode(error: unknown): string | undefined {
  for (let each: unknown = error, depth = 0; each instanceof Error && depth < 6; each = each.cause, depth += 1) {
    const { code } = each as NodeJS.ErrnoException;
    if (each.name === 'TimeoutError' || each.name === 'AbortError') return 'timeout';
    if (typeof code === 'string' && code === code.toUpperCase()) return code;
    // Node tries several addresses of one name and reports all of them.
    if (each instanceof AggregateError) return causeCode(each.errors[0]);
  }
  return undefined;
}
