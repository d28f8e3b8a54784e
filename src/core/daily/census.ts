import type { Channel, State } from './subscription.ts';

/** How daily posts stand as a whole, for whoever watches over the bot. */
export type Census = {
  subscriptions: { platform: Channel['platform']; state: State['kind']; count: number }[];
  /** When the oldest post was due that is not out yet; undefined where none is waiting. */
  oldestDue: Date | undefined;
  /** Posts that may have got through, and are being looked for. */
  doubtful: number;
};
