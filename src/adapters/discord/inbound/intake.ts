import { type Interaction, SnowflakeUtil } from 'discord.js';
import type { Meter } from '../../shared/meter.ts';
import type { Log } from '../../shared/posting-adapter.ts';
import { inRequest } from '../../shared/request.ts';

/** Handles an event as one request, and meters how long it took and how old it was. An id of Discord contains its time. */
export function take(
  { meter, log }: { meter: Meter; log: Log },
  { id, what }: { id: string; what: string },
  work: () => Promise<void>,
): Promise<void> {
  return inRequest(async () => {
    const arrived = performance.now();
    const ageSeconds = (Date.now() - SnowflakeUtil.timestampFrom(id)) / 1_000;
    log.debug('discord event', { what });
    try {
      await work();
    } finally {
      meter.handled({ what, ageSeconds, seconds: (performance.now() - arrived) / 1_000 });
    }
  });
}

/** What somebody did, as the metrics name it. */
export function kindOfInteraction(interaction: Interaction): string {
  if (interaction.isAutocomplete()) return 'autocomplete';
  return interaction.isChatInputCommand() ? 'command' : 'click';
}

/** Limits the answers that wait for one channel: Discord takes about one a second there. */
export type FloodGate = {
  /** Runs the work unless too much is waiting already. Returns whether it ran. */
  pass(key: string, work: () => Promise<void>): Promise<boolean>;
};

export function createFloodGate(mostWaiting: number): FloodGate {
  const waiting = new Map<string, number>();
  return {
    async pass(key, work) {
      const count = waiting.get(key) ?? 0;
      if (count >= mostWaiting) return false;
      waiting.set(key, count + 1);
      try {
        await work();
        return true;
      } finally {
        const left = (waiting.get(key) ?? 1) - 1;
        if (left === 0) waiting.delete(key);
        else waiting.set(key, left);
      }
    },
  };
}
