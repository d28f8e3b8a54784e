import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { openStore } from '../src/adapters/storage/open-store.ts';
import { startPostgres, whyNoPostgres } from './support/postgres.ts';

const ROOT = new URL('../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, ROOT), 'utf8');

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

    it('mounts the folder of another catalogue, and is named in .env.example', () => {
      const compose = read('compose.yaml');
      expect(compose).toContain('$' + '{DATA_DIR:-./src/data}:/catalogue:ro');
      for (const [, name = ''] of compose.matchAll(/\$\{([A-Z_]+)/g))
        expect(read('.env.example')).toMatch(new RegExp(`^${name}=`, 'm'));
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

describe('the image', () => {
  it('fetches packages before it sees the source, and holds the licence', () => {
    const stages = read('Dockerfile')
      .split(/^FROM /m)
      .slice(1);
    expect(stages).toHaveLength(3);
    for (const stage of stages.slice(0, 2)) {
      const [before = '', after = ''] = stage.split('npm ci');
      expect(before).toContain('COPY package.json package-lock.json .npmrc ./');
      expect(before).not.toMatch(/COPY .*src/);
      expect(after).not.toBe('');
    }
    expect(stages[2]).toMatch(/^COPY .*LICENSE/m);
  });

  it('is given by .dockerignore all that it copies, and no secret', () => {
    const given = read('.dockerignore').split('\n');
    expect(given[0]).toBe('*');
    const copied = [...read('Dockerfile').matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, paths = '']) =>
      paths.split(' '),
    );
    for (const path of copied) expect(given).toContain(`!${path}`);
  });

  it('has no native package twice: for the C library of Debian, and not for that of Alpine', () => {
    const { packages } = JSON.parse(read('package-lock.json')) as {
      packages: Record<string, { os?: string[]; libc?: string[]; dev?: boolean }>;
    };
    const unclear = Object.entries(packages).filter(
      ([path, { os, libc }]) => os?.includes('linux') && /musl|gnu/.test(path) && !libc,
    );
    expect(unclear).toEqual([]);
  });
});

describe('the workflow', () => {
  it('pins each action by its commit', () => {
    const uses = [...read('.github/workflows/ci.yml').matchAll(/uses: (\S+)/g)].map(([, action = '']) => action);
    expect(uses.length).toBeGreaterThan(1);
    expect(uses.filter((action) => !/@[0-9a-f]{40}$/.test(action))).toEqual([]);
  });
});
