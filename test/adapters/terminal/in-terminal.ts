import { spawn, spawnSync } from 'node:child_process';
import { until } from '../../support/until.ts';

/** Whether this machine can give a child process a terminal: util-linux's `script` does. */
export function hasTerminals(): boolean {
  return spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux') ?? false;
}

/** The chat in a terminal of its own. */
export type Terminal = {
  /** Presses keys, and gives what is shown from then on, once it holds `said`. */
  press(keys: string, said: string): Promise<string>;
  /** Presses keys that end it; gives the exit code. */
  leave(keys: string): Promise<number | null>;
};

/** Starts the chat in a terminal that is so many columns wide, and waits for its prompt. */
export async function inTerminal(columns = 80): Promise<Terminal> {
  const command = `stty cols ${columns} rows 50; exec "${process.execPath}" dist/cli.js start`;
  const { PATH = '' } = process.env;
  const child = spawn('script', ['-qec', command, '/dev/null'], {
    env: { PATH, TERM: 'xterm', NO_COLOR: '1', SHELL: '/bin/sh' },
  });
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  await until(() => out.includes('harbin> '), { what: 'the prompt' });
  return {
    async press(keys, said) {
      const before = out.length;
      child.stdin.write(keys);
      await until(() => out.slice(before).includes(said), { what: `"${said}" in the terminal` });
      return out.slice(before);
    },
    async leave(keys) {
      child.stdin.write(keys);
      return ended;
    },
  };
}
