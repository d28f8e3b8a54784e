import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { holdPort } from '../held-port.ts';
import { pause } from '../until.ts';
import { answerByUrl } from './answer-by-url.ts';
import { type ApiArguments, type ApiResult, refuse } from './api-method.ts';
import type { MethodFault, MethodFaults } from './faults.ts';
import { readBody, readFields, readUpload } from './request-body.ts';
import type { WebApi } from './web-api.ts';
import type { World } from './world.ts';

/** One request of the bot, for assertions. */
export type ApiCall = {
  /** The Web API method, or `response_url` or `upload`. */
  method: string;
  token: string | undefined;
  args: ApiArguments;
  /** When it came, on the scale of performance.now(). */
  at: number;
  /** What was answered; nothing while it hangs or when the connection was reset. */
  answer: ApiResult | undefined;
  status: number | undefined;
  fault: MethodFault | undefined;
};

/** The HTTP side of Slack: the Web API, the response_urls and the upload addresses. */
export type ApiServer = {
  readonly server: Server;
  readonly baseUrl: string;
  readonly calls: ApiCall[];
  /** Connects the state and the methods of a workspace, which need to know the address first. */
  serve(world: World, webApi: WebApi): void;
  startOutage(kind: 'refuse' | 'reset'): Promise<void>;
  endOutage(): Promise<void>;
  close(): Promise<void>;
};

export async function startApiServer(faults: MethodFaults, host: string): Promise<ApiServer> {
  const calls: ApiCall[] = [];
  const connections = new Set<Socket>();
  const served: Served[] = [];
  const handle = createHandler(served, faults, calls);
  let isResetting = false;
  let held: Awaited<ReturnType<typeof holdPort>> | undefined;
  const release = async () => {
    await held?.release();
    held = undefined;
  };
  const server = createServer((request, response) => {
    // A bot that goes away in the middle of a request is none of the fake's troubles.
    handle(request, response).catch(() => request.socket.destroy());
  });
  // A busy machine may take longer than Node's five seconds between two requests of one connection.
  server.keepAliveTimeout = 0;
  server.on('connection', (socket) => {
    if (isResetting) socket.resetAndDestroy();
    connections.add(socket);
    socket.once('close', () => connections.delete(socket));
  });
  server.on('upgrade', (_request, socket: Socket) => connections.delete(socket));
  await listen(server, 0);
  const { port } = server.address() as AddressInfo;
  const baseUrl = `http://${host}:${port}`;
  const stopListening = () => new Promise<void>((resolve) => server.close(() => resolve()));

  return {
    server,
    baseUrl,
    calls,
    serve(world, webApi) {
      served.push({ world, webApi });
    },
    async startOutage(kind) {
      isResetting = kind === 'reset';
      // The callback of close() waits for open sockets, which have to survive; the port is closed at once.
      if (kind === 'refuse') server.close();
      for (const socket of connections) socket.resetAndDestroy();
      if (kind === 'refuse') held ??= await holdPort(port);
    },
    async endOutage() {
      isResetting = false;
      await release();
      if (!server.listening) await listen(server, port);
    },
    async close() {
      for (const socket of connections) socket.destroy();
      await release();
      if (server.listening) await stopListening();
    },
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}

type Served = { world: World; webApi: WebApi };

/**
 * The workspace that a call is about, by its token, its code or its address; all addresses begin like those of the
 * first. The token of an organisation is for many workspaces: which one, the channel or person tells.
 */
function servedBy(served: readonly Served[], url: string, token: string | undefined, args: ApiArguments): Served {
  const place = args.channel ?? args.channel_id ?? args.user ?? args.user_id ?? '';
  const own = served.filter(({ world: { installation } }) => installation.botToken === token);
  const shared = own.find(({ world: { workspace } }) => workspace.channels.has(place) || workspace.users.has(place));
  if (shared) return shared;
  const found = served.findLast(
    ({ world: { baseUrl, installation } }) =>
      installation.botToken === token || installation.codes.has(args.code ?? '') || url.startsWith(`${baseUrl}/`),
  );
  if (!found) throw new Error('Fake Slack: no workspace is served yet');
  return found;
}

function createHandler(served: readonly Served[], faults: MethodFaults, calls: ApiCall[]) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const at = performance.now();
    const body = await readBody(request);
    const path = request.url ?? '';
    const method = methodOf(path);
    const args: ApiArguments = method === 'upload' ? {} : readFields(request, body);
    const token = request.headers.authorization?.replace(/^Bearer /, '') ?? args.token;
    const { world, webApi } = servedBy(served, `http://${request.headers.host}${path}`, token, args);
    response.setHeader('date', new Date(world.clock.now()).toUTCString());
    const fault = faults.take(method, args.channel ?? args.channel_id);
    const call: ApiCall = { method, token, args, at, answer: undefined, status: undefined, fault };
    calls.push(call);

    if (fault?.kind === 'hang') return;
    if (fault?.kind === 'slow') await pause(fault.ms);
    if (isEarly(fault)) {
      goWrong(fault, call, request, response);
      return;
    }
    const restSeconds = world.rates.take(method, args.channel);
    if (restSeconds !== undefined) {
      goWrong({ kind: 'rate_limited', retryAfterSeconds: restSeconds }, call, request, response);
      return;
    }
    const { status, answer } = await carryOut(method, path, request, body, token, args, world, webApi);
    call.answer = answer;
    if (fault?.kind === 'drop_answer') {
      request.socket.resetAndDestroy();
      return;
    }
    call.status = status;
    const scopes = [...world.installation.scopes].join(',');
    if (fault?.kind === 'late_answer') await pause(fault.ms);
    const text = JSON.stringify(answer);
    const half = text.slice(0, text.length / 2);
    response.writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      'x-oauth-scopes': scopes,
      ...(fault?.kind === 'cut_answer' && { 'content-length': Buffer.byteLength(text) }),
    });
    if (fault?.kind === 'cut_answer') response.write(half, () => request.socket.resetAndDestroy());
    else response.end(fault?.kind === 'half_answer' ? half : text);
  };
}

