import type { IncomingMessage, ServerResponse } from 'node:http';
import { bytesOf } from '../loopback/body.ts';
import { give, half, type Reply } from '../loopback/reply.ts';
import { type Loopback, startLoopback } from '../loopback/server.ts';
import { pause } from '../until.ts';
import { answerByUrl } from './answer-by-url.ts';
import { type ApiArguments, type ApiResult, refuse } from './api-method.ts';
import type { MethodFault, MethodFaults } from './faults.ts';
import { readFields, readUpload } from './request-body.ts';
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
export type ApiServer = Pick<Loopback, 'server' | 'startOutage' | 'endOutage' | 'close'> & {
  readonly baseUrl: string;
  readonly calls: ApiCall[];
  /** Connects the state and the methods of a workspace, which need to know the address first. */
  serve(world: World, webApi: WebApi): void;
};

export async function startApiServer(faults: MethodFaults, host: string): Promise<ApiServer> {
  const calls: ApiCall[] = [];
  const served: Served[] = [];
  const loopback = await startLoopback(createHandler(served, faults, calls));
  return {
    ...loopback,
    baseUrl: `http://${host}:${loopback.port}`,
    calls,
    serve(world, webApi) {
      served.push({ world, webApi });
    },
  };
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
    const body = await bytesOf(request);
    const path = request.url ?? '';
    const method = methodOf(path);
    const args: ApiArguments = method === 'upload' ? {} : readFields(request, body);
    const token = request.headers.authorization?.replace(/^Bearer /, '') ?? args.token;
    const { world, webApi } = servedBy(served, `http://${request.headers.host}${path}`, token, args);
    response.setHeader('date', new Date(world.clock.now()).toUTCString());
    const fault = faults.take(method, args.channel ?? args.channel_id);
    const call: ApiCall = { method, token, args, at, answer: undefined, status: undefined, fault };
    calls.push(call);

    if (fault?.kind === 'slow') await pause(fault.ms);
    const restSeconds = isEarly(fault) ? undefined : world.rates.take(method, args.channel);
    const limit =
      restSeconds === undefined ? undefined : ({ kind: 'rate_limited', retryAfterSeconds: restSeconds } as const);
    const reply = insteadOf(limit ?? fault, call) ?? (await carriedOut());
    if (typeof reply !== 'string') call.status = reply.status;
    give(reply, request, response);

    async function carriedOut(): Promise<Reply> {
      const { status, answer } = await carryOut(method, path, request, body, token, args, world, webApi);
      call.answer = answer;
      const { scopes, tellsScopes } = world.installation;
      const headers = { ...JSON_TYPE, ...(tellsScopes && { 'x-oauth-scopes': [...scopes].join(',') }) };
      const whole = { status, headers, body: JSON.stringify(answer) };
      if (fault?.kind === 'late_answer') await pause(fault.ms);
      if (fault?.kind === 'drop_answer') return 'reset';
      if (fault?.kind === 'cut_answer') return { ...whole, isCut: true };
      return fault?.kind === 'half_answer' ? { ...whole, body: half(whole.body) } : whole;
    }
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

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

/** What is answered in place of the method's own answer; nothing is done then. */
const INSTEAD: { [Kind in MethodFault['kind']]?: (fault: Extract<MethodFault, { kind: Kind }>) => Instead } = {
  hang: () => 'hang',
  reset: () => 'reset',
  status: ({ status }) => ({ status, headers: { 'content-type': 'text/plain' }, body: 'upstream error' }),
  html: () => ({
    status: 200,
    headers: { 'content-type': 'text/html' },
    body: '<html><body>Please log in</body></html>',
  }),
  error: ({ error }) => ({ status: 200, headers: JSON_TYPE, answer: refuse(error) }),
  rate_limited: ({ retryAfterSeconds }) => ({
    status: 429,
    headers: { ...JSON_TYPE, 'retry-after': String(retryAfterSeconds) },
    answer: refuse('ratelimited'),
  }),
};

type Instead = Reply | { status: number; headers: Record<string, string>; answer: ApiResult };

function isEarly(fault: MethodFault | undefined): boolean {
  return fault !== undefined && fault.kind in INSTEAD;
}

function insteadOf(fault: MethodFault | undefined, call: ApiCall): Reply | undefined {
  if (!fault) return undefined;
  const row = INSTEAD[fault.kind] as ((fault: MethodFault) => Instead) | undefined;
  const instead = row?.(fault);
  if (instead === undefined || typeof instead === 'string' || !('answer' in instead)) return instead;
  const { answer, ...reply } = instead;
  call.answer = answer;
  return { ...reply, body: JSON.stringify(answer) };
}
