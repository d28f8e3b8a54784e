import { spawn, spawnSync } from 'node:child_process';

/** Whether this machine can give a child process a terminal: util-linux's `script` does. */
export function hasTerminals(): boolean {
  return spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux') ?? false;
}

/** Runs the command line in a terminal of its own and presses some keys once it has said something. */
export function inTerminal(command: string, said: string, keys: string): Promise<{ code: number | null; out: string }> {
  const child = spawn('script', ['-qec', `"${process.execPath}" dist/cli.js ${command}`, '/dev/null']);
  let out = '';
  let pressed = false;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
    if (pressed || !out.includes(said)) return;
    pressed = true;
    child.stdin.write(keys);
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out }));
  });
}
