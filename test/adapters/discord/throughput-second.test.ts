import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createSecond } from '../../../src/adapters/discord/outbound/throughput.ts';
import { pause } from '../../support/until.ts';

// How long a way takes is what the test says, on a busy machine too.
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => void vi.useRealTimers());

/** Lets as much time pass as the work takes. */
async function inTime(work: Promise<void>): Promise<void> {
  let isOver = false;
  const over = work.finally(() => {
    isOver = true;
  });
  while (!isOver) await vi.advanceTimersByTimeAsync(1);
  await over;
}

test('however long each request is held up, no second of the far side counts more than was asked for', async () => {
  const most = 40;
  const second = createSecond();
  const counted: number[] = [];
  const sending: Promise<void>[] = [];
  const sendAll = async () => {
    for (let sent = 0; sent < 150; sent++) {
      for (let wait = second.waitMs(most); wait > 0; wait = second.waitMs(most)) await pause(wait);
      const send = async () => {
        // All that were sent within a while arrive together at its end.
        await pause(20 + (sent % 30 < 15 ? 15 * (15 - (sent % 15)) : 0));
        counted.push(performance.now());
        await pause(20);
      };
      sending.push(second.count(send));
      await pause(5);
    }
    await Promise.all(sending);
  };
  await inTime(sendAll());
  counted.sort((a, b) => a - b);
  const inSecond = counted.map((from) => counted.filter((at) => at >= from && at < from + 1000).length);
  expect(Math.max(...inSecond)).toBeLessThanOrEqual(most);
});

test('a request that never ends holds up others for no more than a moment', async () => {
  const second = createSecond();
  void second.count(() => new Promise<void>(() => {}));
  expect(second.waitMs(1)).toBeGreaterThan(0);
  const startedAt = performance.now();
  const waits = async () => {
    for (let wait = second.waitMs(1); wait > 0; wait = second.waitMs(1)) await pause(wait);
  };
  await inTime(waits());
  expect(performance.now() - startedAt).toBeGreaterThanOrEqual(990);
});
