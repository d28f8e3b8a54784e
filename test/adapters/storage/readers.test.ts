import { beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../src/adapters/storage/open-store.ts';
import type { Plan, Settlement } from '../../../src/core/daily/ledger.ts';
import { createMemoryReaders } from '../../../src/core/news/memory-readers.ts';
import { planOf, staleIn } from '../../../src/core/news/news.ts';
import { DAYS_REMEMBERED, MOST_VALUES, type Shown, type Watch } from '../../../src/core/news/readers.ts';
import { fingerprintOf, fingerprintsOf } from '../../../src/core/news/value.ts';
import { type Readers, UNEDITABLE } from '../../../src/core/ports.ts';
import { loadCatalogue } from '../../../src/data/load.ts';
import type { Catalogue, Figure } from '../../../src/data/schema.ts';
import { channel, subscribed } from '../../support/daily.ts';
import { onEveryStore } from './stores.ts';

const catalogue = await loadCatalogue();
const figure = (id: string, known = catalogue) => known.figures.find((one) => one.id === id) as Figure;
const printOf = (id: string) => fingerprintOf(figure(id), figure(id).observations[0] as Figure['observations'][0]);
const shown = (id: string, form: Shown['form'] = 'fact'): Shown => ({ values: [printOf(id)], form, language: 'zh' });
const watch = (id: string, changes: Partial<Watch> = {}): Watch => ({
  channel: channel(),
  figure: id,
  known: fingerprintsOf(figure(id)),
  setBy: { user: 'U1', at: new Date('2026-11-01T08:00:00Z') },
  language: 'ru',
  ...changes,
});

/** The promises of every memory of who was shown what. */
function promises(open: () => Readers) {
  let readers: Readers;
  beforeEach(() => {
    readers = open();
  });

  it('remember what a message shows, in the place of what it showed before', async () => {
    await readers.remember(channel(), '1.1', { values: [printOf('universities')], form: 'post', language: 'en' });
    await readers.remember(channel(), '1.1', shown('key-laboratories'));
    await readers.remember(channel('C2'), '1.1', shown('universities'));
    expect(await readers.shownIn(channel())).toEqual([
      { channel: channel(), message: '1.1', value: printOf('key-laboratories'), form: 'fact', language: 'zh' },
    ]);
  });

  it('keep to the number of values that is remembered of a message', async () => {
    const values = Array.from({ length: MOST_VALUES + 5 }, (_, at) => `["f","${at}"]`);
    await readers.remember(channel(), '1.1', { values, form: 'part', language: 'en' });
    expect(await readers.shownIn(channel())).toHaveLength(MOST_VALUES);
  });

  it('know the figures that a channel watches, each once, until it does no more', async () => {
    const later = new Date('2026-11-02T08:00:00Z');
    await readers.watch(watch('universities'));
    await readers.watch(watch('key-laboratories', { setBy: { user: 'U2', at: later } }));
    await readers.watch(watch('universities', { language: 'en' }));
    await readers.watch(watch('universities', { channel: channel('C2') }));
    expect((await readers.watchedIn(channel())).map((one) => one.figure)).toEqual(['universities', 'key-laboratories']);
    expect((await readers.watchedIn(channel()))[0]).toEqual(watch('universities'));
    const byPerson = (user: string) => readers.watchedBy({ platform: 'slack', workspace: 'T1' }, user);
    expect([await byPerson('U1'), await byPerson('U2')]).toEqual([['universities'], ['key-laboratories']]);
    await readers.unwatch(channel(), 'universities');
    expect((await readers.watchedIn(channel())).map((one) => one.figure)).toEqual(['key-laboratories']);
    await readers.unwatch(channel());
    expect(await readers.watchedIn(channel())).toEqual([]);
    expect(await readers.watchedIn(channel('C2'))).toHaveLength(1);
  });
}

describe('Readers in memory', () => promises(createMemoryReaders));

onEveryStore(({ fresh, open }) => {
  let store: Store;
  beforeEach(async () => {
    store = await open(fresh());
  });

  describe('Readers', () => promises(() => store.readers));

  const NOW = new Date('2026-11-30T09:00:00Z');
  const moment = (day = '2026-11-30') => ({ now: NOW, day });
  const wanted = { platform: 'slack', owner: 'me', most: 10, leaseMs: 60_000, except: [] } as const;
  const done = (code?: string): Extract<Settlement, { kind: 'done' }> => ({
    kind: 'done',
    outcome: code ? { kind: 'failed', remedy: 'wait', code } : { kind: 'sent', at: NOW, lateMs: 0 },
    failedDays: 0,
    state: { kind: 'on' },
  });
  /** The catalogue with another number of a figure. */
  const with_ = (id: string, value: number): Catalogue => {
    const other = structuredClone(catalogue);
    Object.assign(figure(id, other).observations[0] as object, { value });
    return other;
  };
  const tell = async (known: Catalogue, day?: string) => {
    const stale = staleIn(await store.news.remembered(), known);
    return store.news.prepare(stale, moment(day), 10, planOf(known));
  };
  const claim = async () => (await store.news.claim(wanted)).map(({ news, language }) => ({ news, language }));

  describe('News', () => {
    it('of a correction puts a message right once, whoever looks how often', async () => {
      await store.readers.remember(channel(), '1.1', shown('universities'));
      await store.readers.remember(channel('C2'), '1.2', shown('key-laboratories'));
      const other = with_('universities', 51);
      expect(await tell(other)).toBe(1);
      expect(await tell(other)).toBe(0);
      expect(await claim()).toEqual([
        {
          language: 'zh',
          news: {
            kind: 'edit',
            message: '1.1',
            form: 'fact',
            items: [{ kind: 'corrected', was: printOf('universities'), now: expect.stringContaining(',51,') }],
          },
        },
      ]);
      expect(await claim()).toEqual([]);
    });

    it('are told of what cannot be drawn again by one note a channel and day', async () => {
      await store.readers.remember(channel(), '1.1', shown('universities', 'part'));
      await store.readers.remember(channel(), '1.2', shown('universities', 'part'));
      expect(await tell(with_('universities', 51))).toBe(1);
      expect(await claim()).toEqual([
        { language: 'zh', news: expect.objectContaining({ kind: 'note', under: '1.2', items: [expect.anything()] }) },
      ]);
      expect(await tell(with_('universities', 52))).toBe(0);
      expect(await tell(with_('universities', 52), '2026-12-01')).toBe(1);
      const [next] = await claim();
      expect(next?.news.items).toEqual([expect.objectContaining({ was: expect.stringContaining(',51,') })]);
    });

    it('reach whoever watches a figure, and nobody who knows them already', async () => {
      await store.readers.watch(watch('universities'));
      await store.readers.watch(watch('universities', { channel: channel('C2') }));
      await store.readers.watch(watch('key-laboratories', { channel: channel('C3') }));
      const newer = structuredClone(catalogue);
      const [first] = figure('universities', newer).observations;
      (figure('universities', newer).observations as unknown[]).push({
        ...first,
        value: 60,
        asOf: { date: '2025', basis: 'measured' },
      });
      expect(await tell(newer)).toBe(2);
      expect(await tell(newer)).toBe(0);
      const notes = await claim();
      expect(notes.map(({ news }) => news.items)).toEqual(Array(2).fill([expect.objectContaining({ kind: 'newer' })]));
      expect(await tell(newer, '2026-12-01')).toBe(0);
    });

    it('leave a message that cannot be changed any more to a note', async () => {
      await store.readers.remember(channel(), '1.1', shown('universities'));
      await tell(with_('universities', 51));
      const [edit] = await store.news.claim(wanted);
      if (!edit) throw new Error('nothing to claim');
      expect(await store.news.settle(edit, done(UNEDITABLE))).toBe(true);
      expect(await tell(with_('universities', 51))).toBe(1);
      expect((await claim())[0]?.news).toMatchObject({ kind: 'note', under: '1.1', items: edit.news.items });
    });

    it('of two corrections in a row tell what stood there first', async () => {
      await store.readers.remember(channel(), '1.1', shown('universities'));
      await tell(with_('universities', 51));
      await tell(with_('universities', 52));
      const edits = await claim();
      expect(edits.map(({ news }) => news.items)).toEqual([
        [{ kind: 'corrected', was: printOf('universities'), now: expect.stringContaining(',52,') }],
      ]);
    });

    it('belong to one owner until the lease ends, and are settled by nobody else', async () => {
      await store.readers.remember(channel(), '1.1', shown('universities'));
      await tell(with_('universities', 51));
      const [lost] = await store.news.claim({ ...wanted, leaseMs: -1 });
      const [taken] = await store.news.claim({ ...wanted, owner: 'other' });
      if (!lost || !taken) throw new Error('nothing to claim');
      expect(taken).toMatchObject({ isDoubtful: true, attempts: 2 });
      expect(await store.news.settle(lost, done())).toBe(false);
      expect(await store.news.settle(taken, done())).toBe(true);
      expect(await claim()).toEqual([]);
    });

    it('and all that a channel was shown or watches go with it', async () => {
      for (const id of ['C1', 'C2']) {
        await store.readers.remember(channel(id), '1.1', shown('universities'));
        await store.readers.watch(watch('universities', { channel: channel(id) }));
      }
      await tell(with_('universities', 51));
      expect((await store.subscriptions.kept('slack')).map(({ id }) => id).sort()).toEqual(['C1', 'C2']);
      await store.subscriptions.forget({ platform: 'slack', workspace: 'T1', channel: 'C1' });
      expect(await store.readers.shownIn(channel('C1'))).toEqual([]);
      expect(await store.readers.watchedIn(channel('C1'))).toEqual([]);
      expect((await store.news.claim(wanted)).map((one) => one.subscription.channel.id)).toEqual(['C2', 'C2']);
    });

    it(`are kept of messages of the last ${DAYS_REMEMBERED} days`, async () => {
      await store.readers.remember(channel(), '1.1', shown('universities'));
      const daysOn = (days: number) => new Date(Date.now() + days * 86_400_000);
      await store.news.tidy(daysOn(DAYS_REMEMBERED - 1), NOW);
      expect(await store.readers.shownIn(channel())).toHaveLength(1);
      await store.news.tidy(daysOn(DAYS_REMEMBERED + 1), NOW);
      expect(await store.readers.shownIn(channel())).toEqual([]);
    });
  });

  describe('A daily post', () => {
    const underWay = async () => {
      const plan: Plan = {
        days: [{ day: '2026-11-30', dueAt: NOW, figure: 'universities', cycle: 0 }],
        next: undefined,
        state: { kind: 'on' },
      };
      await store.subscriptions.save(subscribed(), NOW);
      await store.ledger.prepare(NOW, 1, () => plan);
      const [claimed] = await store.ledger.claim(wanted);
      if (!claimed) throw new Error('nothing to claim');
      return claimed;
    };

    it('is remembered with what it shows, in the step in which it is marked as sent', async () => {
      const claimed = await underWay();
      await store.ledger.settle(claimed, { ...done(), id: '7.7', shown: shown('universities', 'post') });
      expect(await store.readers.shownIn(channel())).toMatchObject([{ message: '7.7', form: 'post' }]);
    });

    it('that was under way when its workspace removed the bot leaves nothing behind', async () => {
      const claimed = await underWay();
      await store.subscriptions.forget({ platform: 'slack', workspace: 'T1' });
      const settled = { ...done(), id: '7.7', shown: shown('universities', 'post') };
      expect(await store.ledger.settle(claimed, settled)).toBe(false);
      expect(await store.subscriptions.kept('slack')).toEqual([]);
      expect(await store.readers.shownIn(channel())).toEqual([]);
    });
  });
});
