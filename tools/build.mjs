// Builds dist from src, and checks the catalogue in it. The compiler is the one of the development tools. Where these are
// left out (npm ci --omit=dev, NODE_ENV=production), npm fetches the very same compiler for this one run, and the types,
// which only development needs, are not checked.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const onWindows = process.platform === 'win32';

const dist = join(root, 'dist');

/** A step of the build. One that fails has said why itself, and leaves nothing that `npm start` could take for a finished build. */
function run(program, args) {
  const { status, error } = spawnSync(program, args, { cwd: root, stdio: 'inherit', shell: onWindows });
  if (error) console.error(`${program} cannot be started: ${error.message}`);
  if (status === 0) return;
  rmSync(dist, { recursive: true, force: true });
  process.exit(1);
}

rmSync(dist, { recursive: true, force: true });
if (existsSync(join(root, 'node_modules/typescript'))) run('npx', ['tsc', '-p', 'tsconfig.build.json']);
else {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const compiler = `typescript@${packages['node_modules/typescript'].version}`;
  const noTypes = ['--noCheck', '--types', onWindows ? '""' : ''];
  run('npx', ['--yes', `--package=${compiler}`, 'tsc', '-p', 'tsconfig.build.json', ...noTypes]);
}
// npm does so at the installation alone; without it "npx harbin" is refused after the next build.
chmodSync(join(dist, 'cli.js'), 0o755);
run(process.execPath, ['dist/cli.js', 'check-data', 'src/data']);
