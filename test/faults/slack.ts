import type { MethodFault } from '../support/slack/faults.ts';
import { pause, until } from '../support/until.ts';
import type { Cost, Fault } from './fault.ts';
import type { Stage } from './stage.ts';

/** What goes wrong on Slack's side. */

/** A command that Slack cannot hand over is shown as failed; events come again. */
const GAP: Cost = { notTaken: true };
/** Without the optional scope channels:history nobody can tell whether such a post is there. */
const DOUBT: Cost = { postsInDoubt: true };

export const SLACK: Record<string, Fault> = {
  'slack-refresh': {
    name: 'Slack renews the connection (`warning`, then `refresh_requested`)',
    bot: 'opens a new one; Slack repeats the events of the gap',
    async happen({ slack }) {
      slack.faults.disconnectSockets('warning');
      await pause(1_000);
      slack.faults.refreshSockets();
    },
    cost: GAP,
  },
  'slack-link-disabled': {
    name: 'Socket Mode is switched off for 5 s (`link_disabled`)',
    bot: 'says so in the log, and tries until it is on again',
    async happen({ slack }) {
      slack.faults.breakMethod('apps.connections.open', { kind: 'error', error: 'not_allowed' });
      slack.faults.disconnectSockets('link_disabled');
      await pause(5_000);
      slack.faults.healMethods();
    },
    cost: GAP,
  },
  'slack-cut': {
    name: 'the connection to Slack breaks',
    bot: 'opens a new one; Slack repeats the events of the gap',
    async happen({ slack }) {
      slack.faults.killSockets();
    },
    cost: GAP,
  },
  'slack-frozen': {
    name: 'the connection to Slack stays open and says nothing',
    bot: 'notices by the pongs that do not come, and opens a new one',
    async happen({ slack }) {
      slack.faults.freezeSockets();
    },
    cost: GAP,
  },
  'slack-muted': {
    name: 'Slack answers no pings',
    bot: 'opens a new connection',
    async happen({ slack }) {
      slack.faults.mutePongs();
      await slack.connected({ after: slack.sockets[0]?.id ?? 0 });
    },
    cost: GAP,
  },
  'slack-sockets-refused': {
    name: 'the connection breaks, and new ones are refused for 10 s',
    bot: 'tries again, at most every 30 s',
    async happen({ slack }) {
      slack.faults.refuseSockets(10_000);
      slack.faults.killSockets();
      await pause(10_000);
    },
    cost: GAP,
  },
  'slack-open-500': {
    name: 'the connection breaks, and `apps.connections.open` fails with 500 for 8 s',
    bot: 'tries again, at most every 30 s',
    happen: (stage) => withoutConnection(stage, { kind: 'status', status: 500 }),
    cost: GAP,
  },
  'slack-open-internal': {
    name: 'the same with `internal_error`',
    bot: 'tries again, at most every 30 s',
    happen: (stage) => withoutConnection(stage, { kind: 'error', error: 'internal_error' }),
    cost: GAP,
  },
  'slack-open-limited': {
    name: 'the same with 429, Retry-After 3 s',
    bot: 'waits as long as Slack wants',
    happen: (stage) => withoutConnection(stage, { kind: 'rate_limited', retryAfterSeconds: 3 }),
    cost: GAP,
  },
  'slack-frames': {
    name: 'Slack sends frames without payload and frames that are no JSON',
    bot: 'ignores them',
    async happen({ slack }) {
      for (let times = 0; times < 20; times += 1) {
        slack.faults.sendPayloadlessFrame();
        slack.faults.sendFrame('{"type":"events_api","payload":');
        await pause(100);
      }
    },
    cost: GAP,
  },
  'slack-limited': {
    name: 'Slack answers posts with 429 for 6 s, Retry-After 3 s',
    bot: 'waits as long as Slack wants, each channel by itself',
    happen: (stage) => posting(stage, { kind: 'rate_limited', retryAfterSeconds: 3 }),
  },
  'slack-one-limited': {
    name: 'Slack answers one post with 429, Retry-After 8 s',
    bot: 'holds back that channel, and no other',
    async happen({
      slack,
      places: {
        slack: [channel],
      },
    }) {
      const scope = { times: 1, ...(channel && { channel: channel.id }) };
      slack.faults.breakMethod('chat.postMessage', { kind: 'rate_limited', retryAfterSeconds: 8 }, scope);
      await pause(8_000);
    },
  },
  'slack-all-limited': {
    name: 'Slack answers every call with 429 for 6 s, response_urls too',
    bot: 'waits as long as Slack wants, each channel by itself',
    happen: (stage) => failing(stage, ['*'], { kind: 'rate_limited', retryAfterSeconds: 3 }),
  },
  'slack-503': {
    name: 'Slack answers posts with 503 for 6 s',
    bot: 'repeats nothing that may have been posted; the asker is told so in private',
    happen: (stage) => posting(stage, { kind: 'status', status: 503 }),
    cost: DOUBT,
  },
  'slack-all-503': {
    name: 'Slack answers every call with 503 for 6 s, response_urls too',
    bot: 'the same, as soon as Slack takes it',
    happen: (stage) => failing(stage, ['*'], { kind: 'status', status: 503 }),
    cost: DOUBT,
  },
  'slack-internal': {
    name: 'Slack answers posts with `internal_error` for 6 s',
    bot: 'the same',
    happen: (stage) => posting(stage, { kind: 'error', error: 'internal_error' }),
    cost: DOUBT,
  },
  'slack-hangs': {
    name: 'Slack takes posts for 6 s and never answers them',
    bot: 'gives up after 10 s each, then the same; nobody else waits',
    happen: (stage) => posting(stage, { kind: 'hang' }),
    cost: DOUBT,
  },
  'slack-reset': {
    name: 'Slack resets the connection of each post for 6 s',
    bot: 'the same',
    happen: (stage) => posting(stage, { kind: 'reset' }),
    cost: DOUBT,
  },
  'slack-answer-dropped': {
    name: 'Slack carries posts out for 6 s and resets instead of answering',
    bot: 'the same: no answer and no post comes twice',
    happen: (stage) => failing(stage, ['chat.postMessage', 'response_url'], { kind: 'drop_answer' }),
  },
  'slack-answer-cut': {
    name: 'the same in the middle of the answer',
    bot: 'the same',
    happen: (stage) => failing(stage, ['chat.postMessage', 'response_url'], { kind: 'cut_answer' }),
  },
  'slack-answer-half': {
    name: 'the same with half of the JSON',
    bot: 'the same',
    happen: (stage) => failing(stage, ['chat.postMessage', 'response_url'], { kind: 'half_answer' }),
  },
  'slack-html': {
    name: 'a proxy answers posts with an HTML page and 200 for 6 s',
    bot: 'the same',
    happen: (stage) => posting(stage, { kind: 'html' }),
    cost: DOUBT,
  },
  'slack-found-again': {
    name: 'Slack answers posts with 503 for 6 s, and `channels:history` is granted',
    bot: 'looks for its posts, and sends again what is not there',
    world: { readsBack: true },
    happen: (stage) => posting(stage, { kind: 'status', status: 503 }),
  },
  'slack-blocks': {
    name: 'Slack refuses blocks for 6 s (`invalid_blocks`)',
    bot: 'sends the text alone',
    async happen({ slack: { installation } }) {
      const blocks = ['section', 'context', 'actions', 'markdown', 'rich_text', 'data_visualization'];
      for (const block of blocks) installation.unsupportedBlocks.add(block);
      await pause(6_000);
      installation.unsupportedBlocks.clear();
    },
  },
  'slack-too-long': {
    name: 'Slack refuses messages for 6 s (`msg_too_long`)',
    bot: 'sends the text alone, and the answer to the asker alone where that is refused, too',
    happen: (stage) => posting(stage, { kind: 'error', error: 'msg_too_long' }),
    cost: { postsRefused: true },
  },
  'slack-not-in-channel': {
    name: 'the bot is thrown out of a channel in which people ask, for 6 s',
    bot: 'answers the asker alone; a post due meanwhile is reported as failed',
    async happen({ slack, places }) {
      const [channel] = places.slack;
      channel?.members.delete(slack.workspace.bot.id);
      await pause(6_000);
      channel?.members.add(slack.workspace.bot.id);
    },
  },
  'slack-archived': {
    name: 'a channel in which people ask is archived for 6 s',
    bot: 'answers the asker in a direct message',
    async happen({
      places: {
        slack: [channel],
      },
    }) {
      if (channel) channel.isArchived = true;
      await pause(6_000);
      if (channel) channel.isArchived = false;
    },
  },
  'slack-url-404': {
    name: 'response_urls answer 404 for 6 s',
    bot: 'answers in the channel, to the asker alone',
    happen: (stage) => failing(stage, ['response_url'], { kind: 'status', status: 404 }),
  },
  'slack-url-410': {
    name: 'response_urls answer 410 for 6 s',
    bot: 'the same',
    happen: (stage) => failing(stage, ['response_url'], { kind: 'status', status: 410 }),
  },
  'slack-url-expired': {
    name: 'response_urls are expired or used up (`expired_url`, `used_url`) for 6 s',
    bot: 'the same',
    async happen(stage) {
      stage.slack.faults.breakMethod('response_url', { kind: 'error', error: 'expired_url' });
      await pause(3_000);
      stage.slack.faults.healMethods();
      await failing(stage, ['response_url'], { kind: 'error', error: 'used_url' }, 3_000);
    },
  },
  'slack-people': {
    name: '`users.info` hangs for 6 s',
    bot: 'answers in the language of the question',
    happen: (stage) => failing(stage, ['users.info'], { kind: 'hang' }),
  },
  'slack-scopes': {
    name: 'the optional scopes `users:read` and `files:write` are taken back',
    bot: 'answers without them',
    async happen({ slack }) {
      slack.installation.scopes.delete('users:read');
      slack.installation.scopes.delete('files:write');
    },
  },
  'slack-away': {
    name: 'Slack is out of reach for 10 s (connections refused)',
    bot: 'sends what it could not as soon as it can',
    async happen({ slack }) {
      await slack.faults.startOutage('refuse');
      slack.faults.killSockets();
      await pause(10_000);
      await slack.faults.endOutage();
    },
    cost: GAP,
  },
  'slack-away-at-start': {
    name: 'Slack is out of reach when the bot starts, for 8 s',
    bot: 'serves Discord meanwhile, and Slack as soon as it can',
    async happen({ slack, startAnew }) {
      await startAnew(() => slack.faults.startOutage('refuse'));
      await pause(8_000);
      await slack.faults.endOutage();
    },
    cost: GAP,
  },
  'slack-identity': {
    name: '`auth.test` fails when the bot starts, three times',
    bot: 'asks again until it knows who it is',
    async happen({ slack, startAnew }) {
      const fails = { kind: 'error', error: 'internal_error' } as const;
      await startAnew(() => slack.faults.breakMethod('auth.test', fails, { times: 3 }));
    },
    cost: GAP,
  },
  'slack-duplicates': {
    name: 'Slack sends everything three times for 6 s',
    bot: 'answers once',
    async happen({ slack }) {
      slack.faults.duplicateEnvelopes(2);
      await pause(6_000);
      slack.faults.duplicateEnvelopes(0);
    },
  },
  'slack-disorder': {
    name: 'deliveries overtake each other by up to 2 s',
    bot: 'answers each',
    async happen({ slack }) {
      slack.faults.disorder(2_000);
      await pause(6_000);
      slack.faults.disorder(0);
    },
  },
  'slack-token-revoked': {
    name: 'the bot token is revoked, and a new one set 8 s later',
    bot: 'gives Slack up and goes on with Discord; serves Slack again once it is started with a valid token',
    async happen(stage) {
      stage.slack.installation.botTokenError = 'token_revoked';
      await givenUp(stage);
      await pause(2_000);
      await stage.startAnew(() => {
        stage.slack.installation.botTokenError = undefined;
      });
    },
    cost: { beingAnswered: true, notTaken: true },
  },
  'slack-app-token-revoked': {
    name: 'the app token is revoked and the connection renewed',
    bot: 'the same',
    async happen(stage) {
      stage.slack.installation.appTokenError = 'invalid_auth';
      stage.slack.faults.refreshSockets();
      await givenUp(stage);
      await stage.startAnew(() => {
        stage.slack.installation.appTokenError = undefined;
      });
    },
    cost: { beingAnswered: true, notTaken: true },
  },
};

function posting(stage: Stage, fault: MethodFault): Promise<void> {
  return failing(stage, ['chat.postMessage'], fault);
}

async function failing({ slack }: Stage, methods: string[], fault: MethodFault, ms = 6_000): Promise<void> {
  for (const method of methods) slack.faults.breakMethod(method, fault);
  await pause(ms);
  slack.faults.healMethods();
}

async function withoutConnection({ slack }: Stage, fault: MethodFault): Promise<void> {
  slack.faults.breakMethod('apps.connections.open', fault);
  slack.faults.killSockets();
  await pause(8_000);
  slack.faults.healMethods();
}

/** Waits until the bot gives a platform up; what it was answering there then is lost with the token. */
export async function givenUp(stage: Stage): Promise<void> {
  await until(() => stage.program().output().includes('platform given up'), { what: 'giving up' });
  stage.cutOffNow();
}
