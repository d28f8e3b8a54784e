import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A load balancer before several processes of the bot. */
export type Balancer = {
  readonly url: string;
  /** The processes that it knows of from now on, by their addresses. */
  spreadOver(urls: readonly string[]): void;
  close(): Promise<void>;
};

/**
 * Gives each request to the next process in turn, and to the one after it where none answers or it says 503:
 * in both cases nothing was taken. A connection that breaks later is a 502, since nobody knows what was taken.
 */
export async function startBalancer(): Promise<Balancer> {
  let processes: readonly string[] = [];
  let turn = 0;
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    const first = turn++;
    for (let step = 0; step < processes.length; step += 1) {
      const url = processes[(first + step) % processes.length] ?? '';
      const outcome = await pass(url, request, body);
      if (outcome === 'not taken') continue;
      return answer(response, outcome === 'broken' ? { status: 502, text: '' } : outcome);
    }
    answer(response, { status: 503, text: '' });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spreadOver(urls) {
      processes = urls;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

type Answer = { status: number; text: string };

async function bodyOf(stream: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of stream) text += part;
  return text;
}

function pass(url: string, { method, url: path, headers }: IncomingMessage, body: string) {
  return new Promise<Answer | 'not taken' | 'broken'>((resolve) => {
    const onward = ask(new URL(path ?? '/', url), { method, headers, agent: false }, (from) => {
      const status = from.statusCode ?? 502;
      bodyOf(from).then(
        (text) => resolve(status === 503 ? 'not taken' : { status, text }),
        () => resolve('broken'),
      );
    });
    onward.on('error', (error: NodeJS.ErrnoException) =>
      resolve(error.code === 'ECONNREFUSED' ? 'not taken' : 'broken'),
    );
    onward.end(body);
  });
}

function answer(response: ServerResponse, { status, text }: Answer): void {
  response.writeHead(status, { 'content-type': text.startsWith('{') ? 'application/json' : 'text/plain' }).end(text);
}
