import type { Command, MessagePayload, UploadedFile, UserPayload } from './payloads.ts';
import { bits, type PermissionName } from './permissions.ts';
import type { Pings } from './pings.ts';
import { createGuildSnowflakes, createSnowflakes } from './snowflake.ts';

/** Somebody with an account: a person or another bot. */
export type User = { id: string; name: string; isBot: boolean; locale: string; acceptsDirectMessages: boolean };

export type Role = { id: string; name: string; permissions: bigint; mentionable: boolean; managed: boolean };

type Overwrite = { id: string; type: 0 | 1; allow: bigint; deny: bigint };

type Member = { user: User; roles: string[] };

/** A server; the bot may be in it or know nothing of it. */
export type Guild = {
  id: string;
  name: string;
  locale: string;
  ownerId: string;
  available: boolean;
  /** Where Discord itself says who joined. */
  systemChannel?: Channel;
  botJoinedAt?: Date;
  roles: Map<string, Role>;
  members: Map<string, Member>;
  channels: Map<string, Channel>;
};

export const CHANNEL_TYPES = { text: 0, dm: 1, thread: 11 } as const;

/** A text channel, a thread (it has a parent) or a direct message (it has a recipient and no guild). */
export type Channel = {
  id: string;
  type: 0 | 1 | 11;
  name: string;
  guild?: Guild;
  parent?: Channel;
  recipient?: User;
  /** A thread in which only moderators can still write. */
  isLocked?: boolean;
  overwrites: Overwrite[];
  messages: Message[];
};

/** A message as the fake keeps it: what the API shows, and what a test wants to know about it. */
export type Message = {
  readonly id: string;
  readonly channel: Channel;
  readonly author: User;
  payload: MessagePayload;
  /** The only user who sees it, for an ephemeral message. */
  visibleTo: User | undefined;
  pings: Pings;
  files: UploadedFile[];
  edits: number;
  deleted: boolean;
  /** A deferred answer that still says "thinking". */
  thinking: boolean;
};

/** Something that happened, for those shards that should hear of it. */
export type Happening = {
  name: string;
  guild?: Guild | undefined;
  /** The intents of which a session needs one; none for what everybody hears. */
  intents?: number;
  payload: object;
  /** The payload without what the message content intent would show. */
  withoutContent?: object;
};

/** All that exists on the fake's side. */
export type World = {
  readonly bot: User;
  readonly applicationId: string;
  readonly users: Map<string, User>;
  readonly guilds: Map<string, Guild>;
  readonly channels: Map<string, Channel>;
  readonly commands: Map<string, Command[]>;
  /** The time here, which a test can move forward so that nonces are forgotten at once. */
  now(): number;
  passTime(ms: number): void;
  newId(): string;
  newGuildId(): string;
  happen(happening: Happening): void;
  onHappening(listener: (happening: Happening) => void): void;
  addUser(name: string, options?: { isBot?: boolean; locale?: string }): User;
  addChannel(channel: Omit<Channel, 'id' | 'messages' | 'overwrites'>): Channel;
  directChannel(user: User): Channel;
  join(guild: Guild, user: User, permissions?: readonly PermissionName[]): Member;
};

/** Starts a world with the bot in it and nobody else. */
export function createWorld(): World {
  let ahead = 0;
  const now = () => Date.now() + ahead;
  const newId = createSnowflakes(now);
  const listeners: ((happening: Happening) => void)[] = [];
  const users = new Map<string, User>();
  const channels = new Map<string, Channel>();

  const addUser: World['addUser'] = (name, { isBot = false, locale = 'en-US' } = {}) => {
    const user = { id: newId(), name, isBot, locale, acceptsDirectMessages: true };
    users.set(user.id, user);
    return user;
  };
  const bot = addUser('harbin', { isBot: true });

  const world: World = {
    bot,
    // An application and its bot have the same id.
    applicationId: bot.id,
    users,
    guilds: new Map(),
    channels,
    commands: new Map(),
    now,
    passTime(ms) {
      ahead += ms;
    },
    newId,
    newGuildId: createGuildSnowflakes(),
    happen(happening) {
      for (const listener of listeners) listener(happening);
    },
    onHappening: (listener) => listeners.push(listener),
    addUser,
    addChannel(given) {
      const channel: Channel = { ...given, id: newId(), overwrites: [], messages: [] };
      channels.set(channel.id, channel);
      channel.guild?.channels.set(channel.id, channel);
      return channel;
    },
    directChannel(user) {
      for (const channel of channels.values()) if (channel.recipient === user) return channel;
      return world.addChannel({ type: CHANNEL_TYPES.dm, name: user.name, recipient: user });
    },
    join(guild, user, permissions = []) {
      const known = guild.members.get(user.id);
      if (known && permissions.length === 0) return known;
      const member: Member = known ?? { user, roles: [] };
      guild.members.set(user.id, member);
      if (permissions.length > 0) {
        const id = newId();
        const managed = user === bot;
        guild.roles.set(id, { id, name: user.name, permissions: bits(permissions), mentionable: managed, managed });
        member.roles.push(id);
      }
      return member;
    },
  };
  return world;
}

/** A user as the API shows one. */
export function userPayload(user: User): UserPayload {
  const { id, name, isBot } = user;
  return {
    id,
    username: name,
    global_name: null,
    discriminator: '0',
    avatar: null,
    bot: isBot,
    public_flags: 0,
    flags: 0,
    primary_guild: null,
  };
}
