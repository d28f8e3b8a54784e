import type { IncomingMessage } from 'node:http';
import { bytesOf, formOf } from '../loopback/body.ts';
import { refusal } from './api-error.ts';
import type { UploadedFile } from './payloads.ts';

/** What a request brings: its JSON and its files. */
export type RequestBody = { json: unknown; files: UploadedFile[] };

/** Reads a body, plain JSON or a form with `payload_json` and `files[n]`. */
export async function readBody(request: IncomingMessage): Promise<RequestBody> {
  const bytes = await bytesOf(request);
  if (bytes.length === 0) return { json: undefined, files: [] };
  const form = await formOf(request, bytes);
  if (!form) return { json: parse(bytes.toString()), files: [] };
  const files: UploadedFile[] = [];
  for (const [field, value] of form) {
    if (typeof value === 'string') continue;
    files.push({ field, name: value.name, contentType: value.type, bytes: new Uint8Array(await value.arrayBuffer()) });
  }
  const json = form.get('payload_json');
  return { json: typeof json === 'string' ? parse(json) : undefined, files };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refusal.badJson();
  }
}
