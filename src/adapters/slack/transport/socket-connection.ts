import { type App, type Logger, SocketModeReceiver } from '@slack/bolt';
import { delayOf, type Pace } from '../../../core/daily/pace.ts';
import { nameOfError } from '../../shared/as-error.ts';
import type { Meter } from '../../shared/meter.ts';
import { pause, unlessLate } from '../../shared/pause.ts';
import { type Log, lastSeen, Refused } from '../../shared/posting-adapter.ts';
import { isProxied, wayOut } from '../../shared/way-out.ts';
import { apiAddress, CALL_TIMEOUT_MS } from './client.ts';
import type { Connection } from './connection.ts';
import { failureCode, failureOf, tokenRefusal } from './failure.ts';

export type SocketConnectionOptions = {
  appToken: string;
  apiUrl: string | undefined;
  logger: Logger;
  log: Log;
  meter: Meter;
  pace: Pace;
  /** Slack takes back the token of a connection that has been up. */
  onRefused: (error: Refused) => void;
};

/** A connection that ends sooner than this (in milliseconds) counts as a failure, so that reconnecting slows down. */
const STABLE_MS = 10_000;

/** How late a pong may be before nobody counts on the connection. The library asks for one every 1.7 s, and gives up after 5 s. */
const LATE_MS = 6_000;

/** Socket Mode with one connection at a time, and a new one whenever it ends. */
export function createSocketConnection({ onRefused, pace, ...options }: SocketConnectionOptions): Connection {
  const { log, meter } = options;
  const closing = new AbortController();
  let app: App | undefined;
  let current: Socket | undefined;
  let failures = 0;

  /** Tries until there is a connection; undefined when closed meanwhile. */
  const reconnect = async (lostAt: number | undefined): Promise<Socket | undefined> => {
    let isLogged = lostAt !== undefined;
    while (!closing.signal.aborted && app) {
      try {
        const connection = await openSocket({ app, ...options });
        if (lostAt !== undefined) meter.reconnected();
        log.info('slack connected', lostAt === undefined ? {} : { afterMs: Math.round(performance.now() - lostAt) });
        return connection;
      } catch (error) {
        const failure = failureOf(error);
        const refusal = tokenRefusal(failure);
        if (refusal)
          throw new Refused(
            `SLACK_APP_TOKEN was refused: ${refusal}. Copy it again from "Basic Information" and start again.`,
          );
        if (failure.kind === 'refused' && failure.code === 'missing_scope')
          throw new Refused(
            'SLACK_APP_TOKEN was refused: it lacks the scope connections:write. Generate one with it under "Basic Information" and start again.',
          );
        const code = failureCode(failure);
        if (!isLogged) log.warn('slack cannot be reached, still trying', { code });
        isLogged = true;
        failures += 1;
        const asked = failure.kind === 'limited' ? failure.waitMs : 0;
        await pause(Math.max(asked, delayOf(pace, failures - 1)), closing.signal);
      }
    }
    return undefined;
  };

  const keepConnected = async () => {
    while (current) {
      const openedAt = performance.now();
      const reason = await current.ended;
      current = undefined;
      if (closing.signal.aborted) return;
      const lostAt = performance.now();
      logLoss(log, reason);
      failures = lostAt - openedAt > STABLE_MS ? 0 : failures + 1;
      if (failures > 0) await pause(delayOf(pace, failures - 1), closing.signal);
      current = await reconnect(lostAt);
    }
  };

  return {
    receiver: {
      init(given) {
        app = given;
      },
      start: async () => {},
      stop: async () => {},
    },
    async open() {
      current = await reconnect(undefined);
      keepConnected().catch((error: unknown) => {
        if (error instanceof Refused) onRefused(error);
        else log.error('slack connection given up', { error: error instanceof Error ? error.message : 'unknown' });
      });
    },
    async close() {
      closing.abort();
      const last = current;
      current = undefined;
      await last?.end();
    },
    health() {
      if (current === undefined) return { connected: false, detail: 'reconnecting' };
      const { pongAt, frameAt, silentMs } = current.signs();
      if (silentMs > LATE_MS) return { connected: false, detail: `silent for ${Math.round(silentMs / 1_000)} s` };
      return { connected: true, detail: `connected, ${lastSeen('pong', pongAt)}, ${lastSeen('event', frameAt)}` };
    },
  };
}

/** Slack replaces every connection now and then; only other reasons are worth a warning. */
function logLoss(log: Log, reason: string): void {
  if (reason === 'refresh_requested' || reason === 'warning') log.info('slack renews its connection', { reason });
  else if (reason === 'link_disabled')
    log.warn("slack connection lost: Socket Mode is off in the app's settings", { reason });
  else log.warn('slack connection lost, reconnecting', { reason });
}

/** One Socket Mode connection, from its beginning to its end; after that it is never used again. */
type Socket = {
  /** Resolves when it has ended, with Slack's reason where it gave one. */
  ended: Promise<string>;
  end(): Promise<void>;
  /** The last signs of life: when they came, and for how long there has been none. */
  signs(): { pongAt: number | undefined; frameAt: number | undefined; silentMs: number };
};

type SocketOptions = { app: App; appToken: string; apiUrl: string | undefined; logger: Logger; log: Log };

/** How long a connection may take to come up. */
const CONNECT_MS = 20_000;
/** Silence after which a connection is dead, whatever the library thinks of it; it should have noticed long before. */
const DEAD_MS = 20_000;
const LOOK_EVERY_MS = 2_000;
/** How long closing a connection may take, in milliseconds. */
const GOODBYE_MS = 3_000;

async function openSocket({ app, appToken, apiUrl, logger, log }: SocketOptions): Promise<Socket> {
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    // The library's reconnecting waits five seconds each time, and ends the process when it is refused.
    autoReconnectEnabled: false,
    // The library's own dispatcher can cut off a dead connection, but knows no proxy.
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
  logUnreadableFrames(receiver, log, {
    onGoodbye(given) {
      reason = given;
    },
    onEnvelope() {
      frameAt = performance.now();
    },
  });
  const signs = (): ReturnType<Socket['signs']> => {
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
function logUnreadableFrames(receiver: SocketModeReceiver, log: Log, { onGoodbye, onEnvelope }: Listener): void {
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
