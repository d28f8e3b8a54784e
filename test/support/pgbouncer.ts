import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort, ownerOf } from './postgres.ts';

/** PgBouncer before a PostgreSQL server, in transaction mode: each transaction may get another connection of the server. */
export type PgBouncer = {
  /** The address of a database of the server, by way of the pooler. */
  through(database: string): string;
  stop(): Promise<void>;
};

/** Connections of the server for all clients together: fewer than these have, so that they share them. */
export const CONNECTIONS = 4;
const TRIES = 100;
const BETWEEN_MS = 100;

/** Why none can be started here; undefined where one can. With REQUIRE_PGBOUNCER=1 that is an error instead. */
export function whyNoPgBouncer(): string | undefined {
  if (program() !== undefined) return undefined;
  const why = 'no PgBouncer is installed (apt-get install pgbouncer)';
  if (process.env['REQUIRE_PGBOUNCER'] === '1') throw new Error(`REQUIRE_PGBOUNCER=1, but ${why}`);
  return why;
}

/** Starts one before the server at that port of this machine, with PgBouncer's own defaults otherwise. */
export async function startPgBouncer(server: { port: number }): Promise<PgBouncer> {
  const folder = mkdtempSync(join(tmpdir(), 'harbin-pgbouncer-'));
  const owner = ownerOf(folder);
  const port = await freePort();
  writeFileSync(
    join(folder, 'pgbouncer.ini'),
    `[databases]
* = host=127.0.0.1 port=${server.port} user=test
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = ${CONNECTIONS}
`,
  );
  const child = spawn(program() ?? 'pgbouncer', ['-q', 'pgbouncer.ini'], { cwd: folder, stdio: 'ignore', ...owner });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  // Also where a test ends the process.
  const kill = () => void child.kill('SIGKILL');
  process.on('exit', kill);
  const stop = async () => {
    process.off('exit', kill);
    kill();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await answers(port, child);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    through(database) {
      const url = new URL(database);
      url.port = String(port);
      return url.href;
    },
    stop,
  };
}

/** Its console answers without a server behind it. */
async function answers(port: number, child: ChildProcess): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const client = new pg.Client(`postgres://pgbouncer@127.0.0.1:${port}/pgbouncer`);
    client.on('error', () => {});
    try {
      await client.connect();
      return await client.end();
    } catch (error) {
      await client.end().catch(() => {});
      if (child.exitCode !== null || tries === TRIES) throw new Error('PgBouncer did not start', { cause: error });
    }
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS));
  }
}

/** Debian keeps it where only root looks. */
function program(): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(':'), '/usr/sbin', '/usr/local/sbin'];
  return folders.map((folder) => join(folder, 'pgbouncer')).find((file) => existsSync(file));
}
