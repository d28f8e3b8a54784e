import type { IncomingMessage, ServerResponse } from 'node:http';
import { give, type Reply } from '../loopback/reply.ts';
import { startLoopback } from '../loopback/server.ts';
import { ApiError, refusal } from './api-error.ts';
import { createRateLimits } from './rate-limits.ts';
import { readBody } from './request-body.ts';
import { createRequestLog, type LoggedRequest, type RequestLog } from './request-log.ts';
import { createRestFaults, type RestFaults } from './rest-faults.ts';
import { type ApiAnswer, findRoute, type Route } from './route.ts';

/** How the REST server treats its clients. */
export type RestOptions = {
  token: string;
  host: string;
  /** Whether per-route limits are enforced and told. */
  limitsRoutes: boolean;
  /** Requests per second over all routes; 0 does not count them. */
  globalPerSecond: number;
  /** Whether requests are kept for assertions; a long benchmark has no need of it. */
  logs: boolean;
};

export type RestServer = {
  /** What goes into `rest.api`. */
  url: string;
  log: RequestLog;
  faults: RestFaults;
  /** Stops listening until the end of the work, at the same port afterwards. */
  awayWhile<T>(work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

type Answer = Exclude<Reply, string>;

/** Serves the routes as Discord's REST API on loopback, with its limits and the faults that are planned. */
export async function startRestServer(routes: readonly Route[], options: RestOptions): Promise<RestServer> {
  const log = createRequestLog();
  const faults = createRestFaults(new Set(routes.map(({ name }) => name)));
  const limits = createRateLimits();

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://fake');
    const path = url.pathname.replace(/^\/api(\/v\d+)?/, '');
    const method = request.method ?? 'GET';
    const found = findRoute(routes, method, path);
    const entry: LoggedRequest = {
      method,
      path,
      route: found?.route.name,
      body: undefined,
      files: [],
      at: performance.now(),
      status: 0,
      fault: undefined,
    };
    if (options.logs) log.all.push(entry);
    const hit = faults.hit(entry.route ?? '', path);
    entry.fault = hit?.fault;

    const reply = await replyTo();
    if (typeof reply !== 'string') {
      entry.status = reply.status;
      // Limits shared with other bots are not this bot's fault.
      const isInvalid = [401, 403, 429].includes(reply.status) && reply.headers['X-RateLimit-Scope'] !== 'shared';
      if (isInvalid) log.invalid += 1;
    }
    give(reply, request, response);

    async function replyTo(): Promise<Reply> {
      try {
        const { json, files } = await readBody(request);
        Object.assign(entry, { body: json, files });
        const instead = hit && INSTEAD[hit.fault];
        if (instead) return instead(hit.retryAfterMs);
        if (!found) throw refusal.notFound();
        const { route, params } = found;
        if (route.auth === 'bot' && request.headers.authorization !== `Bot ${options.token}`)
          throw refusal.unauthorized();
        const { limited, headers } = count(route, params);
        if (limited) return limited;
        const answer = answerOf(() =>
          route.answer({ param: (name) => params.get(name) ?? '', query: url.searchParams, body: json, files }),
        );
        return (hit && AFTERWARDS[hit.fault]?.()) ?? replyOf(answer, headers);
      } catch (error) {
        if (error instanceof ApiError) return replyOf({ status: error.status, body: error.body });
        // A mistake of the fake itself: said plainly, so that a test does not search the bot for it.
        console.error('The fake Discord failed:', error);
        return replyOf({ status: 500, body: { message: String(error), code: 0 } });
      }
    }
  }

  function count(
    route: Route,
    params: ReadonlyMap<string, string>,
  ): { limited?: Answer; headers: Record<string, string> } {
    if (options.globalPerSecond > 0 && route.auth === 'bot') {
      const waitMs = limits.countGlobal(options.globalPerSecond);
      if (waitMs > 0) return { limited: tooManyRequests('global', waitMs), headers: {} };
    }
    if (!options.limitsRoutes || !route.bucket) return { headers: {} };
    const major = params.get('channel') ?? params.get('token') ?? '';
    const verdict = limits.count(`${route.name} ${major}`, route.bucket);
    if (verdict.passes) return { headers: verdict.headers };
    return { limited: tooManyRequests('user', verdict.retryAfterMs, verdict.headers), headers: {} };
  }

  const loopback = await startLoopback(serve);

  return {
    url: `http://${options.host}:${loopback.port}/api`,
    log,
    faults,
    async awayWhile(work) {
      await loopback.farewell();
      await loopback.startOutage('refuse');
      try {
        return await work();
      } finally {
        await loopback.endOutage();
      }
    },
    close: loopback.close,
  };
}

/** Runs a route; its refusal is an answer like any other, with the headers of the bucket. */
function answerOf(answer: () => ApiAnswer): ApiAnswer {
  try {
    return answer();
  } catch (error) {
    if (error instanceof ApiError) return { status: error.status, body: error.body };
    throw error;
  }
}

function replyOf({ status, body }: ApiAnswer, headers: Record<string, string> = {}): Answer {
  if (status === 204) return { status, headers, body: '' };
  return { status, headers: { ...headers, 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
}

/** What is answered where a fault strikes before anything is done. */
const INSTEAD: Record<string, (retryAfterMs: number) => Reply> = {
  hang: () => 'hang',
  reset: () => 'reset',
  '400': () => replyOf({ status: 400, body: refusal.invalidBody({}).body }),
  '401': () => replyOf({ status: 401, body: refusal.unauthorized().body }),
  '500': () => gatewayError(500),
  '502': () => gatewayError(502),
  '503': () => gatewayError(503),
  '429-user': (ms) => tooManyRequests('user', ms),
  '429-shared': (ms) => tooManyRequests('shared', ms),
  '429-global': (ms) => tooManyRequests('global', ms),
  '429-cloudflare': (ms) => html(429, { 'Retry-After': seconds(ms) }, 'error code: 1015: You are being rate limited'),
};

/** What is answered where it strikes once everything is done. */
const AFTERWARDS: Record<string, () => Reply> = {
  'done-but-502': () => gatewayError(502),
  'done-but-reset': () => 'reset',
  'done-but-closed': () => 'closed',
};

function tooManyRequests(
  scope: 'user' | 'shared' | 'global',
  waitMs: number,
  headers: Record<string, string> = {},
): Answer {
  const global = scope === 'global';
  return replyOf(
    { status: 429, body: { message: 'You are being rate limited.', retry_after: waitMs / 1000, global } },
    {
      ...headers,
      'Retry-After': seconds(waitMs),
      'X-RateLimit-Scope': scope,
      ...(global && { 'X-RateLimit-Global': 'true' }),
    },
  );
}

function gatewayError(status: number): Answer {
  return html(status, {}, 'upstream connect error or disconnect/reset before headers');
}

function html(status: number, headers: Record<string, string>, text: string): Answer {
  return { status, headers: { ...headers, 'Content-Type': 'text/html' }, body: `<html><body>${text}</body></html>` };
}

function seconds(ms: number): string {
  return String(Math.ceil(ms / 1000));
}
