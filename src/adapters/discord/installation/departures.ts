import { type Client, GatewayDispatchEvents, Routes } from 'discord.js';
import { delayOf, type Pace } from '../../../core/daily/pace.ts';
import type { Channel } from '../../../core/daily/subscription.ts';
import type { Subscriptions } from '../../../core/ports.ts';
import { pause } from '../../shared/pause.ts';
import type { Log, LogFields } from '../../shared/posting-adapter.ts';
import { isOurs } from '../transport/channel.ts';
import { CODE, codeOf, described } from '../transport/failure.ts';

export type DepartureOptions = {
  subscriptions: Pick<Subscriptions, 'forget' | 'kept'>;
  log: Log;
  retry: Pace;
  /** Aborts when the program ends. */
  ended: AbortSignal;
};

/** Forgets what is kept about servers that the bot has left, and about channels and threads that are deleted. */
export type Departures = {
  /** Handles them as they happen. */
  watch(client: Client, follow: (work: Promise<void>) => void): void;
  /** Looks for those that happened while the bot did not run. */
  catchUp(client: Client): Promise<void>;
};

/** How often forgetting is tried while the store does not answer. */
const MOST_TRIES = 8;

export function createDepartures({ subscriptions, log, retry, ended }: DepartureOptions): Departures {
  const patiently = async <T>(work: () => Promise<T>, fields: LogFields): Promise<T | undefined> => {
    for (let attempt = 0; attempt < MOST_TRIES && !ended.aborted; attempt++) {
      try {
        return await work();
      } catch (error) {
        log.warn('discord departure could not be noted', { ...fields, ...described(error) });
        await pause(delayOf(retry, attempt), ended);
      }
    }
    return undefined;
  };
  const forget = async (workspace: string, channel?: string): Promise<void> => {
    const where = { platform: 'discord', workspace, ...(channel === undefined ? {} : { channel }) } as const;
    await patiently(() => subscriptions.forget(where), { guild: workspace, channel });
  };

  return {
    watch(client, follow) {
      client.ws.on(GatewayDispatchEvents.GuildDelete, ({ id, unavailable }) => {
        // A server with an outage comes back.
        if (!unavailable) follow(forget(id));
      });
      client.ws.on(GatewayDispatchEvents.ChannelDelete, (channel) => {
        if ('guild_id' in channel && channel.guild_id) follow(forget(channel.guild_id, channel.id));
      });
      client.ws.on(GatewayDispatchEvents.ThreadDelete, ({ id, guild_id }) => follow(forget(guild_id, id)));
    },
    async catchUp(client) {
      const kept = (await patiently(() => subscriptions.kept('discord'), {})) ?? [];
      const ours = kept.filter(({ workspace }) => /^\d+$/.test(workspace) && isOurs(client, workspace));
      const isIn = (workspace: string) => client.guilds.cache.has(workspace);
      const left: string[] = [];
      for (const workspace of new Set(ours.map((channel) => channel.workspace)))
        if (!isIn(workspace) && (await wasServer(client, workspace))) left.push(workspace);
      // The token of another bot, set by mistake, must not remove everything.
      if (left.length > 1 && !ours.some(({ workspace }) => isIn(workspace)))
        log.warn('discord knows none of the stored servers', { servers: left.length });
      else
        for (const workspace of left) {
          log.info('discord server left', { guild: workspace });
          await forget(workspace);
        }
      for (const channel of ours.filter(({ workspace }) => isIn(workspace)))
        if (await isDeleted(client, channel)) await forget(channel.workspace, channel.id);
    },
  };
}

/** Whether a workspace that the bot is not in is a server: what is kept of a direct message goes by the person's id. */
async function wasServer({ rest }: Client, workspace: string): Promise<boolean> {
  return await isRefused(rest.get(Routes.user(workspace)), CODE.unknownUser);
}

/** Whether a channel or thread of a server that the bot is in is there no more; threads are not among the channels that the gateway tells. */
async function isDeleted({ rest, guilds }: Client, { workspace, id }: Channel): Promise<boolean> {
  const guild = guilds.cache.get(workspace);
  if (!guild?.available || guild.channels.cache.has(id)) return false;
  return await isRefused(rest.get(Routes.channel(id)), CODE.unknownChannel);
}

/** Whether Discord refuses a request with this code; any other outcome says nothing. */
async function isRefused(asking: Promise<unknown>, code: number): Promise<boolean> {
  return await asking.then(
    () => false,
    (error: unknown) => codeOf(error) === code,
  );
}
