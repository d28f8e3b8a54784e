import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

type Options = {
  /** What becomes of a request for a socket: it is let in, reset, or refused with a status such as `401 Unauthorized`. */
  admit(request: IncomingMessage): 'in' | 'reset' | `${number} ${string}`;
  welcome(socket: WebSocket, tcp: Socket, request: IncomingMessage): void;
  /** Whether pings are answered by themselves (the default). */
  autoPong?: boolean;
};

/** Takes WebSockets on a server of loopback; closing ends those that are open. */
export function takeWebSockets(server: Server, { admit, welcome, autoPong = true }: Options): { close(): void } {
  const upgrader = new WebSocketServer({ noServer: true, autoPong });
  const upgrade = (request: IncomingMessage, tcp: Socket, head: Buffer) => {
    const verdict = admit(request);
    if (verdict === 'in') upgrader.handleUpgrade(request, tcp, head, (socket) => welcome(socket, tcp, request));
    else if (verdict === 'reset') tcp.resetAndDestroy();
    else {
      tcp.write(`HTTP/1.1 ${verdict}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      tcp.destroySoon();
    }
  };
  server.on('upgrade', upgrade);
  return {
    close() {
      server.off('upgrade', upgrade);
      for (const socket of upgrader.clients) socket.terminate();
      upgrader.close();
    },
  };
}
