import { fileURLToPath } from 'node:url';

/** The folder of the catalogue that ships with the program. */
export const SHIPPED_FOLDER = fileURLToPath(new URL('.', import.meta.url));
