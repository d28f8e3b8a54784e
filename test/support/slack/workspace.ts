/** A person, the bot itself or another bot. */
export type SlackUser = {
  id: string;
  name: string;
  /** An IETF tag such as `zh-CN`; only users.info with include_locale tells it. */
  locale: string;
  tz: string;
  /** What Slack takes the offset of the zone for, in seconds; by default what this machine does. */
  tzOffset?: number;
  isBot: boolean;
  /** Whether the person is an admin or the owner of the workspace. */
  role: 'member' | 'admin' | 'owner';
  /** The person's own workspace, which is another one for a guest of a shared channel. */
  team: string;
  /** A deactivated account takes no messages. */
  isDeactivated: boolean;
};

type ChannelKind = 'public' | 'private' | 'direct';

/** A place where messages are posted. */
export type SlackChannel = {
  id: string;
  name: string;
  kind: ChannelKind;
  isArchived: boolean;
  members: Set<string>;
};

/** Who and what exists in the fake workspace. */
export type Workspace = {
  readonly teamId: string;
  readonly appId: string;
  readonly botId: string;
  readonly bot: SlackUser;
  readonly users: Map<string, SlackUser>;
  readonly channels: Map<string, SlackChannel>;
  addUser(user?: Partial<Omit<SlackUser, 'id'>>): SlackUser;
  /** Adds a channel with every person in it; the bot is a member unless told otherwise. */
  addChannel(channel?: { name?: string; kind?: ChannelKind; isArchived?: boolean; withBot?: boolean }): SlackChannel;
  /** Deletes a channel, as its owner may; its messages are gone with it. */
  deleteChannel(channel: SlackChannel): void;
  /** The direct-message channel between the bot and this person. */
  directChannel(userId: string): SlackChannel;
};

/** The workspace that there always is. */
export const FIRST = 'HARBIN';

/**
 * `name` stands in the ids of the workspace and whatever is in it, since Slack gives no id twice; the bot is the same
 * one in all workspaces of an organisation that installed it.
 */
export function createWorkspace(name: string, botName = name): Workspace {
  const teamId = `T0${name}`;
  const plain = { role: 'member', team: teamId, isDeactivated: false } as const;
  const bot: SlackUser = {
    id: `U0${botName}BOT`,
    name: 'harbin',
    locale: 'en-US',
    tz: 'Etc/UTC',
    isBot: true,
    ...plain,
  };
  const users = new Map<string, SlackUser>([[bot.id, bot]]);
  const channels = new Map<string, SlackChannel>();
  let serial = 0;
  const series = name === FIRST ? '' : name;
  const number = () => `${series}${String(++serial).padStart(6, '0')}`;

  return {
    teamId,
    appId: 'A0HARBIN',
    botId: `B0${botName}`,
    bot,
    users,
    channels,
    addUser(given = {}) {
      const user: SlackUser = {
        id: `U0${number()}`,
        name: `person${serial}`,
        locale: 'en-US',
        tz: 'Asia/Shanghai',
        isBot: false,
        ...plain,
        ...given,
      };
      users.set(user.id, user);
      for (const channel of channels.values()) if (channel.kind === 'public') channel.members.add(user.id);
      return user;
    },
    addChannel(given = {}) {
      const { kind = 'public', isArchived = false, withBot = true } = given;
      const id = `${kind === 'direct' ? 'D' : 'C'}0${number()}`;
      const members = new Set([...users.keys()].filter((user) => withBot || user !== bot.id));
      const channel: SlackChannel = { id, name: given.name ?? `channel${serial}`, kind, isArchived, members };
      channels.set(id, channel);
      return channel;
    },
    deleteChannel(channel) {
      channels.delete(channel.id);
    },
    directChannel(userId) {
      const id = `D${userId.slice(1)}`;
      const known = channels.get(id);
      if (known) return known;
      const channel: SlackChannel = {
        id,
        name: 'directmessage',
        kind: 'direct',
        isArchived: false,
        members: new Set([userId, bot.id]),
      };
      channels.set(id, channel);
      return channel;
    },
  };
}
