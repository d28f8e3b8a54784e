import { getProxyForUrl } from 'proxy-from-env';
import { Agent, type Dispatcher, EnvHttpProxyAgent, fetch as undiciFetch } from 'undici';

/**
 * The way out of this machine: directly, or through the proxy that HTTPS_PROXY, HTTP_PROXY and NO_PROXY name. Every
 * request to a platform is given it by hand: the dispatcher that undici keeps for all is shared by every copy of
 * undici in the process, and the copies do not understand each other's.
 */
export function wayOut(): Dispatcher {
  dispatcher ??= isProxied() ? new EnvHttpProxyAgent() : new Agent();
  return dispatcher;
}

// Made for the first request, since the environment may come from a file.
let dispatcher: Dispatcher | undefined;

const PROXY_VARIABLES = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'];

/** Whether the environment names a proxy for anything. */
export function isProxied(): boolean {
  return PROXY_VARIABLES.some((name) => process.env[name]);
}

/** The proxy for an address, as wayOut() finds it; for sockets that are not undici's. */
export function proxyFor(address: string): string | undefined {
  const { protocol, host } = new URL(address);
  const isSecure = protocol === 'wss:' || protocol === 'https:';
  return (isSecure && getProxyForUrl(`https://${host}`)) || getProxyForUrl(`http://${host}`) || undefined;
}

/** fetch() by the way out of this machine. */
export const fetchOut: typeof globalThis.fetch = async (input, init) => {
  const encoded = await encode(init?.body);
  const headers = { ...Object.fromEntries(new Headers(init?.headers)), ...encoded.headers };
  const request = { ...init, headers, body: encoded.body, dispatcher: wayOut() };
  return (await undiciFetch(String(input), request as Parameters<typeof undiciFetch>[1])) as unknown as Response;
};

/** A form as Node makes it, in the bytes that stand for it: undici knows only its own. */
export async function encode<T>(body: T): Promise<{ body: T | Buffer; headers: Record<string, string> }> {
  if (!(body instanceof FormData)) return { body, headers: {} };
  const form = new Response(body);
  return {
    body: Buffer.from(await form.arrayBuffer()),
    headers: { 'content-type': form.headers.get('content-type') ?? 'multipart/form-data' },
  };
}

/** How the log names what a proxy would not let through. */
export const REFUSED_BY_PROXY = 'refused_by_proxy';

/** Whether a proxy would not let a request through: it was not sent. */
export function isRefusedByProxy(error: unknown): boolean {
  for (let each: unknown = error, depth = 0; each instanceof Error && depth < 6; each = each.cause, depth += 1)
    if (/^Proxy response \(\d+\)/.test(each.message)) return true;
  return false;
}

/** Failures of making a connection, by Node's and undici's codes: no request was sent, and another try cannot double it. */
export const NEVER_CONNECTED: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);
