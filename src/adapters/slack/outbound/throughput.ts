import { LRUCache } from 'lru-cache';
import { pause } from '../../shared/pause.ts';

/** Keeps daily posts below Slack's rate limits. */
export type Throughput = {
  /** Waits for a channel's turn. If that is far off, returns the wait at once instead. */
  turn(place: { workspace: string; channel: string }, signal: AbortSignal): Promise<{ waitMs: number } | undefined>;
  /** Notes that a post was answered or given up: the gap to the next post in its channel begins here. */
  passed(channel: string): void;
  /** Notes that Slack limits a channel; the other channels go on. */
  rest(channel: string, ms: number): void;
};

/** Slack takes about one message a second in a channel (docs.slack.dev/apis/web-api/rate-limits, posting messages). */
const CHANNEL_GAP_MS = 1_100;
/** A workspace takes "several hundred messages per minute" (docs.slack.dev/reference/methods/chat.postMessage); this is 300 at most. */
const WORKSPACE_GAP_MS = 200;
/** Gaps are longer by up to this share, so that bots that start together do not post together. */
const JITTER = 0.25;
/** A post that would wait longer is tried later instead, in milliseconds. */
const MOST_WAIT_MS = 15_000;
/** Their gaps are over in seconds: those of the channels that were posted to longest ago are forgotten first. */
const MOST_REMEMBERED = 10_000;
const MOST_WORKSPACES = 10_000;

export function createThroughput(): Throughput {
  const channelFree = new LRUCache<string, number>({ max: MOST_REMEMBERED });
  const workspaceFree = new LRUCache<string, number>({ max: MOST_WORKSPACES });

  return {
    async turn({ workspace, channel }, signal) {
      const now = performance.now();
      const at = Math.max(now, workspaceFree.get(workspace) ?? 0, channelFree.get(channel) ?? 0);
      if (at - now > MOST_WAIT_MS) return { waitMs: at - now };
      // A channel that has to wait takes nobody else's turn in the meantime.
      workspaceFree.set(workspace, Math.max(now, workspaceFree.get(workspace) ?? 0) + stretched(WORKSPACE_GAP_MS));
      channelFree.set(channel, at + CHANNEL_GAP_MS);
      await pause(at - now, signal);
      return undefined;
    },
    passed(channel) {
      channelFree.set(channel, Math.max(channelFree.get(channel) ?? 0, performance.now() + CHANNEL_GAP_MS));
    },
    rest(channel, ms) {
      channelFree.set(channel, performance.now() + stretched(ms));
    },
  };
}

function stretched(ms: number): number {
  return ms * (1 + JITTER * Math.random());
}
