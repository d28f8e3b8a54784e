import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { UNMETERED } from '../../../src/adapters/shared/meter.ts';
import { createDeliver, createRespond } from '../../../src/adapters/slack/outbound/post.ts';

it.for([
  ['a date', (): string => new Date(Date.now() + 1_500).toUTCString()],
  ['a date that is over', (): string => new Date(0).toUTCString()],
  ['nonsense', (): string => 'soon'],
] as const)('waits before it answers by URL again where Retry-After is %s', async ([, retryAfter], test) => {
  let requests = 0;
  const server = createServer((_, response) => {
    requests += 1;
    if (requests === 1) response.writeHead(429, { 'retry-after': retryAfter() }).end();
    else response.end('ok');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  test.onTestFinished(() => void server.close());
  const respond = createRespond(createDeliver(new AbortController().signal), UNMETERED);
  const { port } = server.address() as AddressInfo;
  const begun = performance.now();
  const outcome = await respond(`http://127.0.0.1:${port}/`, { text: 'hello', blocks: [] } as never, { to: 'asker' });
  expect(outcome).toEqual({ kind: 'sent', charts: false });
  expect(requests).toBe(2);
  expect(performance.now() - begun).toBeGreaterThan(900);
});
