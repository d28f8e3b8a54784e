import {
  type APIApplication,
  type APIApplicationCommand,
  type APIGatewayBotInfo,
  type APIUser,
  ApplicationFlags,
  DiscordAPIError,
  REST,
  Routes,
} from 'discord.js';
import { WebSocket } from 'undici';
import { type Check, compareClocks, fail, note, ok, type Verdict, warn } from '../../shared/doctor-check.ts';
import { wayOut } from '../../shared/way-out.ts';
import type { DiscordConfig } from '../adapter.ts';
import { ranges, requestDirectly, type Shards } from '../transport/client.ts';
import { failureCode } from '../transport/failure.ts';
import { applicationCommands } from './command-definitions.ts';
import { areInForce } from './registration.ts';

/** How long one request may take, in milliseconds. */
const REQUEST_MS = 8_000;
/** With fewer logins left today a bot that keeps restarting will soon be locked out; each shard takes one. */
const FEW_LOGINS = 50;
/** The same, in starts. */
const FEW_STARTS = 3;
/** Servers that Discord takes in one shard, and from when on another one is due. Source: "Sharding". */
const MOST_SERVERS = 2_500;
const MANY_SERVERS = 2_000;
const PRIVILEGED: number =
  ApplicationFlags.GatewayMessageContent |
  ApplicationFlags.GatewayMessageContentLimited |
  ApplicationFlags.GatewayGuildMembers |
  ApplicationFlags.GatewayGuildMembersLimited |
  ApplicationFlags.GatewayPresence |
  ApplicationFlags.GatewayPresenceLimited;

/** What `harbin doctor` asks of Discord. */
export function discordChecks({ token, apiUrl, shards }: DiscordConfig): Check[] {
  const rest = new REST({
    ...(apiUrl ? { api: apiUrl } : {}),
    timeout: REQUEST_MS,
    retries: 0,
    makeRequest: requestDirectly,
  });
  // The library forgets its token after one refusal; every check asks for itself.
  const get = <T>(route: `/${string}`, query?: Record<string, string>) =>
    rest.setToken(token).get(route, query ? { query: new URLSearchParams(query) } : {}) as Promise<T>;

  const gateway = Routes.gatewayBot();

  return [
    { about: 'Discord token', look: () => verdictOf(async () => accepted(await get<APIUser>(Routes.user('@me')))) },
    {
      about: 'Discord intents',
      look: () => verdictOf(async () => intentsOf(await get<APIApplication>(Routes.currentApplication()))),
    },
    {
      about: 'Discord commands',
      look: () =>
        verdictOf(async () => {
          const { id } = await get<APIApplication>(Routes.currentApplication());
          const route = Routes.applicationCommands(id);
          return commandsOf(await get<APIApplicationCommand[]>(route, { with_localizations: 'true' }));
        }),
    },
    {
      about: 'Discord gateway',
      look: (signal) =>
        verdictOf(async () => {
          const { url, session_start_limit: logins, shards: recommended } = await get<APIGatewayBotInfo>(gateway);
          await greeting(url, signal);
          return loginsOf(logins, shards?.ids.length ?? recommended);
        }),
    },
    {
      about: 'Discord shards',
      look: () =>
        verdictOf(async () => {
          const { shards: recommended } = await get<APIGatewayBotInfo>(gateway);
          const { approximate_guild_count: servers = 0 } = await get<APIApplication>(Routes.currentApplication());
          return shardsOf(shards, { recommended, servers });
        }),
    },
    { about: "Discord's clock", look: (signal) => compareClocks(apiUrl ?? 'https://discord.com/api', signal) },
  ];
}

function accepted({ username }: APIUser): Verdict {
  return ok(`accepted, for @${username}`);
}

function intentsOf({ flags }: APIApplication): Verdict {
  if ((Number(flags ?? 0) & PRIVILEGED) === 0) return ok('no privileged one is needed, and none is switched on');
  return note('privileged intents are switched on and not needed: switch them off in the portal under "Bot"');
}

function commandsOf(held: APIApplicationCommand[]): Verdict {
  if (areInForce(held, applicationCommands())) return ok('registered as this version has them');
  const what = held.length === 0 ? 'none are registered yet' : "another version's are registered";
  return warn(`${what}: start the bot, which registers its own`);
}

function loginsOf(
  { remaining, total, reset_after: resetMs }: APIGatewayBotInfo['session_start_limit'],
  ofStart: number,
): Verdict {
  const each = ofStart > 1 ? `, and a start takes ${ofStart}` : '';
  const left = `${remaining} of ${total} logins are left for the next ${Math.ceil(resetMs / 3_600_000)} h${each}`;
  if (remaining < ofStart) return fail(`${left}: wait, and see why the bot logs in so often`);
  if (remaining < Math.max(FEW_LOGINS, FEW_STARTS * ofStart))
    return warn(`${left}: see why the bot logs in so often before they run out`);
  return ok(`reachable, ${left}`);
}

function shardsOf(
  shards: Shards | undefined,
  { recommended, servers }: { recommended: number; servers: number },
): Verdict {
  const advice = `Discord recommends ${recommended} for the bot's ${servers} servers`;
  if (!shards) return ok(`${advice}, and this process runs as many`);
  const { ids, count } = shards;
  const mend = `set SHARD_COUNT=${Math.max(recommended, Math.ceil(servers / MANY_SERVERS))} and divide SHARDS anew, in all processes at once`;
  if (servers > count * MOST_SERVERS)
    return fail(`${advice}, and takes no more than ${MOST_SERVERS} in one of the ${count}: ${mend}`);
  if (servers > count * MANY_SERVERS)
    return warn(`${advice}, and will soon refuse ${count}, with ${MOST_SERVERS} in one: ${mend}`);
  return ok(`${ranges(ids)} of ${count} run here; ${advice}`);
}

/** Resolves once the gateway says hello; nobody logs in. */
function greeting(url: string, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`${url}/?v=10&encoding=json`, { dispatcher: wayOut() });
    const end = (settle: () => void) => {
      socket.close();
      settle();
    };
    const refuse = (why: string) => end(() => reject(new Error(why)));
    socket.addEventListener('message', () => end(resolve), { once: true });
    socket.addEventListener('error', () => refuse('the gateway cannot be reached'), { once: true });
    signal.addEventListener('abort', () => refuse('the gateway says nothing'), { once: true });
  });
}

async function verdictOf(look: () => Promise<Verdict>): Promise<Verdict> {
  try {
    return await look();
  } catch (error) {
    return fail(remedyOf(error));
  }
}

function remedyOf(error: unknown): string {
  if (error instanceof DiscordAPIError && error.status === 401)
    return 'DISCORD_TOKEN is refused: copy it again from the developer portal (Bot > Reset Token)';
  if (error instanceof DiscordAPIError)
    return `Discord refuses this (${failureCode(error)}): look at the application in the developer portal`;
  if (error instanceof Error && error.message.startsWith('the gateway'))
    return `${error.message}: see that this machine may open WebSockets, also through a proxy`;
  return `Discord does not answer (${failureCode(error)}): see that this machine may reach it, also through a proxy, and https://discordstatus.com`;
}
