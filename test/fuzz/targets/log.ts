import * as fc from 'fast-check';
import { createPinoLog } from '../../../src/adapters/logging/pino-log.ts';
import { prettyLine } from '../../../src/adapters/logging/pretty-line.ts';
import { createScrub } from '../../../src/adapters/logging/scrub.ts';
import type { LogFields } from '../../../src/adapters/shared/posting-adapter.ts';
import { secretsIn } from '../../../src/config/config.ts';
import { insist, stateless } from '../target.ts';
import { hostileText } from '../texts.ts';

/** What the program is started with: secrets that may have any shape, each made up. */
const ENVIRONMENT = {
  SLACK_BOT_TOKEN: 'xoxb-123456789012-1234567890123-AbCdEfGhIjKlMnOpQrStUvWx',
  SLACK_APP_TOKEN: 'xapp-1-A0123456789-1234567890123-0123456789abcdef0123456789abcdef',
  SLACK_SIGNING_SECRET: '8f742231b10e8888abcd99yyyzzz85a5',
  SLACK_CLIENT_SECRET: 'b3c1d5e7f9a1b3c5d7e9f1a3b5c7zzzz',
  SLACK_STATE_SECRET: 'a/state+secret="of many signs"&more',
  ENCRYPTION_KEY: 'a:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZT8=,b:Zm9vYmFyYmF6cXV1eGZvb2JhcmJhenF1dXhmb29iYXI=',
  DISCORD_TOKEN: 'MTAxMjM0NTY3ODkwMTIzNDU2Nzg.GabcDE.abcdefghijklmnopqrstuvwxyz0123456789AB',
  DATABASE_URL: 'postgres://harbin:p%40ss%2Fw0rd%20%22quoted%22@127.0.0.1/harbin',
};
const CONFIGURED = secretsIn(ENVIRONMENT);
/** What comes up while the program runs, and is known by its looks alone; and the part of it that nobody may see. */
const MET = [
  ['xoxb-777-888-ofAnotherWorkspace', 'ofAnotherWorkspace'],
  ['xoxe.xoxb-1-MS0yLTEyMzQ1Njc4OTAxMg', 'MS0yLTEyMzQ1Njc4OTAxMg'],
  ['https://hooks.slack.com/commands/T01234567/1234567890123/abcdefghijklmnopqrstuvwx', 'abcdefghijklmnopqrstuvwx'],
  ['https://hooks.slack.com/actions/T01234567/1234567890123/zyxwvutsrqponmlkjihgfedc', 'zyxwvutsrqponmlkjihgfedc'],
  [
    'https://discord.com/api/v10/webhooks/1012345678901234567/aW50ZXJhY3Rpb246MTIz-planted/messages/@original',
    'aW50ZXJhY3Rpb246MTIz-planted',
  ],
  [
    'https://discord.com/api/v10/interactions/1012345678901234567/aW50ZXJhY3Rpb246NDU2-planted/callback',
    'aW50ZXJhY3Rpb246NDU2-planted',
  ],
  ['wss://wss-primary.slack.com/link/?ticket=0123456789-planted-ticket&app_id=1', '0123456789-planted-ticket'],
] as const;

type Secret = { text: string; telling: string };

const secret: fc.Arbitrary<Secret> = fc.oneof(
  fc.constantFrom(...CONFIGURED).map((text) => ({ text, telling: text })),
  fc.constantFrom(...MET).map(([text, telling]) => ({ text, telling })),
);

/** Ways in which one program writes a text of another into its messages. */
const SPELLINGS: ((text: string) => string)[] = [
  (text) => text,
  encodeURIComponent,
  (text) => encodeURIComponent(text).replace(/%[\dA-F]{2}/g, (code) => code.toLowerCase()),
  (text) => String(new URLSearchParams({ text })).slice('text='.length),
  (text) => JSON.stringify(text),
  (text) => JSON.stringify(JSON.stringify({ text })),
  (text) => JSON.stringify({ text }).replaceAll('/', '\\/'),
];
const glue = fc.constantFrom(
  '',
  ' ',
  '\n',
  '\t',
  '=',
  ': ',
  '/',
  '"',
  "'",
  '\\',
  '(',
  ',',
  '&token=',
  'Bearer ',
  '<',
  '%20',
  '\u001b[1m',
);

