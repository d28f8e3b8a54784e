import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Sent } from '../../../src/core/ports.ts';
import { channel, SHANGHAI_AT_NINE, subscribed } from '../../support/daily.ts';
import { until } from '../../support/until.ts';
import { accepted, FIGURES, world } from './harness.ts';

const days = (from: string, count: number) =>
  Array.from({ length: count }, (_, index) => new Date(Date.parse(`${from}T01:00:30Z`) + index * 86_400_000));

describe('A daily post', () => {
  it('goes out at its hour, once, and is written down', async () => {
    const { save, at, daily, settled, platform } = await world();
    await save(subscribed(), '2026-11-25T01:00:00Z');
    at('2026-11-25T00:59:59Z');
    daily.start();
    await sleep(60);
    expect(platform.tries).toEqual([]);
    at('2026-11-25T01:00:02Z');
    const [delivery] = await settled(1);
    await sleep(60);
    expect(platform.posts).toHaveLength(1);
    expect(delivery).toEqual({
      key: `${subscribed().id}.2026-11-25`,
      day: '2026-11-25',
      dueAt: new Date('2026-11-25T01:00:00Z'),
      figure: platform.posts[0]?.text.split(' ')[0],
      outcome: { kind: 'sent', at: new Date('2026-11-25T01:00:02Z'), lateMs: 2_000, link: 'https://example.com/1' },
    });
  });

  it('is in the language of its channel, else of whoever set it up', async () => {
    const { save, at, daily, settled, platform, store } = await world();
    const other = channel('C2');
    await store.languages.set('slack:T1:C2', 'zh');
    await save(subscribed({ language: 'ru' }), '2026-11-25T01:00:00Z');
    await save(subscribed({ language: 'ru', channel: other }), '2026-11-25T01:00:00Z');
    at('2026-11-25T01:00:02Z');
    daily.start();
    await settled(1);
    await settled(1, other);
    const languages = Object.fromEntries(platform.posts.map((post) => [post.channel, post.text.split(' ')[1]]));
    expect(languages).toEqual({ C1: 'ru', C2: 'zh' });
  });

  it('repeats no figure before all have been shown, nor one twice in a row', async () => {
    const { save, at, daily, settled, platform } = await world();
    await save(subscribed(), '2026-11-01T01:00:00Z');
    at('2026-11-01T00:00:00Z');
    daily.start();
    for (const [index, time] of days('2026-11-01', 15).entries()) {
      at(time.toISOString());
      await settled(index + 1);
    }
    const figures = platform.posts.map(({ text }) => text.split(' ')[0]);
    for (const round of [figures.slice(0, 5), figures.slice(5, 10), figures.slice(10)])
      expect([...round].sort()).toEqual([...FIGURES].sort());
    expect(figures.some((figure, index) => figure === figures[index + 1])).toBe(false);
  });
});

describe('After hours of silence', () => {
  it('one post comes late, says so, and the missed days are skipped with the reason', async () => {
    const { save, at, daily, settled, platform } = await world();
    await save(subscribed(), '2026-11-22T01:00:00Z');
    at('2026-11-25T06:59:59Z');
    daily.start();
    const history = await settled(4);
    expect(history.map(({ day, outcome }) => [day, outcome.kind])).toEqual([
      ['2026-11-25', 'sent'],
      ['2026-11-24', 'skipped'],
      ['2026-11-23', 'skipped'],
      ['2026-11-22', 'skipped'],
    ]);
    expect(history[1]?.outcome).toEqual({ kind: 'skipped', why: 'late' });
    expect(platform.posts.map(({ text }) => text.split(' ')[2])).toEqual(['late']);
  });

  it('of more than six, none comes', async () => {
    const { save, at, daily, settled, platform } = await world();
    await save(subscribed(), '2026-11-25T01:00:00Z');
    at('2026-11-25T07:00:01Z');
    daily.start();
    const [delivery] = await settled(1);
    expect(delivery?.outcome).toEqual({ kind: 'skipped', why: 'late' });
    expect(platform.tries).toEqual([]);
  });

  it('of years, the log still ends with the last days', async () => {
    const { save, at, daily, settled } = await world();
    await save(subscribed(), '2020-01-01T01:00:00Z');
    at('2026-11-25T01:00:01Z');
    daily.start();
    const history = await settled(10);
    expect(history).toHaveLength(10);
    expect(history.at(0)).toMatchObject({ day: '2026-11-25', outcome: { kind: 'sent' } });
    expect(history.at(-1)).toMatchObject({ day: '2026-11-16', outcome: { kind: 'skipped', why: 'late' } });
  });
});

