import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Libsql from 'libsql';
import { afterAll, describe, expect, it } from 'vitest';
import { openStore } from '../../../src/adapters/storage/open-store.ts';
import type { DueSubscription } from '../../../src/core/daily/ledger.ts';
import { channel, subscribed } from '../../support/daily.ts';
import { onEveryStore } from './stores.ts';

const folder = mkdtempSync(join(tmpdir(), 'harbin-faults-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const refusal = (url: string) =>
  openStore(url, () => {}).then(
    () => Promise.reject(new Error('it was opened')),
    (error: Error) => error,
  );

describe('A database file', () => {
  it('is made with its folder where both are missing', async () => {
    const store = await openStore(`file:${join(folder, 'not/yet/there/harbin.db')}`, () => {});
    expect(await store.answers()).toBe(true);
    await store.close();
  });

  it('that is none is refused with what to do, and left as it was', async () => {
    const path = join(folder, 'letter.db');
    const content = 'Dear database,\n'.repeat(1_000);
    writeFileSync(path, content);
    const error = await refusal(`file:${path}`);
    expect(error.name).toBe('FaultyStore');
    expect(error.message).toContain(path);
    expect(error.message).toContain('put a backup in its place');
    expect(readFileSync(path, 'utf8')).toBe(content);
  });

  it('that is damaged inside is refused and left as it was', async () => {
    const path = join(folder, 'damaged.db');
    const store = await openStore(`file:${path}`, () => {});
    for (let number = 0; number < 40; number++) await store.languages.set(`${number}`.repeat(1_500), 'zh');
    await store.close();
    const content = readFileSync(path);
    content.fill(0xff, content.length - 3 * 4_096);
    writeFileSync(path, content);
    const error = await refusal(`file:${path}`);
    expect(error.name).toBe('FaultyStore');
    expect(error.message).toContain('put a backup in its place');
    expect(readFileSync(path).equals(content)).toBe(true);
  });

  it.each([true, { id: 'C1' }, new Date()])(
    'survives a value that it cannot store, such as %j for an id',
    async (id) => {
      const store = await openStore(`file:${join(folder, 'values.db')}`, () => {});
      const where = { platform: 'slack', workspace: id } as unknown as Parameters<typeof store.subscriptions.forget>[0];
      await expect(store.subscriptions.forget(where)).rejects.toThrow('SQLite stores no');
      expect(await store.answers()).toBe(true);
      await store.close();
    },
  );

  it('in a folder that cannot be made is refused with what to do', async () => {
    writeFileSync(join(folder, 'a-file'), '');
    const error = await refusal(`file:${join(folder, 'a-file/harbin.db')}`);
    expect(error).toMatchObject({ name: 'FaultyStore', message: expect.stringContaining('DATABASE_URL') });
    expect(error.message).toContain(join(folder, 'a-file'));
  });

  it('that cannot be opened is refused with what to do', async () => {
    mkdirSync(join(folder, 'a-folder.db'));
    const error = await refusal(`file:${join(folder, 'a-folder.db')}`);
    expect(error).toMatchObject({
      name: 'FaultyStore',
      message: expect.stringContaining('a-folder.db is a folder: set DATABASE_URL to a file'),
    });
  });

  it('is read while somebody writes', async () => {
    const path = join(folder, 'safe.db');
    const store = await openStore(`file:${path}`, () => {});
    await store.close();
    const file = new Libsql(path);
    expect(file.prepare('pragma journal_mode').all([])).toEqual([{ journal_mode: 'wal' }]);
    file.close();
  });
});

describe('A PostgreSQL that is out of reach', () => {
  it('is named without its password', async () => {
    const error = await refusal('postgres://harbin:very%20secret@127.0.0.1:1/figures');
    expect(error.name).toBe('UnreachableStore');
    expect(error.message).toContain('figures on 127.0.0.1');
    expect(error.message).toContain('ECONNREFUSED');
    expect(error.message).not.toMatch(/secret/);
  });

  it('is told with what its driver found out, where that has no code', async () => {
    // "N" is a server's answer to a client that asks for encryption.
    const server = createServer((socket) => socket.once('data', () => socket.end('N'))).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const error = await refusal(`postgres://harbin@127.0.0.1:${port}/figures?sslmode=verify-full`);
    server.close();
    expect(error.message).toContain('does not answer for figures on 127.0.0.1');
    expect(error.message).toContain('does not support SSL');
  });
});

onEveryStore(({ fresh, open }) => {
  describe('A database of a newer program', () => {
    it('is refused with what to do', async () => {
      const url = fresh();
      await open(url);
      await pretendNewer(url);
      const error = await refusal(url);
      expect(error.name).toBe('FaultyStore');
      expect(error.message).toContain('newer version of this program');
      expect(error.message).toContain('900-tomorrow');
    });
  });
});

async function pretendNewer(url: string): Promise<void> {
  const step = `insert into kysely_migration (name, timestamp) values ('900-tomorrow', '2030-01-01T00:00:00.000Z')`;
  if (url.startsWith('file:')) {
    const file = new Libsql(url.slice('file:'.length));
    file.exec(step);
    file.close();
    return;
  }
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(step);
  await client.end();
}

describe('A daily post whose row somebody has spoilt', () => {
  it.each([
    ['state', '{"kind":'],
    ['state', '{"kind":"asleep"}'],
    ['days', 'null'],
    ['minute', 'nine'],
    ['zone', 'Mars/Olympus'],
    ['language', 'xx'],
  ])('holds up no other, and can be set up anew (%s: %s)', async (column, value) => {
    const path = join(folder, `spoilt-${column}-${value.length}.db`);
    const troubles: string[] = [];
    const store = await openStore(`file:${path}`, ({ message }) => troubles.push(message));
    const [due, now] = [new Date('2026-11-25T01:00:00Z'), new Date('2026-11-25T01:00:01Z')];
    const [spoilt, early, other] = ['C1', 'C2', 'C3'].map((id) => subscribed({ channel: channel(id) }));
    if (!spoilt || !early || !other) throw new Error('not set up');
    const spoil = ({ id }: { id: string }) => {
      const database = new Libsql(path);
      database.prepare(`update subscription set ${column} = ? where id = ?`).run([value, id]);
      database.close();
    };
    const plan = ({ subscription: { state } }: DueSubscription) => ({
      days: [{ day: '2026-11-25', dueAt: due, figure: 'universities', cycle: 0 }],
      next: new Date('2026-11-26T01:00:00Z'),
      state,
    });
    for (const each of [spoilt, early, other]) await store.subscriptions.save(each, due);
    spoil(spoilt);
    await store.ledger.prepare(now, 10, plan);
    // This one was planned before.
    spoil(early);
    const claimed = await store.ledger.claim({ platform: 'slack', owner: 'me', most: 10, leaseMs: 60_000, except: [] });
    expect(claimed.map(({ subscription }) => subscription.id)).toEqual([other.id]);
    expect(await store.ledger.prepare(now, 10, plan)).toBe(0);
    expect(await store.subscriptions.of(spoilt.channel)).toBeUndefined();
    expect(troubles).toEqual(expect.arrayContaining([expect.stringContaining(spoilt.id)]));
    await store.subscriptions.save(spoilt, due);
    expect(await store.subscriptions.of(spoilt.channel)).toEqual(spoilt);
    await store.close();
  });
});
