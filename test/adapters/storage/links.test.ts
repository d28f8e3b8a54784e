import {
  existsSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, type TestContext } from 'vitest';
import { backUp, restore } from '../../../src/adapters/storage/backup.ts';
import { openStore } from '../../../src/adapters/storage/open-store.ts';

async function scene(test: TestContext) {
  const folder = mkdtempSync(join(tmpdir(), 'harbin-links-'));
  test.onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const url = `file:${join(folder, 'harbin.db')}`;
  const store = await openStore(url, () => {});
  await store.close();
  const backup = join(folder, 'backup.db');
  backUp(url, backup, { force: false });
  const precious = join(folder, 'precious');
  writeFileSync(precious, 'of root');
  return { url, file: join(folder, 'harbin.db'), backup, precious };
}

describe('whoever may write in the folder of the database', () => {
  it('leads neither a backup nor a restore to another file by a link', async (test) => {
    const { url, file, backup, precious } = await scene(test);
    const other = file.replace('harbin.db', 'other.db');
    for (const planted of [`${other}.part`, `${backup}.part`]) symlinkSync(precious, planted);
    const { uid } = statSync(precious);
    restore(`file:${other}`, backup);
    backUp(url, backup, { force: true });
    expect(readFileSync(precious, 'utf8')).toBe('of root');
    expect(statSync(precious).uid).toBe(uid);
    expect(lstatSync(other).isFile()).toBe(true);
    expect(statSync(backup).mode & 0o777).toBe(0o600);
  });

  it.skipIf(process.getuid?.() !== 0)('leads root nowhere by a link in the place of the database', async (test) => {
    const { url, file, backup, precious } = await scene(test);
    for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
    symlinkSync(precious, file);
    expect(() => restore(url, backup)).toThrow('is a link');
    expect(readFileSync(precious, 'utf8')).toBe('of root');
    expect(existsSync(`${file}-journal`)).toBe(false);
  });
});
