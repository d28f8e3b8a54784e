import type { webApi } from '@slack/bolt';
import { type Check, fail, note, ok, type Verdict, warn } from '../../shared/check.ts';
import { compareClocks } from '../../shared/compare-clocks.ts';
import type { Installation } from '../../shared/installations.ts';
import { UNMETERED } from '../../shared/meter.ts';
import type { SlackConfig } from '../adapter.ts';
import { boltLogger } from '../transport/bolt-logger.ts';
import { createClients } from '../transport/clients.ts';
import { type Failure, failureCode, failureOf, tokenRefusal } from '../transport/failure.ts';
import { type Address, installPageCheck, requestsCheck } from '../transport/reachability.ts';
import { installedCheck } from './installed-examination.ts';
import { lackingOf, SCOPES } from './scopes.ts';

/** What the library has to say is in the error as well. */
const SILENT = boltLogger({ debug() {}, info() {}, warn() {}, error() {} });

export type SlackSurroundings = {
  /** The workspaces that installed the app. */
  installations: () => Promise<readonly Installation[]>;
  /** Where Slack reaches the bot; undefined where nobody can know. */
  address: Address | undefined;
};

/** What `harbin doctor` asks of Slack. */
export function slackChecks(config: SlackConfig, { installations, address }: SlackSurroundings): Check[] {
  const { apiUrl, receive } = config;
  const { posts } = createClients(apiUrl, SILENT, UNMETERED);
  const checks: Check[] = [
    ...('botToken' in config ? tokenChecks(config.botToken, posts) : [installedCheck(posts, installations)]),
    { about: "Slack's clock", look: (signal) => compareClocks(apiUrl ?? 'https://slack.com/api/', signal) },
  ];
  if (receive.mode === 'http' && address) checks.push(requestsCheck(receive.signingSecret, address));
  if ('oauth' in config && address?.isPublic) checks.push(installPageCheck(address));
  if (receive.mode === 'socket') {
    const { appToken: token } = receive;
    checks.push({
      about: 'Slack Socket Mode',
      look: () =>
        judged('SLACK_APP_TOKEN', async () => {
          await posts.apps.connections.open({ token });
          return ok('a connection can be opened');
        }),
    });
  }
  return checks;
}

function tokenChecks(token: string, posts: webApi.WebClient): Check[] {
  // Asked once, by whichever check comes first.
  let asked: ReturnType<typeof posts.auth.test> | undefined;
  const identity = () => {
    asked ??= posts.auth.test({ token });
    return asked;
  };
  return [
    { about: 'Slack bot token', look: () => judged('SLACK_BOT_TOKEN', async () => accepted(await identity())) },
    { about: 'Slack scopes', look: () => judged('SLACK_BOT_TOKEN', async () => scopesOf(await identity())) },
  ];
}

function accepted({ team, user }: webApi.AuthTestResponse): Verdict {
  return ok(`accepted, for @${user} in the workspace ${team}`);
}

function scopesOf({ response_metadata: metadata }: webApi.AuthTestResponse): Verdict {
  if (!metadata?.scopes) return note('not known, since the answer does not name them: a proxy may drop headers');
  const granted = new Set(metadata.scopes);
  const lacking = lackingOf(metadata.scopes);
  const how = 'add under "OAuth & Permissions", then reinstall the app';
  if (lacking.length > 0) return fail(`lacks ${lacking.join(', ')}, without which the bot does not work: ${how}`);
  const less = Object.entries(SCOPES.optional).filter(([scope]) => !granted.has(scope));
  if (less.length === 0) return ok('all that the manifest asks for are granted');
  return warn(`${less.map(([scope, without]) => `without ${scope} ${without}`).join('; ')}: ${how}`);
}

async function judged(variable: string, look: () => Promise<Verdict>): Promise<Verdict> {
  try {
    return await look();
  } catch (error) {
    return fail(remedyOf(failureOf(error), variable));
  }
}

function remedyOf(failure: Failure, variable: string): string {
  const code = failureCode(failure);
  if (tokenRefusal(failure))
    return `${variable} is refused (${code}): copy it again from the app's settings; after reinstalling the app it may be another one`;
  if (failure.kind === 'refused' && code === 'missing_scope')
    return `${variable} lacks the scope connections:write: make another app-level token under "Basic Information"`;
  if (failure.kind === 'refused') return `Slack refuses this (${code}): look at the app's settings`;
  if (failure.kind === 'limited') return 'Slack wants to be asked less often: wait a minute and try again';
  return `Slack does not answer (${code}): see that this machine may reach it, also through a proxy, and https://status.slack.com`;
}
