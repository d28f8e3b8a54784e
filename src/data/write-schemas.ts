import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { FILE_NAMES } from './checking/read.ts';
import { jsonSchemas, schemaPath } from './json-schemas.ts';

// Run from the project's folder after a change of schema.ts: npx tsc -p tsconfig.build.json && node dist/data/write-schemas.js
const schemas = jsonSchemas();
for (const file of FILE_NAMES) {
  const path = join('src/data', schemaPath(file));
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `${JSON.stringify(schemas[file], null, 2)}\n`);
}
