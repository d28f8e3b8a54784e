import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { holdPort } from './held-port.ts';

/** An HTTP server on loopback, which can go away and come back at the same port. */
export type Loopback = {
  readonly server: Server;
  readonly port: number;
  /** Nobody listens any more, or every connection is reset; those that have become WebSockets stay. */
  startOutage(kind: 'refuse' | 'reset'): Promise<void>;
  endOutage(): Promise<void>;
  /** Ends every connection in good order: a client that has not yet heard of it would still send on it. */
  farewell(): Promise<void>;
  close(): Promise<void>;
};

/** Starts one at any free port. A client that goes away in the middle of a request is none of its troubles. */
export async function startLoopback(
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): Promise<Loopback> {
  const connections = new Set<Socket>();
  let isResetting = false;
  let held: Awaited<ReturnType<typeof holdPort>> | undefined;
  const release = async () => {
    await held?.release();
    held = undefined;
  };
  const server = createServer((request, response) => {
    handle(request, response).catch(() => request.socket.destroy());
  });
  // A busy machine may take longer than Node's five seconds between two requests of one connection.
  server.keepAliveTimeout = 0;
  server.on('connection', (socket) => {
    if (isResetting) socket.resetAndDestroy();
    connections.add(socket);
    socket.once('close', () => connections.delete(socket));
    socket.on('error', () => socket.destroy());
  });
  server.on('upgrade', (_request, socket: Socket) => connections.delete(socket));
  const port = await listen(server, 0);

  return {
    server,
    port,
    async startOutage(kind) {
      isResetting = kind === 'reset';
      // The callback of close() waits for the sockets that stay; the port is closed at once.
      if (kind === 'refuse') server.close();
      for (const socket of connections) socket.resetAndDestroy();
      if (kind === 'refuse') held ??= await holdPort(port);
    },
    async endOutage() {
      isResetting = false;
      await release();
      if (!server.listening) await listen(server, port);
    },
    async farewell() {
      await Promise.all([...connections].map(end));
    },
    async close() {
      for (const socket of connections) socket.destroy();
      await release();
      if (server.listening) await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

/** Ends a connection, and waits until the other side has ended it too. */
function end(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    socket.once('close', () => resolve());
    socket.end();
  });
}
