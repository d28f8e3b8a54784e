import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Catalogue } from './schema.ts';

/** The name of the trained model's file, in the folder of the catalogue that it was trained for. */
export const MODEL_FILE = 'reader.model';

/** The model that ships with the program. */
export const SHIPPED_MODEL = fileURLToPath(new URL(`../../assets/${MODEL_FILE}`, import.meta.url));
/** The labelled messages of the project. */
export const TRAINING_FOLDER = fileURLToPath(new URL('../../training/', import.meta.url));

const folders = new WeakMap<Catalogue, string>();

/** Remembers where a catalogue's own model lies, so that the reader finds it. */
export function keepModelFolder(catalogue: Catalogue, folder: string): void {
  folders.set(catalogue, folder);
}

const read = new Map<string, Uint8Array>();

function bytesOf(path: string): Uint8Array {
  const known = read.get(path);
  if (known) return known;
  const bytes = readFileSync(path);
  read.set(path, bytes);
  return bytes;
}

/** In: a catalogue. Out: the bytes of its own model, or of the shipped one where it has none: words of questions are the same everywhere. */
export function readModel(catalogue: Catalogue): Uint8Array {
  const folder = folders.get(catalogue);
  if (folder !== undefined) {
    try {
      return bytesOf(join(folder, MODEL_FILE));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
  return bytesOf(SHIPPED_MODEL);
}
