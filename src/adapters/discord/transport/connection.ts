// src/adapters/discord/transport: the connection to Discord, its failures and its limits.
// Imported by: adapters/discord, app, config.

import { type Client, Events, type RESTOptions } from 'discord.js';
import { delayOf } from '../../../core/daily/pace.ts';
import type { Meter } from '../../shared/meter.ts';
import { pause, unlessLate } from '../../shared/pause.ts';
import type { Health, Log, LogFields, Refused } from '../../shared/posting-adapter.ts';
import type { Shards } from './client.ts';
import { createClient } from './client.ts';
import { described, refusalOfClose, refusalOfLogin, refusedToken } from './failure.ts';
import { createPulse, describeDead, type Pulse } from './pulse.ts';
import type { Timings } from './timings.ts';
import { guardToken, logUnreadableEvents } from './workarounds.ts';

export type ConnectionOptions = {
  token: string;
  apiUrl: string | undefined;
  /** The shards to run; as many as Discord recommends, if undefined. */
  shards: Shards | undefined;
  log: Log;
  meter: Meter;
  timings: Timings;
  /** How each client sends its requests. */
  makeRequest: RESTOptions['makeRequest'];
  /** Called with each new client before it logs in. */
  prepare(client: Client): void;
  /** Called with each client that is logged in. The signal aborts when the connection closes. */
  onReady(client: Client<true>, signal: AbortSignal): Promise<void>;
  /** Called when Discord refuses the bot finally. */
  onRefused(refusal: Refused): void;
};

/** Keeps one client logged in: a new one for each try, and whenever the old one is lost. */
export type Connection = {
  /** Resolves when first logged in; rejects with Refused when that can never be. */
  open(): Promise<void>;
  close(): Promise<void>;
  health(): Health;
};

/** A client that is logged in, and since when (performance.now()). */
type Login = { client: Client<true>; pulse: Pulse; since: number };

/** How long closing a connection may take, in milliseconds. */
const MOST_GOODBYE_MS = 2000;

export function createConnection(options: ConnectionOptions): Connection {
  const { token, apiUrl, shards, log, meter, timings, makeRequest, prepare, onReady, onRefused } = options;
  const closing = new AbortController();
  let current: Login | undefined;
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
  async function logIn(): Promise<Login | undefined> {
    for (let attempt = 0; !closing.signal.aborted; attempt++) {
      const client = createClient(apiUrl, timings, makeRequest, shards);
      listen(client);
      logUnreadableEvents(client, log);
      prepare(client);
      const pulse = createPulse(client, timings.mostSilenceMs);
      try {
        return { client: await loggedIn(client), pulse, since: performance.now() };
      } catch (error) {
        // A client whose login failed never looks ready again.
        discard(client);
        const refusal = refused ?? refusalOfLogin(error);
        if (refusal) throw refusal;
        // A stop ends a login; that is no failure.
        if (closing.signal.aborted) break;
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
    const over = AbortSignal.any([timeout.signal, closing.signal]);
    const late = (async () => {
      await pause(timings.loginMs, over);
      // By now the number of shards is known.
      await pause(client.ws.shards.size * timings.loginOfShardMs, over);
      throw refused ?? new Error('Discord was not ready in time');
    })();
    try {
      return await Promise.race([client.login(token).then(() => ready), late]);
    } finally {
      timeout.abort();
      late.catch(() => {});
    }
  }

  function listen(client: Client): void {
    const isCurrent = () => current === undefined || current.client === client;
    const lost = new Set<number>();
    const lose = (event: string, shard: number, fields: LogFields = {}): void => {
      // One line for each loss, however often the library tries.
      if (lost.has(shard) || !isCurrent() || closing.signal.aborted) return;
      lost.add(shard);
      log.warn(event, { shard, ...fields });
    };
    const regain = (shard: number): void => {
      if (!lost.delete(shard) || closing.signal.aborted) return;
      meter.reconnected();
      log.info('discord connection is back', { shard });
    };
    client.on(Events.Error, (error) => log.warn('discord client error', described(error)));
    client.on(Events.ShardError, (error, shard) => lose('discord connection failed', shard, described(error)));
    client.on(Events.ShardReconnecting, (shard) => lose('discord connection lost', shard));
    client.on(Events.ShardResume, regain);
    client.on(Events.ShardReady, regain);
    client.on(Events.Warn, (text) => log.warn('discord client warning', { says: text }));
    client.on(Events.ShardDisconnect, ({ code }) => {
      const refusal = refusalOfClose(code);
      if (refusal && isCurrent()) refuse(refusal);
    });
    client.on(Events.Invalidated, () => {
      if (current?.client === client) replace('session invalidated');
    });
    client.on(Events.GuildUnavailable, ({ id }) => log.info('discord server has an outage', { guild: id }));
    client.on(Events.GuildDelete, ({ id }) => log.info('discord server left', { guild: id }));
    client.on(Events.GuildCreate, ({ id }) => log.info('discord server joined', { guild: id }));
    client.rest.on('invalidRequestWarning', ({ count }) => log.warn('discord refuses many requests', { count }));
  }

  function use(login: Login): void {
    current = login;
    const { client } = login;
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

  /** Replaces the client by a new one. */
  function replace(reason: string): void {
    const old = current;
    if (!old || closing.signal.aborted) return;
    log.warn('discord connection is being replaced', { reason });
    current = undefined;
    discard(old.client);
    connect({ isRepeated: true }).catch((error: unknown) => {
      const refusal = refusalOfLogin(error);
      if (refusal) refuse(refusal);
      else log.error('discord login ended', described(error));
    });
  }

  async function connect({ isRepeated = false } = {}): Promise<void> {
    const login = await logIn();
    if (!login) return;
    if (closing.signal.aborted) return discard(login.client);
    if (isRepeated) meter.reconnected();
    use(login);
    await onReady(login.client, closing.signal);
  }

  function look(): void {
    if (!current) return;
    const { client, pulse, since } = current;
    const dead = pulse.dead();
    // The library cannot restart a single shard: all log in again, which Discord allows only so often a day.
    const leastMs = timings.leastLoginMs * client.ws.shards.size;
    if (dead && performance.now() - since >= leastMs) replace(describeDead(dead, client));
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
      const login = current;
      current = undefined;
      if (login) await unlessLate(MOST_GOODBYE_MS, login.client.destroy());
    },
    health() {
      if (refused) return { connected: false, detail: 'refused by Discord' };
      return current?.pulse.health() ?? { connected: false, detail: 'not logged in' };
    },
  };
}

function discard(client: Client): void {
  // Destroying fails for a client that never connected, and takes long for one that is cut off: neither matters here.
  client.removeAllListeners();
  client.on(Events.Error, () => {});
  client.destroy().catch(() => {});
}
