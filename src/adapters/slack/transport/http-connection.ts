import { createHmac, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { parse } from 'node:querystring';
import { HTTPReceiver, type Logger } from '@slack/bolt';
import { createInFlight } from '../../shared/in-flight.ts';
import type { Mount } from '../../shared/posting-adapter.ts';
import { lastSeen } from '../../shared/posting-adapter.ts';
import { acknowledgeWhenDone, type Connection, NotUnderstood } from './connection.ts';

/** Where Slack posts events, commands and clicks. */
export const EVENTS_PATH = '/slack/events';

/** Slack's requests are a few kilobytes; Bolt would read four megabytes from anybody. */
const BODY_LIMIT_BYTES = 1_000_000;

/** Bodies that are being read may take so much of the memory together: what ten thousand of Slack's requests need. */
const MOST_HELD_BYTES = 32_000_000;
/** Slack's own rule: what was signed longer ago may be somebody's recording. */
const MOST_AGE_SECONDS = 300;

/** How long a request that was let in when the bot stopped may take, and its body; Slack waits no longer for its acknowledgement. */
const READING_MS = 3_000;

export type HttpConnectionOptions = {
  signingSecret: string;
  mount: Mount;
  logger: Logger;
};

/** Signed HTTP requests, through the program's own server. */
export function createHttpConnection({ signingSecret, mount, logger }: HttpConnectionOptions): Connection {
  const receiver = new HTTPReceiver({
    signingSecret,
    endpoints: EVENTS_PATH,
    logger,
    // 504, not 503: the work is under way, and no load balancer may give it to another process.
    unhandledRequestHandler: ({ response }) => void response.writeHead(504).end(),
    async processEventErrorHandler({ error, response }) {
      if (response.headersSent) return true;
      if (error instanceof NotUnderstood) refuse(response, 400);
      else refuseForNow(response);
      return true;
    },
  });
  const { track, drain } = createInFlight();
  let isOpen = false;
  let lastRequest: number | undefined;
  mount('POST', EVENTS_PATH, (request, response) => {
    // Closed until the bot's identity is known, and once it is stopping.
    if (!isOpen) refuseForNow(response);
    // Unsigned or old requests are refused before their body is read.
    else if (!mayBeSigned(request, Date.now())) refuse(response, 401);
    // A body that is announced as too large is not read.
    else if (Number(request.headers['content-length'] ?? 0) > BODY_LIMIT_BYTES) refuse(response, 413);
    else {
      lastRequest = performance.now();
      track(once(response, 'close'));
      void receive(receiver, { request, response, signingSecret });
    }
  });
  return {
    receiver: acknowledgeWhenDone(receiver),
    async open() {
      isOpen = true;
    },
    async close() {
      isOpen = false;
      // What was let in will be acknowledged, and so must be answered.
      await drain(READING_MS);
    },
    health: () => ({ connected: isOpen, detail: `listening, ${lastSeen('request', lastRequest)}` }),
  };
}

/** Reads the body before the receiver does, which fails at one that is null and never answers it; of one that is read it only checks the signature. */
async function receive(
  receiver: HTTPReceiver,
  { request, response, signingSecret }: { request: IncomingMessage; response: ServerResponse; signingSecret: string },
): Promise<void> {
  const rawBody = await readBody(request);
  if (rawBody === 'too much') refuse(response, 413);
  else if (rawBody === 'no room') refuseForNow(response);
  else if (rawBody !== 'cut off' && !isSigned(request, rawBody, signingSecret)) refuse(response, 401);
  else if (rawBody === 'cut off' || isNull(rawBody.toString(), request.headers['content-type'])) refuse(response, 400);
  else receiver.requestListener(Object.assign(request, { rawBody }), response);
}

async function readBody(request: IncomingMessage): Promise<Buffer | 'too much' | 'no room' | 'cut off'> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  const late = setTimeout(() => request.destroy(), READING_MS);
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      bytes += chunk.length;
      bytesHeld += chunk.length;
      if (bytes > BODY_LIMIT_BYTES) return 'too much';
      if (bytesHeld > MOST_HELD_BYTES) return 'no room';
      chunks.push(chunk);
    }
  } catch {
    return 'cut off';
  } finally {
    clearTimeout(late);
    bytesHeld -= bytes;
  }
  return Buffer.concat(chunks);
}

/** Bytes of bodies that are being read, by all requests together. */
let bytesHeld = 0;

/** Whether the headers look like those of a request that Slack signed just now. */
function mayBeSigned({ headers }: IncomingMessage, now: number): boolean {
  const seconds = Number(headers['x-slack-request-timestamp']);
  const isRecent = Math.abs(now / 1_000 - seconds) <= MOST_AGE_SECONDS;
  return isRecent && /^v0=[\da-f]{64}$/.test(String(headers['x-slack-signature']));
}

function isSigned({ headers }: IncomingMessage, body: Buffer, signingSecret: string): boolean {
  const hash = createHmac('sha256', signingSecret)
    .update(`v0:${headers['x-slack-request-timestamp']}:`)
    .update(body)
    .digest('hex');
  return timingSafeEqual(Buffer.from(`v0=${hash}`), Buffer.from(String(headers['x-slack-signature'])));
}

function isNull(body: string, type = ''): boolean {
  const json = type.startsWith('application/x-www-form-urlencoded') ? parse(body)['payload'] : body;
  return typeof json === 'string' && json.trim() === 'null';
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { connection: 'close' }).end();
}

/** Nothing was taken: Slack sends it again later, and a load balancer may ask the next process at once. */
function refuseForNow(response: ServerResponse): void {
  response.writeHead(503, { 'retry-after': '5', connection: 'close' }).end();
}
