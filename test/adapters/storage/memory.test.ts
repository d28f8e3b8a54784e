import { expect, it } from 'vitest';
import { openStore } from '../../../src/adapters/storage/open-store.ts';
import { startPostgres, whyNoPostgres } from '../../support/postgres.ts';
import { onEveryStore } from './stores.ts';

const NOTHING = { figures: [], scope: {}, earlier: [] };

onEveryStore(({ fresh, open }) => {
  it('remembers what a conversation was about last, until something else was', async () => {
    const { memory } = await open(fresh());
    expect(await memory.recall('a')).toEqual(NOTHING);
    await memory.remember('a', { figures: ['universities'], scope: {}, earlier: [] });
    await memory.remember('a', {
      figures: ['key-laboratories'],
      scope: { places: ['harbin'], when: ['2020'] },
      earlier: ['universities'],
    });
    await memory.remember('a', NOTHING);
    expect(await memory.recall('a')).toMatchObject({
      figures: ['key-laboratories'],
      scope: { places: ['harbin'], when: ['2020'] },
      earlier: ['universities'],
    });
    expect(await memory.recall('b')).toEqual(NOTHING);
  });
});

const why = whyNoPostgres();
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
