import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** What stands before PostgreSQL as PgBouncer does, on a port of its own. */
export type Pooler = { readonly url: string; close(): Promise<void> };

/** Parameters that PgBouncer takes at the beginning of a connection; it refuses all others. */
const TAKEN = new Set(['user', 'database', 'client_encoding', 'application_name', 'datestyle', 'timezone']);
/** The message in which the server tells which of its processes it is: its sign, and its length. */
const KEY = Buffer.from([0x4b, 0, 0, 0, 12]);

/** Refuses parameters as PgBouncer does by default, names no process of the server, and keeps its connections when a client goes. */
export async function startPooler(database: string): Promise<Pooler> {
  const { port, pathname, username } = new URL(database);
  const kept = new Set<Socket>();
  const server = createServer((client) => {
    client.on('error', () => client.destroy());
    client.once('data', (hello) => {
      const unknown = parametersIn(hello).find((name) => !TAKEN.has(name.toLowerCase()));
      if (unknown) return void client.end(refusal(`unsupported startup parameter: ${unknown}`));
      const behind = connect(Number(port), '127.0.0.1');
      kept.add(behind);
      behind.on('error', () => client.destroy());
      behind.on('data', (chunk) => {
        const at = chunk.indexOf(KEY);
        // The client is given a number of the pooler's own.
        if (at >= 0) chunk.writeInt32BE(1, at + KEY.length);
        if (client.writable) client.write(chunk);
      });
      behind.write(hello);
      // The goodbye of the client is not passed on: the next one would get the connection.
      client.on('data', (chunk) => (chunk[0] === GOODBYE ? client.end() : behind.write(chunk)));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `postgres://${username}@127.0.0.1:${(server.address() as AddressInfo).port}${pathname}`,
    close: () =>
      new Promise((resolve) => {
        for (const each of kept) each.destroy();
        server.close(() => resolve());
      }),
  };
}

const GOODBYE = 'X'.charCodeAt(0);

/** The names of the parameters in the first message of a client: after its length and version, names and values in turn. */
function parametersIn(hello: Buffer): string[] {
  return hello
    .subarray(8)
    .toString()
    .split('\0')
    .filter((word, at) => at % 2 === 0 && word !== '');
}

function refusal(says: string): Buffer {
  const fields = `SFATAL\0VFATAL\0C08P01\0M${says}\0\0`;
  const message = Buffer.alloc(5 + fields.length);
  message.write('E');
  message.writeInt32BE(4 + fields.length, 1);
  message.write(fields, 5);
  return message;
}
