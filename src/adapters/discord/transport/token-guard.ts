import { type Client, DiscordAPIError, REST, RESTEvents, Routes } from 'discord.js';
import { delayOf } from '../../../core/pace.ts';
import type { Log } from '../../shared/adapter.ts';
import { pause } from '../../shared/pause.ts';
import { makeRequest } from './request.ts';
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
    // A client of its own: the first one may have no token any more.
    const rest = new REST({ ...(apiUrl ? { api: apiUrl } : {}), retries: 0, makeRequest }).setToken(token);
    for (let attempt = 0; !signal.aborted; attempt++) {
      try {
        await rest.get(Routes.user('@me'));
        client.rest.setToken(token);
        log.warn('discord refused the token once, and takes it again');
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
