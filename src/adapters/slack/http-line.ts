import { HTTPReceiver, type Logger } from '@slack/bolt';
import { lastSeen } from '../last-seen.ts';
import type { Mount } from '../mount.ts';
import type { Line } from './receiver.ts';

/** Where Slack posts events, commands and clicks. */
const EVENTS_PATH = '/slack/events';

/** Slack's requests are a few kilobytes; Bolt would read four megabytes from anybody. */
const BODY_LIMIT_BYTES = 1_000_000;

export type HttpLineOptions = {
  signingSecret: string;
  mount: Mount;
  logger: Logger;
};

/** Signed HTTP requests, through the program's own server. */
export function createHttpLine({ signingSecret, mount, logger }: HttpLineOptions): Line {
  const receiver = new HTTPReceiver({ signingSecret, endpoints: EVENTS_PATH, bodyLimit: BODY_LIMIT_BYTES, logger });
  let isOpen = false;
  let lastRequest: number | undefined;
  // Until the bot knows who it is, and once it is closing, Slack shall come again later.
  mount('POST', EVENTS_PATH, (request, response) => {
    if (!isOpen) response.writeHead(503, { 'retry-after': '5', connection: 'close' }).end();
    // What announces too much need not be read at all; the receiver stops what only turns out to be too much.
    else if (Number(request.headers['content-length'] ?? 0) > BODY_LIMIT_BYTES)
      response.writeHead(413, { connection: 'close' }).end();
    else {
      lastRequest = performance.now();
      receiver.requestListener(request, response);
    }
  });
  return {
    receiver,
    async open() {
      isOpen = true;
    },
    async close() {
      isOpen = false;
    },
    health: () => ({ connected: isOpen, detail: `listening, ${lastSeen('request', lastRequest)}` }),
  };
}
