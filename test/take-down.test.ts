import { expect, it } from 'vitest';
import { takeDown } from '../src/app/take-down.ts';
import { SILENT } from './support/silent.ts';

it('what cannot be stopped keeps nothing else from its end', async () => {
  const ended: string[] = [];
  const end = (name: string) => async () => {
    ended.push(name);
  };
  const fail = async () => {
    throw new Error('the socket is gone');
  };
  await takeDown([[fail, end('other platform')], [end('store')]], SILENT);
  expect(ended).toEqual(['other platform', 'store']);
});