type Planted = { secret: Secret; said: string };

const planted: fc.Arbitrary<Planted> = fc
  .tuple(secret, fc.constantFrom(...SPELLINGS), glue, glue, hostileText, hostileText)
  .map(([one, spell, before, behind, start, end]) => ({
    secret: one,
    said: start + before + spell(one.text) + behind + end,
  }));

/** Errors of every build: with causes, in rings, with properties that throw or are no texts. */
const BUILDS: ((said: string) => unknown)[] = [
  (said) => new Error(said),
  (said) => new TypeError('fetch failed', { cause: Object.assign(new Error(said), { code: said }) }),
  (said) => new AggregateError([new Error(said), said, undefined], said),
  (said) => Object.assign(new Error(said), { name: said, stack: `Error: ${said}\n    at ${said} (file:///x.js:1:1)` }),
  (said) => ring(new Error(said)),
  (said) => Object.assign(new Error('x'), { code: { said } }),
  (said) => Object.assign(new Error('x'), { code: Object.create(null), cause: { said } }),
  (said) => Object.defineProperty(new Error(said), 'code', { get: refuse }),
  (said) => Object.defineProperty(new Error(said), 'message', { get: refuse }),
  (said) => Object.defineProperty(new Error(said), 'cause', { get: refuse }),
  (said) => Object.assign(new AggregateError([], said), { errors: said }),
  (said) => Object.assign(new Error(), { message: { toString: () => said }, stack: 7, name: Symbol(said) }),
  (said) => said,
  (said) => ({ said, toString: refuse }),
  () => Object.create(null),
  () => Symbol('x'),
  () => null,
  () => 7n,
];

function ring(error: Error): Error {
  error.cause = error;
  return error;
}

function refuse(): never {
  throw new Error('cannot be read');
}

const lines = fc.record({
  level: fc.constantFrom('debug' as const, 'info' as const, 'warn' as const, 'error' as const),
  planted,
  place: fc.constantFrom('event' as const, 'field' as const, 'token' as const, 'error' as const),
  build: fc.constantFrom(...BUILDS),
});

/** Lines of the log with a secret of the program in them, in any place and in any spelling. */
export const log = stateless('log', lines, async () => {
  let written = '';
  const write = (line: string) => {
    written += line;
  };
  const scrub = createScrub(CONFIGURED);
  const out = createPinoLog({ level: 'debug', scrub, out: { write } });
  return async ({ level, planted: { secret: hidden, said }, place, build }) => {
    written = '';
    const fields = fieldsOf(place, said, build);
    out[level](place === 'event' ? said : 'something happened', fields);
    return () => {
      insist(written.endsWith('\n') && written.indexOf('\n') === written.length - 1, 'not one line');
      const line = JSON.parse(written) as object;
      insist('msg' in line && 'time' in line, 'a line without its event or time');
      const shown = [written, prettyLine(written, false), readable(line)].join('\n');
      for (const spell of [...SPELLINGS, base64])
        insist(!shown.includes(bare(spell(hidden.telling))), `${hidden.telling} stands in the log`);
    };
  };
});

function fieldsOf(
  place: 'event' | 'field' | 'token' | 'error',
  said: string,
  build: (said: string) => unknown,
): LogFields {
  switch (place) {
    case 'event':
      return {};
    case 'field':
      return { says: said };
    case 'token':
      return { token: said, authorization: said };
    case 'error':
      // Whatever is thrown comes here, whether it is an error or not.
      return { error: build(said) as Error };
  }
}

/** The texts of a line as they were before they became JSON. */
function readable(line: object): string {
  return Object.values(line).map(String).join('\n');
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

/** A spelling without the quotes around it. */
function bare(text: string): string {
  return text.replace(/^[\\"]+|[\\"]+$/g, '');
}
