// src/adapters/slack/transport: the connection to Slack, its failures and its limits.
// Imported by: adapters/slack.

import type { App, Receiver, ReceiverEvent } from '@slack/bolt';
import type { Health } from '../../shared/posting-adapter.ts';

/** The way by which Slack reaches the bot: a socket or HTTP requests. */
export type Connection = {
  /** Hands Bolt what comes in. */
  receiver: Receiver;
  /** Resolves once Slack can reach the bot. */
  open(): Promise<void>;
  /** Takes nothing new from now on. */
  close(): Promise<void>;
  health(): Health;
};

/** The event cannot be taken now (another process has it, too much is under way, or the database is down), and Slack has to send it again. */
export class NotTaken extends Error {
  override readonly name = 'NotTaken';
  /** Bolt does not wrap errors that have a code. */
  readonly code = 'not_taken';
}

/** No listener took or could read the event, so it will never be acknowledged. */
export class NotUnderstood extends Error {
  override readonly name = 'NotUnderstood';
}

/**
 * Bolt acknowledges an event before anything is done about it, and then it is lost with the process. Here it is
 * acknowledged once it is done: until then Slack sends it again, perhaps to another process.
 * Commands and clicks are not sent again, and their listeners acknowledge them at once.
 */
export function acknowledgeWhenDone(receiver: Receiver): Receiver {
  return {
    init: (app) => receiver.init(Object.create(app, { processEvent: { value: processWhenDone(app) } })),
    start: (...given) => receiver.start(...given),
    stop: (...given) => receiver.stop(...given),
  };
}

/** In Bolt's context: whether Slack sent the event before, and would send it again. */
export type Repeated = { isRepeated: boolean };

function processWhenDone(app: App): (event: ReceiverEvent) => Promise<void> {
  return async (event) => {
    if (event.body['type'] !== 'event_callback') return processAtOnce(app, event);
    const isRepeated = event.retryNum !== undefined;
    await app.processEvent({ ...event, ack: async () => {}, customProperties: { isRepeated } satisfies Repeated });
    // If Slack has given up waiting, it sends the event again, and that one is acknowledged.
    await event.ack().catch(() => {});
  };
}

async function processAtOnce(app: App, event: ReceiverEvent): Promise<void> {
  let isAcknowledged = false;
  const ack: ReceiverEvent['ack'] = (answer) => {
    isAcknowledged = true;
    return event.ack(answer);
  };
  await app.processEvent({ ...event, ack });
  if (!isAcknowledged) throw new NotUnderstood();
}
