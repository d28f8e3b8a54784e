import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { FILE_NAMES, type FileName } from '../../src/data/checking/read.ts';

/** The shipped data, as a curator's editor would see it before the checks. */
export const SHIPPED = 'src/data';

/** JSON of any shape: tests break it on purpose. */
// biome-ignore lint/suspicious/noExplicitAny: a fault may be anything
export type Json = any;

/** A copy of the shipped catalogue in a folder of its own, with some files changed; gone when the test ends. */
export async function catalogueWith(changes: Partial<Record<FileName, (data: Json) => unknown>>): Promise<string> {
  const folder = await copyOfShipped();
  for (const [file, change] of Object.entries(changes)) {
    const path = join(folder, file);
    const data = JSON.parse(await readFile(path, 'utf8'));
    change(data);
    await writeFile(path, JSON.stringify(data));
  }
  return folder;
}

/** A copy of the shipped catalogue in a folder of its own; gone when the test ends. */
export async function copyOfShipped(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'catalogue-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const file of FILE_NAMES) await cp(join(SHIPPED, file), join(folder, file));
  return folder;
}

/** The entry with an id, to be changed in place. */
export function entry(list: Json[], id: string): Json {
  return list.find((candidate) => candidate.id === id);
}
