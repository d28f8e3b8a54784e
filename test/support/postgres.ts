import { execFileSync, type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { holdPort } from './loopback/held-port.ts';

/** A PostgreSQL server for tests alone, on a free port of this machine, gone when it is stopped. */
export type Postgres = {
  readonly port: number;
  /** The address of a fresh, empty database. */
  database(): string;
  /** Breaks every connection, as a failing machine would, and stays away until the end of the work. */
  awayWhile(work: () => Promise<void>): Promise<void>;
  stop(): void;
};

const USER = 'test';
/** The one user of whom the server wants a password, once a test has made it. */
export const GUARDED = 'guarded';
const TRIES = 5;

/** Why no server can be started here; undefined where one can. With REQUIRE_PG=1 that is an error instead. */
export function whyNoPostgres(): string | undefined {
  if (binaries() !== undefined) return undefined;
  const why = 'no PostgreSQL server is installed (apt-get install postgresql, or set PG_BIN)';
  if (process.env['REQUIRE_PG'] === '1') throw new Error(`REQUIRE_PG=1, but ${why}`);
  return why;
}

export async function startPostgres(): Promise<Postgres> {
  const bin = binaries();
  if (bin === undefined) throw new Error('no PostgreSQL server is installed');
  const folder = mkdtempSync(join(tmpdir(), 'harbin-pg-'));
  const owner = ownerOf(folder);
  const run = (program: string, args: string[]): SpawnSyncReturns<string> =>
    spawnSync(join(bin, program), args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], ...owner });
  const remove = () => rmSync(folder, { recursive: true, force: true });

  const made = run('initdb', ['-D', 'data', '-U', USER, '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync']);
  if (made.status !== 0) {
    remove();
    throw new Error(`initdb failed: ${made.stderr}`);
  }
  const rules = join(folder, 'data', 'pg_hba.conf');
  writeFileSync(rules, `host all ${GUARDED} 127.0.0.1/32 scram-sha-256\n${readFileSync(rules, 'utf8')}`);
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const options = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=60`;
    // Its output is the log: a pipe would stay open with the server, and never end.
    const start = () =>
      spawnSync(join(bin, 'pg_ctl'), ['-D', 'data', '-w', '-s', '-l', 'log', '-o', options, 'start'], {
        cwd: folder,
        stdio: 'ignore',
        ...owner,
      });
    const started = start();
    if (started.status === 0) return server(port, start, run, remove);
    if (attempt === TRIES) {
      remove();
      throw new Error(`PostgreSQL did not start in ${TRIES} tries`);
    }
  }
}

function server(
  port: number,
  start: () => unknown,
  run: (program: string, args: string[]) => SpawnSyncReturns<string>,
  remove: () => void,
): Postgres {
  const halt = () => run('pg_ctl', ['-D', 'data', '-m', 'immediate', '-s', 'stop']);
  const stop = () => {
    process.off('exit', stop);
    halt();
    remove();
  };
  // Also where a test ends the process.
  process.on('exit', stop);
  return {
    port,
    database: () => databaseOn(port),
    async awayWhile(work) {
      halt();
      const held = await holdPort(port);
      try {
        await work();
      } finally {
        await held.release();
        start();
      }
    },
    stop,
  };
}

/** Makes a fresh, empty database on a server that a test run has started; returns its address. */
export function databaseOn(port: number): string {
  const name = `test_${randomUUID()}`;
  // Nobody ever works in template0, which would hold it up.
  const args = ['-h', '127.0.0.1', '-p', String(port), '-U', USER, '-T', 'template0', name];
  execFileSync(join(binaries() ?? '', 'createdb'), args, { stdio: ['ignore', 'ignore', 'pipe'] });
  return `postgres://${USER}@127.0.0.1:${port}/${name}`;
}

/** PG_BIN, or Debian's newest version, or what is on the PATH. */
function binaries(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((left, right) => Number(right) - Number(left)) : [];
  const candidates = [
    process.env['PG_BIN'],
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(':'),
  ];
  return candidates.find(
    (folder) => folder && existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl')),
  );
}

/** PostgreSQL and its pooler refuse to run as root: then its own user runs it, in a folder that it owns. */
export function ownerOf(folder: string): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  const owner = { uid: id('-u'), gid: id('-g') };
  chownSync(folder, owner.uid, owner.gid);
  return owner;
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