describe('A clock that jumps', () => {
  it('posts no day twice', async () => {
    const { save, at, daily, settled, platform } = await world();
    await save(subscribed(), '2026-11-25T01:00:00Z');
    at('2026-11-25T01:00:01Z');
    daily.start();
    await settled(1);
    for (const time of [
      '2026-11-24T01:00:01Z',
      '2026-11-26T01:00:01Z',
      '2026-11-25T01:00:01Z',
      '2026-11-26T02:00:00Z',
    ]) {
      at(time);
      await sleep(40);
    }
    await settled(2);
    await sleep(40);
    expect(new Set(platform.posts.map(({ key }) => key)).size).toBe(platform.posts.length);
    expect(platform.posts).toHaveLength(2);
  });
});

describe('A change of zone or hour', () => {
  it('gives a day that had its post no second one, whatever is saved as due', async () => {
    const { save, at, daily, settled, platform } = await world();
    await save(subscribed(), '2026-11-25T01:00:00Z');
    at('2026-11-25T01:00:01Z');
    daily.start();
    await settled(1);
    await save(subscribed({ schedule: { ...SHANGHAI_AT_NINE, minute: 10 * 60 } }), '2026-11-25T02:00:00Z');
    at('2026-11-25T02:00:01Z');
    await sleep(60);
    expect(platform.posts).toHaveLength(1);
    at('2026-11-26T02:00:01Z');
    expect((await settled(2)).map(({ day }) => day)).toEqual(['2026-11-26', '2026-11-25']);
  });
});

describe('Pausing', () => {
  it('ends by itself on its day, and the log tells the days between', async () => {
    const { save, at, daily, settled, store } = await world();
    await save(subscribed(), '2026-11-20T01:00:00Z');
    at('2026-11-20T01:00:01Z');
    daily.start();
    await settled(1);
    const paused = subscribed({ state: { kind: 'paused', by: 'U2', until: '2026-11-23' } });
    await save(paused, '2026-11-23T01:00:00Z');
    at('2026-11-23T01:00:01Z');
    const history = await settled(4);
    expect(history.map(({ outcome }) => ('why' in outcome ? outcome.why : outcome.kind))).toEqual([
      'sent',
      'paused',
      'paused',
      'sent',
    ]);
    expect((await store.subscriptions.of(channel()))?.state).toEqual({ kind: 'on' });
  });

  it('keeps to its day even where an earlier one is saved as due', async () => {
    const { save, at, daily, platform, settled } = await world();
    await save(subscribed({ state: { kind: 'paused', by: 'U2', until: '2026-11-23' } }), '2026-11-20T01:00:00Z');
    at('2026-11-20T01:00:01Z');
    daily.start();
    await sleep(60);
    expect(platform.tries).toEqual([]);
    at('2026-11-23T01:00:01Z');
    expect(await settled(1)).toMatchObject([{ day: '2026-11-23', outcome: { kind: 'sent' } }]);
  });
});

describe('Days without a post', () => {
  it('are in the log with the reason', async () => {
    const { save, at, daily, settled } = await world();
    const weekdays = subscribed({ schedule: { ...SHANGHAI_AT_NINE, days: 'weekdays' } });
    await save(weekdays, '2026-11-27T01:00:00Z');
    at('2026-11-27T01:00:01Z');
    daily.start();
    await settled(1);
    at('2026-11-30T01:00:01Z');
    const history = await settled(4);
    expect(history.map(({ outcome }) => ('why' in outcome ? outcome.why : outcome.kind))).toEqual([
      'sent',
      'day',
      'day',
      'sent',
    ]);
  });
});

