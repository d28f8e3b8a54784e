import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres, whyNoPostgres } from '../support/postgres.ts';
import type { Offers } from './far-side.ts';
import { type Result, run } from './run.ts';
import { writerKills } from './writer-kills.ts';
import { simulateZones } from './zones.ts';

/** `npm run soak`: what must hold about daily posts, at length. Exits with 1 where it does not. */

const SUBSCRIPTIONS = 60;
const DAYS = 20;
const KILLS = 200;
const CONTROL_KILLS = 60;
const WRITER_KILLS = 100;

const failures: string[] = [];
const say = (line: string) => process.stdout.write(`${line}\n`);
const fail = (what: string) => {
  failures.push(what);
  say(`FAILED: ${what}`);
};

type Part = { title: string; run: () => Promise<void> };

const PARTS: Record<string, Part> = {
  zones: { title: 'Every zone from 2026 to 2035', run: zones },
  writer: { title: 'A process that writes to a SQLite file is killed', run: writer },
  sqlite: { title: `${KILLS} kills of four processes on one SQLite file`, run: onSqlite },
  postgres: { title: `${KILLS} kills of four processes on one PostgreSQL`, run: onPostgres },
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
  process.stderr.write(`soak: no part "${unknown.join('", "')}"; there are ${Object.keys(PARTS).join(', ')}\n`);
  process.exit(2);
}
for (const [name, { title, run: part }] of Object.entries(PARTS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  say(`\n## ${title}\n`);
  await part();
}
say(failures.length === 0 ? '\nAll of it holds.' : `\n${failures.length} failed.`);
process.exit(failures.length === 0 ? 0 : 1);

async function zones(): Promise<void> {
  const began = performance.now();
  const { zones: count, posts, faults } = simulateZones();
  say(`${count} zones, ${posts} posts, ${faults.length} faults, ${seconds(performance.now() - began)}`);
  for (const fault of faults.slice(0, 5)) fail(fault);
}

async function writer(): Promise<void> {
  const { kills, acknowledged, lost, damaged } = await writerKills(WRITER_KILLS);
  say(`${kills} kills, ${acknowledged} rows acknowledged, ${lost} lost, ${damaged} times damaged`);
  if (lost + damaged > 0) fail('rows were lost or the file was damaged');
}

async function onSqlite(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'harbin-soak-'));
  let files = 0;
  try {
    await runs(() => `file:${join(folder, `${++files}.db`)}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function onPostgres(): Promise<void> {
  const why = whyNoPostgres();
  if (why !== undefined) {
    say(`skipped: ${why}`);
    return;
  }
  const server = await startPostgres();
  try {
    await runs(() => server.database());
  } finally {
    server.stop();
  }
}

async function runs(database: () => string): Promise<void> {
  const plan = { subscriptions: SUBSCRIPTIONS, days: DAYS };
  say(
    '| far side offers | kills | posts due | faults met | lost | duplicated | repeated | not told | told twice | recognised | time |',
  );
  say('| --- | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: |');
  for (const offers of ['nonce', 'history'] as const) {
    const result = await run({ ...plan, offers, database: database(), kills: KILLS });
    tell(offers, result);
    const { lost, duplicated, repeated, untold, toldTwice } = result;
    if (lost + duplicated + repeated + untold + toldTwice > 0) fail(`with ${offers}: ${JSON.stringify(result)}`);
  }
  // Without a way to tell whether a post is there, there must be duplicates: otherwise the test shows nothing.
  const control = await run({ ...plan, offers: 'nothing', database: database(), kills: CONTROL_KILLS });
  tell('nothing', control);
  if (control.duplicated === 0) fail('the control shows no duplicates');
}

function tell(offers: Offers, result: Result): void {
  const { kills, expected, faults, lost, duplicated, repeated, untold, toldTwice, recognised } = result;
  const name = offers === 'nothing' ? 'nothing (control)' : offers;
  const cells = [
    name,
    kills,
    expected,
    faults,
    lost,
    duplicated,
    repeated,
    untold,
    toldTwice,
    recognised,
    seconds(result.seconds * 1_000),
  ];
  say(`| ${cells.join(' | ')} |`);
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(0)} s`;
}
