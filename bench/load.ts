import { type ChildProcess, spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type FakeSlack, startFakeSlack } from '../test/support/slack/fake-slack.ts';
import { until } from '../test/support/until.ts';
import { COMMANDS } from './commands.ts';
import { p99, quantile } from './statistics.ts';
import { milliseconds, table } from './table.ts';

/** The real program in HTTP mode under a steady stream of signed slash commands: times to the acknowledgement and to the answer. */

/** Questions a second; people ask a few a minute, so this is a storm. */
const RATE = 1_000;
const SECONDS = Number(process.env['BENCH_LOAD_SECONDS'] ?? 60);
/** Asked before anything counts, more slowly, so that every dictionary is loaded and the code is compiled. */
const WARM_UP = { rate: 200, seconds: 10 };
const MOST_P99_MS = 100;
/** Commands are sent in small groups: timers are not finer than this, in milliseconds. */
const TICK_MS = 5;

const QUESTIONS = [...COMMANDS, 'how many students are there'];

type Times = { ackMs: number[]; answerMs: number[]; lost: number; memoryMb: number[]; cpuMs: number };

export async function load(): Promise<string> {
  const slack = await startFakeSlack();
  const program = await startProgram(slack);
  const answers = await startAnswers();
  try {
    await storm(slack, program, answers, WARM_UP);
    const times = await storm(slack, program, answers, { rate: RATE, seconds: SECONDS });
    const row = (what: string, values: readonly number[]) => [
      what,
      milliseconds(quantile(values, 0.5)),
      milliseconds(p99(values)),
      milliseconds(Math.max(...values)),
    ];
    const half = times.memoryMb.slice(Math.floor(times.memoryMb.length / 2));
    return [
      `${RATE} questions a second for ${SECONDS} s; ${times.lost} unanswered; p99 expected under ${MOST_P99_MS} ms.`,
      `Memory of the program: ${times.memoryMb[0]?.toFixed(0)} MB at the beginning, at most ${Math.max(...half).toFixed(0)} MB in the second half, ${times.memoryMb.at(-1)?.toFixed(0)} MB at the end. Processor time for one question: ${times.cpuMs.toFixed(2)} ms.`,
      '',
      table(
        ['until', 'median ms', 'p99 ms', 'longest ms'],
        [row('acknowledged', times.ackMs), row('answered', times.answerMs)],
      ),
    ].join('\n');
  } finally {
    program.child.kill('SIGTERM');
    answers.close();
    await slack.close();
  }
}

type Program = { child: ChildProcess; port: number };

async function startProgram(slack: FakeSlack): Promise<Program> {
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
      DATABASE_URL: `file:${process.cwd()}/var/bench/load-${process.pid}.db`,
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
type Answers = { url: string; onAnswer: (path: string) => void; close: () => void };

async function startAnswers(): Promise<Answers> {
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

async function storm(
  slack: FakeSlack,
  { child, port }: Program,
  answers: Answers,
  { rate, seconds }: { rate: number; seconds: number },
): Promise<Times> {
  const times: Times = { ackMs: [], answerMs: [], lost: 0, memoryMb: [], cpuMs: 0 };
  const waiting = new Map<string, number>();
  answers.onAnswer = (path) => {
    const startedAt = waiting.get(path);
    if (startedAt !== undefined) times.answerMs.push(performance.now() - startedAt);
    waiting.delete(path);
  };
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });

  const beganAt = performance.now();
  const cpuBefore = processorMsOf(child);
  let sent = 0;
  for (let lookedAt = 0; performance.now() - beganAt < seconds * 1_000; await sleep(TICK_MS)) {
    const due = Math.floor(((performance.now() - beganAt) / 1_000) * rate);
    for (; sent < due; sent += 1) {
      const path = `/${rate}/${sent}`;
      const startedAt = performance.now();
      waiting.set(path, startedAt);
      post(port, agent, commandOf(slack, sent, answers.url + path), () =>
        times.ackMs.push(performance.now() - startedAt),
      );
    }
    if (performance.now() - lookedAt > 1_000) {
      lookedAt = performance.now();
      times.memoryMb.push(memoryOf(child));
    }
  }
  const latest = performance.now() + 10_000;
  while (waiting.size > 0 && performance.now() < latest) await sleep(20);
  times.lost = waiting.size;
  times.cpuMs = (processorMsOf(child) - cpuBefore) / sent;
  agent.destroy();
  return times;
}

function commandOf(
  slack: FakeSlack,
  at: number,
  responseUrl: string,
): { body: string; headers: Record<string, string> } {
  const { workspace, installation } = slack;
  const user = `U${String(at % 5_000).padStart(8, '0')}`;
  const fields = {
    command: '/harbin',
    text: QUESTIONS[at % QUESTIONS.length] ?? '',
    team_id: workspace.teamId,
    channel_id: `C${String(at % 1_000).padStart(8, '0')}`,
    user_id: user,
    user_name: user.toLowerCase(),
    response_url: responseUrl,
    trigger_id: `load.${process.pid}.${performance.now()}.${at}`,
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

function post(port: number, agent: Agent, { body, headers }: ReturnType<typeof commandOf>, onAck: () => void): void {
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

/** Processor time that a process has used, in milliseconds; the kernel counts in hundredths of a second. */
function processorMsOf({ pid }: ChildProcess): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return 10 * (Number(fields[11]) + Number(fields[12]));
}

/** Resident memory of a process, in MB. */
function memoryOf({ pid }: ChildProcess): number {
  const [, kilobytes = '0'] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1_024;
}
