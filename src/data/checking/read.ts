import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../problem.ts';
import { FILES } from '../schema.ts';
import { scanJson } from './json.ts';

export type FileName = keyof typeof FILES;

export const FILE_NAMES = Object.keys(FILES) as FileName[];

/** The parsed content of each file that could be read, and what kept the others from it. */
export type Reading = { data: Partial<Record<FileName, unknown>>; problems: Problem[] };

/** Reads all files of a folder; one that is missing or broken does not hide the faults of the rest. */
export async function readFiles(folder: string): Promise<Reading> {
  const reading: Reading = { data: {}, problems: [] };
  for (const file of FILE_NAMES) {
    const report = (at: string, what: string, remedy: string) => reading.problems.push({ file, at, what, remedy });
    const bytes = await readFile(join(folder, file)).catch((error: NodeJS.ErrnoException) => {
      report(
        '',
        `cannot be read (${error.code ?? error.message})`,
        `put it into ${folder}, where all files are needed`,
      );
    });
    if (!bytes) continue;
    const text = decode(bytes);
    if (text === undefined) {
      report('', 'is not UTF-8 text', 'save it in UTF-8');
      continue;
    }
    const { brokenAt, repeated } = scanJson(text);
    for (const { key, line } of repeated) {
      report(`line ${line}`, `"${key}" stands twice in one object, and only the last would count`, 'keep one of them');
    }
    try {
      reading.data[file] = JSON.parse(text);
    } catch (error) {
      report(
        brokenAt ? `line ${brokenAt}` : '',
        `is not JSON (${(error as Error).message.replaceAll(/\s+/g, ' ')})`,
        'mend it there or just before',
      );
    }
  }
  return reading;
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
