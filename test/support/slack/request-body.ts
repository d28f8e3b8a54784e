import type { IncomingMessage } from 'node:http';
import { formOf } from '../loopback/body.ts';

/** The fields of a form or a JSON body, all as strings; structures stay JSON, as in a form. */
export function readFields(request: IncomingMessage, body: Buffer): Record<string, string> {
  const text = body.toString();
  if (!request.headers['content-type']?.includes('json')) return Object.fromEntries(new URLSearchParams(text));
  const fields = Object.entries(parseObject(text)).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(
    fields.map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  );
}

/** The bytes of an upload, which come as a multipart form or bare. */
export async function readUpload(request: IncomingMessage, body: Buffer): Promise<Buffer> {
  const form = await formOf(request, body);
  if (!form) return body;
  for (const value of form.values()) if (typeof value !== 'string') return Buffer.from(await value.arrayBuffer());
  return Buffer.alloc(0);
}

function parseObject(text: string): object {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}
