// Adds to package-lock.json the optional packages of other platforms that npm leaves out when the registry in use,
// a mirror, does not have them: `npm ci` refuses a lock without them. And says of each for which C library it is, where
// the package itself does not. Run it after every `npm install`.
import { readFileSync, writeFileSync } from 'node:fs';

/** How packages name systems, and how npm does. */
const SYSTEMS = Object.fromEntries([
  ...['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'].map((system) => [system, system]),
  ['windows', 'win32'],
]);
const PROCESSORS = ['arm64', 'x64', 'ia32', 'arm', 'riscv64', 'ppc64', 's390x', 'loong64', 'wasm32'];

const libcOf = (name) => (/musl/.test(name) ? 'musl' : /gnu/.test(name) ? 'glibc' : undefined);

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
for (const [path, owner] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(owner.optionalDependencies ?? {})) {
    const at = `node_modules/${name}`;
    if (lock.packages[at] || lock.packages[`${path}/${at}`]) continue;
    const words = name.split('/').at(-1).split('-');
    const system = words.map((word) => SYSTEMS[word]).find(Boolean);
    const processor = PROCESSORS.find((one) => words.includes(one));
    lock.packages[at] = {
      version: version.replace(/^[\^~>=]+/, ''),
      ...(processor ? { cpu: [processor] } : {}),
      ...(owner.dev ? { dev: true } : {}),
      optional: true,
      ...(system ? { os: [system] } : {}),
    };
  }
}
// Packages for Linux that do not say for which C library they are: npm would install those for all of them.
for (const [path, each] of Object.entries(lock.packages)) {
  if (!each.os?.includes('linux') || each.libc) continue;
  const libc = libcOf(path);
  if (libc) each.libc = [libc];
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
