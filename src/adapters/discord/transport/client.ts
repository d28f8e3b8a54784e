import { STATUS_CODES } from 'node:http';
import { Client, GatewayIntentBits, Options, REST, type RESTOptions } from 'discord.js';
import { Headers, request } from 'undici';
import { encode, wayOut } from '../../shared/way-out.ts';
import type { Timings } from './timings.ts';

/** Users and members kept at once; what is needed of an asker comes with each question. */
const MOST_USERS = 50;
/** How often entries over the limits are removed, in seconds. */
const SWEEP_SECONDS = 3600;
/** How long one request may take, in ms; the library tries three more times. */
const REQUEST_MS = 10_000;
/** Every so many refused requests in ten minutes are logged; after 10,000 Discord blocks the bot. */
const INVALID_REQUESTS_TOLD = 100;

/** Where the library finds its own default, it reads SHARD_COUNT by itself, also an empty one; for `auto` it looks at no number. */
const NOT_DEFAULT = 2;

/** How a client sends its requests. */
type MakeRequest = RESTOptions['makeRequest'];

/** The client of one login: no privileged intent, no pings, and caches that stay small however many people talk. */
export function createClient(
  apiUrl: string | undefined,
  { waitForGuildsMs }: Timings,
  makeRequest: MakeRequest,
  shards: Shards | undefined,
): Client {
  return new Client({
    // Direct messages need no partial channels: they are read as they come, and not kept.
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    allowedMentions: { parse: [], repliedUser: false },
    enforceNonce: true,
    shards: shards ? [...shards.ids] : 'auto',
    shardCount: shards?.count ?? NOT_DEFAULT,
    waitGuildTimeout: waitForGuildsMs,
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      AutoModerationRuleManager: 0,
      ApplicationCommandManager: 0,
      ApplicationEmojiManager: 0,
      BaseGuildEmojiManager: 0,
      EntitlementManager: 0,
      GuildBanManager: 0,
      GuildEmojiManager: 0,
      GuildInviteManager: 0,
      GuildScheduledEventManager: 0,
      GuildStickerManager: 0,
      MessageManager: 0,
      PresenceManager: 0,
      ReactionManager: 0,
      ReactionUserManager: 0,
      StageInstanceManager: 0,
      ThreadManager: 0,
      ThreadMemberManager: 0,
      VoiceStateManager: 0,
      // The bot's own entry stays: its permissions are worked out from it.
      GuildMemberManager: { maxSize: 1, keepOverLimit: (member) => member.id === member.client.user?.id },
      UserManager: { maxSize: MOST_USERS, keepOverLimit: (user) => user.id === user.client.user?.id },
    }),
    sweepers: {
      ...Options.DefaultSweeperSettings,
      users: { interval: SWEEP_SECONDS, filter: () => (user) => user.id !== user.client.user?.id },
      guildMembers: { interval: SWEEP_SECONDS, filter: () => (member) => member.id !== member.client.user?.id },
    },
    rest: { ...restOptions(apiUrl), makeRequest },
  });
}

/** A client for daily posts: it tries once, and rejects at a rate limit instead of waiting. */
export function createPostingClient(apiUrl: string | undefined, makeRequest: MakeRequest): REST {
  return new REST({
    ...restOptions(apiUrl),
    makeRequest,
    retries: 0,
    rejectOnRateLimit: () => true,
    // They are counted together with the answers, which are not sent by this client.
    globalRequestsPerSecond: Number.POSITIVE_INFINITY,
  });
}

function restOptions(apiUrl: string | undefined): Partial<RESTOptions> {
  return {
    ...(apiUrl ? { api: apiUrl } : {}),
    timeout: REQUEST_MS,
    invalidRequestWarningInterval: INVALID_REQUESTS_TOLD,
  };
}

/** Sends a request of the library by the bot's own dispatcher, instead of the global one. */
export const requestDirectly: MakeRequest = async (url, init) => {
  const { body: content, headers: own } = await encode(init.body);
  const options = {
    ...init,
    body: content ?? null,
    headers: { ...(init.headers as object), ...own },
    dispatcher: wayOut(),
  };
  const { statusCode, headers, body } = await request(url, options as Parameters<typeof request>[1]);
  return {
    body: body as never,
    arrayBuffer: () => body.arrayBuffer(),
    json: () => body.json(),
    text: () => body.text(),
    get bodyUsed() {
      return body.bodyUsed;
    },
    headers: new Headers(headers as Record<string, string>) as never,
    status: statusCode,
    statusText: STATUS_CODES[statusCode] ?? '',
    ok: statusCode >= 200 && statusCode < 300,
  };
};

/** The shards that this process runs, of all that the bot has; those of all processes together make up the bot. */
export type Shards = { ids: readonly number[]; count: number };

/** The share of the bot that this process is; its processes divide the limits of the whole bot. */
export function shareOf(shards: Shards | undefined): number {
  return shards ? shards.ids.length / shards.count : 1;
}

/** Whether this process runs the first shard, which gets the direct messages and does what is done once for the whole bot. */
export function hasFirst(shards: Shards | undefined): boolean {
  return shards?.ids.includes(0) ?? true;
}

/** Numbers as SHARDS writes them: 0-3,6. */
export function ranges(ids: readonly number[]): string {
  const runs: [first: number, last: number][] = [];
  for (const id of [...ids].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && run[1] === id - 1) run[1] = id;
    else runs.push([id, id]);
  }
  return runs.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(',');
}
