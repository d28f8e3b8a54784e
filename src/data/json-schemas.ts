import { z } from 'zod';
import { FILE_NAMES, type FileName } from './checking/read.ts';
import { FILES } from './schema.ts';

/** The JSON Schema of each data file, by which an editor completes and checks what a curator types. */
export function jsonSchemas(): Record<FileName, object> {
  const schemas = FILE_NAMES.map((file) => [file, z.toJSONSchema(FILES[file], { target: 'draft-7', reused: 'ref' })]);
  // A round trip drops what JSON cannot hold, so that the schemas equal their files.
  return JSON.parse(JSON.stringify(Object.fromEntries(schemas)));
}

/** Where a file's schema stands, beside the data: "schemas/figures.schema.json". */
export function schemaPath(file: FileName): string {
  return `schemas/${file.replace('.json', '.schema.json')}`;
}
