import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { type FakeSlack, startFakeSlack } from '../test/support/slack/fake-slack.ts';
import { type Answers, askedAt, commandOf, type Program, post, startAnswers, startProgram } from './slack-program.ts';
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
      post(port, agent, commandOf(slack, askedAt(sent), answers.url + path), () =>
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
