import { expect, it } from 'vitest';
import type { Log } from '../../../src/adapters/shared/posting-adapter.ts';
import { boltLogger } from '../../../src/adapters/slack/transport/client.ts';

it.each([
  'An unhandled error occurred while Bolt processed (type: give me a picture, error: TypeError',
  'An unhandled error occurred while Bolt processed (type: secret, error: TypeError: secret is not a function)',
  'Failed to parse the payload "secret and a picture"',
  'SyntaxError: Unexpected token in secret picture',
])('what Bolt says is logged without what somebody wrote: %s', (said) => {
  const lines: string[] = [];
  const keep = (...line: unknown[]) => lines.push(JSON.stringify(line));
  const log: Log = { debug: keep, info: keep, warn: keep, error: keep };
  boltLogger(log).error(said);
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toMatch(/secret|picture/);
});
