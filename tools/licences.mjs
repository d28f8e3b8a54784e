// Prints the licence of every package that the program runs with, as package-lock.json has it: npm run licences
import { readFileSync } from 'node:fs';

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const rows = Object.entries(packages)
  .filter(([path, { dev, optional }]) => path !== '' && !dev && !optional)
  .map(([path, { version, license }]) => [
    license ?? 'see its package',
    `${path.split('node_modules/').at(-1)} ${version}`,
  ]);
for (const licence of [...new Set(rows.map(([each]) => each))].sort()) {
  const names = rows.filter(([each]) => each === licence).map(([, name]) => name);
  console.log(`${licence}: ${[...new Set(names)].sort().join(', ')}`);
}
