import { execFileSync } from 'node:child_process';
import { appendFileSync, existsSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Libsql from 'libsql';
import pg from 'pg';
import { pause, until } from '../support/until.ts';
import type { Fault } from './fault.ts';
import type { Stage } from './stage.ts';

/** What goes wrong on the machine and with the database. */

const HOUR_MS = 3_600_000;

export const MACHINE: Record<string, Fault> = {
  'postgres-away': {
    name: 'PostgreSQL is gone for 10 s',
    bot: 'answers on; posts wait',
    world: { database: 'postgres' },
    async happen({ postgres }) {
      await postgres?.awayWhile(() => pause(10_000));
    },
  },
  'postgres-cut': {
    name: 'PostgreSQL ends every connection, five times',
    bot: 'answers on; opens new ones',
    world: { database: 'postgres' },
    async happen(stage) {
      for (let times = 0; times < 5; times += 1) {
        await onPostgres(stage, async (client) => {
          await client.query(
            "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'harbin'",
          );
        });
        await pause(1_000);
      }
    },
  },
  'postgres-locked': {
    name: 'somebody locks the tables of PostgreSQL for 20 s',
    bot: 'answers on, without the languages of channels; posts wait',
    world: { database: 'postgres' },
    async happen(stage) {
      await onPostgres(stage, async (client) => {
        await client.query('begin');
        await client.query('lock table subscription, delivery, setting in access exclusive mode');
        await pause(20_000);
        await client.query('rollback');
      });
    },
  },
  'sqlite-locked': {
    name: 'another process locks the SQLite file for 15 s',
    bot: 'answers on; posts wait',
    async happen({ folder }) {
      const file = new Libsql(join(folder, 'harbin.db'));
      file.exec('begin immediate');
      await pause(15_000);
      file.exec('rollback');
      file.close();
    },
  },
  'disk-full': {
    name: 'the disk of the SQLite file is full for 10 s',
    bot: 'answers on; posts wait',
    world: { ownDisk: true },
    async happen({ folder }) {
      const filler = join(folder, 'filler');
      writeFileSync(filler, '');
      for (let bytes = 1 << 20; bytes >= 1; ) {
        try {
          appendFileSync(filler, Buffer.alloc(bytes));
        } catch {
          bytes /= 2;
        }
      }
      await pause(10_000);
      rmSync(filler);
    },
  },
  'file-limit': {
    name: 'the SQLite file may not grow for 10 s (a limit on the size of files)',
    bot: 'answers on; posts wait',
    async happen(stage) {
      // No byte beyond what the files hold already.
      const most = Math.max(...['harbin.db', 'harbin.db-wal'].map((name) => sizeOf(join(stage.folder, name))));
      limitFiles(stage, String(most));
      await pause(10_000);
      limitFiles(stage, 'unlimited');
    },
  },
  'clock-forward': {
    name: 'the clock jumps forward by an hour, and back after 10 s',
    bot: 'answers on; the posts of that hour go out at once, each once; Slack’s library takes the jump for silence and opens a new connection',
    async happen({ setClock }) {
      setClock(HOUR_MS);
      await pause(10_000);
      setClock(0);
    },
    cost: { notTaken: true },
  },
  'clock-back': {
    name: 'the clock jumps back by an hour, and forward after 10 s',
    bot: 'answers on; what was posted is not posted again',
    async happen({ setClock }) {
      setClock(-HOUR_MS);
      await pause(10_000);
      setClock(0);
    },
  },
  'clock-put-on': {
    name: 'the clocks are put on (New York, 14 March 2027)',
    bot: 'posts go out once each',
    world: { startsAt: before('2027-03-14T07:00:00Z'), zone: 'America/New_York' },
    happen: (stage) => passing(stage, '2027-03-14T07:00:00Z'),
  },
  'clock-put-back': {
    name: 'the clocks are put back (New York, 7 November 2027)',
    bot: 'posts go out once each',
    world: { startsAt: before('2027-11-07T06:00:00Z'), zone: 'America/New_York' },
    happen: (stage) => passing(stage, '2027-11-07T06:00:00Z'),
  },
  'clock-and-503': {
    name: 'the clock jumps forward by an hour while Discord answers 503 for 2 s',
    bot: 'goes on trying as long as it would have',
    async happen({ discord, setClock }) {
      discord.faults.rest({ fault: '503', ms: 2_000 });
      await pause(500);
      setClock(HOUR_MS);
      await pause(5_000);
      setClock(0);
    },
    cost: { notTaken: true },
  },
  'postgres-away-at-start': {
    name: 'PostgreSQL is gone when the bot starts, for 6 s',
    bot: 'ends with 1 and is started again until the database is back',
    world: { database: 'postgres' },
    async happen({ postgres, startAnew, supervise }) {
      await postgres?.awayWhile(async () => {
        supervise();
        await startAnew();
        await pause(6_000);
      });
    },
    cost: { notTaken: true, beingAnswered: true },
  },
  asleep: {
    name: 'the process stands still for 20 s (SIGSTOP)',
    bot: 'reconnects where connections are gone',
    async happen({ program }) {
      program().process.kill('SIGSTOP');
      await pause(20_000);
      program().process.kill('SIGCONT');
    },
    cost: { notTaken: true },
  },
  blocked: {
    name: 'something keeps the process busy for 6 s',
    bot: 'answers afterwards',
    async happen({ block }) {
      block(6_000);
      await pause(6_200);
    },
    cost: { notTaken: true },
  },
};

/** Time for the start and the calm before a moment. */
function before(moment: string): Date {
  return new Date(Date.parse(moment) - 30_000);
}

async function passing({ now }: Stage, moment: string): Promise<void> {
  await until(() => now().getTime() > Date.parse(moment) + 5_000, { within: 60_000, what: moment });
}

async function onPostgres({ databaseUrl }: Stage, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function limitFiles({ program }: Stage, bytes: string): void {
  execFileSync('prlimit', ['--pid', String(program().process.pid), `--fsize=${bytes}:unlimited`]);
}

function sizeOf(path: string): number {
  return existsSync(path) ? statSync(path).size : 0;
}
