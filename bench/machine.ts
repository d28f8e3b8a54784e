import { readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';

/** What the numbers were measured on: times can be compared only within one run. */
export function machine(): string {
  const [first] = cpus();
  const memory = (totalmem() / 2 ** 30).toFixed(1);
  const libraries = ['fuse.js', 'minisearch', 'flexsearch'].map((name) => `${name} ${versionOf(name)}`);
  return [
    `Machine: ${first?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, ${memory} GB memory, ${process.platform}`,
    `Versions: Node ${process.version}, ${libraries.join(', ')}`,
  ].join('\n');
}

function versionOf(library: string): string {
  return (JSON.parse(readFileSync(`node_modules/${library}/package.json`, 'utf8')) as { version: string }).version;
}
