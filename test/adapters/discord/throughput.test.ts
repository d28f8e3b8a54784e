import { createServer } from 'node:http';
import { expect, type TestContext, test, vi } from 'vitest';
import { createThroughput } from '../../../src/adapters/discord/throughput.ts';
import { UNMETERED } from '../../../src/adapters/meter.ts';
import { listen, stop } from '../../support/discord/rest-server.ts';

/** What Discord takes in a second, divided among the processes of one bot. */

/** A little less than one: the way to the far side is not always as long. */
const SECOND_MS = 900;
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
  const { makeRequest } = createThroughput(UNMETERED, 1 / 10);
  const send = async (headers: Record<string, string>) => {
    const init = { method: 'GET', headers, signal: new AbortController().signal };
    await (await makeRequest(arrivals.url, init as never)).arrayBuffer();
  };
  await Promise.all(Array.from({ length: 12 }, () => send({ Authorization: 'Bot x' })));
  expect(arrivals.mostInSecond()).toBe(5);
  // Answers to interactions do not count.
  await Promise.all(Array.from({ length: 12 }, () => send({})));
  expect(arrivals.mostInSecond()).toBeGreaterThanOrEqual(12);
});

/** A server that notes when requests come. */
async function listening(context: Pick<TestContext, 'onTestFinished'>) {
  const times: number[] = [];
  const server = createServer((_, response) => {
    times.push(performance.now());
    response.end('{}');
  });
  const port = await listen(server, 0);
  context.onTestFinished(() => {
    server.closeAllConnections();
    return stop(server, new Set());
  });
  return {
    url: `http://127.0.0.1:${port}/api/v10/channels/1`,
    mostInSecond: () =>
      Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + SECOND_MS).length)),
  };
}
