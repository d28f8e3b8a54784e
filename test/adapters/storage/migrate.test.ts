import { expect, it } from 'vitest';
import { openStore } from '../../../src/adapters/storage/open-store.ts';
import { onEveryStore } from './stores.ts';

onEveryStore(({ fresh }) => {
  it('programs that start at once on an empty database all find its tables made', async () => {
    for (let round = 0; round < 5; round += 1) {
      const url = fresh();
      const stores = await Promise.all(Array.from({ length: 4 }, () => openStore(url, () => {})));
      expect(await Promise.all(stores.map((store) => store.answers()))).toEqual([true, true, true, true]);
      await Promise.all(stores.map((store) => store.close()));
    }
  });
});
