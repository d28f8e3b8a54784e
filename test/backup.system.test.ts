import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, type TestContext } from 'vitest';
import { runCli } from './adapters/terminal/run-cli.ts';
import { channel, subscribed } from './support/daily.ts';
import { until } from './support/until.ts';

function folderOf(test: TestContext): { folder: string; file: string; env: Record<string, string> } {
  const folder = mkdtempSync(join(tmpdir(), 'harbin-backup-'));
  test.onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'harbin.db');
  return { folder, file, env: { DATABASE_URL: `file:${file}` } };
}

/** Uses a store in a process of its own: this one would keep the file locked until its garbage is collected. */
function inStore(file: string, calls: string): string {
  const program = `
    import { openStore } from './dist/adapters/storage/open-store.js';
    const store = await openStore('file:${file}', () => {});
    const channel = (id) => ({ platform: 'slack', workspace: 'T1', id });
    ${calls}
    await store.close();`;
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return stdout.trim();
}

/** Sets up a daily post in each of these channels. */
function filled(file: string, ids: readonly string[]): void {
  const all = ids.map((id) => subscribed({ channel: channel(id) }));
  inStore(
    file,
    `for (const each of ${JSON.stringify(all)})
      await store.subscriptions.save({ ...each, setBy: { ...each.setBy, at: new Date(each.setBy.at) } }, undefined);`,
  );
}

function channelsIn(file: string, ids: readonly string[]): string[] {
  const found = inStore(
    file,
    `const found = [];
    for (const id of ${JSON.stringify(ids)}) if (await store.subscriptions.of(channel(id))) found.push(id);
    console.log(found.join());`,
  );
  return found === '' ? [] : found.split(',');
}

/** Another process that writes a channel after the other until it is killed, and says so each time it is on the disk. */
async function writer(test: TestContext, file: string): Promise<{ written: () => number; end: () => Promise<void> }> {
  const program = `
    import { openStore } from './dist/adapters/storage/open-store.js';
    const store = await openStore('file:${file}', () => {});
    for (let n = 0; ; n++) {
      await store.languages.set('slack:T1:C' + n, 'zh');
      process.stdout.write(n + '\\n');
      await new Promise((resolve) => setTimeout(resolve, 2));
    }`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program]);
  test.onTestFinished(() => void child.kill('SIGKILL'));
  let count = 0;
  const begun = new Promise<void>((resolve) =>
    child.stdout.on('data', (chunk: Buffer) => {
      count += chunk.toString().split('\n').length - 1;
      if (count > 20) resolve();
    }),
  );
  await begun;
  return {
    written: () => count,
    end: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGKILL');
      }),
  };
}

describe('harbin backup', () => {
  it('copies everything that was written before, while somebody goes on writing', async (test) => {
    const { folder, file, env } = folderOf(test);
    filled(file, ['C1', 'C2']);
    const { written, end } = await writer(test, file);
    const before = written();
    const copy = join(folder, 'copy.db');
    const ran = await runCli(['backup', copy], { env });
    expect(ran).toMatchObject({ code: 0, out: expect.stringMatching(/copy\.db: \d+ KB, checked/) });
    expect(statSync(copy).mode & 0o777).toBe(0o600);
    const during = written();
    await end();
    expect(during).toBeGreaterThan(before);
    expect(channelsIn(copy, ['C1', 'C2'])).toEqual(['C1', 'C2']);
    expect(inStore(copy, `console.log(await store.languages.of('slack:T1:C${before - 1}'))`)).toBe('zh');
  });

  it('names the file itself, beside the database, when it is given none', async (test) => {
    const { folder, file, env } = folderOf(test);
    filled(file, ['C1']);
    expect((await runCli(['backup'], { env })).code).toBe(0);
    expect(readdirSync(folder).filter((name) => /^harbin-backup-\d{8}-\d{6}\.db$/.test(name))).toHaveLength(1);
  });

  it('overwrites nothing unless it is told to', async (test) => {
    const { folder, file, env } = folderOf(test);
    filled(file, ['C1']);
    const copy = join(folder, 'copy.db');
    writeFileSync(copy, 'something else');
    const refused = await runCli(['backup', copy], { env });
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('--force') });
    expect(readFileSync(copy, 'utf8')).toBe('something else');
    expect((await runCli(['backup', copy, '--force'], { env })).code).toBe(0);
    expect(channelsIn(copy, ['C1'])).toEqual(['C1']);
  });

  it('says what is wrong where there is no database, or a damaged one, and leaves no file', async (test) => {
    const { folder, file, env } = folderOf(test);
    expect(await runCli(['backup'], { env })).toMatchObject({
      code: 1,
      err: expect.stringContaining('no database at'),
    });
    filled(file, ['C1', 'C2', 'C3']);
    truncateSync(file, 5_000);
    const damaged = await runCli(['backup', join(folder, 'copy.db')], { env });
    expect(damaged).toMatchObject({ code: 1, err: expect.stringMatching(/harbin\.db is damaged.+: restore a backup/) });
    writeFileSync(file, '');
    expect(await runCli(['backup', join(folder, 'copy.db')], { env })).toMatchObject({
      code: 1,
      err: expect.stringMatching(/harbin\.db holds nothing yet: start the bot once/),
    });
    expect(readdirSync(folder).filter((name) => name.startsWith('copy'))).toEqual([]);
  });

  it('says why it cannot write, and what to do', async (test) => {
    const { folder, file, env } = folderOf(test);
    filled(file, ['C1']);
    expect(await runCli(['backup', join(folder, 'nowhere', 'copy.db')], { env })).toMatchObject({
      code: 1,
      err: expect.stringMatching(/copy\.db cannot be written \(ENOENT\): see that .+folder/),
    });
    expect(await runCli(['backup', 'one.db', 'two.db'], { env })).toMatchObject({ code: 2 });
    expect(await runCli(['backup', '--frce'], { env })).toMatchObject({ code: 2 });
  });
});

