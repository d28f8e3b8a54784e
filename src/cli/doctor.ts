import { createServer } from 'node:net';
import { createScrub } from '../adapters/logging/scrub.ts';
import { type Check, fail, note, ok, type Verdict, warn } from '../adapters/shared/check.ts';
import type { SlackConfig } from '../adapters/slack/adapter.ts';
import { storageChecks } from '../adapters/storage/examination.ts';
import type { Installed } from '../adapters/storage/installed.ts';
import { isFile } from '../adapters/storage/open-database.ts';
import { sealReport } from '../adapters/storage/seal-report.ts';
import { type Config, FaultyConfiguration, readConfig, secretsIn } from '../config/config.ts';
import { VARIABLE_NAMES } from '../config/names.ts';
import { hasWorkdaysOf } from '../core/daily/workdays.ts';
import { checkCatalogue } from '../data/check.ts';
import { loadCatalogue } from '../data/load.ts';

/** `harbin doctor`: looks at everything that the bot needs, all at once, and says what to do about what is not well. */

export type Examination = { worst: Verdict['grade'] | 'configuration'; lines: string[] };

/** How long one check may take, in milliseconds; they run side by side. */
const CHECK_MS = 12_000;

export type Wishes = {
  /** The folder of the catalogue. */
  folder: string;
  /** Where the world reaches the bot, such as https://harbin.example.com. */
  address?: string | undefined;
  now?: Date;
};

export async function examine(environment: NodeJS.ProcessEnv, wishes: Wishes): Promise<Examination> {
  const { folder, now = new Date() } = wishes;
  const scrub = createScrub(secretsIn(environment));
  const { config, checks } = await checksOf(environment, wishes.address);
  const all = [...checks, catalogueCheck(folder), calendarCheck(now)];
  const found = await Promise.all(all.map(async (check) => ({ about: check.about, ...(await looked(check)) })));
  const lines = found.map(({ grade, about, says }) => scrub(`${grade.padEnd(4)}  ${about}: ${says}`));
  const grades = found.map(({ grade }) => grade);
  const worst = (['fail', 'warn', 'note'] as const).find((grade) => grades.includes(grade)) ?? 'ok';
  return { worst: config ? worst : 'configuration', lines };
}

