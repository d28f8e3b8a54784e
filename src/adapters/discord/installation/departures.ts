import { type Client, GatewayDispatchEvents } from 'discord.js';
import { delayOf, type Pace } from '../../../core/pace.ts';
import type { Subscriptions } from '../../../core/ports.ts';
import type { Log } from '../../shared/adapter.ts';
import { pause } from '../../shared/pause.ts';
import { described } from '../transport/failure.ts';

export type DepartureOptions = {
  subscriptions: Pick<Subscriptions, 'forget'>;
  log: Log;
  retry: Pace;
  /** Tells when the program ends. */
  ended: AbortSignal;
};

/** How often forgetting is tried while the store does not answer. */
const MOST_TRIES = 8;

/** Forgets what is kept about servers that the bot has left, and about channels and threads that are deleted. */
export function forgetDepartures(
  client: Client,
  { subscriptions, log, retry, ended }: DepartureOptions,
  follow: (work: Promise<void>) => void,
): void {
  const forget = async (workspace: string, channel?: string): Promise<void> => {
    const fields = { guild: workspace, channel };
    for (let attempt = 0; attempt < MOST_TRIES && !ended.aborted; attempt++) {
      try {
        await subscriptions.forget({ platform: 'discord', workspace, ...(channel === undefined ? {} : { channel }) });
        return;
      } catch (error) {
        log.warn('discord departure could not be noted', { ...fields, ...described(error) });
        await pause(delayOf(retry, attempt), ended);
      }
    }
  };
  client.ws.on(GatewayDispatchEvents.GuildDelete, ({ id, unavailable }) => {
    // A server with an outage comes back.
    if (!unavailable) follow(forget(id));
  });
  client.ws.on(GatewayDispatchEvents.ChannelDelete, (channel) => {
    if ('guild_id' in channel && channel.guild_id) follow(forget(channel.guild_id, channel.id));
  });
  client.ws.on(GatewayDispatchEvents.ThreadDelete, ({ id, guild_id }) => follow(forget(guild_id, id)));
}
