// src/config: the configuration, read from the environment and .env.
// Imported by: app, cli.

import { z } from 'zod';
import type { DiscordConfig } from '../adapters/discord/adapter.ts';
import { LOG_LEVELS, type LogLevel } from '../adapters/logging/levels.ts';
import type { SlackConfig } from '../adapters/slack/adapter.ts';
import type { SealingKey } from '../adapters/storage/sealing.ts';
import { isTimeZone } from '../core/daily/time-zone.ts';
import { FaultyConfiguration } from './faulty-configuration.ts';
import { mistakeIn } from './mistakes.ts';
import type { VARIABLE_NAMES } from './names.ts';
import { mistakesInShards, SHARD_COUNT, SHARDS, shardsOf } from './shards.ts';

/** Everything the environment decides, checked. */
export type Config = {
  slack: SlackConfig | undefined;
  discord: DiscordConfig | undefined;
  http: { host: string; port: number };
  logLevel: LogLevel;
  timeZone: string;
  databaseUrl: string;
  dataFolder: string | undefined;
  /** What the tokens of many workspaces are encrypted with in the database, the present key first. */
  encryptionKeys: readonly SealingKey[];
  /** Whether words that nobody understood are counted. */
  keepMisses: boolean;
  /** The channel of whoever runs the bot that gets what people report; the log gets it where there is none. */
  reportTo: { platform: 'slack' | 'discord'; channel: string } | undefined;
};

/** A variable that names a problem by what it should be: the value itself may be a secret. */
type Variable<T> = { reads: z.ZodType<T>; should: string; isSecret?: true };

const secret = (pattern: RegExp) => z.string().regex(pattern).optional();
const address = z
  .url({ protocol: /^https?$/ })
  .transform((url) => (url.endsWith('/') ? url : `${url}/`))
  .optional();

const flag = z
  .enum(['true', 'false'])
  .default('false')
  .transform((word) => word === 'true');

/** A channel's id as Slack and as Discord writes it. */
const REPORT_CHANNEL = /^(?:[CG][A-Z\d]{6,}|\d{17,20})$/;

const VARIABLES = {
  SLACK_BOT_TOKEN: {
    isSecret: true,
    reads: secret(/^xoxb-[!-~]+$/),
    should: 'be the bot token of the Slack app, from "OAuth & Permissions", such as xoxb-…',
  },
  SLACK_APP_TOKEN: {
    isSecret: true,
    reads: secret(/^xapp-[!-~]+$/),
    should:
      'be an app-level token of the Slack app with the scope connections:write, from "Basic Information", such as xapp-…',
  },
  SLACK_SIGNING_SECRET: {
    isSecret: true,
    reads: secret(/^[!-~]{8,}$/),
    should: 'be the signing secret of the Slack app, from "Basic Information", such as 0123456789abcdef…',
  },
  SLACK_CLIENT_ID: {
    reads: z
      .string()
      .regex(/^[\w.-]+$/)
      .optional(),
    should: 'be the client ID of the Slack app, from "Basic Information", such as 1234567890.1234567890123',
  },
  SLACK_CLIENT_SECRET: {
    isSecret: true,
    reads: secret(/^[!-~]{8,}$/),
    should: 'be the client secret of the Slack app, from "Basic Information", such as 0123456789abcdef…',
  },
  SLACK_STATE_SECRET: {
    isSecret: true,
    reads: secret(/^[!-~]{16,}$/),
    should: 'be a secret of your own of 16 characters or more, such as what openssl rand -hex 32 prints',
  },
  ENCRYPTION_KEY: {
    isSecret: true,
    reads: z
      .string()
      .transform(keysIn)
      .pipe(z.array(z.object({ id: z.string(), key: z.instanceof(Buffer) })))
      .optional(),
    should:
      'be an id, a colon and 32 bytes in base64, several of them separated by commas with the newest first, such as 2026a: and what openssl rand -base64 32 prints',
  },
  DAILY_ADMINS_ONLY: { reads: flag, should: 'be true or false' },
  KEEP_MISSES: { reads: flag, should: 'be true or false' },
  REPORT_TO: {
    reads: z.string().regex(REPORT_CHANNEL).optional(),
    should: 'be the id of a channel on Slack or Discord, such as C0123ABCDEF or 1234567890123456789',
  },
  SLACK_API_URL: { reads: address, should: "be the address of Slack's Web API, such as https://slack.com/api/" },
  DISCORD_TOKEN: {
    isSecret: true,
    reads: secret(/^(?!Bot\b)[\w.-]{10,}$/),
    should: 'be the token of the Discord bot, without "Bot" before it, such as MTAx….Gabc….xyz…',
  },
  DISCORD_API_URL: {
    reads: z.url({ protocol: /^https?$/ }).optional(),
    should: "be the address of Discord's API, such as https://discord.com/api",
  },
  SHARD_COUNT,
  SHARDS,
  HOST: {
    reads: z.string().regex(/^\S+$/).default('127.0.0.1'),
    should: 'be an address to listen on, such as 127.0.0.1',
  },
  PORT: {
    reads: z.string().regex(/^\d+$/).transform(Number).pipe(z.number().max(65_535)).default(3_000),
    should: 'be a port number from 0 to 65535, such as 3000',
  },
  LOG_LEVEL: { reads: z.enum(LOG_LEVELS).default('info'), should: `be one of ${LOG_LEVELS.join(', ')}` },
  DEFAULT_TIME_ZONE: {
    reads: z.string().refine(isTimeZone).default('Asia/Shanghai'),
    should: 'be an IANA time zone, such as Asia/Shanghai',
  },
  DATABASE_URL: {
    reads: z.string().refine(isDatabase).default('file:./var/harbin.db'),
    should:
      'be a file or a PostgreSQL database, such as file:./var/harbin.db or postgres://user@host/harbin; signs such as @ / # ? in its password are written %40 %2F %23 %3F',
  },
  DATA_DIR: { reads: z.string().optional(), should: 'be the folder of another catalogue, such as ./my-data' },
} as const satisfies Record<(typeof VARIABLE_NAMES)[number], Variable<unknown>>;

