import { type ChildProcess, spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { type Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FakeSlack } from '../test/support/slack/fake-slack.ts';
import { until } from '../test/support/until.ts';
import { COMMANDS } from './commands.ts';

/** The real program in HTTP mode, as somebody runs it. */
export type Program = { child: ChildProcess; port: number };

export async function startProgram(slack: FakeSlack): Promise<Program> {
  const { botToken, signingSecret } = slack.installation;
  const child = spawn(process.execPath, ['dist/cli.js', 'start'], {
    env: {
      PATH: process.env['PATH'] ?? '',
      HOST: '127.0.0.1',
      PORT: '0',
      SLACK_BOT_TOKEN: botToken,
      SLACK_SIGNING_SECRET: signingSecret,
      SLACK_API_URL: slack.apiUrl,
      LOG_LEVEL: 'info',
      DATABASE_URL: `file:${process.cwd()}/var/bench/load-${process.pid}-${performance.now()}.db`,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr?.on('data', (chunk) => {
    if (said.length < 10_000) said += chunk;
  });
  const port = () => Number(/"port":(\d+)/.exec(said)?.[1] ?? 0);
  await until(() => port() > 0 && said.includes('platform started'), {
    within: 20_000,
    what: `the program to start: ${said}`,
  });
  return { child, port: port() };
}

/** Where the program sends its answers: tells whoever waits for one. */
export type Answers = { url: string; onAnswer: (path: string) => void; close: () => void };

export async function startAnswers(): Promise<Answers> {
  const server = createServer((incoming, response) => {
    answers.onAnswer(incoming.url ?? '');
    incoming.resume();
    response.end('ok');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const answers: Answers = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    onAnswer: () => {},
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
  return answers;
}

/** Somebody, where, and what they type behind /harbin. */
export type Asked = { user: string; channel: string; text: string };

const QUESTIONS = [...COMMANDS, 'how many students are there'];

/** Who asks what at a place in the stream: five thousand people in turn, in a thousand channels. */
export function askedAt(at: number): Asked {
  return {
    user: `U${String(at % 5_000).padStart(8, '0')}`,
    channel: `C${String(at % 1_000).padStart(8, '0')}`,
    text: QUESTIONS[at % QUESTIONS.length] ?? '',
  };
}

let commands = 0;

/** A command as Slack signs and sends it. */
export function commandOf(
  { workspace, installation }: FakeSlack,
  { user, channel, text }: Asked,
  responseUrl: string,
): { body: string; headers: Record<string, string> } {
  commands += 1;
  const fields = {
    command: '/harbin',
    text,
    team_id: workspace.teamId,
    channel_id: channel,
    user_id: user,
    user_name: user.toLowerCase(),
    response_url: responseUrl,
    trigger_id: `load.${process.pid}.${performance.now()}.${commands}`,
  };
  const body = String(new URLSearchParams(fields));
  const time = Math.floor(Date.now() / 1_000);
  const signature = createHmac('sha256', installation.signingSecret).update(`v0:${time}:${body}`).digest('hex');
  return {
    body,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': String(Buffer.byteLength(body)),
      'x-slack-request-timestamp': String(time),
      'x-slack-signature': `v0=${signature}`,
    },
  };
}

/** Sends a command to the program, and tells when it is acknowledged. */
export function post(
  port: number,
  agent: Agent,
  { body, headers }: ReturnType<typeof commandOf>,
  onAck: () => void,
): void {
  const outgoing = request(
    { host: '127.0.0.1', port, path: '/slack/events', method: 'POST', agent, headers },
    (response) => {
      response.resume();
      response.on('end', () => {
        if (response.statusCode === 200) onAck();
      });
    },
  );
  // What is not acknowledged shows as unanswered.
  outgoing.on('error', () => {});
  outgoing.end(body);
}
