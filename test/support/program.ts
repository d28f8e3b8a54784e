import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestContext } from 'vitest';
import { until } from './until.ts';

// `npm run test:all` builds it first.
const CLI = resolve('dist/cli.js');

/** The program as people start it, in a process of its own. */
export type Program = {
  process: ChildProcess;
  output: () => string;
  ended: Promise<number | null>;
  /** Resolves once this stands in the output. */
  says(text: string): Promise<unknown>;
  url(): string;
};

/** Runs it with a database of its own, no longer than the test. */
export function run(
  test: Pick<TestContext, 'onTestFinished'>,
  environment: Record<string, string>,
  node: string[] = [],
): Program {
  const folder = mkdtempSync(join(tmpdir(), 'harbin-program-'));
  const program = start(folder, { DATABASE_URL: `file:${folder}/harbin.db`, ...environment }, node);
  test.onTestFinished(() => {
    program.process.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });
  return program;
}

/** Starts it in a folder without .env, and with nothing of this environment. */
export function start(folder: string, environment: Record<string, string>, node: string[] = []): Program {
  const child = spawn(process.execPath, [...node, CLI, 'start'], {
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '', HOST: '127.0.0.1', PORT: '0', ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += chunk));
  child.stdin.end();
  return {
    process: child,
    output: () => text,
    ended: new Promise((resolve) => child.once('exit', resolve)),
    says: (words) => until(() => text.includes(words), { what: `"${words}" in the output` }),
    url: () => `http://127.0.0.1:${/"port":(\d+)/.exec(text)?.[1]}`,
  };
}
