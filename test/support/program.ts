import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestContext } from 'vitest';
import { until } from './until.ts';

// `npm test` builds it first.
const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** The program as people start it, in a process of its own. */
export type Program = {
  process: ChildProcess;
  output: () => string;
  ended: Promise<number | null>;
  /** Resolves once this stands in the output. */
  says(text: string): Promise<unknown>;
  url(): string;
};

export function run(
  test: Pick<TestContext, 'onTestFinished'>,
  environment: Record<string, string>,
  node: string[] = [],
): Program {
  const folder = mkdtempSync(join(tmpdir(), 'harbin-program-'));
  const child = spawn(process.execPath, [...node, CLI, 'start'], {
    // A folder without .env, and nothing of this environment.
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    env: {
      PATH: process.env['PATH'] ?? '',
      HOST: '127.0.0.1',
      PORT: '0',
      DATABASE_URL: `file:${folder}/harbin.db`,
      ...environment,
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  test.onTestFinished(() => {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += chunk));
  child.stdin.end();
  return {
    process: child,
    output: () => text,
    ended: new Promise((resolve) => child.once('exit', resolve)),
    says: (words) => until(() => text.includes(words), { within: 30_000, what: `"${words}" in the output` }),
    url: () => `http://127.0.0.1:${/"port":(\d+)/.exec(text)?.[1]}`,
  };
}
