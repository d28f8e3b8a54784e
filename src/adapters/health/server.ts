// src/adapters/health: the HTTP server: health, readiness, metrics, and what adapters mount.
// Imported by: app.

import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Mount } from '../shared/posting-adapter.ts';

/** The one HTTP server of the program: its health, and what adapters mount. */
export type HttpServer = {
  /** Hands requests to a path to a listener; what is not mounted is 404. */
  mount: Mount;
  start(address: { host: string; port: number }): Promise<AddressInfo>;
  stop(): Promise<void>;
};

/** What /readyz says: `ready` decides, the rest is for people. */
export type Readiness = { ready: boolean; details: Record<string, string> };

/** What /metrics says. */
type Exposition = { contentType: string; text(): Promise<string> };

type HttpServerOptions = { readiness: () => Readiness | Promise<Readiness>; exposition: Exposition };

/** How long a request may still take once the server stops. */
const LAST_WORDS_MS = 1_000;

export function createHttpServer({ readiness, exposition }: HttpServerOptions): HttpServer {
  const mounted = new Map<string, RequestListener>();
  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    const path = request.url?.split('?')[0] ?? '';
    const listener = mounted.get(`${request.method} ${path}`);
    if (listener) listener(request, response);
    else if (request.method !== 'GET' && request.method !== 'HEAD') send(response, 404, { status: 'not found' });
    else if (path === '/livez') send(response, 200, { status: 'alive' });
    else if (path === '/readyz') void sendReadiness(response, readiness());
    else if (path === '/metrics') void sendExposition(response, exposition);
    else send(response, 404, { status: 'not found' });
  };
  // A client that sends its request slower than this is not Slack.
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000 }, handle);

  return {
    mount: (method, path, listener) => void mounted.set(`${method} ${path}`, listener),
    start: ({ host, port }) =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => {
          server.off('error', reject);
          resolve(server.address() as AddressInfo);
        });
      }),
    stop: () =>
      new Promise((resolve) => {
        if (!server.listening) return resolve();
        server.close(() => resolve());
        server.closeIdleConnections();
        // What is still being said after that is cut off.
        setTimeout(() => server.closeAllConnections(), LAST_WORDS_MS).unref();
      }),
  };
}

async function sendReadiness(response: ServerResponse, readiness: Readiness | Promise<Readiness>): Promise<void> {
  const { ready, details } = await readiness;
  send(response, ready ? 200 : 503, { status: ready ? 'ready' : 'not ready', ...details });
}

async function sendExposition(response: ServerResponse, { contentType, text }: Exposition): Promise<void> {
  try {
    const body = await text();
    response.writeHead(200, { 'content-type': contentType, 'cache-control': 'no-store' });
    response.end(body);
  } catch {
    send(response, 500, { status: 'metrics failed' });
  }
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(`${JSON.stringify(body)}\n`);
}
