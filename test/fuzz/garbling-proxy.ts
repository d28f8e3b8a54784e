import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import * as fc from 'fast-check';
import { changed, changes, type Json, strangeValue } from './mutations.ts';
import { nasty } from './texts.ts';

/** What becomes of an answer on its way: its JSON changed, or another body, or another status. */
export type Garbling =
  | { kind: 'changed'; made: Parameters<typeof changed>[1] }
  | { kind: 'json'; value: Json }
  | { kind: 'body'; body: string }
  | { kind: 'status'; status: number };

const STATUSES = [200, 204, 301, 304, 400, 401, 403, 404, 405, 409, 418, 500, 502, 503, 504, 520, 599];

export const garbling: fc.Arbitrary<Garbling> = fc.oneof(
  { weight: 6, arbitrary: changes.map((made): Garbling => ({ kind: 'changed', made })) },
  { weight: 2, arbitrary: strangeValue.map((value): Garbling => ({ kind: 'json', value })) },
  {
    weight: 1,
    arbitrary: fc
      .oneof(nasty, fc.constant('<html>Bad Gateway</html>'), fc.constant('{"ok":tru'))
      .map((body): Garbling => ({ kind: 'body', body })),
  },
  // A refused token ends the program, as it should.
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(...STATUSES.filter((status) => status !== 401))
      .map((status): Garbling => ({ kind: 'status', status })),
  },
);

/** A server between the program and a platform's API. */
export type GarblingProxy = {
  url: string;
  /** Garbles the next answers in these ways, and no others. */
  garble(ways: readonly Garbling[]): void;
  close(): Promise<void>;
};

/** `api`: where requests are passed on to. */
export async function startGarblingProxy(api: string): Promise<GarblingProxy> {
  const base = new URL(api);
  let ways: Garbling[] = [];
  const server = createServer(async (request, response) => {
    try {
      const body = await buffer(request);
      const headers = Object.entries(request.headers).filter(
        ([name]) => !/^(host|connection|content-length|transfer-encoding|accept-encoding)$/.test(name),
      );
      const answer = await fetch(new URL(request.url ?? '/', base), {
        method: request.method ?? 'GET',
        headers: headers.map(([name, value]) => [name, String(value)]),
        ...(body.length > 0 ? { body } : {}),
      });
      const text = await answer.text();
      const way = ways.shift();
      const status = way?.kind === 'status' ? way.status : answer.status;
      const said = [204, 304].includes(status) ? '' : garbled(text, way);
      const type = answer.headers.get('content-type') ?? (said === '' ? undefined : 'application/json');
      response.writeHead(status, type ? { 'content-type': type } : {}).end(said);
    } catch {
      response.destroy();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${base.pathname}`,
    garble(next) {
      ways = [...next];
    },
    async close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function garbled(text: string, way: Garbling | undefined): string {
  switch (way?.kind) {
    case 'changed':
      return text === '' ? '' : JSON.stringify(changed(parsed(text), way.made));
    case 'json':
      return JSON.stringify(way.value);
    case 'body':
      return way.body;
    default:
      return text;
  }
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}
