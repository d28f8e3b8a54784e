import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Store } from '../../../src/adapters/storage/open-store.ts';
import { createSeal, type SealingKey } from '../../../src/adapters/storage/sealing.ts';
import { rotateKeys } from '../../../src/cli/rotation.ts';
import { installation } from '../../support/installation.ts';
import { onEveryStore } from './stores.ts';

const keyOf = (id: string): SealingKey => ({ id, key: randomBytes(32) });
const [older, old, present, stranger] = [keyOf('2024'), keyOf('2025'), keyOf('2026'), keyOf('lost')];
const asSet = (...keys: SealingKey[]) => keys.map(({ id, key }) => `${id}:${key.toString('base64')}`).join(',');
/** What an app that many workspaces install is set up with. */
const FOR_MANY = {
  SLACK_CLIENT_ID: '1234.5678',
  SLACK_CLIENT_SECRET: 'fake-client-secret',
  SLACK_STATE_SECRET: 'a-secret-of-many-letters',
  SLACK_SIGNING_SECRET: 'fake-signing-secret',
};
const rotate = (url: string, ...keys: SealingKey[]) =>
  rotateKeys({ ...FOR_MANY, DATABASE_URL: url, ENCRYPTION_KEY: asSet(...keys) });

const teams = (count: number) => Array.from({ length: count }, (_, at) => `T${at}`);
const install = (store: Store, key: SealingKey, names: string[]) =>
  Promise.all(names.map((team) => store.installations(createSeal([key])).save(installation(team))));
/** The tokens that these keys open. */
const tokensBy = (store: Store, keys: SealingKey[], names: string[]) =>
  Promise.all(names.map(async (team) => (await store.installations(createSeal(keys)).of(team))?.token));
const tokensOf = (names: string[]) => names.map((team) => installation(team).token);

onEveryStore(({ fresh, open }) => {
  it('encrypts all anew with the first key, and tells which keys are not needed any more', async () => {
    const url = fresh();
    const store = await open(url);
    await install(store, older, ['T1', 'T2']);
    await install(store, old, ['T3']);
    await install(store, present, ['T4']);
    const before = await store.installations(createSeal([older])).installedAt('T1');
    const ran = await rotate(url, present, old, older);
    expect(ran.done).toBe(true);
    expect(ran.says).toMatch(
      /3 encrypted anew; 4 of 4 installations under the key 2026; none needs 2025, 2024: .+ take it out of ENCRYPTION_KEY/,
    );
    const all = ['T1', 'T2', 'T3', 'T4'];
    expect(await tokensBy(store, [present], all)).toEqual(tokensOf(all));
    expect(await store.installations(createSeal([present])).installedAt('T1')).toEqual(before);
    expect((await rotate(url, present)).says).toMatch(/^0 encrypted anew; 4 of 4 installations under the key 2026$/);
  });

  it('leaves what it cannot open as it is, says by which key, and fails', async () => {
    const url = fresh();
    const store = await open(url);
    await install(store, old, ['T1', 'T2']);
    await install(store, stranger, ['T3']);
    const ran = await rotate(url, present, old);
    expect(ran.done).toBe(false);
    expect(ran.says).toMatch(
      /2 encrypted anew; 1 of 3 installations cannot be opened .+the key lost, not set\): put that/,
    );
    expect(await tokensBy(store, [stranger], ['T3'])).toEqual(['xoxb-T3']);
    const impostor = { ...present, key: randomBytes(32) };
    expect((await rotate(url, impostor, stranger)).says).toMatch(
      /2 of 3 installations cannot be opened .+the key 2026\)/,
    );
  });

  it('says that there is nothing yet, and what is missing where no key is set', async () => {
    const url = fresh();
    expect((await rotate(url, present)).says).toMatch(/0 encrypted anew; nothing is encrypted yet/);
    const keyless = await rotateKeys({ DATABASE_URL: url });
    expect(keyless).toMatchObject({ done: false, says: expect.stringMatching(/ENCRYPTION_KEY is not set/) });
  });

  it('takes nothing back that a bot writes or removes meanwhile', async () => {
    const store = await open(fresh());
    const names = teams(60);
    await install(store, old, names);
    const running = store.installations(createSeal([present, old]));
    const renewed = names.filter((_, at) => at % 3 === 0);
    const gone = names.filter((_, at) => at % 3 === 1);
    const [resealed] = await Promise.all([
      store.reseal(createSeal([present, old])),
      // From the last to the first, so that the two meet.
      ...renewed.toReversed().map((team) => running.save(installation(team, 'xoxb-renewed'))),
      ...gone.toReversed().map((team) => running.remove(team)),
    ]);
    expect(resealed).toMatchObject({ older: new Map(), stuck: new Map() });
    expect(await tokensBy(store, [present], names)).toEqual(
      names.map((team, at) => [`xoxb-renewed`, undefined, installation(team).token][at % 3]),
    );
  });

  it('goes on after it ended in the middle, with every row readable at any time', async () => {
    const url = fresh();
    const store = await open(url);
    const names = teams(30);
    await install(store, old, names);
    let left = names.length;
    const seal = createSeal([present, old]);
    const ending = {
      ...seal,
      close(text: string, row: string) {
        if (left === 10) throw new Error('the power is gone');
        left -= 1;
        return seal.close(text, row);
      },
    };
    await expect(store.reseal(ending)).rejects.toThrow('the power is gone');
    expect(await tokensBy(store, [present, old], names)).toEqual(tokensOf(names));
    expect((await rotate(url, present, old)).says).toContain('10 encrypted anew; 30 of 30');
    expect(await tokensBy(store, [present], names)).toEqual(tokensOf(names));
  });
});
