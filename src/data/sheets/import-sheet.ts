// src/data/sheets: observations as sheets, in and out.
// Imported by: cli/commands.

import { cp, mkdtemp, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Change, changesBetween } from '../changes.ts';
import { inspectCatalogue } from '../check-catalogue.ts';
import { FILE_NAMES } from '../checking/read.ts';
import { FaultyCatalogue, type Problem } from '../problem.ts';
import type { Catalogue, Figure } from '../schema.ts';
import type { Refusal } from './columns.ts';
import { mergeRows } from './merge-rows.ts';
import { readSheet } from './read-sheet.ts';

/** What a sheet would do to a catalogue: its changes and the way to make them, or why it is not taken. */
export type Import =
  | { kind: 'refused'; refusals: Refusal[] }
  | { kind: 'faulty'; problems: Problem[] }
  | { kind: 'ready'; changes: Change[]; write(): Promise<void> };

/** Reads a sheet of observations against the catalogue of a folder; nothing is written before `write`. A faulty folder throws FaultyCatalogue. */
export async function importSheet(folder: string, bytes: Uint8Array): Promise<Import> {
  const { rows, decimalComma, refusals } = readSheet(bytes);
  if (refusals.length > 0) return { kind: 'refused', refusals };
  const before = await inspected(folder);
  const path = join(folder, 'figures.json');
  const file = JSON.parse(await readFile(path, 'utf8')) as { figures: Figure[] };
  const unfit = mergeRows(file.figures, rows, decimalComma, before.places);
  if (unfit.length > 0) return { kind: 'refused', refusals: unfit };
  const text = `${JSON.stringify(file, null, 2)}\n`;
  const { catalogue, problems } = await inspectedWith(folder, text);
  if (!catalogue) return { kind: 'faulty', problems };
  return { kind: 'ready', changes: changesBetween(before, catalogue), write: () => replace(path, text) };
}

async function inspected(folder: string): Promise<Catalogue> {
  const { catalogue, problems } = await inspectCatalogue(folder);
  if (!catalogue) throw new FaultyCatalogue(folder, problems);
  return catalogue;
}

/** Checks the folder as it would be with other figures. */
async function inspectedWith(folder: string, figures: string) {
  const trial = await mkdtemp(join(tmpdir(), 'harbin-import-'));
  try {
    for (const name of FILE_NAMES) await cp(join(folder, name), join(trial, name));
    await writeFile(join(trial, 'figures.json'), figures);
    return await inspectCatalogue(trial);
  } finally {
    await rm(trial, { recursive: true, force: true });
  }
}

/** Written beside the file and moved over it, so that whatever ends the program leaves the old file or the new one. */
async function replace(path: string, text: string): Promise<void> {
  const beside = `${path}.new`;
  const file = await open(beside, 'w');
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(beside, path);
}
