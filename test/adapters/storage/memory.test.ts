import { expect, it } from 'vitest';
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
