import { type Client, Events, Status } from 'discord.js';
import type { Health } from '../../shared/posting-adapter.ts';
import { lastSeen } from '../../shared/posting-adapter.ts';
import { ranges } from './client.ts';

/** The state of every shard of a client. The library's state of the whole stays "ready" even if a shard is dead. */
export type Pulse = {
  /** The shards that have been silent or lost for too long. Call it regularly: it also notes what it sees. */
  dead(): Dead | undefined;
  health(): Health;
};

export type Dead = { shards: number[]; silentMs: number };

/** When something was last seen of a shard, by performance.now(), since the clock may be set. */
type Signs = { ping: number; heartbeatAt?: number; eventAt?: number; readyAt: number };

export function createPulse(client: Client, mostSilenceMs: number): Pulse {
  const since = performance.now();
  const signs = new Map<number, Signs>();
  let lookedAt = since;
  client.on(Events.Raw, (_, shard) => {
    signsOf(shard).eventAt = performance.now();
  });

  function signsOf(shard: number): Signs {
    const known = signs.get(shard) ?? { ping: -1, readyAt: since };
    signs.set(shard, known);
    return known;
  }

  /** Notes what the library knows of each shard at the moment. */
  function look(): void {
    const now = performance.now();
    for (const { id, status, lastPingTimestamp } of client.ws.shards.values()) {
      const known = signsOf(id);
      if (status === Status.Ready) known.readyAt = now;
      if (known.ping !== lastPingTimestamp)
        known.heartbeatAt = now - Math.min(Math.max(0, Date.now() - lastPingTimestamp), now - lookedAt);
      known.ping = lastPingTimestamp;
    }
    lookedAt = now;
  }

  const silenceMs = (shard: number): number => {
    const { heartbeatAt = since, eventAt = since, readyAt } = signsOf(shard);
    return performance.now() - Math.min(Math.max(heartbeatAt, eventAt), readyAt);
  };

  function dead(): Dead | undefined {
    look();
    const shards = [...client.ws.shards.keys()].filter((shard) => silenceMs(shard) > mostSilenceMs);
    return shards.length === 0 ? undefined : { shards, silentMs: Math.max(...shards.map(silenceMs)) };
  }

  return {
    dead,
    health() {
      const { shards } = client.ws;
      const lost = [...shards.filter(({ status }) => status !== Status.Ready).keys()];
      if (shards.size === 0 || lost.length > 0)
        return { connected: false, detail: `connection lost${shardsText(lost, client)}` };
      const silent = dead();
      if (silent) return { connected: false, detail: describeDead(silent, client) };
      const all = [...shards.keys()];
      const heartbeats = all.map((shard) => signsOf(shard).heartbeatAt);
      const events = all.flatMap((shard) => signsOf(shard).eventAt ?? []);
      // The oldest heartbeat counts: it is that of the worst shard.
      const oldest = heartbeats.reduce((a, b) => (a === undefined || b === undefined ? undefined : Math.min(a, b)));
      const latest = events.length > 0 ? Math.max(...events) : undefined;
      const seen = `${lastSeen('heartbeat', oldest)}, ${lastSeen('event', latest)}`;
      return {
        connected: true,
        detail: `connected${shardsText(all, client)}, ${client.guilds.cache.size} servers, ${seen}`,
      };
    },
  };
}

/** The state of dead shards in words: "silent for 130 s (shard 1,3 of 4)". */
export function describeDead({ shards, silentMs }: Dead, client: Client): string {
  return `silent for ${Math.round(silentMs / 1000)} s${shardsText(shards, client)}`;
}

/** The shards in words, if the bot has several. */
function shardsText(shards: readonly number[], { options: { shardCount = 1 } }: Client): string {
  return shardCount > 1 && shards.length > 0 ? ` (shard ${ranges(shards)} of ${shardCount})` : '';
}
