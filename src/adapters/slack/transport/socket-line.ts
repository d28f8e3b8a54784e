import type { App, Logger } from '@slack/bolt';
import { delayOf, type Pace } from '../../../core/pace.ts';
import { type Log, Refused } from '../../shared/adapter.ts';
import { lastSeen } from '../../shared/last-seen.ts';
import type { Meter } from '../../shared/meter.ts';
import { pause } from '../../shared/pause.ts';
import { failureCode, failureOf, tokenRefusal } from './failure.ts';
import type { Line } from './line.ts';
import { type Connection, connect } from './socket-connection.ts';

export type SocketLineOptions = {
  appToken: string;
  apiUrl: string | undefined;
  logger: Logger;
  log: Log;
  meter: Meter;
  pace: Pace;
  /** Slack takes back the token of a connection that has been up. */
  onRefused: (error: Refused) => void;
};

/** A connection that ended sooner than this counts as a failure, so that a quarrelling Slack is not stormed. */
const STABLE_MS = 10_000;

/** How late a pong may be before nobody counts on the connection. The library asks for one every 1.7 s, and gives up after 5 s. */
const LATE_MS = 6_000;

/** Socket Mode with one connection at a time, and a new one whenever it ends. */
export function createSocketLine({ onRefused, pace, ...options }: SocketLineOptions): Line {
  const { log, meter } = options;
  const closing = new AbortController();
  let app: App | undefined;
  let current: Connection | undefined;
  let failures = 0;

  /** Tries until there is a connection; undefined when closed meanwhile. */
  const reconnect = async (lostAt: number | undefined): Promise<Connection | undefined> => {
    let isSaid = lostAt !== undefined;
    while (!closing.signal.aborted && app) {
      try {
        const connection = await connect({ app, ...options });
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
        if (!isSaid) log.warn('slack cannot be reached, trying on', { code });
        isSaid = true;
        failures += 1;
        const asked = failure.kind === 'limited' ? failure.waitMs : 0;
        await pause(Math.max(asked, delayOf(pace, failures - 1)), closing.signal);
      }
    }
    return undefined;
  };

  const keepUp = async () => {
    while (current) {
      const openedAt = performance.now();
      const reason = await current.ended;
      current = undefined;
      if (closing.signal.aborted) return;
      const lostAt = performance.now();
      sayLost(log, reason);
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
      keepUp().catch((error: unknown) => {
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

/** Slack replaces every connection now and then; only other ends are worth a warning. */
function sayLost(log: Log, reason: string): void {
  if (reason === 'refresh_requested' || reason === 'warning') log.info('slack renews its connection', { reason });
  else if (reason === 'link_disabled')
    log.warn("slack connection lost: Socket Mode is off in the app's settings", { reason });
  else log.warn('slack connection lost, trying to get it back', { reason });
}
