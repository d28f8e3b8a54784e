import type { IncomingMessage } from 'node:http';

/** All bytes of a request. */
export async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** The parts of a multipart form; undefined for what is none. */
export async function formOf(request: IncomingMessage, bytes: Buffer): Promise<FormData | undefined> {
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) return undefined;
  // fetch's own Response is the form parser that Node brings along.
  return await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
}