describe('A post whose outcome is uncertain', () => {
  const uncertain = { kind: 'uncertain', code: 'timeout' } as const;

  it('that is found in the channel is not sent again', async () => {
    const { save, at, daily, settled, platform } = await world();
    platform.answer = () => uncertain;
    platform.look = () => ({ kind: 'there', id: '7', link: 'https://example.com/7' });
    await save(subscribed(), '2026-11-25T01:00:00Z');
    at('2026-11-25T01:00:01Z');
    daily.start();
    expect(await settled(1)).toMatchObject([{ outcome: { kind: 'sent', link: 'https://example.com/7' } }]);
    expect(platform.tries).toHaveLength(1);
  });

  it('that is not in the channel is sent again', async () => {
    const { save, at, daily, settled, platform } = await world();
    platform.answer = () => (platform.tries.length === 1 ? uncertain : accepted);
    await save(subscribed(), '2026-11-25T01:00:00Z');
    at('2026-11-25T01:00:01Z');
    daily.start();
    expect(await settled(1)).toMatchObject([{ outcome: { kind: 'sent' } }]);
    expect(platform.tries).toHaveLength(2);
  });

  it('is looked for before each later try, also when the try before was certain to post nothing', async () => {
    const { save, at, daily, settled, platform } = await world();
    await save(subscribed(), '2026-11-25T01:00:00Z');
    at('2026-11-25T01:00:01Z');
    const answers: Sent[] = [
      { kind: 'uncertain', code: 'reset' },
      { kind: 'limited', waitMs: 10 },
      { kind: 'unsent', code: 'refused' },
    ];
    platform.answer = () => answers.shift() ?? accepted;
    let looks = 0;
    platform.look = () => {
      looks += 1;
      return { kind: 'absent' };
    };
    daily.start();
    await settled(1);
    expect([platform.tries.length, looks]).toEqual([4, 3]);
  });

  it('that nobody can look for stays uncertain, and is never sent again', async () => {
    const { save, at, daily, settled, platform, store } = await world();
    platform.answer = () => uncertain;
    platform.look = () => ({ kind: 'unknown', code: 'missing_scope' });
    await save(subscribed(), '2026-11-25T01:00:00Z');
    at('2026-11-25T01:00:01Z');
    daily.start();
    expect(await settled(1)).toMatchObject([{ outcome: { kind: 'uncertain', code: 'missing_scope' } }]);
    expect(platform.tries).toHaveLength(1);
    expect((await store.census()).oldestDue).toEqual(new Date('2026-11-26T01:00:00Z'));
  });

  it('also where the platform says nothing at all, or the messenger fails', async () => {
    const { save, at, daily, settled, platform, events } = await world();
    platform.look = () => ({ kind: 'unknown', code: 'missing_scope' });
    platform.answer = ({ channel: { id } }) => {
      if (id === 'C1') throw new Error('a bug');
      return new Promise(() => {});
    };
    const other = channel('C2');
    await save(subscribed(), '2026-11-25T01:00:00Z');
    await save(subscribed({ channel: other }), '2026-11-25T01:00:00Z');
    at('2026-11-25T01:00:01Z');
    daily.start();
    expect(await settled(1)).toMatchObject([{ outcome: { kind: 'uncertain' } }]);
    expect(await settled(1, other)).toMatchObject([{ outcome: { kind: 'uncertain' } }]);
    expect(platform.tries.sort()).toEqual(['C1', 'C2']);
    expect(events).toContainEqual(expect.objectContaining({ kind: 'trouble', what: 'post' }));
  });
});

describe('A platform in trouble', () => {
  it('is tried again until it takes the post', async () => {
    const { save, at, daily, settled, platform } = await world();
    platform.answer = () => (platform.tries.length < 4 ? { kind: 'unsent', code: '503' } : accepted);
    await save(subscribed(), '2026-11-25T01:00:00Z');
    at('2026-11-25T01:00:01Z');
    daily.start();
    expect(await settled(1)).toMatchObject([{ outcome: { kind: 'sent' } }]);
    expect(platform.tries).toHaveLength(4);
  });

  it('for more than six hours gets no more tries, and nobody has to do anything', async () => {
    const { save, at, daily, settled, platform, store } = await world();
    platform.answer = () => ({ kind: 'unsent', code: '503' });
    await save(subscribed(), '2026-11-25T01:00:00Z');
    at('2026-11-25T01:00:01Z');
    daily.start();
    await until(() => platform.tries.length > 2);
    at('2026-11-25T07:00:01Z');
    expect(await settled(1)).toMatchObject([{ outcome: { kind: 'failed', remedy: 'wait', code: '503' } }]);
    expect((await store.subscriptions.of(channel()))?.state).toEqual({ kind: 'on' });
  });

  it('that limits one channel keeps no other waiting', async () => {
    const { save, at, daily, settled, platform, last } = await world({});
    platform.answer = ({ channel: { id } }) => (id === 'C1' ? { kind: 'limited', waitMs: 60_000 } : accepted);
    const other = channel('C2');
    await save(subscribed(), '2026-11-25T01:00:00Z');
    await save(subscribed({ channel: other }), '2026-11-25T01:00:00Z');
    at('2026-11-25T01:00:01Z');
    daily.start();
    expect(await settled(1, other)).toMatchObject([{ outcome: { kind: 'sent' } }]);
    await until(() => platform.tries.includes('C1'));
    await sleep(50);
    expect((await last())?.outcome).toEqual({ kind: 'waiting' });
    expect(platform.tries.filter((id) => id === 'C1')).toHaveLength(1);
  });
});

