import { expect, it } from 'vitest';
import { openStore } from '../../../src/adapters/storage/open-store.ts';
import { startPostgres, whyNoPostgres } from '../../support/postgres.ts';
import { pause } from '../../support/until.ts';

const NOTHING = { figures: [], scope: {}, earlier: [] };

const why = whyNoPostgres();
it.skipIf(why !== undefined)(
  'of several processes on PostgreSQL one takes a thing, and another only if it dies',
  async (test) => {
    const server = await startPostgres();
    test.onTestFinished(() => server.stop());
    const url = server.database();
    const troubles: Error[] = [];
    const copy = () => openStore(url, (error) => troubles.push(error));
    const stores = await Promise.all([copy(), copy(), copy()]);
    const [first, second, third] = stores;
    let closed = false;
    const close = async () => {
      if (!closed) await first.close();
      closed = true;
    };
    test.onTestFinished(async () => {
      await Promise.all([close(), second.close(), third.close()]);
    });

    // Of those who ask at once, one takes it.
    for (const name of Array.from({ length: 50 }, (_, at) => `T1 ${at}`)) {
      const claims = await Promise.all(stores.map(({ seen }) => seen.begin(name, false)));
      expect(claims.sort()).toEqual(['busy', 'busy', 'mine']);
    }

    // What a process had begun is free once it is gone; what it had done is not.
    expect(await first.seen.begin('T1 begun', false)).toBe('mine');
    expect(await first.seen.begin('T1 said', false)).toBe('mine');
    await first.seen.saying('T1 said');
    expect(await first.seen.begin('T1 finished', false)).toBe('mine');
    await first.seen.end('T1 finished');
    expect(await second.seen.begin('T1 begun', false)).toBe('busy');
    expect(await Promise.all(stores.map((store) => store.others()))).toEqual([2, 2, 2]);
    await close();
    expect(await second.others()).toBe(1);
    expect(await second.seen.begin('T1 begun', false)).toBe('mine');
    expect(await third.seen.begin('T1 begun', false)).toBe('busy');
    expect(await third.seen.begin('T1 finished', false)).toBe('done');
    expect(await second.seen.begin('T1 said', false)).toBe('unconfirmed');
    expect(await third.seen.begin('T1 said', false)).toBe('busy');
    await second.seen.end('T1 begun');
    expect(await third.seen.begin('T1 begun', false)).toBe('done');
    expect(troubles).toEqual([]);

    // While the database is away each process knows its own, and answers go on.
    await server.awayWhile(async () => {
      expect(await second.seen.begin('T1 meanwhile', false)).toBe('mine');
      expect(await second.seen.begin('T1 meanwhile', false)).toBe('busy');
      // Whoever sent it before may have got it to another process.
      expect(await second.seen.begin('T1 again', true)).toBe('busy');
      await second.seen.end('T1 meanwhile');
      expect(await second.seen.begin('T1 meanwhile', false)).toBe('done');
    });
    expect(troubles).not.toEqual([]);

    // What was done meanwhile is written down with the next thing that is done.
    let claim = 'busy';
    for (let at = 0; claim !== 'done' && at < 100; at += 1) {
      await second.seen.end(`T1 later ${at}`);
      claim = await third.seen.begin(`T1 later ${at}`, true);
      await pause(100);
    }
    expect(await third.seen.begin('T1 meanwhile', true)).toBe('done');
  },
);

it.skipIf(why !== undefined)(
  'processes on one PostgreSQL share it, and each knows its own while that is away',
  async (test) => {
    const server = await startPostgres();
    test.onTestFinished(() => server.stop());
    const url = server.database();
    const stores = await Promise.all([openStore(url, () => {}), openStore(url, () => {})]);
    test.onTestFinished(() => Promise.all(stores.map((store) => store.close())).then(() => {}));
    const [first, second] = stores.map(({ memory }) => memory);
    const remembered = { figures: ['universities'], scope: {}, earlier: [] };
    // A database that is slow for a moment is not waited for, and not asked for another.
    const shared = async () => {
      await first?.remember('a', remembered);
      return second?.recall('a');
    };
    await expect.poll(shared, { timeout: 30_000 }).toEqual(remembered);
    await server.awayWhile(async () => {
      expect(await first?.recall('a')).toMatchObject({ figures: ['universities'] });
      expect(await second?.recall('a')).toEqual(NOTHING);
    });
  },
);
