import type { Subscriptions } from '../ports.ts';
import { type Delivery, placeOf, type Subscription } from './subscription.ts';

/** Subscriptions that live as long as the process, for where nothing is posted: their channels have no deliveries. */
export function createMemorySubscriptions(deliveries: readonly Delivery[] = []): Subscriptions {
  const held = new Map<string, Subscription>();
  return {
    of: async (channel) => held.get(placeOf(channel)),
    async save(subscription) {
      held.set(placeOf(subscription.channel), subscription);
    },
    history: async (_, most) => deliveries.slice(0, most),
    setUpBy: async ({ platform, workspace }, user) =>
      [...held.values()]
        .filter(
          ({ channel, setBy }) =>
            channel.platform === platform && channel.workspace === workspace && setBy.user === user,
        )
        .map(({ channel }) => channel)
        .sort((one, other) => (one.id < other.id ? -1 : 1)),
    kept: async (platform) =>
      [...held.values()].map(({ channel }) => channel).filter((one) => one.platform === platform),
    async forget({ platform, workspace, channel }) {
      for (const [place, { channel: known }] of held)
        if (
          known.platform === platform &&
          known.workspace === workspace &&
          (channel === undefined || channel === known.id)
        )
          held.delete(place);
    },
  };
}
