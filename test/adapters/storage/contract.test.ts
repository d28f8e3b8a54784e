import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Store } from '../../../src/adapters/storage/open-store.ts';
import type { Claimed, Plan } from '../../../src/core/daily/ledger.ts';
import { placeOf } from '../../../src/core/daily/subscription.ts';
import { REPORTED } from '../../../src/core/feedback/misses.ts';
import { channel, subscribed } from '../../support/daily.ts';
import { onEveryStore } from './stores.ts';

const DUE = new Date('2026-11-25T01:00:00Z');
const NOW = new Date('2026-11-25T01:00:01Z');
const TOMORROW = new Date('2026-11-26T01:00:00Z');
const LONG_AGO = new Date('2020-01-01T00:00:00Z');

/** Answers do without the language of a place where the database is slow for a moment. */
const PATIENCE = { timeout: 30_000 };

/** Plans one figure for each due day. */
const planning =
  (figure: string, day = '2026-11-25', cycle = 0): (() => Plan) =>
  () => ({ days: [{ day, dueAt: DUE, figure, cycle }], next: TOMORROW, state: { kind: 'on' } });
const wanted = (changes: object = {}) => ({
  platform: 'slack' as const,
  owner: 'me',
  most: 10,
  leaseMs: 60_000,
  except: [],
  ...changes,
});
const sent = (claimed: Claimed) => ({
  kind: 'done' as const,
  outcome: { kind: 'sent' as const, at: NOW, lateMs: 1_000, link: 'https://example.com/1' },
  id: '1',
  failedDays: 0,
  state: claimed.subscription.state,
});

