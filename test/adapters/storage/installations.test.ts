import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { createSeal } from '../../../src/adapters/storage/sealing.ts';
import { installation } from '../../support/installation.ts';
import { onEveryStore } from './stores.ts';

const old = { id: 'old', key: randomBytes(32) };
const present = { id: 'present', key: randomBytes(32) };

onEveryStore(({ fresh, open }) => {
  it('keeps one installation a workspace, over a restart', async () => {
    const url = fresh();
    const first = (await open(url)).installations(createSeal([old]));
    await first.save(installation('T1', 'xoxb-before'));
    await first.save(installation('T1'));
    await first.save(installation('T2'));
    await first.remove('T2');
    const second = (await open(url)).installations(createSeal([old]));
    expect(await second.of('T1')).toEqual(installation('T1'));
    expect(await second.of('T2')).toBeUndefined();
  });

  it('keeps what an organisation installed under its own id, and which workspaces it gave it to', async () => {
    const url = fresh();
    const first = await open(url);
    const shared = { ...installation('E1'), organisation: 'E1' };
    await first.installations(createSeal([old])).save(shared);
    await first.members.join('E1', ['T1', 'T2']);
    await first.members.join('E2', ['T3']);
    await first.members.join('E1', ['T3']);
    await first.members.leave('T2');
    const second = await open(url);
    expect(await second.installations(createSeal([old])).of('E1')).toEqual(shared);
    expect(await second.members.of('E1')).toEqual(['T1', 'T3']);
    expect(await second.members.membershipOf('T3')).toMatchObject({ organisation: 'E1' });
    expect(await second.members.membershipOf('T2')).toBeUndefined();
    expect(await second.members.of('E2')).toEqual([]);
  });

  it('opens with every key, encrypts with the first, and names a key that it does not have', async () => {
    const store = await open(fresh());
    await store.installations(createSeal([old])).save(installation('T1'));
    const rotated = store.installations(createSeal([present, old]));
    expect(await rotated.of('T1')).toEqual(installation('T1'));
    await expect(store.installations(createSeal([present])).of('T1')).rejects.toThrow(/with the key old, which/);
    await rotated.save(installation('T1'));
    expect(await store.installations(createSeal([present])).of('T1')).toEqual(installation('T1'));
    const impostor = createSeal([{ id: 'present', key: randomBytes(32) }]);
    await expect(store.installations(impostor).of('T1')).rejects.toThrow(/it is another key, or the row was changed/);
  });
});

it('opens nothing that was changed, cut, or moved to another row', () => {
  const seal = createSeal([present]);
  const sealed = seal.close('xoxb-secret', 'T1');
  expect(seal.open(sealed, 'T1')).toBe('xoxb-secret');
  expect(seal.close('xoxb-secret', 'T1')).not.toBe(sealed);
  const [id, content = ''] = sealed.split(':');
  const bytes = Buffer.from(content, 'base64');
  const refused = /does not open it/;
  expect(() => seal.open(sealed, 'T2')).toThrow(refused);
  for (let at = 0; at < bytes.length; at += 1) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(() => seal.open(`${id}:${changed.toString('base64')}`, 'T1')).toThrow(refused);
    expect(() => seal.open(`${id}:${bytes.subarray(0, at).toString('base64')}`, 'T1')).toThrow(refused);
  }
});
