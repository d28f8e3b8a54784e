import { type ApiMethod, isYes, refuse } from './api-method.ts';
import { asPayload } from './chat-methods.ts';
import type { SlackChannel } from './workspace.ts';
import type { World } from './world.ts';

const HISTORY_PAGE = 100;

const authTest: ApiMethod = {
  token: 'bot',
  scope: () => undefined,
  run: (_args, { workspace, baseUrl }) => ({
    ok: true,
    url: `${baseUrl}/`,
    team: 'Harbin',
    user: workspace.bot.name,
    team_id: workspace.teamId,
    user_id: workspace.bot.id,
    bot_id: workspace.botId,
    is_enterprise_install: false,
  }),
};

const usersInfo: ApiMethod = {
  token: 'bot',
  scope: () => 'users:read',
  run(args, { workspace }) {
    const user = workspace.users.get(args.user ?? '');
    if (!user) return refuse('user_not_found');
    const { id, name, locale, tz, isBot } = user;
    const base = { id, team_id: workspace.teamId, name, real_name: name, tz, is_bot: isBot, deleted: false };
    return { ok: true, user: { ...base, ...(isYes(args.include_locale) && { locale }) } };
  },
};

const conversationsInfo: ApiMethod = {
  token: 'bot',
  scope: (args, world) => channelScope(args.channel, 'read', world),
  run(args, world) {
    const channel = visibleChannel(args.channel, world);
    if (!channel) return refuse('channel_not_found');
    return { ok: true, channel: describe(channel, world) };
  },
};

const conversationsMembers: ApiMethod = {
  token: 'bot',
  scope: (args, world) => channelScope(args.channel, 'read', world),
  run(args, world) {
    const channel = visibleChannel(args.channel, world);
    if (!channel) return refuse('channel_not_found');
    return { ok: true, members: [...channel.members], response_metadata: { next_cursor: '' } };
  },
};

const conversationsOpen: ApiMethod = {
  token: 'bot',
  scope: () => 'im:write',
  run(args, { workspace }) {
    const user = workspace.users.get(args.users ?? '');
    if (!user) return refuse('user_not_found');
    return { ok: true, channel: { id: workspace.directChannel(user.id).id } };
  },
};

const conversationsHistory: ApiMethod = {
  token: 'bot',
  scope: (args, world) => channelScope(args.channel, 'history', world),
  run(args, world) {
    const channel = visibleChannel(args.channel, world);
    if (!channel) return refuse('channel_not_found');
    if (!channel.members.has(world.workspace.bot.id)) return refuse('not_in_channel');
    const { oldest = '0', latest = '9', limit = String(HISTORY_PAGE) } = args;
    const messages = world.board
      .inChannel(channel.id)
      .filter((message) => message.visibleTo === 'everyone' && message.ts > oldest && message.ts < latest)
      .toReversed()
      .slice(0, Number(limit))
      .map((message) => ({
        ...asPayload(message, world),
        ...(isYes(args.include_all_metadata) && message.sent.metadata ? { metadata: message.sent.metadata } : {}),
      }));
    return { ok: true, messages, has_more: false };
  },
};

export const peopleMethods = {
  'auth.test': authTest,
  'users.info': usersInfo,
  'conversations.info': conversationsInfo,
  'conversations.members': conversationsMembers,
  'conversations.open': conversationsOpen,
  'conversations.history': conversationsHistory,
};

/** Reading a channel needs the scope of its kind. */
function channelScope(id: string | undefined, what: 'read' | 'history', world: World): string {
  const kind = world.workspace.channels.get(id ?? '')?.kind ?? 'public';
  return `${{ public: 'channels', private: 'groups', direct: 'im' }[kind]}:${what}`;
}

function visibleChannel(id: string | undefined, { workspace }: World): SlackChannel | undefined {
  const channel = workspace.channels.get(id ?? '');
  return channel?.kind === 'public' || channel?.members.has(workspace.bot.id) ? channel : undefined;
}

function describe(channel: SlackChannel, { workspace }: World): object {
  const { id, name, kind, isArchived, members } = channel;
  const kinds = { is_channel: kind === 'public', is_group: kind === 'private', is_im: kind === 'direct' };
  const privacy = { is_private: kind !== 'public', is_archived: isArchived, is_member: members.has(workspace.bot.id) };
  return { id, name, ...kinds, ...privacy };
}
