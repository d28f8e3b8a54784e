import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startPostgres, whyNoPostgres } from '../support/postgres.ts';

// A bound for a machine that is busy with other things; `npm run soak` does it at length.
vi.setConfig({ testTimeout: 600_000 });

/** Copies of the bot run in processes of their own, so they are compiled first. */
const compiled = <Module>(name: string): Promise<Module> =>
  import(/* @vite-ignore */ new URL(`../../var/soak/test/soak/${name}.js`, import.meta.url).href);

const folder = mkdtempSync(join(tmpdir(), 'harbin-soak-'));
beforeAll(() => {
  const { status, stdout } = spawnSync('npx', ['tsc', '-p', 'test/soak'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the soak does not compile:\n${stdout}`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const runIn = async (database: string, plan: Pick<import('./run.ts').Plan, 'offers' | 'kills'>) => {
  const { run } = await compiled<typeof import('./run.ts')>('run');
  return run({ subscriptions: 60, days: 4, database, ...plan });
};
const UNHARMED = { expected: 240, lost: 0, duplicated: 0, repeated: 0, untold: 0, toldTwice: 0 };

describe('Four copies of the bot, of which one after the other is killed', () => {
  it('lose, double and repeat nothing on one SQLite file, and tell each correction once', async () => {
    const result = await runIn(`file:${join(folder, 'copies.db')}`, { offers: 'history', kills: 20 });
    expect(result).toMatchObject({ ...UNHARMED, kills: 20 });
  });

  it('double posts where nobody can tell whether one is there, so that this test would show it', async () => {
    const result = await runIn(`file:${join(folder, 'control.db')}`, { offers: 'nothing', kills: 10 });
    expect(result.duplicated).toBeGreaterThan(0);
    expect(result).toMatchObject({ lost: 0, repeated: 0 });
  });

  const why = whyNoPostgres();
  it.skipIf(why !== undefined)('lose, double and repeat nothing on one PostgreSQL', async () => {
    const server = await startPostgres();
    try {
      const result = await runIn(server.database(), { offers: 'nonce', kills: 20 });
      expect(result).toMatchObject({ ...UNHARMED, kills: 20 });
    } finally {
      server.stop();
    }
  });
});

describe('A process that is killed while it writes', () => {
  it('loses nothing that it had acknowledged, and leaves the file sound', async () => {
    const { writerKills } = await compiled<typeof import('./writer-kills.ts')>('writer-kills');
    const written = await writerKills(10);
    expect(written).toMatchObject({ kills: 10, lost: 0, damaged: 0 });
    expect(written.acknowledged).toBeGreaterThan(10);
  });
});
