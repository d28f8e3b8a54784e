import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { FILE_NAMES } from '../../src/data/checking/read.ts';
import { jsonSchemas, schemaPath } from '../../src/data/json-schemas.ts';
import { SHIPPED } from './folder.ts';

it.each(FILE_NAMES)('the editor schema of %s is the one that the checks use', async (file) => {
  const written = JSON.parse(await readFile(join(SHIPPED, schemaPath(file)), 'utf8'));
  expect(written, 'run src/data/write-schemas.ts after a change of schema.ts').toEqual(jsonSchemas()[file]);
});

it.each(FILE_NAMES)('%s names its schema, so that an editor finds it', async (file) => {
  expect(JSON.parse(await readFile(join(SHIPPED, file), 'utf8')).$schema).toBe(`./${schemaPath(file)}`);
});
