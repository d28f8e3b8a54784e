import { request } from 'undici';
import { type Meter, metered } from '../../shared/meter.ts';
import { wayOut } from '../../shared/way-out.ts';
import type { Drawn } from '../render/render.ts';
import { CALL_TIMEOUT_MS } from '../transport/clients.ts';
import { type Failure, failureOf, UrlFailure } from '../transport/failure.ts';
import type { Deliver, Outcome } from './deliver.ts';
import { QUIET } from './post.ts';

/** How a message is shown by a response_url. */
type Showing = { to: 'asker' | 'everyone'; replaces?: boolean; thread?: string | undefined };

/** Answers a command or click by its response_url, which works in channels that the bot is not in. */
export type Respond = (url: string, message: Drawn, showing: Showing) => Promise<Outcome>;

/** Bolt's own respond() waits for ever and takes a refusal with status 200 for a success. */
export function createRespond(deliver: Deliver, meter: Meter): Respond {
  return (url, message, { to, replaces = false, thread }) =>
    deliver(url, message, async (body) => {
      const content = {
        ...QUIET,
        ...body,
        response_type: to === 'asker' ? 'ephemeral' : 'in_channel',
        replace_original: replaces,
        ...(thread === undefined ? {} : { thread_ts: thread }),
      };
      const failure = await metered(meter, 'response_url', () => failureAt(url, JSON.stringify(content)), {
        given: (refusal) => refusal?.kind ?? 'ok',
        thrown: (error) => failureOf(error).kind,
      });
      if (failure) throw new UrlFailure(failure);
    });
}

// Not the global fetch: its web streams cost more than reading the question.
async function failureAt(url: string, content: string): Promise<Failure | undefined> {
  const { statusCode, headers, body } = await request(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: content,
    dispatcher: wayOut(),
    signal: AbortSignal.timeout(CALL_TIMEOUT_MS),
  });
  const answer = await body.text();
  if (statusCode === 429) return { kind: 'limited', waitMs: waitOf(String(headers['retry-after'] ?? '')) };
  const code = errorIn(answer);
  if (statusCode < 300) return code === undefined ? undefined : { kind: 'refused', code };
  if (statusCode < 500) return { kind: 'refused', code: code ?? `http_${statusCode}` };
  return { kind: 'unknown', code: `http_${statusCode}` };
}

/** What a Retry-After asks to wait: seconds or a date, and of what is neither a second. */
function waitOf(retryAfter: string): number {
  const asked = retryAfter.trim() === '' ? Number.NaN : Number(retryAfter);
  const waitMs = Number.isNaN(asked) ? Date.parse(retryAfter) - Date.now() : asked * SECOND_MS;
  return Number.isNaN(waitMs) ? SECOND_MS : Math.max(SECOND_MS, waitMs);
}

const SECOND_MS = 1_000;

/** Slack answers "ok", JSON, or the name of an error; a proxy's page counts as no error, since the message may have passed. */
function errorIn(answer: string): string | undefined {
  // By far the most frequent, and no JSON: an exception would cost more than the rest of it.
  if (answer === 'ok') return undefined;
  try {
    const { ok, error } = JSON.parse(answer) as { ok?: unknown; error?: unknown };
    return ok === false ? String(error ?? 'refused') : undefined;
  } catch {
    return /^(?!ok$)[a-z_]{3,60}$/.test(answer.trim()) ? answer.trim() : undefined;
  }
}
