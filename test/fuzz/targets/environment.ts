import * as fc from 'fast-check';
import { readConfig, secretsIn } from '../../../src/config/config.ts';
import { FaultyConfiguration } from '../../../src/config/faulty-configuration.ts';
import { VARIABLE_NAMES } from '../../../src/config/names.ts';
import { insist, stateless } from '../target.ts';
import { hostileText } from '../texts.ts';

type Environment = Record<string, string>;

/** What stands in no message unless a value was copied into it: no pattern of the configuration ends with it. */
const PLANTED = 'Zq7-planted-Zq7';
const NEAR = [
  ...[
    'xoxb-',
    'xoxb-1-',
    'xapp-1-',
    'xoxp-1-',
    'xoxe.xoxb-1-',
    'Bot ',
    '0123456789abcdef0123456789abcdef',
    'MTAxMjM0NTY3ODkwMTIzNDU2.Gabcde.',
  ],
  ...[
    'a:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=',
    'a:,b:',
    '1234567890.1234567890123',
    'true',
    'false',
    'info',
    'silent',
  ],
  ...[
    '0',
    '3000',
    '65536',
    '-1',
    '3e3',
    '127.0.0.1',
    '::1',
    'localhost',
    'Asia/Shanghai',
    'asia/shanghai',
    'Etc/GMT+5',
    'UTC',
    'file:',
    'file:./var/harbin.db',
  ],
  ...[
    'postgres://u:p@127.0.0.1/harbin',
    'postgresql://u:%zz@h/',
    'postgres://u:p#@h/x',
    'https://127.0.0.1/api/',
    'https://u:p@127.0.0.1',
    'http:',
    'ftp://x',
  ],
] as const;

const value = fc.oneof(
  fc.constantFrom<string>(...NEAR),
  fc.tuple(fc.constantFrom<string>('', ' ', '"', ...NEAR), hostileText).map(([near, text]) => near + text),
  fc
    .tuple(fc.constantFrom<string>('', ...NEAR), fc.constantFrom('', ' ', '\n', '"'))
    .map(([near, end]) => near + PLANTED + end),
);
const names = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...VARIABLE_NAMES) },
  { weight: 1, arbitrary: fc.constantFrom('PATH', 'NODE_OPTIONS', 'SLACK_BOT_TOKENS', 'constructor', 'toString') },
);
const environments = fc
  .array(fc.tuple(names, value), { maxLength: VARIABLE_NAMES.length })
  .map((entries): Environment => Object.fromEntries(entries));

/** Environments of known and unknown variables, each unset, wrong, nearly right or right. */
export const environment = stateless('environment', environments, async () => async (variables) => {
  const outcome = outcomeOf(variables);
  const secrets = secretsIn(variables);
  return () => {
    insist(
      secrets.every((secret) => secret !== ''),
      'an empty secret',
    );
    if (!(outcome instanceof Error)) return;
    insist(outcome instanceof FaultyConfiguration, `another error than FaultyConfiguration: ${outcome.name}`);
    insist(!outcome.message.includes(PLANTED), 'a value stands in the message');
    insist(outcome.problems.length > 0, 'an error without a problem');
    for (const problem of outcome.problems)
      insist(
        VARIABLE_NAMES.some((name) => problem.startsWith(name)),
        `a problem that names no variable: ${problem}`,
      );
  };
});

function outcomeOf(variables: Environment): unknown {
  try {
    return readConfig(variables);
  } catch (error) {
    return error;
  }
}
