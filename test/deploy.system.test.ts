import { spawnSync } from 'node:child_process';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { openStore } from '../src/adapters/storage/open-store.ts';
import { startPostgres, whyNoPostgres } from './support/postgres.ts';

const why = whyNoPostgres();

describe.skipIf(why !== undefined)(
  `the database of compose.yaml${why === undefined ? '' : ` (skipped: ${why})`}`,
  () => {
    it('gives the bot a role of its own, which makes its tables and may do nothing else', async (test) => {
      const server = await startPostgres();
      test.onTestFinished(() => server.stop());
      const { hostname, port, username } = new URL(server.database());
      const made = spawnSync('sh', ['deploy/postgres/role.sh'], {
        encoding: 'utf8',
        env: {
          PATH: process.env['PATH'] ?? '',
          PGHOST: hostname,
          PGPORT: port,
          POSTGRES_USER: username,
          POSTGRES_PASSWORD: "planted'password",
        },
      });
      expect(made).toMatchObject({ status: 0, stderr: '' });
      const url = `postgres://harbin@${hostname}:${port}/harbin`;
      const store = await openStore(url, () => {});
      await store.languages.set('C1', 'zh');
      expect(await store.languages.of('C1')).toBe('zh');
      await store.close();
      const client = new pg.Client(`postgres://${username}@${hostname}:${port}/postgres`);
      await client.connect();
      const { rows } = await client.query(
        'select rolname, rolsuper, rolcreaterole, rolcreatedb, rolpassword is not null as guarded from pg_authid where rolname in ($1, $2) order by rolname',
        ['harbin', username],
      );
      await client.end();
      expect(rows).toEqual([
        { rolname: 'harbin', rolsuper: false, rolcreaterole: false, rolcreatedb: false, guarded: true },
        { rolname: username, rolsuper: true, rolcreaterole: true, rolcreatedb: true, guarded: false },
      ]);
    });
  },
);

describe('the systemd unit', () => {
  const analysed = spawnSync('systemd-analyze', ['security', '--offline=true', 'deploy/harbin.service'], {
    encoding: 'utf8',
  });

  it.skipIf(analysed.status !== 0)('is exposed by no more than 3.0 of 10', () => {
    expect(Number(/Overall exposure level .+: ([\d.]+)/.exec(analysed.stdout)?.[1])).toBeLessThanOrEqual(3);
  });
});
