// src/adapters/slack/outbound: how messages, answers and daily posts are sent.
// Imported by: adapters/slack.

import type { webApi } from '@slack/bolt';
import { request } from 'undici';
import { delayOf, type Pace } from '../../../core/daily/pace.ts';
import { type Meter, metered } from '../../shared/meter.ts';
import { pause } from '../../shared/pause.ts';
import { wayOut } from '../../shared/way-out.ts';
import type { Drawing } from '../render/render.ts';
import { CALL_TIMEOUT_MS } from '../transport/client.ts';
import { type Failure, failureOf, UrlFailure } from '../transport/failure.ts';

/** Where a message goes; `only` makes it visible to one person. */
export type Destination = { channel: string; thread?: string | undefined; only?: string };

export type Post = (to: Destination, message: Drawing) => Promise<Outcome>;

/** No preview of a source's page, and nothing in the text is read as formatting. */
export const QUIET = { unfurl_links: false, unfurl_media: false, mrkdwn: false } as const;

export function createPost(posts: webApi.WebClient, token: string, deliver: Deliver): Post {
  return ({ channel, thread, only }, message) =>
    deliver(channel, message, async (body) => {
      const content = { token, channel, ...QUIET, ...body, ...(thread === undefined ? {} : { thread_ts: thread }) };
      if (only === undefined) return (await posts.chat.postMessage(content as webApi.ChatPostMessageArguments)).ts;
      await posts.chat.postEphemeral({ ...content, user: only } as webApi.ChatPostEphemeralArguments);
      return undefined;
    });
}

/** What became of a message; `charts` says whether Slack drew one, `ts` is known of what everybody sees, `failed` whether it might be there after all. */
type Outcome = { kind: 'sent'; charts: boolean; ts: string | undefined } | { kind: 'failed'; failure: Failure };

/** Sends a message by one route, which tells its ts or throws when it fails; without blocks it is the plain text. */
type Route = (body: { text: string; blocks?: Drawing['blocks'] }) => Promise<string | undefined>;

/** How long an answer is tried, in milliseconds. */
const PATIENCE_MS = 60_000;
const RESENDING: Pace = { firstMs: 500, mostMs: 8_000 };

/** After so many refused charts in a row a workspace gets none for a while, in milliseconds. */
const CHART_REFUSALS = 2;
const CHARTS_AGAIN_MS = 3_600_000;

/** Refusals of the blocks alone, after which the plain text is sent instead. */
export const BLOCK_REFUSALS = new Set([
  'invalid_blocks',
  'invalid_blocks_format',
  'msg_blocks_too_long',
  'msg_too_long',
]);

/** Delivers messages. A rate limit for one place delays no other place. */
export type Deliver = (place: string, message: Drawing, route: Route) => Promise<Outcome>;

export function createDeliver(signal: AbortSignal): Deliver {
  /** Slack brings its charts to one workspace after the other. One refusal may be of that chart alone; after more of them in a row it is asked again later. */
  let refusals = 0;
  let chartsAgainAt = 0;
  const knowsCharts = () => refusals < CHART_REFUSALS || performance.now() >= chartsAgainAt;
  const limitedUntil = new Map<string, number>();
  const waitForTurn = async (place: string) => {
    const until = limitedUntil.get(place);
    if (until === undefined) return;
    if (until > performance.now()) await pause(until - performance.now(), signal);
    // Many places are response_urls, which are never used again. Another message may have got a longer wait.
    if (limitedUntil.get(place) === until) limitedUntil.delete(place);
  };

  return async (place, message, route) => {
    const deadline = performance.now() + PATIENCE_MS;
    const { text, blocks, withoutCharts } = message;
    let asksForCharts = withoutCharts !== undefined && knowsCharts();
    let body: Parameters<Route>[0] = { text, blocks: asksForCharts ? blocks : (withoutCharts ?? blocks) };
    let refusedCharts = false;
    for (let failures = 0; ; failures += 1) {
      await waitForTurn(place);
      try {
        const ts = await route(body);
        if (refusedCharts && body.blocks) {
          refusals += 1;
          chartsAgainAt = performance.now() + CHARTS_AGAIN_MS;
        } else if (asksForCharts) refusals = 0;
        return { kind: 'sent', charts: asksForCharts, ts };
      } catch (error) {
        const failure = failureOf(error);
        const failed: Outcome = { kind: 'failed', failure };
        if (signal.aborted) return failed;
        if (failure.kind === 'limited') {
          const until = performance.now() + failure.waitMs;
          if (until > deadline) return failed;
          limitedUntil.set(place, until);
        } else if (failure.kind === 'refused' && BLOCK_REFUSALS.has(failure.code) && body.blocks !== undefined) {
          refusedCharts ||= asksForCharts;
          body = asksForCharts && withoutCharts ? { text, blocks: withoutCharts } : { text };
          asksForCharts = false;
        } else if (failure.kind === 'unsent' && performance.now() < deadline) {
          await pause(delayOf(RESENDING, failures), signal);
        } else {
          // Refused finally, or perhaps carried out: no answer is better than two.
          return failed;
        }
      }
    }
  };
}

/** How a response_url shows a message. */
type Showing = { to: 'asker' | 'everyone'; replaces?: boolean; thread?: string | undefined };

/** Answers a command or click by its response_url, which works in channels that the bot is not in. */
export type Respond = (url: string, message: Drawing, showing: Showing) => Promise<Outcome>;

/** Replaces Bolt's respond(), which has no timeout and takes a refusal with status 200 for a success. */
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
      return sendTo(url, content, meter);
    });
}

/** Deletes the message that was clicked, by the response_url of the click. */
export type Withdraw = (url: string) => Promise<Outcome>;

export function createWithdraw(deliver: Deliver, meter: Meter): Withdraw {
  return (url) => deliver(url, { text: '', blocks: [] }, () => sendTo(url, { delete_original: true }, meter));
}

async function sendTo(url: string, content: object, meter: Meter): Promise<undefined> {
  const failure = await metered(meter, 'response_url', () => failureAt(url, JSON.stringify(content)), {
    given: (refusal) => refusal?.kind ?? 'ok',
    thrown: (error) => failureOf(error).kind,
  });
  if (failure) throw new UrlFailure(failure);
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

/** Reads a Retry-After header (seconds or a date) in milliseconds; at least a second. */
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
