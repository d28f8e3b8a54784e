import { readFileSync } from 'node:fs';

/** The rows of a file that has one JSON value a line. */
export function readJsonl<Row>(path: string): Row[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as Row);
}