describe('A channel that refuses posts', () => {
  const refused = (remedy: 'archived' | 'operator') => ({ kind: 'refused', remedy, code: 'is_archived' }) as const;

  it('is kept for three days, then stopped, and whoever set it up is told once', async () => {
    const { save, at, daily, settled, platform, store, events } = await world();
    platform.answer = () => refused('archived');
    await save(subscribed(), '2026-11-01T01:00:00Z');
    at('2026-11-01T00:00:00Z');
    daily.start();
    for (const [index, time] of days('2026-11-01', 3).entries()) {
      expect((await store.subscriptions.of(channel()))?.state).toEqual({ kind: 'on' });
      at(time.toISOString());
      const [last] = await settled(index + 1);
      expect(last?.outcome).toEqual({ kind: 'failed', remedy: 'archived', code: 'is_archived' });
    }
    const broken = { kind: 'broken', remedy: 'archived', code: 'is_archived' };
    await until(() => events.some(({ kind }) => kind === 'broken'));
    expect((await store.subscriptions.of(channel()))?.state).toEqual(broken);
    expect(platform.told).toEqual([{ user: 'U1', text: JSON.stringify(broken) }]);
    at('2026-11-10T01:00:01Z');
    await sleep(60);
    expect(platform.tries).toHaveLength(3);
  });

  it('is not stopped where it takes a post in between', async () => {
    const { save, at, daily, settled, platform, store } = await world();
    platform.answer = () => (platform.tries.length === 3 ? accepted : refused('archived'));
    await save(subscribed(), '2026-11-01T01:00:00Z');
    at('2026-11-01T00:00:00Z');
    daily.start();
    for (const [index, time] of days('2026-11-01', 5).entries()) {
      at(time.toISOString());
      await settled(index + 1);
    }
    expect((await store.subscriptions.of(channel()))?.state).toEqual({ kind: 'on' });
    expect(platform.told).toEqual([]);
  });

  it('is never stopped for what only the operator can mend', async () => {
    const { save, at, daily, settled, platform, store } = await world();
    platform.answer = () => refused('operator');
    await save(subscribed(), '2026-11-01T01:00:00Z');
    at('2026-11-01T00:00:00Z');
    daily.start();
    for (const [index, time] of days('2026-11-01', 5).entries()) {
      at(time.toISOString());
      await settled(index + 1);
    }
    expect((await store.subscriptions.of(channel()))?.state).toEqual({ kind: 'on' });
    expect(platform.told).toEqual([]);
  });
});

describe('A stop', () => {
  it('lets a running post finish, and takes no new one', async () => {
    const { save, at, daily, platform, last } = await world();
    let finish = () => {};
    platform.answer = () =>
      new Promise((resolve) => {
        finish = () => resolve(accepted);
      });
    await save(subscribed(), '2026-11-25T01:00:00Z');
    at('2026-11-25T01:00:01Z');
    daily.start();
    await until(() => platform.tries.length === 1);
    const stopped = daily.stop();
    await sleep(30);
    finish();
    await stopped;
    expect((await last())?.outcome.kind).toBe('sent');
    at('2026-11-26T01:00:01Z');
    await sleep(30);
    expect(platform.tries).toHaveLength(1);
  });

  it('that cannot wait leaves the post to be looked for', async () => {
    const { save, at, daily, platform, store } = await world();
    platform.answer = (_, signal) =>
      new Promise((resolve) => {
        signal.addEventListener('abort', () => resolve({ kind: 'uncertain', code: 'aborted' }));
      });
    await save(subscribed(), '2026-11-25T01:00:00Z');
    at('2026-11-25T01:00:01Z');
    daily.start();
    await until(() => platform.tries.length === 1);
    await daily.stop();
    await sleep(30);
    const wanted = { platform: 'slack', owner: 'next', most: 1, leaseMs: 1_000, except: [] } as const;
    expect(await store.ledger.claim(wanted)).toMatchObject([{ isDoubtful: true, attempts: 2 }]);
  });
});

describe('A database in trouble', () => {
  it('costs time, and no post', async () => {
    const { store, save, at, daily, settled, platform, events } = await world();
    const { prepare, claim, settle } = store.ledger;
    const onlyEverySecondTime = <Args extends unknown[], T>(work: (...args: Args) => Promise<T>) => {
      let calls = 0;
      return async (...args: Args) => {
        calls += 1;
        if (calls % 2 === 1) throw new Error('connection lost');
        return work(...args);
      };
    };
    Object.assign(store.ledger, {
      prepare: onlyEverySecondTime(prepare),
      claim: onlyEverySecondTime(claim),
      settle: onlyEverySecondTime(settle),
    });
    await save(subscribed(), '2026-11-25T01:00:00Z');
    at('2026-11-25T01:00:01Z');
    daily.start();
    expect(await settled(1)).toMatchObject([{ outcome: { kind: 'sent' } }]);
    expect(platform.posts).toHaveLength(1);
    expect(events.filter(({ kind }) => kind === 'trouble').length).toBeGreaterThan(1);
  });
});
