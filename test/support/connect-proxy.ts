import { createServer, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

/** A proxy of a company: the only one who knows the names of the world outside, all of which are this machine. */
export type ConnectProxy = {
  readonly url: string;
  /** Where it was asked to connect to, as `host:port`, each time. */
  readonly tunnels: readonly string[];
  /** Lets nothing more through. */
  refuse(): void;
  close(): Promise<void>;
};

export async function startConnectProxy(): Promise<ConnectProxy> {
  const tunnels: string[] = [];
  const sockets = new Set<Socket>();
  let isRefusing = false;
  // Whoever asks it for anything but a tunnel has not understood.
  const server = createServer((_, response: ServerResponse) => void response.writeHead(405).end());
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
  });
  server.on('connect', (request, client: Socket) => {
    if (isRefusing) {
      client.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    tunnels.push(request.url ?? '');
    const outside = connect(Number(request.url?.split(':').at(-1)), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      outside.pipe(client).pipe(outside);
    });
    outside.on('error', () => client.destroy());
    client.on('close', () => outside.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    tunnels,
    refuse() {
      isRefusing = true;
      for (const socket of sockets) socket.destroy();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
