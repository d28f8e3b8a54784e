import type { webApi } from '@slack/bolt';
import { type Check, compareClocks, fail, note, ok, type Verdict, warn } from '../../shared/doctor-check.ts';
import type { Installation } from '../../shared/installations.ts';
import { UNMETERED } from '../../shared/meter.ts';
import { pause } from '../../shared/pause.ts';
import type { SlackConfig } from '../adapter.ts';
import { boltLogger, createClients } from '../transport/client.ts';
import { type Failure, failureCode, failureOf, tokenRefusal } from '../transport/failure.ts';
import { compareZones } from './people-zones.ts';
import { missingFrom, optionalMissingFrom, SCOPES } from './permissions.ts';
import { type Address, installPageCheck, requestsCheck } from './reachability.ts';

/** The library's log lines are left out, since its errors say the same. */
const SILENT = boltLogger({ debug() {}, info() {}, warn() {}, error() {} });

export type SlackSurroundings = {
  /** The workspaces that installed the app. */
  installations: () => Promise<readonly Installation[]>;
  /** Where Slack reaches the bot; undefined if unknown. */
  address: Address | undefined;
};

/** What `harbin doctor` asks of Slack. */
export function slackChecks(config: SlackConfig, { installations, address }: SlackSurroundings): Check[] {
  const { apiUrl, receive } = config;
  const { posts } = createClients(apiUrl, SILENT, UNMETERED);
  const checks: Check[] = [
    ...('botToken' in config ? tokenChecks(config.botToken, posts) : installedChecks(posts, installations)),
    { about: "Slack's clock", look: (signal) => compareClocks(apiUrl ?? 'https://slack.com/api/', signal) },
  ];
  if (receive.mode === 'http' && address) checks.push(requestsCheck(receive.signingSecret, address));
  if ('oauth' in config && address?.isPublic) checks.push(installPageCheck(address));
  if (receive.mode === 'socket') {
    const { appToken: token } = receive;
    checks.push({
      about: 'Slack Socket Mode',
      look: () =>
        verdictOf('SLACK_APP_TOKEN', async () => {
          await posts.apps.connections.open({ token });
          return ok('a connection can be opened');
        }),
    });
  }
  return checks;
}

function tokenChecks(token: string, posts: webApi.WebClient): Check[] {
  // Asked once, for both checks.
  let asked: ReturnType<typeof posts.auth.test> | undefined;
  const identity = () => {
    asked ??= posts.auth.test({ token });
    return asked;
  };
  return [
    {
      about: 'Slack bot token',
      look: () =>
        verdictOf('SLACK_BOT_TOKEN', async () => {
          const { team, user } = await identity();
          return ok(`accepted, for @${user} in the workspace ${team}`);
        }),
    },
    { about: 'Slack scopes', look: () => verdictOf('SLACK_BOT_TOKEN', async () => scopesOf(await identity())) },
    zonesCheck(posts, async () => token),
  ];
}

/** Other lines say what is wrong with the token, with Slack, or with what is installed. */
function zonesCheck(posts: webApi.WebClient, tokenOf: () => Promise<string | undefined>): Check {
  return {
    about: "Slack's time zones",
    async look() {
      const token = await tokenOf().catch(() => undefined);
      if (token === undefined) return note('not compared, since there is no token to ask with');
      try {
        return await compareZones(posts, token, new Date());
      } catch (error) {
        return note(`not compared, since Slack does not tell them (${failureCode(failureOf(error))})`);
      }
    },
  };
}

function scopesOf({ response_metadata: metadata }: webApi.AuthTestResponse): Verdict {
  if (!metadata?.scopes) return note('not known, since the answer does not name them: a proxy may drop headers');
  const lacking = missingFrom(metadata.scopes);
  const how = 'add under "OAuth & Permissions", then reinstall the app';
  if (lacking.length > 0) return fail(`lacks ${lacking.join(', ')}, without which the bot does not work: ${how}`);
  const less = optionalMissingFrom(metadata.scopes);
  if (less.length === 0) return ok('all that the manifest asks for are granted');
  return warn(`${less.map((scope) => `without ${scope} ${SCOPES.optional[scope]}`).join('; ')}: ${how}`);
}

