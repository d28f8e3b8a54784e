import type { RequestListener } from 'node:http';
import { HTTPReceiver, type Logger } from '@slack/bolt';
import type { Line } from './receiver.ts';

/** Where Slack posts events, commands and clicks. */
const EVENTS_PATH = '/slack/events';

/** Slack's requests are a few kilobytes; Bolt would read four megabytes from anybody. */
const BODY_LIMIT = '1mb';

export type HttpLineOptions = {
  signingSecret: string;
  mount: (path: string, listener: RequestListener) => void;
  logger: Logger;
};

/** Signed HTTP requests, through the program's own server. */
export function createHttpLine({ signingSecret, mount, logger }: HttpLineOptions): Line {
  const receiver = new HTTPReceiver({ signingSecret, endpoints: EVENTS_PATH, bodyLimit: BODY_LIMIT, logger });
  let isOpen = false;
  // Until the bot knows who it is, and once it is closing, Slack shall come again later.
  mount(EVENTS_PATH, (request, response) => {
    if (isOpen) receiver.requestListener(request, response);
    else response.writeHead(503, { 'retry-after': '5', connection: 'close' }).end();
  });
  return {
    receiver,
    async open() {
      isOpen = true;
    },
    async close() {
      isOpen = false;
    },
    isOpen: () => isOpen,
  };
}