type Values = { [Name in keyof typeof VARIABLES]: z.infer<(typeof VARIABLES)[Name]['reads']> };

/** Reads the whole environment before anything starts; throws FaultyConfiguration with all problems at once. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const problems: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, { reads, should }] of Object.entries(VARIABLES)) {
    // An empty line in .env means "not set".
    const given = environment[name]?.trim() ?? '';
    const result = reads.safeParse(given || undefined);
    const mistake = given === '' ? undefined : mistakeIn(name, given);
    if (result.success && mistake === undefined) values[name] = result.data;
    else problems.push(`${name} must ${should}${mistake === undefined ? '' : ` (${mistake})`}`);
  }
  problems.push(...contradictions(environment));
  if (values['REPORT_TO'] !== undefined) problems.push(...mistakesInReportTo(environment));
  // One that is malformed has been told, and says nothing about the other.
  if ('SHARD_COUNT' in values && 'SHARDS' in values)
    problems.push(...mistakesInShards((values as Values).SHARD_COUNT, (values as Values).SHARDS));
  if (problems.length > 0) throw new FaultyConfiguration(problems);
  return assemble(values as Values);
}

/** Every secret that the environment holds, so that it can be kept out of whatever is written. */
export function secretsIn(environment: NodeJS.ProcessEnv): string[] {
  const secrets = Object.entries<Variable<unknown>>(VARIABLES)
    .filter(([, { isSecret }]) => isSecret)
    .map(([name]) => environment[name]?.trim() ?? '');
  const addresses = WITH_PASSWORDS.map((name) => environment[name]?.trim() ?? '').filter((text) => URL.canParse(text));
  const passwords = addresses
    .map((text) => new URL(text))
    .flatMap(({ password, searchParams }) => [
      password,
      decoded(password),
      // PostgreSQL takes it there too.
      searchParams.get('password') ?? '',
    ]);
  // A key may turn up without its neighbours.
  const keys = (environment['ENCRYPTION_KEY'] ?? '').split(',').map((key) => key.split(':')[1]?.trim() ?? '');
  return [...secrets, ...keys, ...passwords].filter((secret) => secret !== '');
}

/** Addresses that may hold a password. */
const WITH_PASSWORDS = ['DATABASE_URL', 'HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy'];

/** What lets many workspaces install the app; all of it is needed, and nothing else is for it. */
const FOR_MANY = ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET', 'ENCRYPTION_KEY'] as const;

