// Builds dist when it is missing or older than the sources, so that `npm start` works right after an edit.
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const newest = (folder) =>
  readdirSync(join(root, folder), { recursive: true })
    .map((name) => statSync(join(root, folder, name)).mtimeMs)
    .reduce((a, b) => Math.max(a, b), 0);
const builtAt = (() => {
  try {
    return statSync(join(root, 'dist/cli.js')).mtimeMs;
  } catch {
    return 0;
  }
})();
// An installation without sources (a container) holds the finished build only.
const changedAt = (() => {
  try {
    return newest('src');
  } catch {
    return 0;
  }
})();
if (changedAt > builtAt) {
  const { status } = spawnSync(process.execPath, ['tools/build.mjs'], { cwd: root, stdio: ['ignore', 2, 2] });
  process.exitCode = status === 0 ? 0 : 1;
}
