import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadEnvFile } from '../../src/config/env-file.ts';

/** What a .env of these bytes sets in an environment, and what is wrong with it. */
function loaded(content: string | Buffer, environment: NodeJS.ProcessEnv = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'harbin-env-'));
  const path = join(folder, '.env');
  writeFileSync(path, content);
  try {
    const problems = loadEnvFile(path, environment);
    return { environment, problems };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const TEXT = 'DISCORD_TOKEN=one.two.three\nPORT=3001\n';
const SET = { DISCORD_TOKEN: 'one.two.three', PORT: '3001' };
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();

it.each([
  ['as UTF-8', Buffer.from(TEXT)],
  ['as UTF-8 with a byte order mark', Buffer.from(`\ufeff${TEXT}`)],
  ['as UTF-16, little-endian', Buffer.from(`\ufeff${TEXT}`, 'utf16le')],
  ['as UTF-16, big-endian', utf16be(`\ufeff${TEXT}`)],
  ['as UTF-16 without a mark', Buffer.from(TEXT, 'utf16le')],
  ['as big-endian UTF-16 without a mark', utf16be(TEXT)],
  ['with the ends of lines of Windows', Buffer.from(TEXT.replaceAll('\n', '\r\n'))],
  ['without an end of its last line', Buffer.from(TEXT.trimEnd())],
])('a .env is read as Notepad and other editors save it: %s', (_, bytes) => {
  expect(loaded(bytes)).toEqual({ environment: SET, problems: [] });
});

it.each([
  ['DISCORD_TOKEN: one.two.three\nPORT: 3001'],
  ['DISCORD_TOKEN = one.two.three\n  PORT  =  3001'],
  ['DISCORD_TOKEN="one.two.three"\nPORT=\'3001\''],
  ['export DISCORD_TOKEN=one.two.three # the bot\nexport PORT=3001'],
])('a .env may be written in any usual way: %j', (text) => {
  expect(loaded(text)).toEqual({ environment: SET, problems: [] });
});

it('what the environment sets stays', () => {
  expect(loaded(TEXT, { PORT: '1', DISCORD_TOKEN: '' }).environment).toEqual({ PORT: '1', DISCORD_TOKEN: '' });
});

it.each([
  [
    'LOG_LEVEL=debug\nDISCORD_TOKEN planted\nPORT=3001',
    'line 2 names DISCORD_TOKEN and does not set it: write DISCORD_TOKEN=',
  ],
  ['{\n  "DISCORD_TOKEN": "planted"\n}', 'line 2 names DISCORD_TOKEN'],
  ['set DISCORD_TOKEN=planted', 'line 1 names DISCORD_TOKEN'],
  ['$env:DISCORD_TOKEN = "planted"', 'line 1 names DISCORD_TOKEN'],
  ['- DISCORD_TOKEN=planted', 'line 1 names DISCORD_TOKEN'],
  ['DISCORD_TOKN=planted', 'DISCORD_TOKN is not read: did you mean DISCORD_TOKEN?'],
  ['discord_token=planted', 'discord_token is not read: did you mean DISCORD_TOKEN?'],
  ['SLACK_BOTTOKEN=planted', 'SLACK_BOTTOKEN is not read: did you mean SLACK_BOT_TOKEN?'],
  ['DATABASE_URI=planted', 'DATABASE_URI is not read: did you mean DATABASE_URL?'],
  ['DEFAULT_TIMEZONE=planted', 'DEFAULT_TIMEZONE is not read: did you mean DEFAULT_TIME_ZONE?'],
  ['port=planted', 'port is not read: did you mean PORT?'],
])('what a .env does not set although it looks so is said, without the value: %j', (text, said) => {
  const { problems } = loaded(text);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(`.env: ${said}`);
  expect(problems.join()).not.toContain('planted');
});

it.each([
  ['# DISCORD_TOKEN planted\n#PORT 1'],
  ['DISCORD_TOKN=planted\nDISCORD_TOKEN=real.real.real'],
  ['DISCORD_TOKN='],
  ['SOME_OTHER_PROGRAM=1\nPOST=1\nHOSTS=2'],
])('a .env that is right is no problem: %j', (text) => {
  expect(loaded(text).problems).toEqual([]);
});
