import { createFaults, type Faults } from './faults.ts';
import { type GatewayCounts, startGatewayServer } from './gateway-server.ts';
import { channelPayload, guildPayload, rolePayload } from './guild-payload.ts';
import { createInteractions, type Deadlines } from './interactions.ts';
import { LIMITS } from './limits.ts';
import { bits, type PermissionName } from './permissions.ts';
import type { RequestLog } from './request-log.ts';
import { type RestOptions, startRestServer } from './rest-server.ts';
import { accountRoutes } from './routes/account-routes.ts';
import { commandRoutes } from './routes/command-routes.ts';
import { interactionRoutes } from './routes/interaction-routes.ts';
import { messageRoutes } from './routes/message-routes.ts';
import { type SeenMessage, seen } from './turn.ts';
import { createUsersSide, type UsersSide } from './users-side.ts';
import { CHANNEL_TYPES, type Channel, createWorld, type Guild, type Role, type User, type World } from './world.ts';

const DEFAULTS = {
  token: 'fake.discord.token',
  /** What the bot calls it, where that is not its address. */
  host: '127.0.0.1',
  heartbeatMs: 41_250,
  privilegedIntents: 0,
  /** Discord recommends a shard per thousand servers; 0 counts the servers. */
  shards: 0,
  maxConcurrency: 16,
  /** Discord lets one of each kind identify in five seconds; by default this one does not count, so that tests need not wait. */
  identifyEveryMs: 0,
  guildsPerShard: LIMITS.guildsPerShard as number,
  /** Discord does not publish how long it remembers a nonce ("the past few minutes"). */
  nonceWindowMs: 300_000,
  replayed: 1000,
  deadlines: { firstAnswerMs: 3000, tokenMs: 900_000 } as Deadlines,
  limitsRoutes: true,
  globalPerSecond: 0,
  logs: true,
};

/** How the fake differs from Discord's usual ways; everything has a default. */
export type FakeDiscordOptions = Partial<typeof DEFAULTS>;

/** What a new server is like. */
type GuildOptions = {
  locale?: string;
  /** Whether the bot is a member; in a server without it a user can still use a user-installed bot. */
  hasBot?: boolean;
  /** What the bot's own role permits; the least that the invite link asks for by default. */
  botPermissions?: readonly PermissionName[];
  /** What everybody may do. */
  everyone?: readonly PermissionName[];
};

/** Discord for tests: a REST API and a gateway on loopback, and the people on the other side. */
export type FakeDiscord = UsersSide & {
  /** What goes into the client's `rest.api`. */
  readonly apiUrl: string;
  readonly gatewayUrl: string;
  readonly token: string;
  readonly bot: User;
  readonly faults: Faults;
  readonly requests: RequestLog;
  /** How often the bot identified, resumed, beat and was refused, and how many connections it has now. */
  readonly gateway: GatewayCounts;
  /** Whether the bot was told of this message or interaction, at once or when it came back. */
  wasTold(of: { id: string }): boolean;
  readonly world: World;
  user(name: string, options?: { locale?: string; isBot?: boolean }): User;
  guild(name: string, options?: GuildOptions): Guild;
  channel(guild: Guild, name: string): Channel;
  thread(parent: Channel, name: string): Channel;
  role(guild: Guild, name: string, options?: { mentionable?: boolean; permissions?: readonly PermissionName[] }): Role;
  /** Makes a user a member, with these permissions on top of everybody's. */
  join(guild: Guild, user: User, permissions?: readonly PermissionName[]): void;
  /** Takes permissions from a user (the bot, if nobody is named) in one channel. */
  deny(channel: Channel, permissions: readonly PermissionName[], user?: User): void;
  /** Gives back what `deny` took. */
  allow(channel: Channel, user?: User): void;
  /** The bot joins a server that did not have it. */
  addBot(guild: Guild, permissions?: readonly PermissionName[]): void;
  /** Moves Discord's time forward: nonces are forgotten, and ids are later. */
  passTime(ms: number): void;
  /** What can be seen in a channel by everyone. */
  messagesIn(channel: Channel): SeenMessage[];
  close(): Promise<void>;
};

/** View Channel, Send Messages, Send Messages in Threads, Embed Links, Attach Files. */
const LEAST_PERMISSIONS = [
  'ViewChannel',
  'SendMessages',
  'SendMessagesInThreads',
  'EmbedLinks',
  'AttachFiles',
] as const;

const EVERYONE = [...LEAST_PERMISSIONS, 'AddReactions', 'ReadMessageHistory', 'UseApplicationCommands'] as const;
const GUILDS_INTENT = 1 << 0;

