import { connect, type Socket } from 'node:net';

/** Keeps a port at which nobody listens for a while from being given to others: connections to it are refused. */
export async function holdPort(port: number): Promise<{ release(): Promise<void> }> {
  // A line from the port to itself, which needs no listener.
  const line: Socket = connect({ port, host: '127.0.0.1', localAddress: '127.0.0.1', localPort: port });
  const closed = new Promise<void>((resolve) => line.once('close', () => resolve()));
  await new Promise<void>((resolve) => {
    line.once('connect', resolve);
    // It is only a precaution.
    line.on('error', () => resolve());
  });
  return {
    async release() {
      line.resetAndDestroy();
      await closed;
    },
  };
}
