import { type Client, Events, Status } from 'discord.js';
import type { Health, Log, LogFields, Refused } from '../adapter.ts';
import { lastSeen } from '../last-seen.ts';
import type { Meter } from '../meter.ts';
import { delayOf, pause } from '../pace.ts';
import { createClient } from './client.ts';
import { refusalOfClose, refusalOfLogin, refusedToken } from './refused.ts';
import type { Throughput } from './throughput.ts';
import { type Timings, within } from './timings.ts';
import { guardToken } from './token-guard.ts';
import { described } from './trouble.ts';

export type ConnectionOptions = {
  token: string;
  apiUrl: string | undefined;
  log: Log;
  meter: Meter;
  timings: Timings;
  throughput: Throughput;
  /** Hears of each new client before it logs in. */
  prepare(client: Client): void;
  /** Hears of each client that is logged in; the signal tells when it is done with. */
  onReady(client: Client<true>, signal: AbortSignal): Promise<void>;
  /** Discord will not have the bot any more. */
  onRefused(refusal: Refused): void;
};

/** Keeps one client logged in: a new one for each try, and whenever the old one is lost. */
export type Connection = {
  /** Resolves when first logged in; rejects with Refused when that can never be. */
  open(): Promise<void>;
  close(): Promise<void>;
  health(): Health;
};

/** How long a connection that is cut off may take to say goodbye. */
const MOST_GOODBYE_MS = 2000;

