import { type Client, Events, GatewayDispatchEvents, type Interaction } from 'discord.js';

/** Where the library makes interactions of what the gateway tells; it has no public way to it. */
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
    // What was kept back comes again later.
    if (early.delete(interaction.id)) return;
    if (!client.isReady()) early.add(interaction.id);
    hear(interaction);
  });
}
