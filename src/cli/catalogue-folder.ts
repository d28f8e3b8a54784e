import { SHIPPED_FOLDER } from '../data/shipped.ts';

/** The folder of another catalogue than the shipped one, where DATA_DIR names one. */
export function ownFolder(): string | undefined {
  return process.env['DATA_DIR'] || undefined;
}

/** The folder of the catalogue in use. */
export function catalogueFolder(): string {
  return ownFolder() ?? SHIPPED_FOLDER;
}