onEveryStore(({ fresh, open }) => {
  let url: string;
  let store: Store;
  beforeEach(async () => {
    url = fresh();
    store = await open(url);
  });

  const due = async (id = 'C1', figure = 'universities') => {
    await store.subscriptions.save(subscribed({ channel: channel(id) }), DUE);
    await store.ledger.prepare(NOW, 10, planning(figure));
  };
  const claimOne = async (changes: object = {}): Promise<Claimed> => {
    const [claimed] = await store.ledger.claim(wanted(changes));
    if (!claimed) throw new Error('nothing to claim');
    return claimed;
  };

  describe('The channels that were introduced to the bot', () => {
    it('are noted once each, by whichever process, and forgotten with their workspace', async () => {
      const other = await open(url);
      const firsts = await Promise.all([store, other, store].map((one) => one.introductions.first(channel('C1'))));
      expect(firsts.filter(Boolean)).toHaveLength(1);
      expect(await other.introductions.first(channel('C2'))).toBe(true);
      expect((await store.subscriptions.kept('slack')).map(({ id }) => id).sort()).toEqual(['C1', 'C2']);
      await store.subscriptions.forget({ platform: 'slack', workspace: channel('C1').workspace, channel: 'C1' });
      expect(await other.introductions.first(channel('C1'))).toBe(true);
      expect(await other.introductions.first(channel('C2'))).toBe(false);
    });
  });

  describe('The languages of places', () => {
    it('outlive the process, and auto forgets them', async () => {
      await store.languages.set('slack:T1:C1', 'zh');
      await store.languages.set('slack:T1:C1', 'ru');
      const again = await open(url);
      await expect.poll(() => again.languages.of('slack:T1:C1'), PATIENCE).toBe('ru');
      await again.languages.set('slack:T1:C1', 'auto');
      expect(await store.languages.of('slack:T1:C1')).toBeUndefined();
    });
  });

  describe('Subscriptions', () => {
    it('come back as they were saved', async () => {
      const schedule = { minute: 605, zone: 'Europe/Berlin', days: [1, 3], topic: 'money' };
      const subscription = subscribed({ schedule, state: { kind: 'paused', by: 'U2', until: '2026-12-24' } });
      await store.subscriptions.save(subscription, DUE);
      expect(await store.subscriptions.of(subscription.channel)).toEqual(subscription);
      expect(await store.subscriptions.of(channel('C2'))).toBeUndefined();
    });

    it('are found by who set them up, in one workspace', async () => {
      const by = (user: string, id: string) => subscribed({ channel: channel(id), setBy: { user, at: NOW } });
      for (const one of [by('U1', 'C2'), by('U1', 'C1'), by('U2', 'C3')]) await store.subscriptions.save(one, DUE);
      const of = (workspace: string) => store.subscriptions.setUpBy({ platform: 'slack', workspace }, 'U1');
      const { workspace } = channel('C1');
      expect(await of(workspace)).toEqual([channel('C1'), channel('C2')]);
      expect(await of('T9')).toEqual([]);
    });

    it('of a channel are one, and keep their history when they are set up anew', async () => {
      await due();
      await store.ledger.settle(await claimOne(), sent(await store.subscriptions.of(channel()).then(asClaimed)));
      await store.subscriptions.save(subscribed({ id: 'another', language: 'zh' }), TOMORROW);
      const kept = await store.subscriptions.of(channel());
      expect(kept).toMatchObject({ id: subscribed().id, language: 'zh' });
      expect(await store.subscriptions.history(channel(), 10)).toHaveLength(1);
    });

    it('tell the last days, the latest first', async () => {
      await store.subscriptions.save(subscribed(), DUE);
      const days = Array.from({ length: 12 }, (_, index) => `2026-11-${10 + index}`);
      await store.ledger.prepare(NOW, 1, () => ({
        days: days.map((day) => ({ day, dueAt: DUE, skipped: 'late' as const })),
        next: undefined,
        state: { kind: 'on' },
      }));
      const history = await store.subscriptions.history(channel(), 10);
      expect(history.map(({ day }) => day)).toEqual(days.reverse().slice(0, 10));
      expect(history[0]?.outcome).toEqual({ kind: 'skipped', why: 'late' });
    });

    it('that are turned off end what was not sent yet', async () => {
      await due();
      await store.subscriptions.save(subscribed({ state: { kind: 'off' } }), undefined);
      expect(await store.ledger.claim(wanted())).toEqual([]);
      const [last] = await store.subscriptions.history(channel(), 1);
      expect(last?.outcome).toEqual({ kind: 'skipped', why: 'off' });
    });

    it('are forgotten with their channel or workspace, and nothing else is', async () => {
      const places = [channel('C1'), channel('C2'), channel('C1', 'T2'), channel('C1', 'T1', 'discord')];
      for (const place of places) {
        await store.subscriptions.save(subscribed({ channel: place }), DUE);
        await store.languages.set(`${place.platform}:${place.workspace}:${place.id}`, 'zh');
      }
      await store.ledger.prepare(NOW, 10, planning('universities'));
      const left = async () => {
        const found = await Promise.all(
          places.map(async (place) => [
            await store.subscriptions.of(place),
            (await store.subscriptions.history(place, 1))[0],
            await store.languages.of(`${place.platform}:${place.workspace}:${place.id}`),
          ]),
        );
        return found.map((kept) => kept.filter((one) => one !== undefined).length);
      };
      await store.languages.set('slack:T1:C9', 'ru');
      const byName = async () => (await store.subscriptions.kept('slack')).map(placeOf).sort();
      await expect.poll(byName, PATIENCE).toEqual(['slack:T1:C1', 'slack:T1:C2', 'slack:T1:C9', 'slack:T2:C1']);
      await store.languages.set('slack:T1:C9', 'auto');
      await store.subscriptions.forget({ platform: 'slack', workspace: 'T1', channel: 'C1' });
      await expect.poll(left, PATIENCE).toEqual([0, 3, 3, 3]);
      await store.subscriptions.forget({ platform: 'slack', workspace: 'T1' });
      await expect.poll(left, PATIENCE).toEqual([0, 0, 3, 3]);
    });
  });

  describe('Planning', () => {
    it('leaves alone what is not due', async () => {
      await store.subscriptions.save(subscribed(), DUE);
      expect(await store.ledger.prepare(new Date(DUE.getTime() - 1), 10, planning('universities'))).toBe(0);
    });

    it('hands over where a channel stands, and goes on from there', async () => {
      await due();
      const seen: unknown[] = [];
      await store.ledger.prepare(TOMORROW, 10, (subject) => {
        seen.push(subject);
        return planning('funding', '2026-11-26')();
      });
      expect(seen).toMatchObject([
        {
          due: TOMORROW,
          lastDay: '2026-11-25',
          rotation: { cycle: 0, shown: ['universities'], last: 'universities' },
        },
      ]);
    });

    it('tells why no posts came while somebody had stopped them', async () => {
      await store.subscriptions.save(subscribed({ state: { kind: 'paused', by: 'U1' } }), undefined);
      await store.subscriptions.save(subscribed(), DUE);
      const seen: unknown[] = [];
      await store.ledger.prepare(NOW, 10, (subject) => {
        seen.push(subject.away);
        return planning('universities')();
      });
      expect(seen).toEqual(['paused']);
    });

    it('never writes a second post for a day, nor a figure twice in a round', async () => {
      await due();
      await store.subscriptions.save(subscribed(), DUE);
      await store.ledger.prepare(NOW, 10, planning('funding'));
      await store.subscriptions.save(subscribed(), DUE);
      await store.ledger.prepare(NOW, 10, planning('universities', '2026-11-26'));
      const history = await store.subscriptions.history(channel(), 10);
      expect(history.map(({ day, figure }) => [day, figure])).toEqual([['2026-11-25', 'universities']]);
    });

    it('divides the due subscriptions between processes', async () => {
      for (let number = 0; number < 40; number++)
        await store.subscriptions.save(subscribed({ channel: channel(`C${number}`) }), DUE);
      const others = await Promise.all([open(url), open(url), open(url)]);
      const planned: string[] = [];
      const work = async ({ ledger }: Store) => {
        const plan = ({ subscription }: { subscription: { id: string } }) => {
          planned.push(subscription.id);
          return planning('universities')();
        };
        while ((await ledger.prepare(NOW, 3, plan)) > 0);
      };
      await Promise.all([store, ...others].map(work));
      expect(new Set(planned).size).toBe(40);
      expect(await claimAll(store)).toBe(40);
    });
  });

  describe('Claiming', () => {
    it('gives each post to one process only', async () => {
      for (let number = 0; number < 30; number++) await due(`C${number}`);
      const others = await Promise.all([open(url), open(url), open(url)]);
      const counts = await Promise.all([store, ...others].map((one, index) => claimAll(one, `owner ${index}`)));
      expect(counts.reduce((sum, count) => sum + count)).toBe(30);
    });

    it('tells all that is needed to post', async () => {
      await due();
      expect(await claimOne()).toMatchObject({
        key: `${subscribed().id}.2026-11-25`,
        subscription: subscribed(),
        day: '2026-11-25',
        dueAt: DUE,
        figure: 'universities',
        attempts: 1,
        isDoubtful: false,
        failedDays: 0,
      });
    });

    it('passes over other platforms, and what is under way', async () => {
      await due();
      expect(await store.ledger.claim(wanted({ platform: 'discord' }))).toEqual([]);
      const { key } = await claimOne({ leaseMs: -1 });
      expect(await store.ledger.claim(wanted({ except: [key] }))).toEqual([]);
    });

    it('takes over when a lease has ended, and then knows that it is doubtful', async () => {
      await due();
      const lost = await claimOne({ owner: 'dead', leaseMs: -1 });
      const taken = await claimOne();
      expect(taken).toMatchObject({ key: lost.key, attempts: 2, isDoubtful: true });
      expect(taken.firstTriedAt).toEqual(lost.firstTriedAt);
      expect(await store.ledger.settle(lost, sent(lost))).toBe(false);
      expect(await store.ledger.settle(taken, sent(taken))).toBe(true);
    });

    it('waits as long as a try says', async () => {
      await due();
      const again = { kind: 'again', isDoubtful: false, looks: 0, code: 'limited' } as const;
      await store.ledger.settle(await claimOne(), { ...again, afterMs: 3_600_000 });
      expect(await store.ledger.claim(wanted())).toEqual([]);
      const [last] = await store.subscriptions.history(channel(), 1);
      expect(last?.outcome).toEqual({ kind: 'waiting' });
    });

    it('remembers doubt, looks and the last trouble', async () => {
      await due();
      const again = { kind: 'again', isDoubtful: true, looks: 2, code: 'timeout', afterMs: -1 } as const;
      await store.ledger.settle(await claimOne(), again);
      expect(await claimOne()).toMatchObject({ attempts: 2, isDoubtful: true, looks: 2, code: 'timeout' });
    });
  });

  describe('Settling', () => {
    it('writes down what was sent', async () => {
      await due();
      const claimed = await claimOne();
      expect(await store.ledger.settle(claimed, sent(claimed))).toBe(true);
      expect(await store.subscriptions.history(channel(), 1)).toEqual([
        { key: claimed.key, day: '2026-11-25', dueAt: DUE, figure: 'universities', outcome: sent(claimed).outcome },
      ]);
      expect(await store.ledger.settle(claimed, sent(claimed))).toBe(false);
    });

    it('lets a figure that nobody saw come again in the same round', async () => {
      await due();
      const claimed = await claimOne();
      const outcome = { kind: 'failed', remedy: 'invite', code: 'not_in_channel' } as const;
      const failed = { ...sent(claimed), outcome, failedDays: 1 };
      await store.ledger.settle(claimed, failed);
      await store.ledger.prepare(TOMORROW, 10, planning('universities', '2026-11-26'));
      expect(await claimOne()).toMatchObject({ figure: 'universities', day: '2026-11-26', failedDays: 1 });
    });

    it('stops a subscription with its last failure, but not one that was changed meanwhile', async () => {
      for (const id of ['C1', 'C2']) await due(id);
      const claims = await store.ledger.claim(wanted());
      const setAnew = { user: 'U2', at: NOW };
      await store.subscriptions.save(subscribed({ channel: channel('C2'), setBy: setAnew }), TOMORROW);
      const state = { kind: 'broken', remedy: 'archived', code: 'is_archived' } as const;
      const outcome = { kind: 'failed', remedy: 'archived', code: 'is_archived' } as const;
      for (const claimed of claims) await store.ledger.settle(claimed, { kind: 'done', outcome, failedDays: 3, state });
      expect((await store.subscriptions.of(channel('C1')))?.state).toEqual(state);
      expect((await store.subscriptions.of(channel('C2')))?.state).toEqual({ kind: 'on' });
      const planned = await store.ledger.prepare(TOMORROW, 10, planning('funding', '2026-11-26'));
      expect(planned).toBe(1);
    });
  });

  describe('Tidying', () => {
    it('ends what nobody took up, and says which may have arrived', async () => {
      for (const id of ['C1', 'C2', 'C3']) await due(id);
      const lost = await claimOne({ most: 1, leaseMs: -1 });
      const tried = await claimOne({ most: 1, except: [lost.key] });
      await store.ledger.settle(tried, { kind: 'again', isDoubtful: false, looks: 0, code: 'unsent', afterMs: -1 });
      expect(await store.ledger.tidy(NOW, LONG_AGO)).toEqual([]);
      const ended = await store.ledger.tidy(NOW, TOMORROW);
      expect(ended.map(({ outcome }) => outcome.kind).sort()).toEqual(['failed', 'skipped', 'uncertain']);
      expect(await store.ledger.claim(wanted())).toEqual([]);
    });

    it('drops old days, but none of the present round', async () => {
      await due();
      await store.ledger.settle(await claimOne(), sent(asClaimed(subscribed())));
      const muchLater = new Date('2030-01-01T00:00:00Z');
      await store.ledger.tidy(muchLater, LONG_AGO);
      expect(await store.subscriptions.history(channel(), 10)).toHaveLength(1);
      await store.ledger.prepare(TOMORROW, 10, planning('funding', '2026-11-26', 1));
      await store.ledger.tidy(muchLater, LONG_AGO);
      expect((await store.subscriptions.history(channel(), 10)).map(({ day }) => day)).toEqual(['2026-11-26']);
    });
  });

  describe('Missed words', () => {
    const cranes = { word: 'cranes', language: 'en', near: 'universities' } as const;

    it('are counted by word, language and what was offered, the most frequent first', async () => {
      await store.misses.count([{ word: 'лыжи', language: 'ru' }, cranes]);
      await store.misses.count([cranes]);
      expect(await (await open(url)).misses.list()).toEqual([
        { ...cranes, count: 2 },
        { word: 'лыжи', language: 'ru', count: 1 },
      ]);
    });

    it('count the numbers that people reported, which stand for no word', async () => {
      const reported = { word: REPORTED, language: 'zh', near: 'universities' } as const;
      await store.misses.count([reported, cranes]);
      await store.misses.count([reported]);
      expect(await store.misses.list()).toContainEqual({ ...reported, count: 2 });
    });

    it('are forgotten after 90 days', async () => {
      vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-01-01T12:00:00Z') });
      try {
        await store.misses.count([cranes]);
        vi.setSystemTime(new Date('2026-04-01T12:00:00Z'));
        expect(await store.misses.list()).toHaveLength(1);
        vi.setSystemTime(new Date('2026-04-02T12:00:00Z'));
        expect(await store.misses.list()).toEqual([]);
      } finally {
        vi.useRealTimers();
      }
    });
  });

  describe('The store', () => {
    it('answers', async () => expect(await store.answers()).toBe(true));

    it('is opened by several processes at once', async () => {
      const empty = fresh();
      const stores = await Promise.all(Array.from({ length: 5 }, () => open(empty)));
      await stores[0]?.subscriptions.save(subscribed(), DUE);
      expect(await stores[4]?.subscriptions.of(channel())).toEqual(subscribed());
    });
  });
});

function asClaimed(subscription: ReturnType<typeof subscribed> | undefined): Claimed {
  return { subscription: subscription ?? subscribed() } as Claimed;
}

async function claimAll({ ledger }: Store, owner = 'me'): Promise<number> {
  let count = 0;
  for (;;) {
    const claimed = await ledger.claim(wanted({ owner, most: 4 }));
    if (claimed.length === 0) return count;
    count += claimed.length;
  }
}
