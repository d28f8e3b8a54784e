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
import { type Check, compareClocks, fail, note, ok, type Verdict, warn } from '../check.ts';
import { applicationCommands } from './commands.ts';
import { areInForce } from './registration.ts';
import { nameOf } from './sent.ts';

/** How long one request may take, in milliseconds. */
const REQUEST_MS = 8_000;
/** Logins left today under which a bot that restarts again and again will soon be locked out. */
const FEW_LOGINS = 50;
const PRIVILEGED: number =
  ApplicationFlags.GatewayMessageContent |
  ApplicationFlags.GatewayMessageContentLimited |
  ApplicationFlags.GatewayGuildMembers |
  ApplicationFlags.GatewayGuildMembersLimited |
  ApplicationFlags.GatewayPresence |
  ApplicationFlags.GatewayPresenceLimited;

/** What `harbin doctor` asks of Discord. */
export function discordChecks({ token, apiUrl }: { token: string; apiUrl?: string | undefined }): Check[] {
  const rest = new REST({ ...(apiUrl ? { api: apiUrl } : {}), timeout: REQUEST_MS, retries: 0 });
  // The library forgets its token after one refusal; every check asks for itself.
  const get = <T>(route: `/${string}`, query?: Record<string, string>) =>
    rest.setToken(token).get(route, query ? { query: new URLSearchParams(query) } : {}) as Promise<T>;

  return [
    { about: 'Discord token', look: () => judged(async () => accepted(await get<APIUser>(Routes.user('@me')))) },
    {
      about: 'Discord intents',
      look: () => judged(async () => intentsOf(await get<APIApplication>(Routes.currentApplication()))),
    },
    {
      about: 'Discord commands',
      look: () =>
        judged(async () => {
          const { id } = await get<APIApplication>(Routes.currentApplication());
          const route = Routes.applicationCommands(id);
          return commandsOf(await get<APIApplicationCommand[]>(route, { with_localizations: 'true' }));
        }),
    },
    {
      about: 'Discord gateway',
      look: (signal) =>
        judged(async () => {
          const { url, session_start_limit: logins } = await get<APIGatewayBotInfo>(Routes.gatewayBot());
          await greeted(url, signal);
          return loginsOf(logins);
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

function loginsOf({ remaining, total, reset_after: resetMs }: APIGatewayBotInfo['session_start_limit']): Verdict {
  const left = `${remaining} of ${total} logins are left for the next ${Math.ceil(resetMs / 3_600_000)} h`;
  if (remaining === 0) return fail(`${left}: wait, and see why the bot logs in so often`);
  if (remaining < FEW_LOGINS) return warn(`${left}: see why the bot logs in so often before they run out`);
  return ok(`reachable, ${left}`);
}

/** Resolves once the gateway says hello; nobody logs in. */
function greeted(url: string, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`${url}/?v=10&encoding=json`);
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

async function judged(look: () => Promise<Verdict>): Promise<Verdict> {
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
    return `Discord refuses this (${nameOf(error)}): look at the application in the developer portal`;
  if (error instanceof Error && error.message.startsWith('the gateway'))
    return `${error.message}: see that this machine may open WebSockets, also through a proxy`;
  return `Discord does not answer (${nameOf(error)}): see that this machine may reach it, also through a proxy, and https://discordstatus.com`;
}
