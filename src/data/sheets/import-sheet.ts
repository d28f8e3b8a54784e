// src/data/sheets: observations as sheets, in and out.
// Imported by: cli/commands.

import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { type Change, changesBetween } from '../changes.ts';
import { inspectFiles } from '../check-catalogue.ts';
import { readFiles } from '../checking/read.ts';
import { FaultyCatalogue, type Problem } from '../problem.ts';
import type { Figure } from '../schema.ts';
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
  const files = await readFiles(folder);
  // Checking fills in borrowed texts, which are not to be written.
  const { catalogue: before, problems: earlier } = inspectFiles(structuredClone(files));
  if (!before) throw new FaultyCatalogue(folder, earlier);
  const file = structuredClone(files.data['figures.json']) as { figures: Figure[] };
  const unfit = mergeRows(file.figures, rows, decimalComma, before.places);
  if (unfit.length > 0) return { kind: 'refused', refusals: unfit };
  const text = `${JSON.stringify(file, null, 2)}\n`;
  const { catalogue, problems } = inspectFiles({ data: { ...files.data, 'figures.json': file }, problems: [] });
  if (!catalogue) return { kind: 'faulty', problems };
  const path = join(folder, 'figures.json');
  return { kind: 'ready', changes: changesBetween(before, catalogue), write: () => replace(path, text) };
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
