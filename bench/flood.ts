import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { loadCatalogue } from '../src/data/load.ts';
import { costliest } from '../test/fuzz/costliest.ts';
import { botOf } from '../test/support/bot.ts';
import { startFakeSlack } from '../test/support/slack/fake-slack.ts';
import { askedAt, commandOf, post, startAnswers, startProgram } from './slack-program.ts';
import { p99, quantile } from './statistics.ts';
import { milliseconds, table } from './table.ts';

/** What one person's costliest messages, as many as a person may send a minute, do to the acknowledgements of all others. */

/** As many questions as a person may ask in a minute. */
const MESSAGES = 30;
const SEARCH = { seed: 7, seconds: Number(process.env['BENCH_FLOOD_SEARCH_SECONDS'] ?? 60) };
/** Questions of the others a second. */
const RATE = 100;
const WARM_UP_SECONDS = 10;
/** Calm and flood in turn, each with somebody new who floods. */
const ROUNDS = 6;
const ROUND_SECONDS = 5;
const MOST_ADDED_MS = 50;
/** Timers are not finer than this, in milliseconds. */
const TICK_MS = 5;

export async function flood(): Promise<string> {
  const found = await costliest(botOf(await loadCatalogue()), MESSAGES, SEARCH);
  const slack = await startFakeSlack();
  const answers = await startAnswers();
  const program = await startProgram(slack);
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const send = (asked: Parameters<typeof commandOf>[1], onAck: () => void) =>
    post(program.port, agent, commandOf(slack, asked, answers.url), onAck);
  let sent = 0;
  /** What the others wait for their acknowledgements, in milliseconds, over some seconds. */
  const listen = async (seconds: number): Promise<number[]> => {
    const waits: number[] = [];
    const begun = performance.now();
    for (let asked = 0; performance.now() - begun < seconds * 1_000; await sleep(TICK_MS))
      for (; asked < ((performance.now() - begun) / 1_000) * RATE; asked += 1) {
        const startedAt = performance.now();
        send(askedAt(sent), () => waits.push(performance.now() - startedAt));
        sent += 1;
      }
    return waits;
  };
  try {
    await listen(WARM_UP_SECONDS);
    const calm: number[] = [];
    const flooded: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      calm.push(...(await listen(ROUND_SECONDS)));
      for (const { text } of found) send({ user: `UFLOOD${round}`, channel: 'CFLOOD', text }, () => {});
      flooded.push(...(await listen(ROUND_SECONDS)));
    }
    const row = (what: string, waits: readonly number[]) => [
      what,
      milliseconds(quantile(waits, 0.5)),
      milliseconds(p99(waits)),
      milliseconds(Math.max(...waits)),
    ];
    const costs = found.map(({ ms }) => ms);
    return [
      `One person sends the ${MESSAGES} costliest messages that ${SEARCH.seconds} s of search found, at once, while others ask ${RATE} questions a second; ${ROUNDS} times, each over ${ROUND_SECONDS} s. Such a message costs ${milliseconds(quantile(costs, 0.5))} ms of processor time (median), at most ${milliseconds(Math.max(...costs))} ms: ${JSON.stringify(found[0]?.text.slice(0, 60))}.`,
      `Added to the p99 of the others: ${milliseconds(p99(flooded) - p99(calm))} ms, expected under ${MOST_ADDED_MS} ms.`,
      '',
      table(
        ['acknowledgements of the others', 'median ms', 'p99 ms', 'longest ms'],
        [row('in calm', calm), row('during the flood', flooded)],
      ),
    ].join('\n');
  } finally {
    agent.destroy();
    program.child.kill('SIGTERM');
    answers.close();
    await slack.close();
  }
}
