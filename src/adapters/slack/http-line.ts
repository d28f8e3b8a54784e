import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { HTTPReceiver, type Logger } from '@slack/bolt';
import { createInFlight } from '../in-flight.ts';
import { lastSeen } from '../last-seen.ts';
import type { Mount } from '../mount.ts';
import { acknowledgingLate } from './late-ack.ts';
import type { Line } from './receiver.ts';

/** Where Slack posts events, commands and clicks. */
export const EVENTS_PATH = '/slack/events';

/** Slack's requests are a few kilobytes; Bolt would read four megabytes from anybody. */
const BODY_LIMIT_BYTES = 1_000_000;

/** How long a request that was let in when the bot stopped may take; Slack waits no longer for its acknowledgement. */
const READING_MS = 3_000;

export type HttpLineOptions = {
  signingSecret: string;
  mount: Mount;
  logger: Logger;
};

/** Signed HTTP requests, through the program's own server. */
export function createHttpLine({ signingSecret, mount, logger }: HttpLineOptions): Line {
  const receiver = new HTTPReceiver({
    signingSecret,
    endpoints: EVENTS_PATH,
    bodyLimit: BODY_LIMIT_BYTES,
    logger,
    // An event that is not done in time, or that somebody else is at.
    unhandledRequestHandler: ({ response }) => later(response),
    async processEventErrorHandler({ response }) {
      if (!response.headersSent) later(response);
      return true;
    },
  });
  const { track, drain } = createInFlight();
  let isOpen = false;
  let lastRequest: number | undefined;
  mount('POST', EVENTS_PATH, (request, response) => {
    // Until the bot knows who it is, and once it is closing.
    if (!isOpen) later(response);
    // What announces too much need not be read at all; the receiver stops what only turns out to be too much.
    else if (Number(request.headers['content-length'] ?? 0) > BODY_LIMIT_BYTES)
      response.writeHead(413, { connection: 'close' }).end();
    else {
      lastRequest = performance.now();
      track(once(response, 'close'));
      receiver.requestListener(request, response);
    }
  });
  return {
    receiver: acknowledgingLate(receiver),
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

/** Nothing was taken: Slack shall come again later, and a load balancer may ask the next process at once. */
function later(response: ServerResponse): void {
  response.writeHead(503, { 'retry-after': '5', connection: 'close' }).end();
}
