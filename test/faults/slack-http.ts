import { connect } from 'node:net';
import { pause, until } from '../support/until.ts';
import type { Cost, Fault } from './fault.ts';
import type { Stage } from './stage.ts';

/** What goes wrong where Slack reaches the bot by HTTP. */

const KILLED: Cost = { beingAnswered: true, notTaken: true, postsInDoubt: true };

export const SLACK_HTTP: Record<string, Fault> = {
  'http-forged': {
    name: 'by HTTP: requests with a wrong signature, an old timestamp, or 2 MB',
    bot: 'refuses them and does nothing about them',
    world: { slack: 'http' },
    async happen({ slack }) {
      const ways = [{ badSignature: true }, { staleBySeconds: 600 }, { padToBytes: 2_000_000 }];
      for (let times = 0; times < 30; times += 1) {
        const delivery = ways[times % ways.length];
        const turn = await slack.slash('/harbin', 'how many labs?', { ...(delivery && { delivery }) });
        if (turn.ack.ok) throw new Error(`it took a request with ${JSON.stringify(delivery)}`);
      }
    },
  },
  'http-slow-bodies': {
    name: 'by HTTP: 200 requests whose bodies come a byte a second',
    bot: 'lets them wait, and nobody else',
    world: { slack: 'http' },
    async happen(stage) {
      const sockets = Array.from({ length: 200 }, () => slowRequest(stage));
      for (let seconds = 0; seconds < 8; seconds += 1) {
        await pause(1_000);
        for (const socket of sockets) if (socket.writable) socket.write('x');
      }
      for (const socket of sockets) socket.destroy();
    },
  },
  'http-repeated': {
    name: 'by HTTP: Slack repeats everything for 6 s (X-Slack-Retry-Num)',
    bot: 'answers once',
    world: { slack: 'http' },
    async happen({ asking }) {
      asking.repeatOnSlack({ retry: { num: 1, reason: 'http_timeout' } });
      await pause(6_000);
    },
  },
  'http-killed': {
    name: 'by HTTP: killed while Slack holds its responses to answers',
    bot: 'a supervisor starts it again; Slack repeats the events, which were not acknowledged',
    world: { slack: 'http' },
    async happen(stage) {
      for (const method of ['chat.postMessage', 'response_url'])
        stage.slack.faults.breakMethod(method, { kind: 'hang' });
      await pause(1_500);
      await stage.kill();
      stage.slack.faults.healMethods();
      await stage.restart();
    },
    cost: KILLED,
  },
  'http-killed-answered': {
    name: 'by HTTP: killed when an answer was accepted, before its event is acknowledged',
    bot: 'a supervisor starts it again; Slack repeats the event, so such an answer may come twice',
    world: { slack: 'http' },
    happen: killedUnconfirmed,
    cost: { ...KILLED, unconfirmedTwice: true },
  },
  'http-killed-answered-postgres': {
    name: 'the same with PostgreSQL',
    bot: 'the next process knows of it; whoever asked is told that the answer was not confirmed',
    world: { slack: 'http', database: 'postgres' },
    happen: killedUnconfirmed,
    cost: KILLED,
  },
};

function slowRequest({ program }: Stage) {
  const { hostname, port } = new URL(program().url());
  const socket = connect(Number(port), hostname);
  socket.on('error', () => {});
  socket.write(
    'POST /slack/events HTTP/1.1\r\nhost: bot\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n',
  );
  return socket;
}

/** The platform has the answer and says nothing yet. */
async function killedUnconfirmed(stage: Stage): Promise<void> {
  const { slack } = stage;
  slack.faults.breakMethod('chat.postMessage', { kind: 'late_answer', ms: 2_000 });
  const isHeld = () =>
    slack.callsOf('chat.postMessage').some(({ answer, fault }) => answer?.ok && fault?.kind === 'late_answer');
  await until(isHeld, { what: 'an answer' });
  await stage.kill();
  slack.faults.healMethods();
  await stage.restart();
}
