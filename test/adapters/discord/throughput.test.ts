import { setTimeout as realPause } from 'node:timers/promises';
import { expect, type TestContext, test, vi } from 'vitest';
import { createThroughput } from '../../../src/adapters/discord/outbound/throughput.ts';
import { UNMETERED } from '../../../src/adapters/shared/meter.ts';
import { startLoopback } from '../../support/loopback/server.ts';

/** What Discord takes in a second, divided among the processes of one bot. */

const SECOND_MS = 1000;
const LOOK_EVERY_MS = 4;
const NEVER = new AbortController().signal;

test('the posts of several processes keep to the pace of one bot, each by its shards', async (context) => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  context.onTestFinished(() => void vi.useRealTimers());
  const shares = [1 / 2, 1 / 4, 1 / 4];
  const passed = shares.map(() => 0);
  shares.forEach((share, process) => {
    const throughput = createThroughput(UNMETERED, share);
    for (let post = 0; post < 1000; post++)
      void throughput.turn(NEVER).then(() => {
        passed[process] = (passed[process] ?? 0) + 1;
      });
  });
  await vi.advanceTimersByTimeAsync(10_000);
  // 47 a second over all of them; gaps differ by chance, and their mean does not.
  for (const [process, share] of shares.entries()) {
    expect(passed[process]).toBeGreaterThan(470 * share * 0.94);
    expect(passed[process]).toBeLessThan(470 * share * 1.06);
  }
});

test('a process with a tenth of the shards sends no more than a tenth of the requests', async (context) => {
  const arrivals = await listening(context);
  // Requests are real, and only the test lets time pass: on a busy machine their way takes as long as on any other.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  context.onTestFinished(() => void vi.useRealTimers());
  const { makeRequest } = createThroughput(UNMETERED, 1 / 10);
  const send = async (headers: Record<string, string>) => {
    const init = { method: 'GET', headers, signal: new AbortController().signal };
    await (await makeRequest(arrivals.url, init as never)).arrayBuffer();
  };
  let answered = 0;
  const counted = Array.from({ length: 12 }, () => send({ Authorization: 'Bot x' }).then(() => answered++));
  for (const sofar of [5, 10, 12]) {
    await lookUntil(() => answered >= sofar);
    await vi.advanceTimersByTimeAsync(SECOND_MS);
  }
  await Promise.all(counted);
  expect(arrivals.perSecond()).toEqual([5, 5, 2]);
  // Answers to interactions do not count.
  await Promise.all(Array.from({ length: 12 }, () => send({})));
  expect(arrivals.perSecond()).toEqual([5, 5, 2, 12]);
});

/** Looks again and again while the clock stands still. */
async function lookUntil(isSo: () => boolean): Promise<void> {
  while (!isSo()) await realPause(LOOK_EVERY_MS);
}

/** A server that notes when requests come. */
async function listening(context: Pick<TestContext, 'onTestFinished'>) {
  const times: number[] = [];
  const server = await startLoopback(async (_, response) => {
    times.push(performance.now());
    response.end('{}');
  });
  context.onTestFinished(() => server.close());
  return {
    url: `http://127.0.0.1:${server.port}/api/v10/channels/1`,
    /** How many came in each second that any came in. */
    perSecond() {
      const seconds = [...new Set(times.map((at) => Math.floor((at - (times[0] ?? 0)) / SECOND_MS)))];
      return seconds.map(
        (second) => times.filter((at) => Math.floor((at - (times[0] ?? 0)) / SECOND_MS) === second).length,
      );
    },
  };
}