/** Starts a Discord of one's own, with a bot account and nobody else. */
export async function startFakeDiscord(given: FakeDiscordOptions = {}): Promise<FakeDiscord> {
  const options = { ...DEFAULTS, ...given };
  const world = createWorld();
  const interactions = createInteractions(world, options.deadlines);
  const gateway = await startGatewayServer(world, options);
  const gatewayFacts = () => {
    const guilds = [...world.guilds.values()].filter(({ members }) => members.has(world.bot.id)).length;
    const shards = options.shards || Math.max(1, Math.ceil(guilds / 1000));
    return { url: gateway.url, shards, identifies: gateway.counts.identifies, maxConcurrency: options.maxConcurrency };
  };
  const routes = [
    ...accountRoutes(world, gatewayFacts),
    ...messageRoutes(world, options.nonceWindowMs),
    ...interactionRoutes(world, interactions),
    ...commandRoutes(world),
  ];
  const rest = await startRestServer(routes, options satisfies RestOptions);
  world.onHappening(gateway.tell);

  const tellGuilds = (name: string, guild: Guild, payload: object): void => {
    if (guild.members.has(world.bot.id)) world.happen({ name, guild, intents: GUILDS_INTENT, payload });
  };
  const tellRole = (guild: Guild, role: Role): void =>
    tellGuilds('GUILD_ROLE_CREATE', guild, { guild_id: guild.id, role: rolePayload(role) });
  const overwrite = (channel: Channel, user: User, deny: bigint): void => {
    const others = channel.overwrites.filter(({ id }) => id !== user.id);
    channel.overwrites = deny === 0n ? others : [...others, { id: user.id, type: 1, allow: 0n, deny }];
    if (channel.guild) tellGuilds('CHANNEL_UPDATE', channel.guild, channelPayload(channel));
  };

  const addBot = (guild: Guild, permissions: readonly PermissionName[] = LEAST_PERMISSIONS): void => {
    world.join(guild, world.bot, permissions);
    tellGuilds('GUILD_CREATE', guild, guildPayload(guild, world.bot));
  };

  return {
    ...createUsersSide(world, interactions),
    apiUrl: rest.url,
    gatewayUrl: gateway.url,
    token: options.token,
    bot: world.bot,
    faults: createFaults(world, rest, gateway, tellGuilds),
    requests: rest.log,
    gateway: gateway.counts,
    wasTold: ({ id }) => gateway.wasTold(id),
    world,
    user: world.addUser,
    guild(name, { locale = 'en-US', hasBot = true, botPermissions = LEAST_PERMISSIONS, everyone = EVERYONE } = {}) {
      const id = world.newGuildId();
      const owner = world.addUser(`owner of ${name}`);
      const guild: Guild = {
        id,
        name,
        locale,
        ownerId: owner.id,
        available: true,
        roles: new Map(),
        members: new Map(),
        channels: new Map(),
      };
      guild.roles.set(id, { id, name: '@everyone', permissions: bits(everyone), mentionable: false, managed: false });
      world.guilds.set(id, guild);
      world.join(guild, owner);
      if (hasBot) addBot(guild, botPermissions);
      return guild;
    },
    channel(guild, name) {
      const channel = world.addChannel({ type: CHANNEL_TYPES.text, name, guild });
      tellGuilds('CHANNEL_CREATE', guild, channelPayload(channel));
      return channel;
    },
    thread(parent, name) {
      const thread = world.addChannel({
        type: CHANNEL_TYPES.thread,
        name,
        parent,
        ...(parent.guild && { guild: parent.guild }),
      });
      if (parent.guild) tellGuilds('THREAD_CREATE', parent.guild, { ...channelPayload(thread), newly_created: true });
      return thread;
    },
    role(guild, name, { mentionable = false, permissions = [] } = {}) {
      const role = { id: world.newId(), name, permissions: bits(permissions), mentionable, managed: false };
      guild.roles.set(role.id, role);
      tellRole(guild, role);
      return role;
    },
    join(guild, user, permissions) {
      const { roles } = world.join(guild, user, permissions);
      const role = permissions?.length && guild.roles.get(roles.at(-1) ?? '');
      if (role) tellRole(guild, role);
    },
    deny: (channel, permissions, user = world.bot) => overwrite(channel, user, bits(permissions)),
    allow: (channel, user = world.bot) => overwrite(channel, user, 0n),
    addBot(guild, permissions) {
      guild.botJoinedAt = new Date();
      addBot(guild, permissions);
    },
    passTime: world.passTime,
    messagesIn: (channel) => channel.messages.filter(({ visibleTo, thinking }) => !visibleTo && !thinking).map(seen),
    async close() {
      await Promise.all([rest.close(), gateway.close()]);
    },
  };
}
