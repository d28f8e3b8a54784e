import { describe, expect, it, vi } from 'vitest';
import { createAllowance } from '../../../src/adapters/shared/allowance.ts';
import { createProcessorTime } from '../../../src/adapters/shared/processor-time.ts';
import type { Bot } from '../../../src/core/bot.ts';
import type { Suggestion } from '../../../src/core/commands/suggestion.ts';

/** A clock that goes on only where work takes time. */
function machine() {
  let now = 0;
  return {
    clocks: { time: () => now, processor: () => now },
    takes: (ms: number) => {
      now += ms;
    },
  };
}

describe('the processor time of a person', () => {
  it('lets a person with ten costly questions wait, and takes the cheap one of somebody else in between', async () => {
    const { clocks, takes } = machine();
    const time = createProcessorTime(clocks);
    const done: string[] = [];
    const ask = (person: string, name: string, ms: number) =>
      time.inTurn(person, () => {
        takes(ms);
        done.push(name);
      });
    for (let at = 0; at < 10; at++) void ask('flooder', `costly ${at}`, 20);
    await ask('mei', 'cheap', 1);
    expect(done.indexOf('cheap')).toBeLessThan(3);
  });

  it('comes back while time passes, so that whoever used it up is answered later, in order, and nobody is forgotten', async () => {
    const { clocks, takes } = machine();
    const time = createProcessorTime(clocks);
    time.charged('flooder', () => takes(1_000));
    expect(time.waitMs('flooder')).toBeGreaterThan(9_000);
    takes(9_000);
    expect(time.waitMs('flooder')).toBeGreaterThan(0);
    takes(2_000);
    expect(time.waitMs('flooder')).toBe(0);
  });

  it('wakes up by itself for those who waited', async () => {
    vi.useFakeTimers();
    try {
      let used = 0;
      const time = createProcessorTime({ time: () => used + Date.now(), processor: () => used });
      time.charged('flooder', () => {
        used += 600;
      });
      const waiting = time.inTurn('flooder', () => 'answered');
      await vi.advanceTimersByTimeAsync(5_000);
      expect(await waiting).toBe('answered');
    } finally {
      vi.useRealTimers();
    }
  });

  it('hands on what the work throws, and goes on with the next', async () => {
    const time = createProcessorTime();
    const failing = time.inTurn('mei', () => {
      throw new Error('a bug');
    });
    const next = time.inTurn('mei', () => 'answered');
    await expect(failing).rejects.toThrow('a bug');
    expect(await next).toBe('answered');
  });
});

describe('an allowance', () => {
  /** A bot whose suggestions take so long, on a machine of its own. */
  function scene(ms: number) {
    const { clocks, takes } = machine();
    const bot: Pick<Bot, 'suggest'> = {
      suggest() {
        takes(ms);
        return [{} as Suggestion];
      },
    };
    return { allowance: createAllowance(createProcessorTime(clocks)), bot: bot as Bot };
  }

  it('gives no suggestions to a person whose typing used up their time, and goes on for others', () => {
    const { allowance, bot } = scene(600);
    expect(allowance.botFor('flooder', bot).suggest('公公公', 'figure', 'zh')).toHaveLength(1);
    expect(allowance.botFor('flooder', bot).suggest('公公公公', 'figure', 'zh')).toEqual([]);
    expect(allowance.botFor('mei', bot).suggest('labs', 'figure', 'en')).toHaveLength(1);
  });

  it('tells a person to wait who used up more than half a minute of it, once', () => {
    const { allowance, bot } = scene(2_100);
    allowance.botFor('flooder', bot).suggest('公公公', 'figure', 'zh');
    expect(allowance.take({ person: 'flooder' })).toMatchObject({ kind: 'refused', isFirst: true });
    expect(allowance.take({ person: 'flooder' })).toMatchObject({ kind: 'refused', isFirst: false });
    expect(allowance.take({ person: 'mei' })).toEqual({ kind: 'granted' });
  });
});
