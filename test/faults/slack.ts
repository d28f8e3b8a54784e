import { pause } from '../support/until.ts';
import type { Fault } from './fault.ts';

/** What goes wrong on Slack's side. */
export const SLACK: Record<string, Fault> = {
  'slack-refresh': {
    name: 'Slack renews the connection (`refresh_requested`)',
    bot: 'opens a new one; Slack repeats the events of the gap',
    async happen({ slack }) {
      slack.faults.refreshSockets();
    },
    cost: { notTaken: true },
  },
  'slack-cut': {
    name: 'the connection to Slack breaks',
    bot: 'opens a new one; Slack repeats the events of the gap',
    async happen({ slack }) {
      slack.faults.killSockets();
    },
    cost: { notTaken: true },
  },
  'slack-frozen': {
    name: 'the connection to Slack stays open and says nothing',
    bot: 'notices by the pongs that do not come, and opens a new one',
    async happen({ slack }) {
      slack.faults.freezeSockets();
    },
    cost: { notTaken: true },
  },
  'slack-503': {
    name: 'Slack answers posts with 503 for 6 s',
    bot: 'repeats nothing that may have been posted; whoever asked is told so in private',
    async happen({ slack }) {
      slack.faults.breakMethod('chat.postMessage', { kind: 'status', status: 503 });
      await pause(6_000);
      slack.faults.healMethods();
    },
    cost: { postsInDoubt: true },
  },
  'slack-limited': {
    name: 'Slack answers posts with 429 for 6 s, Retry-After 3 s',
    bot: 'waits as long as Slack wants, each channel by itself',
    async happen({ slack }) {
      slack.faults.breakMethod('chat.postMessage', { kind: 'rate_limited', retryAfterSeconds: 3 });
      await pause(6_000);
      slack.faults.healMethods();
    },
  },
};
