import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * A platform in a process of its own, with the faults of a bad day. It drops answers after it has accepted a post,
 * refuses some posts before, limits some, and offers a way to tell whether a post is there, or none.
 */

/** `nonce`: a post with a key that it has seen is the same post. `history`: what was posted can be looked up. */
export type Offers = 'nonce' | 'history' | 'nothing';

/** What was posted, in order. */
export type Posted = { key: string; channel: string; figure: string };
export type Tally = { posts: Posted[]; dropped: number; refused: number; limited: number; recognised: number };

/** Shares of posts that meet each fault. */
const DROPPED = 0.05;
const REFUSED = 0.03;
const LIMITED = 0.04;
/** How long a limited post has to wait, in milliseconds. */
const WAIT_MS = 150;

const offers = process.argv[2] as Offers;
const tally: Tally = { posts: [], dropped: 0, refused: 0, limited: 0, recognised: 0 };
const ids = new Map<string, number>();
/** Posts that are on their way in: whoever looks for one is answered behind them, as by a platform that is quicker than its callers. */
const coming = new Set<Promise<unknown>>();

const server = createServer((request, response) => void handle(request, response));
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.on('disconnect', () => process.exit());

async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://far-side');
  if (pathname === '/tally') return reply(response, 200, tally);
  if (pathname === '/find') {
    await Promise.all(coming);
    const id = offers === 'history' ? ids.get(searchParams.get('key') ?? '') : undefined;
    return reply(response, 200, { id });
  }
  const post = read(request).then((text) => {
    if (text !== undefined) accept(JSON.parse(text) as Posted, response);
  });
  coming.add(post);
  await post.finally(() => coming.delete(post));
}

/** Undefined where whoever asked was killed in the middle of it. */
async function read(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of request) chunks.push(chunk as Buffer);
  } catch {
    return undefined;
  }
  return Buffer.concat(chunks).toString();
}

function accept(post: Posted, response: ServerResponse): void {
  if (Math.random() < REFUSED) {
    tally.refused += 1;
    reply(response, 503, {});
  } else if (Math.random() < LIMITED) {
    tally.limited += 1;
    reply(response, 429, { waitMs: WAIT_MS });
  } else {
    const id = keep(post);
    if (Math.random() < DROPPED) {
      tally.dropped += 1;
      response.destroy();
    } else reply(response, 200, { id });
  }
}

function keep(post: Posted): number {
  const known = offers === 'nonce' ? ids.get(post.key) : undefined;
  if (known !== undefined) {
    tally.recognised += 1;
    return known;
  }
  const id = tally.posts.push(post);
  ids.set(post.key, id);
  return id;
}

function reply(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