/** Slack needs secrets to speak (one token, or what lets workspaces install the app) and one to listen, and listens in one way. */
function contradictions(environment: NodeJS.ProcessEnv): string[] {
  const has = (name: keyof typeof VARIABLES) => Boolean(environment[name]?.trim());
  const listens = has('SLACK_APP_TOKEN') || has('SLACK_SIGNING_SECRET');
  const ofMany = FOR_MANY.filter(has);
  if (has('SLACK_APP_TOKEN') && has('SLACK_SIGNING_SECRET'))
    return [
      'SLACK_APP_TOKEN and SLACK_SIGNING_SECRET contradict each other: keep SLACK_APP_TOKEN for Socket Mode (no public address needed), such as xapp-…, or SLACK_SIGNING_SECRET for HTTP, such as 0123456789abcdef…',
    ];
  if (has('SLACK_BOT_TOKEN') && ofMany.length > 0)
    return [
      `SLACK_BOT_TOKEN and ${ofMany.join(', ')} contradict each other: keep SLACK_BOT_TOKEN for one workspace, such as xoxb-…, or ${FOR_MANY.join(', ')} to let many workspaces install the app`,
    ];
  if (ofMany.length > 0) {
    const missing = FOR_MANY.filter((name) => !has(name));
    const lacking = missing.map((name) => `${name} is missing beside ${ofMany[0]}: it must ${VARIABLES[name].should}`);
    return listens ? lacking : [...lacking, companionOf(ofMany[0] ?? '')];
  }
  if (has('SLACK_BOT_TOKEN') && !listens) return [companionOf('SLACK_BOT_TOKEN')];
  if (listens && !has('SLACK_BOT_TOKEN'))
    return [`SLACK_BOT_TOKEN is missing: it must ${VARIABLES.SLACK_BOT_TOKEN.should}`];
  return [];
}

/** The bot has to be able to speak in the channel, and by which token must be clear. */
function mistakesInReportTo(environment: NodeJS.ProcessEnv): string[] {
  const { platform } = reportChannel(environment['REPORT_TO']?.trim() ?? '');
  const token = platform === 'slack' ? 'SLACK_BOT_TOKEN' : 'DISCORD_TOKEN';
  if (environment[token]?.trim()) return [];
  const name = platform === 'slack' ? 'Slack' : 'Discord';
  return [`REPORT_TO is a channel of ${name} and needs ${token}: set it, or name a channel where the bot is`];
}

function reportChannel(channel: string): NonNullable<Config['reportTo']> {
  return { platform: /^\d/.test(channel) ? 'discord' : 'slack', channel };
}

function companionOf(name: string): string {
  return `${name} needs a companion: set SLACK_APP_TOKEN (Socket Mode, such as xapp-…) or SLACK_SIGNING_SECRET (HTTP, such as 0123456789abcdef…)`;
}

function assemble(values: Values): Config {
  return {
    slack: slackConfig(values),
    discord: discordConfig(values),
    http: { host: values.HOST, port: values.PORT },
    logLevel: values.LOG_LEVEL,
    timeZone: values.DEFAULT_TIME_ZONE,
    databaseUrl: values.DATABASE_URL,
    dataFolder: values.DATA_DIR,
    encryptionKeys: values.ENCRYPTION_KEY ?? [],
    keepMisses: values.KEEP_MISSES,
    reportTo: values.REPORT_TO === undefined ? undefined : reportChannel(values.REPORT_TO),
  };
}

function discordConfig(values: Values): DiscordConfig | undefined {
  const { DISCORD_TOKEN: token, DISCORD_API_URL: apiUrl } = values;
  return token === undefined ? undefined : { token, apiUrl, shards: shardsOf(values.SHARD_COUNT, values.SHARDS) };
}

function slackConfig(values: Values): SlackConfig | undefined {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = values;
  const { DAILY_ADMINS_ONLY: dailyAdminsOnly } = values;
  const receive = appToken
    ? ({ mode: 'socket', appToken } as const)
    : signingSecret
      ? ({ mode: 'http', signingSecret } as const)
      : undefined;
  if (!receive) return undefined;
  const rest = { receive, dailyAdminsOnly, ...(values.SLACK_API_URL ? { apiUrl: values.SLACK_API_URL } : {}) };
  if (botToken) return { botToken, ...rest };
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret, SLACK_STATE_SECRET: stateSecret } = values;
  if (!clientId || !clientSecret || !stateSecret) return undefined;
  return { oauth: { clientId, clientSecret, stateSecret }, ...rest };
}

/** AES-256 takes keys of so many bytes. */
const KEY_BYTES = 32;

/** The keys of `id:base64,id:base64`; undefined where one of them is none, or two have one id. */
function keysIn(text: string): SealingKey[] | undefined {
  const keys: SealingKey[] = [];
  for (const each of text.split(',')) {
    const [, id = '', encoded = ''] = /^([\w-]{1,32}):([A-Za-z0-9+/]{43}=)$/.exec(each.trim()) ?? [];
    const key = Buffer.from(encoded, 'base64');
    if (key.length !== KEY_BYTES || keys.some((other) => other.id === id)) return undefined;
    keys.push({ id, key });
  }
  return keys;
}

/** A file, or an address of PostgreSQL that can be read as one. */
function isDatabase(url: string): boolean {
  return /^file:./.test(url) || (/^postgres(ql)?:\/\/./.test(url) && URL.canParse(url));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