function methodOf(path: string): string {
  if (path.startsWith('/api/')) return path.slice('/api/'.length).replace(/\?.*$/, '');
  return path.includes('/upload/') ? 'upload' : 'response_url';
}

async function carryOut(
  method: string,
  path: string,
  request: IncomingMessage,
  body: Buffer,
  token: string | undefined,
  args: ApiArguments,
  world: World,
  webApi: WebApi,
): Promise<{ status: number; answer: ApiResult }> {
  if (method === 'upload') {
    const taken = world.files.receive(new URL(path, world.baseUrl).href, await readUpload(request, body));
    return taken ? { status: 200, answer: { ok: true } } : { status: 400, answer: refuse('bad_upload') };
  }
  if (method !== 'response_url') return { status: 200, answer: webApi.call(method, token, args) };
  const responseUrl = new URL(path, world.baseUrl).href;
  const target = world.responseUrls.use(responseUrl);
  if ('error' in target) return { status: 404, answer: refuse(target.error) };
  const answer = answerByUrl(target, args, { via: 'response_url', responseUrl }, world);
  return { status: answer.ok ? 200 : world.installation.responseUrlRefusalStatus, answer };
}

/** Faults that strike before anything is done. */
type EarlyFault = Exclude<MethodFault, { kind: (typeof LATE)[number] }>;

const LATE = ['hang', 'slow', 'late_answer', 'drop_answer', 'cut_answer', 'half_answer'] as const;

function isEarly(fault: MethodFault | undefined): fault is EarlyFault {
  return fault !== undefined && !LATE.some((kind) => kind === fault.kind);
}

function goWrong(fault: EarlyFault, call: ApiCall, request: IncomingMessage, response: ServerResponse): void {
  switch (fault.kind) {
    case 'reset':
      request.socket.resetAndDestroy();
      return;
    case 'status':
      call.status = fault.status;
      response.writeHead(fault.status, { 'content-type': 'text/plain' }).end('upstream error');
      return;
    case 'rate_limited':
      call.status = 429;
      call.answer = refuse('ratelimited');
      response.writeHead(429, { 'retry-after': String(fault.retryAfterSeconds), 'content-type': 'application/json' });
      response.end(JSON.stringify(call.answer));
      return;
    case 'html':
      call.status = 200;
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html><body>Please log in</body></html>');
      return;
    case 'error':
      call.status = 200;
      call.answer = refuse(fault.error);
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(call.answer));
      return;
  }
}