export function createConnection(options: ConnectionOptions): Connection {
  const { token, apiUrl, log, meter, timings, throughput, prepare, onReady, onRefused } = options;
  const closing = new AbortController();
  let current: Client<true> | undefined;
  let since = Date.now();
  let eventAt: number | undefined;
  let refused: Refused | undefined;
  let watch: NodeJS.Timeout | undefined;

  const refuse = (refusal: Refused): void => {
    if (refused || closing.signal.aborted) return;
    refused = refusal;
    closing.abort();
    log.error('discord refused the bot', { reason: refusal.message });
    onRefused(refusal);
  };

  /** Tries until one client is logged in; undefined when closed meanwhile. */
  async function logIn(): Promise<Client<true> | undefined> {
    for (let attempt = 0; !closing.signal.aborted; attempt++) {
      const client = createClient(apiUrl, timings, throughput);
      listen(client);
      prepare(client);
      try {
        return await loggedIn(client);
      } catch (error) {
        // A client whose login failed never looks ready again.
        discard(client);
        const refusal = refused ?? refusalOfLogin(error);
        if (refusal) throw refusal;
        const waitMs = Math.round(delayOf(timings.loginRetry, attempt));
        log.warn('discord login failed', { ...described(error), attempt: attempt + 1, waitMs });
        await pause(waitMs, closing.signal);
      }
    }
    return undefined;
  }

  async function loggedIn(client: Client): Promise<Client<true>> {
    const timeout = new AbortController();
    const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
    const late = pause(timings.loginMs, AbortSignal.any([timeout.signal, closing.signal])).then(() => {
      throw refused ?? new Error(`Discord was not ready within ${timings.loginMs / 1000} s`);
    });
    try {
      return await Promise.race([client.login(token).then(() => ready), late]);
    } finally {
      timeout.abort();
      late.catch(() => {});
    }
  }

  function listen(client: Client): void {
    const isCurrent = () => current === undefined || current === client;
    let isLost = false;
    const lose = (event: string, fields: LogFields): void => {
      // One line for each loss, however often the library tries.
      if (isLost || !isCurrent() || closing.signal.aborted) return;
      isLost = true;
      log.warn(event, fields);
    };
    const regain = (): void => {
      if (isLost && !closing.signal.aborted) {
        meter.reconnected();
        log.info('discord connection is back');
      }
      isLost = false;
    };
    client.on(Events.Raw, () => {
      eventAt = performance.now();
    });
    client.on(Events.Error, (error) => log.warn('discord client error', described(error)));
    client.on(Events.ShardError, (error, shard) => lose('discord connection failed', { shard, ...described(error) }));
    client.on(Events.ShardReconnecting, (shard) => lose('discord connection lost', { shard }));
    client.on(Events.ShardResume, regain);
    client.on(Events.ShardReady, regain);
    client.on(Events.Warn, (text) => log.warn('discord client warning', { says: text }));
    client.on(Events.ShardDisconnect, ({ code }) => {
      const refusal = refusalOfClose(code);
      if (refusal && isCurrent()) refuse(refusal);
    });
    client.on(Events.Invalidated, () => {
      if (current === client) replace('session invalidated');
    });
    client.on(Events.GuildUnavailable, ({ id }) => log.info('discord server has an outage', { guild: id }));
    client.on(Events.GuildDelete, ({ id }) => log.info('discord server left', { guild: id }));
    client.on(Events.GuildCreate, ({ id }) => log.info('discord server joined', { guild: id }));
    client.rest.on('invalidRequestWarning', ({ count }) => log.warn('discord refuses many requests', { count }));
  }

  function use(client: Client<true>): void {
    current = client;
    since = Date.now();
    guardToken({
      client,
      token,
      apiUrl,
      log,
      timings,
      signal: closing.signal,
      onRefused: () => refuse(refusedToken()),
    });
  }

  /** Throws the client away and logs a new one in. */
  function replace(reason: string): void {
    const old = current;
    if (!old || closing.signal.aborted) return;
    log.warn('discord connection is made anew', { reason });
    current = undefined;
    since = Date.now();
    discard(old);
    connect({ isRepeated: true }).catch((error: unknown) => {
      const refusal = refusalOfLogin(error);
      if (refusal) refuse(refusal);
      else log.error('discord login ended', described(error));
    });
  }

  async function connect({ isRepeated = false } = {}): Promise<void> {
    const client = await logIn();
    if (!client) return;
    if (closing.signal.aborted) return discard(client);
    if (isRepeated) meter.reconnected();
    use(client);
    await onReady(client, closing.signal);
  }

  /** When every shard was last known to be alive. */
  const lastSign = (client: Client): number =>
    Math.min(...client.ws.shards.map(({ lastPingTimestamp }) => Math.max(since, lastPingTimestamp)));

  let lastReady = Date.now();
  function look(): void {
    if (!current) return;
    const now = Date.now();
    if (isConnected(current)) lastReady = now;
    const silence = now - Math.min(Math.max(lastReady, since), lastSign(current));
    if (silence > timings.mostSilenceMs) replace(`silent for ${Math.round(silence / 1000)} s`);
  }

  return {
    async open() {
      await connect();
      if (refused) throw refused;
      if (!closing.signal.aborted) watch ??= setInterval(look, timings.watchEveryMs);
    },
    async close() {
      closing.abort();
      clearInterval(watch);
      const client = current;
      current = undefined;
      if (client) await within(MOST_GOODBYE_MS, client.destroy());
    },
    health() {
      if (refused) return { connected: false, detail: 'refused by Discord' };
      if (!current) return { connected: false, detail: 'not logged in' };
      if (!isConnected(current)) return { connected: false, detail: 'connection lost' };
      const silence = Date.now() - lastSign(current);
      if (silence > timings.mostSilenceMs)
        return { connected: false, detail: `silent for ${Math.round(silence / 1000)} s` };
      const signs = `${lastSeen('heartbeat', heartbeatAt(current))}, ${lastSeen('event', eventAt)}`;
      return { connected: true, detail: `connected, ${current.guilds.cache.size} servers, ${signs}` };
    },
  };
}

/** The library's own word on it stays "ready" once it was; only the shards know. */
function isConnected({ ws }: Client): boolean {
  return ws.shards.size > 0 && ws.shards.every(({ status }) => status === Status.Ready);
}

/** The oldest of the shards' last heartbeats that Discord answered. */
function heartbeatAt({ ws }: Client): number | undefined {
  const at = Math.min(...ws.shards.map(({ lastPingTimestamp }) => lastPingTimestamp));
  return at > 0 ? performance.now() - (Date.now() - at) : undefined;
}

function discard(client: Client): void {
  // Destroying a client that never connected fails, and one that is cut off waits for a goodbye: neither matters here.
  client.removeAllListeners();
  client.on(Events.Error, () => {});
  client.destroy().catch(() => {});
}