async function verdictOf(variable: string, look: () => Promise<Verdict>): Promise<Verdict> {
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

/** Tokens tryTokens at once, tokens tryTokens at most, and the time for all of them in milliseconds, which is less than a check has. */
const AT_ONCE = 5;
const MOST_TRIED = 200;
const TRYING_MS = 9_000;
/** Workspaces named in one line. */
const MOST_NAMED = 5;

/** What Slack says of one workspace's token. */
type Found =
  | { kind: 'well' }
  | { kind: 'refused'; what: string }
  | { kind: 'lacks'; scopes: string[] }
  | { kind: 'less'; scopes: string[] }
  | { kind: 'silent'; code: string };

/** What `harbin doctor` asks of Slack about every workspace that installed the app, and of one about the zones of its people. */
function installedChecks(client: webApi.WebClient, installations: () => Promise<readonly Installation[]>): Check[] {
  return [installedCheck(client, installations), zonesCheck(client, async () => (await installations())[0]?.token)];
}

function installedCheck(client: webApi.WebClient, installations: () => Promise<readonly Installation[]>): Check {
  return {
    about: 'Slack workspaces',
    async look() {
      const all = await installations();
      if (all.length === 0) return ok('none has installed the app yet: an admin of one opens /slack/install');
      const found = await tryTokens(all.slice(0, MOST_TRIED), client);
      return report(found, all.length);
    },
  };
}

/** Tries as many tokens as there is time for. */
async function tryTokens(all: readonly Installation[], client: webApi.WebClient): Promise<Map<string, Found>> {
  const found = new Map<string, Found>();
  const waiting = [...all];
  const over = new AbortController();
  const work = async () => {
    for (let one = waiting.shift(); one !== undefined && !over.signal.aborted; one = waiting.shift())
      found.set(one.team, await tryToken(one, client));
  };
  await Promise.race([Promise.all(Array.from({ length: AT_ONCE }, work)), pause(TRYING_MS, over.signal)]);
  over.abort();
  return new Map(found);
}

async function tryToken({ token }: Installation, client: webApi.WebClient): Promise<Found> {
  try {
    const { response_metadata: metadata } = await client.auth.test({ token });
    if (!metadata?.scopes) return { kind: 'well' };
    const lacking = missingFrom(metadata.scopes);
    if (lacking.length > 0) return { kind: 'lacks', scopes: lacking };
    const less = optionalMissingFrom(metadata.scopes);
    return less.length > 0 ? { kind: 'less', scopes: less } : { kind: 'well' };
  } catch (error) {
    const failure = failureOf(error);
    const refusal = tokenRefusal(failure);
    return refusal ? { kind: 'refused', what: refusal } : { kind: 'silent', code: failureCode(failure) };
  }
}

function report(found: ReadonlyMap<string, Found>, all: number): Verdict {
  const named = (kind: Found['kind'], detail: (found: Found) => string) => {
    const some = [...found].filter(([, each]) => each.kind === kind);
    const names = some.slice(0, MOST_NAMED).map(([team, each]) => `${team} (${detail(each)})`);
    const more = some.length > MOST_NAMED ? ` and ${some.length - MOST_NAMED} more` : '';
    return { count: some.length, text: `${names.join(', ')}${more}` };
  };
  const refused = named('refused', (each) => (each.kind === 'refused' ? each.what : ''));
  const lacking = named('lacks', scopesIn);
  const less = named('less', scopesIn);
  const silent = named('silent', (each) => (each.kind === 'silent' ? each.code : ''));
  const says = [
    `checked ${found.size} of ${all}`,
    `${found.size - refused.count - lacking.count - silent.count} can be answered`,
    ...(refused.count > 0
      ? [`the token is refused in ${refused.text}: install the app anew there (/slack/install)`]
      : []),
    ...(lacking.count > 0 ? [`a scope that the bot needs lacks in ${lacking.text}: install the app anew there`] : []),
    ...(less.count > 0 ? [`something works less in ${less.text}: install the app anew there`] : []),
    ...(silent.count > 0 ? [`Slack gave no answer for ${silent.text}: try again later`] : []),
  ].join('; ');
  if (found.size === 0 || refused.count + lacking.count + silent.count === found.size) return fail(says);
  if (refused.count + lacking.count + silent.count + less.count > 0) return warn(says);
  return found.size < all ? note(says) : ok(says);
}

function scopesIn(found: Found): string {
  return found.kind === 'lacks' || found.kind === 'less' ? found.scopes.join(' ') : '';
}
