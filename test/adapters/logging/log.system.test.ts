import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { hasTerminals } from '../terminal/in-terminal.ts';

const PLANTED = 'xoxb-123456789012-1234567890123-AbCdEfGhIjKlMnOpQrStUvWx';
const PROGRAM = `
  import { createPinoLog } from './dist/adapters/logging/pino-log.js';
  import { createScrub } from './dist/adapters/logging/scrub.js';
  import { inRequest } from './dist/adapters/shared/request.js';
  const log = createPinoLog({ level: 'debug', scrub: createScrub([]) });
  log.info('slack connected', { afterMs: 12 });
  inRequest(() => log.warn('slack message not sent', { what: 'direct message', says: '${PLANTED}' }));`;

it('the log is lines of JSON on standard error, and nothing on standard output', () => {
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', PROGRAM], { encoding: 'utf8' });
  expect(stdout).toBe('');
  const lines = stderr
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
  expect(lines).toMatchObject([{ msg: 'slack connected' }, { msg: 'slack message not sent', says: '[removed]' }]);
});

it.skipIf(!hasTerminals())('the log is one readable line an event in a terminal, as scrubbed as elsewhere', () => {
  const command = `"${process.execPath}" --input-type=module -e "$PROGRAM"`;
  const env = { PATH: process.env['PATH'], NO_COLOR: '1', PROGRAM };
  const { stdout } = spawnSync('script', ['-qec', command, '/dev/null'], { encoding: 'utf8', env });
  expect(stdout.trim().split(/\r?\n/)).toEqual([
    expect.stringMatching(/^\d\d:\d\d:\d\d INFO {2}slack connected {2}afterMs=12$/),
    expect.stringMatching(
      /^[\d:]{8} WARN {2}slack message not sent {2}request=[\da-f]{8} {2}what="direct message" {2}says=\[removed\]$/,
    ),
  ]);
});
