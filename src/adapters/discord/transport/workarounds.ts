import {
  type Client,
  DiscordAPIError,
  Events,
  GatewayDispatchEvents,
  type Interaction,
  REST,
  RESTEvents,
  Routes,
} from 'discord.js';
import { delayOf } from '../../../core/daily/pace.ts';
import { nameOfError } from '../../shared/as-error.ts';
import { pause } from '../../shared/pause.ts';
import type { Log } from '../../shared/posting-adapter.ts';
import { requestDirectly } from './client.ts';
import type { Timings } from './timings.ts';

/** What the guard needs to ask Discord about the token. */
export type GuardOptions = {
  client: Client;
  token: string;
  apiUrl: string | undefined;
  log: Log;
  timings: Timings;
  signal: AbortSignal;
  onRefused(): void;
};

/**
 * The library forgets its token on a single 401, and then fails every request while it looks connected. So each 401 is
 * checked: a token that Discord still takes is put back, one that it refuses is told.
 */
export function guardToken({ client, token, apiUrl, log, timings, signal, onRefused }: GuardOptions): void {
  let checking = false;
  client.rest.on(RESTEvents.Response, ({ data }, { status }) => {
    if (status !== 401 || !data.auth || checking || signal.aborted) return;
    checking = true;
    verify()
      .catch((error: unknown) => log.error('discord token check failed', { error: String(error) }))
      .finally(() => {
        checking = false;
      });
  });

  async function verify(): Promise<void> {
    // A new client: the first one may have lost its token.
    const rest = new REST({ ...(apiUrl ? { api: apiUrl } : {}), retries: 0, makeRequest: requestDirectly }).setToken(
      token,
    );
    for (let attempt = 0; !signal.aborted; attempt++) {
      try {
        await rest.get(Routes.user('@me'));
        client.rest.setToken(token);
        log.warn('discord refused the token once, then accepted it');
        return;
      } catch (error) {
        if (error instanceof DiscordAPIError && error.status === 401) {
          onRefused();
          return;
        }
        await pause(delayOf(timings.retry, attempt), signal);
      }
    }
  }
}

/** Logs events that the library cannot read, which would otherwise end the process. */
export function logUnreadableEvents(client: Client, log: Log): void {
  const { ws } = client;
  // The library's own handler; its types do not show it.
  const read: unknown = Reflect.get(ws, 'handlePacket');
  if (typeof read !== 'function') return;
  const readSafely = (...packet: unknown[]): unknown => {
    try {
      return read.apply(ws, packet);
    } catch (error) {
      log.warn('discord sent an event that cannot be read', { error: nameOfError(error) });
      return false;
    }
  };
  Reflect.set(ws, 'handlePacket', readSafely);
}

/** The library's factory of interactions, which is not public. */
type Making = { actions?: { InteractionCreate?: { handle?(data: unknown): void } } };

/**
 * Hears of each interaction once, and as it comes. The library keeps all of them back until the last shard of a client
 * is let in, five seconds after the one before, and Discord waits three seconds for an answer.
 */
export function onEachInteraction(client: Client, hear: (interaction: Interaction) => void): void {
  const early = new Set<string>();
  client.ws.on(GatewayDispatchEvents.InteractionCreate, (data: { id: string }) => {
    if (!client.isReady()) (client as unknown as Making).actions?.InteractionCreate?.handle?.(data);
  });
  client.on(Events.InteractionCreate, (interaction) => {
    // The library delivers it again later.
    if (early.delete(interaction.id)) return;
    if (!client.isReady()) early.add(interaction.id);
    hear(interaction);
  });
}
