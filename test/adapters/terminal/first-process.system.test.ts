import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it, type TestContext } from 'vitest';
import { until } from '../../support/until.ts';

/** Makes a program the first process of its own world, as a container does. */
const AS_FIRST = ['unshare', '--user', '--map-root-user', '--pid', '--fork', '--kill-child'] as const;
const [unshare, ...flags] = AS_FIRST;
const can = spawnSync(unshare, [...flags, 'true']).status === 0;

beforeAll(() => {
  execFileSync(process.execPath, ['tools/fresh-build.mjs'], { stdio: 'inherit' });
});

function asFirst(test: TestContext, args: string[], env: Record<string, string> = {}) {
  const child = spawn(unshare, [...flags, process.execPath, resolve('dist/cli.js'), ...args], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
  });
  test.onTestFinished(() => void child.kill('SIGKILL'));
  let out = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (out += text));
  return {
    says: (text: string) => until(() => out.includes(text)),
    type: (line: string) => void child.stdin.write(`${line}\n`),
    /** Stops it as a container is stopped; gives the exit code. */
    async stop() {
      const [first] = execFileSync('pgrep', ['-P', String(child.pid)], { encoding: 'utf8' }).split('\n');
      process.kill(Number(first), 'SIGTERM');
      const [code] = (await once(child, 'exit')) as [number | null];
      return code;
    },
  };
}

describe.skipIf(!can).concurrent('the first process of a container', () => {
  it('ends by SIGTERM in the terminal chat', async (test) => {
    const chat = asFirst(test, ['start']);
    chat.type('how many key labs?');
    await chat.says('229');
    expect(await chat.stop()).toBe(0);
  });

  it('ends by SIGTERM while it serves a platform, in order', async (test) => {
    const folder = mkdtempSync(join(tmpdir(), 'harbin-first-'));
    test.onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const bot = asFirst(test, ['start'], {
      DISCORD_TOKEN: 'a.discord.token',
      DISCORD_API_URL: 'http://127.0.0.1:1/api',
      DATABASE_URL: `file:${folder}/harbin.db`,
      PORT: '0',
    });
    await bot.says('"msg":"listening"');
    expect(await bot.stop()).toBe(0);
    await bot.says('"msg":"stopped"');
  });

  it('ends by SIGTERM while a command waits that has nothing to put in order', async (test) => {
    const silent = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    test.onTestFinished(() => void silent.close());
    const { port } = silent.address() as { port: number };
    const asked = once(silent, 'connection');
    const doctor = asFirst(test, ['doctor'], {
      DISCORD_TOKEN: 'a.discord.token',
      DISCORD_API_URL: `http://127.0.0.1:${port}/api`,
    });
    await asked;
    expect(await doctor.stop()).toBe(143);
  });
});
