import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from './statistics.ts';
import { milliseconds, table } from './table.ts';

const RUNS = 5;
const ROWS = [100, 1_000, 10_000];
const DAY = 24 * 3_600_000;

/** Sheets imported by `harbin import --yes`, from its start to its end; each row is a new value of another day. */
export async function importing(): Promise<string> {
  execFileSync(process.execPath, ['tools/fresh-build.mjs'], { stdio: 'inherit' });
  const folder = await mkdtemp(join(tmpdir(), 'bench-import-'));
  try {
    const rows: string[][] = [];
    for (const count of ROWS) {
      const times: number[] = [];
      for (let run = 0; run < RUNS; run += 1) times.push(await timeOf(count, join(folder, `${count}-${run}`)));
      rows.push([count.toLocaleString('en'), milliseconds(median(times)), milliseconds(Math.max(...times))]);
    }
    return table(['rows', 'median ms', 'most ms'], rows);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function timeOf(count: number, catalogue: string): Promise<number> {
  harbin(['new-catalogue', catalogue]);
  const sheet = `${catalogue}.csv`;
  await writeFile(sheet, sheetOf(count));
  const begun = performance.now();
  harbin(['import', sheet, '--yes'], catalogue);
  const took = performance.now() - begun;
  const { figures } = JSON.parse(await readFile(join(catalogue, 'figures.json'), 'utf8'));
  const held = figures.reduce((sum: number, { observations }: { observations: [] }) => sum + observations.length, 0);
  if (held < count) throw new Error(`${held} observations after ${count} rows`);
  return took;
}

function sheetOf(count: number): string {
  const rows = Array.from({ length: count }, (_, index) => {
    const day = new Date(Date.UTC(1990, 0, 1) + index * DAY).toISOString().slice(0, 10);
    return `institutes,illyria,${day},measured,${1_000 + index},yearbook-2024`;
  });
  return ['figure,place,date,basis,value,source', ...rows, ''].join('\n');
}

function harbin(args: readonly string[], catalogue?: string): void {
  const env = { ...process.env, ...(catalogue ? { DATA_DIR: catalogue } : {}) };
  const { status, stderr } = spawnSync(process.execPath, ['dist/cli.js', ...args], {
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (status !== 0) throw new Error(stderr.slice(0, 500));
}
