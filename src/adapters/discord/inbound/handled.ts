import { type Interaction, SnowflakeUtil } from 'discord.js';
import { inRequest } from '../../shared/request.ts';
import type { Session } from '../transport/session.ts';

/** Deals with an event as one request, and tells how long it took and how old it was: an id of Discord holds its time. */
export function handled(
  { meter, log }: Session,
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
export function deedOf(interaction: Interaction): string {
  if (interaction.isAutocomplete()) return 'autocomplete';
  return interaction.isChatInputCommand() ? 'command' : 'click';
}
