import { expect, it } from 'vitest';
import { onEveryStore } from './stores.ts';

onEveryStore(({ fresh, open }) => {
  it('what is taken is busy until it is done, and never free again', async () => {
    const { seen } = await open(fresh());
    expect(await seen.begin('T1 a', false)).toBe('mine');
    expect(await seen.begin('T1 a', false)).toBe('busy');
    expect(await seen.begin('T1 b', false)).toBe('mine');
    await seen.end('T1 a');
    expect(await seen.begin('T1 a', false)).toBe('done');
  });
});
