import * as fc from 'fast-check';
import { startFakeSlack } from '../../support/slack/fake-slack.ts';
import { signed } from '../../support/slack/http-delivery.ts';
import { changed, changes, MARK } from '../mutations.ts';
import { runProgram } from '../running-program.ts';
import {
  answersStill,
  bodyOf,
  type Fresh,
  pingWatch,
  recordedRequests,
  type SlackRequest,
  startSink,
} from '../slack-requests.ts';
import { insist, type Target } from '../target.ts';
import { nasty } from '../texts.ts';

/** A request of Slack with changes made to it, or a body of any kind, always rightly signed. */
type Input = { seed: number; made: Parameters<typeof changed>[1] } | { type: string; body: string };

const request = fc.record({ seed: fc.nat(1_000), made: changes });
const anyBody = fc.record({
  type: fc.constantFrom('application/json', 'application/x-www-form-urlencoded', 'text/plain', ''),
  body: fc.oneof(
    fc.constantFrom(
      'null',
      '[]',
      '7',
      '""',
      'true',
      '{',
      '{}',
      '{"type":null}',
      '{"type":"event_callback"}',
      '{"type":"url_verification"}',
    ),
    fc.constantFrom(
      'payload=null',
      'payload=7',
      'payload=',
      'payload={}&payload={}',
      'payload=%',
      'command=/harbin',
      'ssl_check=1&payload=null',
      '%00=%zz',
    ),
    fc.json(),
    fc.array(nasty).map((all) => all.join('') + MARK),
  ),
});

/** Requests that come at once. */
const crowd = fc.array(fc.oneof({ weight: 6, arbitrary: request }, { weight: 1, arbitrary: anyBody }), {
  minLength: 1,
  maxLength: 12,
});

/** Slack waits for three seconds; what nobody acknowledges is answered then. */
const MOST_WAITING_MS = 3_500;
/** Larger bodies are refused. */
const MOST_BYTES = 1_000_000;
/** Statuses that Slack understands: taken, refused, to be sent again. */
const STATUSES = new Set([200, 400, 401, 413, 503]);

/** Events, commands, clicks and shortcuts by signed HTTP, to the real program. */
export const slackHttp: Target = {
  name: 'requests of Slack',
  arbitrary: crowd,
  clock: () => performance.now(),
  waitsMs: MOST_WAITING_MS,
  async open() {
    const slack = await startFakeSlack();
    const { botToken, signingSecret } = slack.installation;
    const program = runProgram(
      {
        SLACK_BOT_TOKEN: botToken,
        SLACK_SIGNING_SECRET: signingSecret,
        SLACK_API_URL: slack.apiUrl,
        LOG_LEVEL: 'debug',
      },
      [botToken, signingSecret, MARK],
    );
    await program.says('platform started');
    const url = `${program.url()}/slack/events`;
    const sink = await startSink();
    const fresh = { users: Array.from({ length: 500 }, () => slack.workspace.addUser().id), sinkUrl: sink.url };
    slack.deliverTo(url);
    const seeds = await recordedRequests();
    const checkPings = pingWatch(slack);
    return {
      async take(input) {
        const answers = await Promise.all(
          (input as Input[]).map((each) => send(url, signingSecret, written(each, seeds, fresh))),
        );
        return () => {
          for (const { status, text } of answers) {
            insist(STATUSES.has(status), `status ${status}`);
            insist(!/\bat .+:\d+|node_modules|Error:/.test(text), `a body that tells too much: ${text.slice(0, 200)}`);
          }
          program.look();
        };
      },
      async settle() {
        await answersStill(slack);
        checkPings();
      },
      async close() {
        await program.close();
        sink.close();
        await slack.close();
      },
    };
  },
};

function written(input: Input, seeds: readonly SlackRequest[], fresh: Fresh): { type: string; body: string } {
  if ('body' in input) return input;
  const seed = seeds[input.seed % seeds.length];
  if (!seed) throw new Error('nothing was recorded');
  return bodyOf({ kind: seed.kind, payload: changed(seed.payload, input.made) }, fresh);
}

async function send(url: string, secret: string, { type, body }: { type: string; body: string }) {
  const headers = { ...(type === '' ? {} : { 'content-type': type }), ...signed(body, secret) };
  try {
    const signal = AbortSignal.timeout(2 * MOST_WAITING_MS);
    const answer = await fetch(url, { method: 'POST', headers, body, signal });
    return { status: answer.status, text: await answer.text() };
  } catch (error) {
    // Of what is too long nothing is read, and whoever is still sending may find the line closed before the answer.
    if (body.length > MOST_BYTES) return { status: 413, text: '' };
    throw error;
  }
}
