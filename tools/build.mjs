// Builds dist from src, and checks the catalogue in it. The compiler is the one of the development tools. Where these are
// left out (npm ci --omit=dev, NODE_ENV=production), npm fetches the very same compiler for this one run, and the types,
// which only development needs, are not checked.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const onWindows = process.platform === 'win32';
const run = (program, args) => execFileSync(program, args, { cwd: root, stdio: 'inherit', shell: onWindows });

rmSync(join(root, 'dist'), { recursive: true, force: true });
if (existsSync(join(root, 'node_modules/typescript'))) run('npx', ['tsc', '-p', 'tsconfig.build.json']);
else {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const compiler = `typescript@${packages['node_modules/typescript'].version}`;
  const noTypes = ['--noCheck', '--types', onWindows ? '""' : ''];
  run('npx', ['--yes', `--package=${compiler}`, 'tsc', '-p', 'tsconfig.build.json', ...noTypes]);
}
run(process.execPath, ['dist/cli.js', 'check-data']);
