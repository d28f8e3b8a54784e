import type { IncomingMessage, ServerResponse } from 'node:http';

/** What becomes of a request: an answer, whole or cut off in the middle, or none. */
export type Reply =
  | { status: number; headers: Record<string, string>; body: string; isCut?: boolean }
  /** Never answered, until the client gives up. */
  | 'hang'
  /** RST: the client sees ECONNRESET. */
  | 'reset'
  /** FIN: the client sees that the other side has closed. */
  | 'closed';

export function give(reply: Reply, request: IncomingMessage, response: ServerResponse): void {
  if (reply === 'hang') return;
  if (reply === 'reset') request.socket.resetAndDestroy();
  else if (reply === 'closed') request.socket.destroy();
  else if (reply.isCut) {
    const length = { 'content-length': String(Buffer.byteLength(reply.body)) };
    response.writeHead(reply.status, { ...reply.headers, ...length });
    response.write(half(reply.body), () => request.socket.resetAndDestroy());
  } else response.writeHead(reply.status, reply.headers).end(reply.body);
}

/** The first half of a text. */
export function half(text: string): string {
  return text.slice(0, text.length / 2);
}
