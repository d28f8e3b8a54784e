import { STATUS_CODES } from 'node:http';
import type { RESTOptions } from 'discord.js';
import { Headers, request } from 'undici';
import { encode, wayOut } from '../../shared/way-out.ts';

/** How the library's clients send a request: by the way out of this machine, where theirs would take the dispatcher of all. */
export const makeRequest: RESTOptions['makeRequest'] = async (url, init) => {
  const { body: content, headers: own } = await encode(init.body);
  const options = {
    ...init,
    body: content ?? null,
    headers: { ...(init.headers as object), ...own },
    dispatcher: wayOut(),
  };
  const { statusCode, headers, body } = await request(url, options as Parameters<typeof request>[1]);
  return {
    body: body as never,
    arrayBuffer: () => body.arrayBuffer(),
    json: () => body.json(),
    text: () => body.text(),
    get bodyUsed() {
      return body.bodyUsed;
    },
    headers: new Headers(headers as Record<string, string>) as never,
    status: statusCode,
    statusText: STATUS_CODES[statusCode] ?? '',
    ok: statusCode >= 200 && statusCode < 300,
  };
};