describe('harbin restore', () => {
  it('puts the backup in place, and keeps what stood there beside it', async (test) => {
    const { folder, file, env } = folderOf(test);
    filled(file, ['C1']);
    const copy = join(folder, 'copy.db');
    await runCli(['backup', copy], { env });
    filled(file, ['C2']);
    const ran = await runCli(['restore', copy], { env });
    expect(ran).toMatchObject({ code: 0, out: expect.stringContaining('is kept as') });
    expect(channelsIn(file, ['C1', 'C2'])).toEqual(['C1']);
    const kept = /kept as (.+)\n/.exec(ran.out)?.[1] ?? '';
    expect(channelsIn(kept, ['C1', 'C2'])).toEqual(['C1', 'C2']);
  });

  it('refuses while somebody has the database open, and changes nothing', async (test) => {
    const { folder, file, env } = folderOf(test);
    filled(file, ['C1']);
    const copy = join(folder, 'copy.db');
    await runCli(['backup', copy], { env });
    const { written, end } = await writer(test, file);
    expect(await runCli(['restore', copy], { env })).toMatchObject({
      code: 1,
      err: expect.stringContaining('stop the bot'),
    });
    const before = written();
    await until(() => written() > before, { what: 'more that is written' });
    await end();
    // Killed, it holds nothing any more.
    expect((await runCli(['restore', copy], { env })).code).toBe(0);
  });

  it('takes only a whole database of this program, and replaces a damaged one', async (test) => {
    const { folder, file, env } = folderOf(test);
    filled(file, ['C1']);
    const copy = join(folder, 'copy.db');
    await runCli(['backup', copy], { env });
    const other = join(folder, 'other.db');
    writeFileSync(other, 'no database at all'.repeat(100));
    const refused = await runCli(['restore', other], { env });
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('no database of this program') });
    expect(channelsIn(file, ['C1'])).toEqual(['C1']);
    writeFileSync(file, 'damaged'.repeat(1_000));
    expect((await runCli(['restore', copy], { env })).code).toBe(0);
    expect(channelsIn(file, ['C1'])).toEqual(['C1']);
  });

  it('works where there was nothing yet, not even the folder', async (test) => {
    const { folder, file, env } = folderOf(test);
    filled(file, ['C1']);
    const copy = join(folder, 'copy.db');
    await runCli(['backup', copy], { env });
    for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
    expect((await runCli(['restore', copy], { env })).code).toBe(0);
    expect(existsSync(file)).toBe(true);
    chmodSync(file, 0o600);
    expect(channelsIn(file, ['C1'])).toEqual(['C1']);
    const elsewhere = join(folder, 'var', 'new', 'harbin.db');
    expect((await runCli(['restore', copy], { env: { DATABASE_URL: `file:${elsewhere}` } })).code).toBe(0);
    expect(channelsIn(elsewhere, ['C1'])).toEqual(['C1']);
  });

  it('mixes nothing in that somebody left of another database', async (test) => {
    const { folder, file, env } = folderOf(test);
    filled(file, ['C1']);
    const copy = join(folder, 'copy.db');
    await runCli(['backup', copy], { env });
    const { written, end } = await writer(test, file);
    await until(() => written() > 50, { what: 'a write-ahead log' });
    await end();
    // Moved away without its log, as somebody does in a hurry.
    rmSync(file);
    expect(existsSync(`${file}-wal`)).toBe(true);
    const ran = await runCli(['restore', copy], { env });
    expect(ran).toMatchObject({ code: 0, out: expect.stringContaining('is kept as') });
    expect(channelsIn(file, ['C1'])).toEqual(['C1']);
    expect(inStore(file, `console.log(await store.languages.of('slack:T1:C5') ?? 'none')`)).toBe('none');
  });

  it('says why it cannot write, and what to do, and leaves no half of a file', async (test) => {
    const { folder, file, env } = folderOf(test);
    filled(file, ['C1']);
    const copy = join(folder, 'copy.db');
    await runCli(['backup', copy], { env });
    const inFile = { DATABASE_URL: `file:${join(copy, 'harbin.db')}` };
    expect(await runCli(['restore', copy], { env: inFile })).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^harbin restore: .+harbin\.db cannot be written \(E\w+\): see that .+folder/),
    });
  });

  it.skipIf(process.getuid?.() !== 0)(
    'hands the file to whom the folder belongs, where root restores it',
    async (test) => {
      const { folder, file, env } = folderOf(test);
      filled(file, ['C1']);
      const copy = join(folder, 'copy.db');
      await runCli(['backup', copy], { env });
      chownSync(folder, 1_234, 1_234);
      for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
      await runCli(['restore', copy], { env });
      expect(statSync(file)).toMatchObject({ uid: 1_234, gid: 1_234 });
      // The owner of what stood there, where something did.
      chownSync(file, 2_345, 2_345);
      await runCli(['restore', copy], { env });
      expect(statSync(file)).toMatchObject({ uid: 2_345, gid: 2_345 });
    },
  );
});

describe('with PostgreSQL', () => {
  it.for([
    ['backup', 'pg_dump'],
    ['restore', 'pg_restore'],
  ] as const)('%s names the command of PostgreSQL, and no password', async ([command, tool]) => {
    const env = { DATABASE_URL: 'postgres://harbin:planted@localhost/harbin' };
    const ran = await runCli([command, 'harbin.dump'], { env });
    expect(ran).toMatchObject({ code: 1, err: expect.stringContaining(tool) });
    expect(ran.err).not.toContain('planted');
  });
});