async function looked({ look }: Check): Promise<Verdict> {
  const signal = AbortSignal.timeout(CHECK_MS);
  const late = new Promise<Verdict>((resolve) =>
    signal.addEventListener('abort', () => resolve(fail(`no answer within ${CHECK_MS / 1_000} s`))),
  );
  try {
    return await Promise.race([look(signal), late]);
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

/** A faulty configuration is found as well, one line a problem; what needs no configuration is looked at all the same. */
async function checksOf(
  environment: NodeJS.ProcessEnv,
  address: string | undefined,
): Promise<{ config: Config | undefined; checks: Check[] }> {
  let config: Config;
  try {
    config = readConfig(environment);
  } catch (error) {
    if (!(error instanceof FaultyConfiguration)) throw error;
    return { config: undefined, checks: error.problems.map((problem) => found('Configuration', fail(problem))) };
  }
  const strangers = strangersIn(environment).map((stranger) => found('Configuration', note(stranger)));
  if (!config.slack && !config.discord)
    return {
      config,
      checks: [
        found('Configuration', ok('no platform is set up; the terminal (npm start, harbin ask) needs nothing')),
        ...strangers,
      ],
    };
  const { slack, discord } = config;
  const platforms = [slack && 'Slack', discord && 'Discord'].filter(Boolean).join(' and ');
  return {
    config,
    checks: [
      found('Configuration', ok(`complete, for ${platforms}`)),
      ...strangers,
      ...partCheck(config),
      ...(slack ? await slackAndKeys(slack, config, address) : []),
      ...(discord ? (await import('../adapters/discord/installation/examination.ts')).discordChecks(discord) : []),
      ...storageChecks(config.databaseUrl),
      portCheck(config),
    ],
  };
}

/** Slack, and how the tokens of the workspaces that installed the app are kept. */
async function slackAndKeys(slack: SlackConfig, config: Config, address: string | undefined): Promise<Check[]> {
  const { databaseUrl, encryptionKeys: keys, http } = config;
  const { slackChecks } = await import('../adapters/slack/installation/examination.ts');
  // Read once, by whichever check comes first.
  let read: Promise<Installed> | undefined;
  const installed = () => {
    read ??= import('../adapters/storage/installed.ts').then(({ readInstalled }) => readInstalled(databaseUrl, keys));
    return read;
  };
  const here = http.port === 0 ? undefined : { url: `http://${http.host}:${http.port}`, isPublic: false };
  return [
    ...slackChecks(slack, {
      installations: async () => (await installed()).installations,
      address: address === undefined ? here : { url: address, isPublic: true },
    }),
    ...('oauth' in slack
      ? [{ about: 'Encryption keys', look: async () => sealReport((await installed()).tally, keys) }]
      : []),
  ];
}

function found(about: string, verdict: Verdict): Check {
  return { about, look: async () => verdict };
}

/** Variables that look as if they were meant for this bot, and are not read. */
function strangersIn(environment: NodeJS.ProcessEnv): string[] {
  const own: readonly string[] = VARIABLE_NAMES;
  return Object.keys(environment)
    .filter((name) => /^(SLACK|DISCORD)_/.test(name) && environment[name]?.trim() && !own.includes(name))
    .map((name) => `${name} is set and not read: see .env.example for the names that are`);
}

/** A part of a Discord bot shares its daily posts with the other parts through the database. */
function partCheck({ discord, databaseUrl }: Config): Check[] {
  const { shards } = discord ?? {};
  if (!shards || shards.ids.length === shards.count || !isFile(databaseUrl)) return [];
  const says =
    'this process runs a part of the shards, and all parts need the same database: on several machines set DATABASE_URL to a PostgreSQL one';
  return [found('DATABASE_URL', note(says))];
}

/** Where the bot's health, and by HTTP Slack's requests, are to be served. */
function portCheck({ http: { host, port }, slack }: Config): Check {
  const where = `HOST ${host}, PORT ${port}`;
  const needsIt = slack !== undefined && (slack.receive.mode === 'http' || 'oauth' in slack);
  return {
    about: 'HTTP',
    async look(signal) {
      if (port === 0 && needsIt)
        return warn('PORT=0 takes another port at each start, which Slack cannot know: set one');
      const code = await listening(host, port);
      if (code === undefined) return ok(`${where} can be listened on`);
      if (code === 'EADDRINUSE' && (await isAlive(host, port, signal))) return ok(`a bot runs on ${where} already`);
      const says = `${where} cannot be listened on (${code}): set another`;
      return needsIt ? fail(says) : warn(`${says}; without it there is no /readyz and no /metrics`);
    },
  };
}

/** Tries to listen; tells what stood in the way. */
function listening(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'unknown'));
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
}

async function isAlive(host: string, port: number, signal: AbortSignal): Promise<boolean> {
  try {
    return (await fetch(`http://${host}:${port}/livez`, { signal })).ok;
  } catch {
    return false;
  }
}

function catalogueCheck(folder: string): Check {
  return {
    about: 'Catalogue',
    async look() {
      const problems = await checkCatalogue(folder);
      if (problems.length > 0) return fail(`${problems.length} problems in ${folder}: harbin check-data lists them`);
      return ok(`${(await loadCatalogue(folder)).figures.length} figures, checked`);
    },
  };
}

/** China announces the working days of a year in the November before. */
function calendarCheck(now: Date): Check {
  const next = now.getUTCFullYear() + 1;
  return {
    about: 'Working days',
    async look() {
      if (hasWorkdaysOf(next)) return ok(`China's calendar of ${next} is known`);
      const says = `China's calendar of ${next} is not known yet; until it is, daily posts on working days go out from Monday to Friday`;
      return now.getUTCMonth() === 11 ? warn(`${says}: update the bot, or its package chinese-days`) : note(says);
    },
  };
}
