import { type App, type Logger, SocketModeReceiver } from '@slack/bolt';
import type { Log } from '../../shared/adapter.ts';
import { nameOfError } from '../../shared/as-error.ts';
import { pause } from '../../shared/pause.ts';
import { unlessLate } from '../../shared/unless-late.ts';
import { isProxied, wayOut } from '../../shared/way-out.ts';
import { apiAddress, CALL_TIMEOUT_MS } from './clients.ts';

/** One Socket Mode connection, from its beginning to its end; after that it is never used again. */
export type Connection = {
  /** Resolves when it has ended, with Slack's reason where it gave one. */
  ended: Promise<string>;
  end(): Promise<void>;
  /** The last signs of life: when they came, and for how long there has been none. */
  signs(): { pongAt: number | undefined; frameAt: number | undefined; silentMs: number };
};

export type ConnectionOptions = { app: App; appToken: string; apiUrl: string | undefined; logger: Logger; log: Log };

/** How long a connection may take to come up. */
const CONNECT_MS = 20_000;
/** Silence after which a connection is dead, whatever the library thinks of it; it should have noticed long before. */
const DEAD_MS = 20_000;
const LOOK_EVERY_MS = 2_000;
/** How long the other side may take to say goodbye. */
const GOODBYE_MS = 3_000;

export async function connect({ app, appToken, apiUrl, logger, log }: ConnectionOptions): Promise<Connection> {
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    // The library's own reconnecting waits five seconds each time, and ends the process when it is refused.
    autoReconnectEnabled: false,
    // The library's own can cut off a dead connection, but knows no proxy.
    ...(isProxied() ? { dispatcher: wayOut() } : {}),
    installerOptions: {
      clientOptions: {
        ...apiAddress(apiUrl),
        timeout: CALL_TIMEOUT_MS,
        retryConfig: { retries: 0 },
        rejectRateLimitedCalls: true,
      },
    },
  });
  receiver.init(app);
  const { client } = receiver;
  let reason = 'connection_lost';
  let frameAt: number | undefined;
  surviveFrames(receiver, log, {
    onGoodbye(given) {
      reason = given;
    },
    onEnvelope() {
      frameAt = performance.now();
    },
  });
  const signs = (): ReturnType<Connection['signs']> => {
    const pongAt = lastPong(receiver);
    // Before the first pong nothing is known; the library ends a connection that never gives one.
    return { pongAt, frameAt, silentMs: pongAt === undefined ? 0 : performance.now() - Math.max(pongAt, frameAt ?? 0) };
  };
  const ended = new Promise<string>((resolve) => {
    const watch = setInterval(() => {
      if (signs().silentMs > DEAD_MS) finish('silent');
    }, LOOK_EVERY_MS);
    const finish = (why: string) => {
      clearInterval(watch);
      resolve(why);
      if (why === 'silent') void end();
    };
    client.once('disconnected', () => finish(reason));
  });
  const end = async () => {
    await unlessLate(GOODBYE_MS, client.disconnect());
  };

  const starting = receiver.start();
  const over = new AbortController();
  try {
    await Promise.race([
      starting,
      pause(CONNECT_MS, over.signal).then(() => Promise.reject(new Error('the connection did not come up in time'))),
    ]);
  } catch (error) {
    // A start that still comes through would be a second connection.
    starting.then(end, () => {});
    throw error ?? new Error('the connection was refused');
  } finally {
    over.abort();
  }
  return { ended, end, signs };
}

type Listener = { onGoodbye(reason: string): void; onEnvelope(): void };

/** A frame that the library cannot read (one without payload) would end the process; here it is one line in the log. */
function surviveFrames(receiver: SocketModeReceiver, log: Log, { onGoodbye, onEnvelope }: Listener): void {
  const { client } = receiver;
  const readers = client.listeners('ws_message') as ((...frame: unknown[]) => unknown)[];
  client.removeAllListeners('ws_message');
  client.on('ws_message', async (...frame: unknown[]) => {
    const reason = goodbyeReason(frame[0]);
    if (reason !== undefined) onGoodbye(reason);
    else if (typeof frame[0] === 'string' && frame[0].includes('"envelope_id"')) onEnvelope();
    for (const read of readers) {
      try {
        await read(...frame);
      } catch (error) {
        log.warn('slack sent a frame that cannot be read', { error: nameOfError(error) });
      }
    }
  });
}

function goodbyeReason(frame: unknown): string | undefined {
  if (typeof frame !== 'string' || frame.length > 1_000 || !frame.includes('"disconnect"')) return undefined;
  try {
    const { type, reason } = JSON.parse(frame) as { type?: unknown; reason?: unknown };
    return type === 'disconnect' ? String(reason) : undefined;
  } catch {
    return undefined;
  }
}

/** The library keeps the time of the last pong to itself, by the clock of the wall. */
function lastPong({ client: { websocket } }: SocketModeReceiver): number | undefined {
  const at: unknown = websocket && Reflect.get(websocket, 'lastPongReceivedTimestamp');
  return typeof at === 'number' ? performance.now() - (Date.now() - at) : undefined;
}
