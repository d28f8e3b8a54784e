import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import Libsql from 'libsql';
import { openStore } from '../../src/adapters/storage/open-store.ts';

export type Written = { kills: number; acknowledged: number; lost: number; damaged: number };

/** A process that writes to a SQLite file is killed again and again; whatever it had acknowledged must be there. */
export async function writerKills(kills: number): Promise<Written> {
  const folder = mkdtempSync(join(tmpdir(), 'harbin-writer-'));
  const path = join(folder, 'rows.db');
  const result: Written = { kills: 0, acknowledged: 0, lost: 0, damaged: 0 };
  try {
    for (let next = 0; result.kills < kills; result.kills++) {
      const { first, last } = await writeAndKill(path, next);
      result.acknowledged += last - first + 1;
      if (!isSound(path)) result.damaged += 1;
      result.lost += await missing(path, first, last);
      // The row after the last one that was heard of may be there as well.
      next = last + 2;
    }
    return result;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function writeAndKill(path: string, first: number): Promise<{ first: number; last: number }> {
  const child = fork(fileURLToPath(new URL('./writer.js', import.meta.url)), [`file:${path}`, String(first)]);
  let last = first - 1;
  await new Promise<void>((resolve) => {
    child.on('message', (number) => {
      last = number as number;
      resolve();
    });
  });
  await sleep(Math.random() * 150);
  child.kill('SIGKILL');
  await new Promise((resolve) => child.once('close', resolve));
  return { first, last };
}

function isSound(path: string): boolean {
  const file = new Libsql(path);
  const found = file.prepare('pragma integrity_check').all([]) as { integrity_check: string }[];
  file.close();
  return found.length === 1 && found[0]?.integrity_check === 'ok';
}

async function missing(path: string, first: number, last: number): Promise<number> {
  const store = await openStore(`file:${path}`, () => {});
  let count = 0;
  for (let number = first; number <= last; number++) {
    if ((await store.languages.of(String(number))) === undefined) count += 1;
    // libsql frees what it has read when the event loop turns.
    if (number % 100 === 0) await new Promise(setImmediate);
  }
  await store.close();
  return count;
}
