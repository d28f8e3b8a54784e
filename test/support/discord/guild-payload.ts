import { memberFields } from './messages.ts';
import { CHANNEL_TYPES, type Channel, type Guild, type Role, type User, userPayload } from './world.ts';

/** A server as GUILD_CREATE tells it: without the members intent only the bot is among the members. */
export function guildPayload(guild: Guild, bot: User): object {
  const member = guild.members.get(bot.id);
  const channels = [...guild.channels.values()];
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    owner_id: guild.ownerId,
    preferred_locale: guild.locale,
    unavailable: false,
    large: false,
    member_count: guild.members.size,
    joined_at: guild.botJoinedAt?.toISOString() ?? '2024-01-01T00:00:00.000Z',
    system_channel_id: guild.systemChannel?.id ?? null,
    features: [],
    roles: [...guild.roles.values()].map(rolePayload),
    channels: channels.filter(({ type }) => type !== CHANNEL_TYPES.thread).map(channelPayload),
    threads: channels.filter(({ type }) => type === CHANNEL_TYPES.thread).map(channelPayload),
    members: member ? [{ ...memberFields(member.roles), user: userPayload(bot) }] : [],
    emojis: [],
    stickers: [],
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
  };
}

/** A role as the API shows one. */
export function rolePayload({ id, name, permissions, mentionable, managed }: Role, position = 1): object {
  return {
    id,
    name,
    permissions: String(permissions),
    position,
    color: 0,
    hoist: false,
    mentionable,
    managed,
    flags: 0,
  };
}

/** A channel as the API shows one. */
export function channelPayload(channel: Channel): object {
  const { id, type, name, guild, parent, recipient, overwrites } = channel;
  if (recipient) return { id, type, flags: 0, last_message_id: null, recipients: [userPayload(recipient)] };
  return {
    id,
    type,
    name,
    position: 0,
    nsfw: false,
    topic: null,
    rate_limit_per_user: 0,
    last_message_id: null,
    flags: 0,
    guild_id: guild?.id,
    parent_id: parent?.id ?? null,
    ...(parent
      ? {
          thread_metadata: {
            archived: channel.isLocked ?? false,
            locked: channel.isLocked ?? false,
            auto_archive_duration: 1440,
            archive_timestamp: '2024-01-01T00:00:00.000Z',
          },
        }
      : {
          permission_overwrites: overwrites.map((one) => ({
            id: one.id,
            type: one.type,
            allow: String(one.allow),
            deny: String(one.deny),
          })),
        }),
  };
}
