import { type Check, fail, note, ok, type Verdict } from '../../adapters/shared/doctor-check.ts';
import type { SlackConfig } from '../../adapters/slack/adapter.ts';
import { storageChecks } from '../../adapters/storage/database-checks.ts';
import type { Installed } from '../../adapters/storage/installed.ts';
import { isFile } from '../../adapters/storage/open-database.ts';
import { sealReport } from '../../adapters/storage/seal-report.ts';
import { type Config, readConfig } from '../../config/config.ts';
import { FaultyConfiguration } from '../../config/faulty-configuration.ts';
import { unreadNames } from '../../config/look-alikes.ts';
import { portCheck, urlOf } from './port-check.ts';

/** What the configuration says, and a check of everything that it names: platforms, database and port. */
export async function configurationChecks(
  environment: NodeJS.ProcessEnv,
  { address, environmentProblems = [] }: { address?: string | undefined; environmentProblems?: readonly string[] },
): Promise<{ isFaulty: boolean; checks: Check[] }> {
  const { config, problems } = read(environment);
  const faults = [...environmentProblems, ...problems].map((problem) => found('Configuration', fail(problem)));
  const unread = unreadNames(environment).map((problem) => found('Configuration', note(problem)));
  const complete = faults.length === 0 && config ? [found('Configuration', ok(describe(config)))] : [];
  const checks = [...faults, ...complete, ...unread, ...(config ? await checksOf(config, address) : [])];
  return { isFaulty: faults.length > 0, checks };
}

/** A faulty configuration is found as well, one line a problem. */
function read(environment: NodeJS.ProcessEnv): { config?: Config; problems: readonly string[] } {
  try {
    return { config: readConfig(environment), problems: [] };
  } catch (error) {
    if (!(error instanceof FaultyConfiguration)) throw error;
    return { problems: error.problems };
  }
}

function describe({ slack, discord }: Config): string {
  const platforms = [slack && 'Slack', discord && 'Discord'].filter(Boolean).join(' and ');
  return platforms === ''
    ? 'no platform is set up; the terminal (npm start, harbin ask) needs nothing'
    : `complete, for ${platforms}`;
}

async function checksOf(config: Config, address: string | undefined): Promise<Check[]> {
  const { slack, discord } = config;
  return [
    ...partCheck(config),
    ...(slack ? await slackAndKeys(slack, config, address) : []),
    ...(discord ? (await import('../../adapters/discord/installation/examination.ts')).discordChecks(discord) : []),
    ...storageChecks(config.databaseUrl),
    portCheck(config),
  ];
}

/** Slack, and how the tokens of the workspaces that installed the app are kept. */
async function slackAndKeys(slack: SlackConfig, config: Config, address: string | undefined): Promise<Check[]> {
  const { databaseUrl, encryptionKeys: keys, http } = config;
  const { slackChecks } = await import('../../adapters/slack/installation/examination.ts');
  // Read once, by whichever check comes first.
  let read: Promise<Installed> | undefined;
  const installed = () => {
    read ??= import('../../adapters/storage/installed.ts').then(({ readInstalled }) =>
      readInstalled(databaseUrl, keys),
    );
    return read;
  };
  const here = http.port === 0 ? undefined : { url: urlOf(http), isPublic: false };
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

/** A part of a Discord bot shares its daily posts with the other parts through the database. */
function partCheck({ discord, databaseUrl }: Config): Check[] {
  const { shards } = discord ?? {};
  if (!shards || shards.ids.length === shards.count || !isFile(databaseUrl)) return [];
  const says =
    'this process runs a part of the shards, and all parts need the same database: on several machines set DATABASE_URL to a PostgreSQL one';
  return [found('DATABASE_URL', note(says))];
}

function found(about: string, verdict: Verdict): Check {
  return { about, look: async () => verdict };
}
