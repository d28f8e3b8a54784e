import type { App, Receiver, ReceiverEvent } from '@slack/bolt';
import type { Health } from '../../shared/posting-adapter.ts';

/** How Slack reaches the bot, and whether it can now. */
export type Connection = {
  /** For Bolt, which takes what comes in. */
  receiver: Receiver;
  /** Resolves once Slack can reach the bot. */
  open(): Promise<void>;
  /** Takes nothing new from now on. */
  close(): Promise<void>;
  health(): Health;
};

/** It cannot be taken now: somebody is at it and may not live to answer it, there is too much to do, or the database is away. Slack shall ask again. */
export class NotTaken extends Error {
  override readonly name = 'NotTaken';
  /** Bolt leaves errors with a code as they are. */
  readonly code = 'not_taken';
}

/** No listener is for it, or none could read it: nobody will acknowledge it, however long Slack waits. */
export class NotUnderstood extends Error {
  override readonly name = 'NotUnderstood';
}

/**
 * Bolt acknowledges an event before anything is done about it, and then it is lost with the process. Here it is
 * acknowledged once it is done: until then Slack sends it again, perhaps to another process.
 * Commands and clicks are not sent again, and their listeners acknowledge them at once.
 */
export function acknowledgingLate(receiver: Receiver): Receiver {
  return {
    init: (app) => receiver.init(Object.create(app, { processEvent: { value: lateIn(app) } })),
    start: (...given) => receiver.start(...given),
    stop: (...given) => receiver.stop(...given),
  };
}

/** In Bolt's context: whether Slack sent the event before, and would send it again. */
export type Repeated = { isRepeated: boolean };

function lateIn(app: App): (event: ReceiverEvent) => Promise<void> {
  return async (event) => {
    if (event.body['type'] !== 'event_callback') return atOnce(app, event);
    const isRepeated = event.retryNum !== undefined;
    await app.processEvent({ ...event, ack: async () => {}, customProperties: { isRepeated } satisfies Repeated });
    // Where Slack has given up waiting it will send the event again, and hear then that it is done.
    await event.ack().catch(() => {});
  };
}

async function atOnce(app: App, event: ReceiverEvent): Promise<void> {
  let isAcknowledged = false;
  const ack: ReceiverEvent['ack'] = (answer) => {
    isAcknowledged = true;
    return event.ack(answer);
  };
  await app.processEvent({ ...event, ack });
  if (!isAcknowledged) throw new NotUnderstood();
}
