import type { Receiver } from '@slack/bolt';
import type { Health } from '../../shared/adapter.ts';

/** How Slack reaches the bot, and whether it can now. */
export type Line = {
  /** For Bolt, which takes what comes in. */
  receiver: Receiver;
  /** Resolves once Slack can reach the bot. */
  open(): Promise<void>;
  /** Takes nothing new from now on. */
  close(): Promise<void>;
  health(): Health;
};
