import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { holdPort } from '../held-port.ts';
import { ApiError, refusal } from './api-error.ts';
import { createRateLimits } from './rate-limits.ts';
import { readBody } from './request-body.ts';
import { createRequestLog, type LoggedRequest, type RequestLog } from './request-log.ts';
import { createRestFaults, type Hit, type RestFaults } from './rest-faults.ts';
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

type Reply = { status: number; headers: Record<string, string>; body: string };

/** Serves the routes as Discord's REST API on loopback, with its limits and the faults that are planned. */
export async function startRestServer(routes: readonly Route[], options: RestOptions): Promise<RestServer> {
  const log = createRequestLog();
  const faults = createRestFaults(new Set(routes.map(({ name }) => name)));
  const limits = createRateLimits();
  const sockets = new Set<Socket>();

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
    if (reply === 'hang') return;
    if (reply === 'reset') request.socket.resetAndDestroy();
    else if (reply === 'closed') request.socket.destroy();
    else {
      entry.status = reply.status;
      // Limits shared with other bots are not this bot's fault.
      const isInvalid = [401, 403, 429].includes(reply.status) && reply.headers['X-RateLimit-Scope'] !== 'shared';
      if (isInvalid) log.invalid += 1;
      response.writeHead(reply.status, reply.headers).end(reply.body);
    }

    async function replyTo(): Promise<Reply | 'hang' | 'reset' | 'closed'> {
      try {
        const { json, files } = await readBody(request);
        Object.assign(entry, { body: json, files });
        if (hit && !hit.fault.startsWith('done-but')) return replyOfFault(hit);
        if (!found) throw refusal.notFound();
        const { route, params } = found;
        if (route.auth === 'bot' && request.headers.authorization !== `Bot ${options.token}`)
          throw refusal.unauthorized();
        const { limited, headers } = count(route, params);
        if (limited) return limited;
        const answer = answerOf(() =>
          route.answer({ param: (name) => params.get(name) ?? '', query: url.searchParams, body: json, files }),
        );
        if (hit?.fault === 'done-but-reset') return 'reset';
        if (hit?.fault === 'done-but-closed') return 'closed';
        if (hit?.fault === 'done-but-502') return gatewayError(502);
        return replyOf(answer, headers);
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
  ): { limited?: Reply; headers: Record<string, string> } {
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

  const server = createServer((request, response) => {
    serve(request, response).catch(() => request.socket.destroy());
  });
  // A busy machine may take longer than Node's five seconds between two requests of one connection.
  server.keepAliveTimeout = 0;
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
  });
  const port = await listen(server, 0);

  return {
    url: `http://${options.host}:${port}/api`,
    log,
    faults,
    async awayWhile(work) {
      // A client that has not yet heard of the end would still send on its old connection.
      await Promise.all([...sockets].map(farewell));
      await stop(server, sockets);
      const held = await holdPort(port);
      try {
        return await work();
      } finally {
        await held.release();
        await listen(server, port);
      }
    },
    close: () => stop(server, sockets),
  };
}

/** Listens on loopback, at any free port for 0. */
export function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

/** Stops listening and cuts every connection. */
export function stop(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    for (const socket of sockets) socket.destroy();
  });
}

/** Ends a connection, and waits until the other side has ended it, too. */
function farewell(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    socket.once('close', () => resolve());
    socket.end();
  });
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

function replyOf({ status, body }: ApiAnswer, headers: Record<string, string> = {}): Reply {
  if (status === 204) return { status, headers, body: '' };
  return { status, headers: { ...headers, 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
}

function replyOfFault({ fault, retryAfterMs }: Hit): Reply | 'hang' | 'reset' {
  switch (fault) {
    case 'hang':
    case 'reset':
      return fault;
    case '400':
      return replyOf({ status: 400, body: refusal.invalidBody({}).body });
    case '401':
      return replyOf({ status: 401, body: refusal.unauthorized().body });
    case '429-user':
      return tooManyRequests('user', retryAfterMs);
    case '429-shared':
      return tooManyRequests('shared', retryAfterMs);
    case '429-global':
      return tooManyRequests('global', retryAfterMs);
    case '429-cloudflare':
      return html(429, { 'Retry-After': seconds(retryAfterMs) }, 'error code: 1015: You are being rate limited');
    default:
      return gatewayError(Number(fault));
  }
}

function tooManyRequests(
  scope: 'user' | 'shared' | 'global',
  waitMs: number,
  headers: Record<string, string> = {},
): Reply {
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

function gatewayError(status: number): Reply {
  return html(status, {}, 'upstream connect error or disconnect/reset before headers');
}

function html(status: number, headers: Record<string, string>, text: string): Reply {
  return { status, headers: { ...headers, 'Content-Type': 'text/html' }, body: `<html><body>${text}</body></html>` };
}

function seconds(ms: number): string {
  return String(Math.ceil(ms / 1000));
}
