import { spawn } from 'node:child_process';
import { resolve as absolute } from 'node:path';

/** What the command line did with its arguments and its input. */
export type Ran = { code: number | null; signal: NodeJS.Signals | null; out: string; err: string };

type Options = {
  input?: string;
  env?: Record<string, string>;
  cwd?: string;
  stopOn?: { said: string; signal: NodeJS.Signals };
};

/** Runs the built command line as a child process, as a shell would. */
export function runCli(
  args: readonly string[],
  { input = '', env = {}, cwd = '.', stopOn }: Options = {},
): Promise<Ran> {
  const child = spawn(process.execPath, [absolute('dist/cli.js'), ...args], {
    cwd,
    env: { ...cleanEnvironment(), ...env },
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
    // Once: a second signal is for those who will not wait.
    if (stopOn && !child.killed && out.includes(stopOn.said)) child.kill(stopOn.signal);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  // Whoever ends without having read all of it leaves the rest on the line.
  child.stdin.on('error', () => {});
  child.stdin.write(input);
  // Whoever presses Ctrl-C has not ended the input.
  if (!stopOn) child.stdin.end();
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, out, err }));
  });
}

/** No setting of the machine that runs the tests may change what they see. */
function cleanEnvironment(): Record<string, string> {
  const { PATH = '' } = process.env;
  return { PATH };
}
