import { type ApiMethod, isYes, refuse } from './api-method.ts';
import { asPayload } from './chat-methods.ts';
import type { SlackChannel } from './workspace.ts';
import type { World } from './world.ts';

/** Small, so that a few workspaces fill several pages. */
const TEAMS_PAGE = 2;
const HISTORY_PAGE = { usual: 100, most: 999 };

const authTest: ApiMethod = {
  token: 'bot',
  scope: () => undefined,
  run: (_args, { workspace, organisation, baseUrl }) => ({
    ok: true,
    url: `${baseUrl}/`,
    team: organisation ? null : 'Harbin',
    user: workspace.bot.name,
    team_id: organisation ? null : workspace.teamId,
    ...(organisation && { enterprise_id: organisation.id }),
    user_id: workspace.bot.id,
    bot_id: workspace.botId,
    is_enterprise_install: organisation !== undefined,
  }),
};

/** The workspaces that an organisation has given the app to, in pages. */
const teamsList: ApiMethod = {
  token: 'bot',
  scope: () => undefined,
  run({ cursor = '0', limit = '100' }, { organisation, workspace }) {
    const all = organisation ? [...organisation.given] : [workspace.teamId];
    const page = Math.min(Number(limit), TEAMS_PAGE);
    const next = Number(cursor) + page;
    return {
      ok: true,
      teams: all.slice(Number(cursor), next).map((id) => ({ id, name: id })),
      response_metadata: { next_cursor: next < all.length ? String(next) : '' },
    };
  },
};

const usersInfo: ApiMethod = {
  token: 'bot',
  scope: () => 'users:read',
  run(args, { workspace }) {
    const user = workspace.users.get(args.user ?? '');
    if (!user) return refuse('user_not_found');
    const { id, name, locale, tz, isBot, role, team, isDeactivated } = user;
    const base = { id, team_id: team, name, real_name: name, tz, is_bot: isBot, deleted: isDeactivated };
    const roles = { is_admin: role !== 'member', is_owner: role === 'owner', is_primary_owner: role === 'owner' };
    return { ok: true, user: { ...base, ...roles, ...(isYes(args.include_locale) && { locale }) } };
  },
};

const usersList: ApiMethod = {
  token: 'bot',
  scope: () => 'users:read',
  run: (_args, { workspace, clock }) => ({
    ok: true,
    members: [...workspace.users.values()].map(({ id, name, tz, tzOffset, isBot, isDeactivated }) => {
      const offset = tzOffset ?? offsetIn(tz, clock.now());
      return { id, name, tz, tz_offset: offset, is_bot: isBot, deleted: isDeactivated };
    }),
  }),
};

/** How far a zone is ahead of UTC, in seconds, by the name that Intl has for it, such as GMT-07:00. */
function offsetIn(timeZone: string, now: number): number {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(now);
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign = '+', hours = '0', minutes = '0'] = /([+-])(\d+):(\d+)/.exec(name) ?? [];
  return Number(`${sign}1`) * (Number(hours) * 3_600 + Number(minutes) * 60);
}

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

/** The messages of a channel, or with `thread` those of one of its threads. */
const readBack = (isThread: boolean): ApiMethod => ({
  token: 'bot',
  scope: (args, world) => channelScope(args.channel, 'history', world),
  run(args, world) {
    const channel = visibleChannel(args.channel, world);
    if (!channel) return refuse('channel_not_found');
    if (!channel.members.has(world.workspace.bot.id)) return refuse('not_in_channel');
    const { oldest = '0', latest = '9', cursor } = args;
    const page = historyPage(args.limit, world);
    const skipped = cursor === undefined ? 0 : Number(cursor);
    if (!Number.isInteger(skipped) || page === undefined)
      return refuse(page === undefined ? 'invalid_limit' : 'invalid_cursor');
    const found = world.board
      .inChannel(channel.id)
      // Replies stand in their thread alone.
      .filter(({ threadTs, ts }) =>
        isThread ? threadTs === args.ts || ts === args.ts : threadTs === undefined || threadTs === ts,
      )
      .filter(({ visibleTo, ts }) => visibleTo === 'everyone' && ts > oldest && ts < latest)
      .toReversed();
    const messages = found.slice(skipped, skipped + page).map((message) => ({
      ...asPayload(message, world),
      ...(isYes(args.include_all_metadata) && message.sent.metadata ? { metadata: message.sent.metadata } : {}),
    }));
    const next = skipped + page;
    const hasMore = next < found.length;
    return {
      ok: true,
      messages,
      has_more: hasMore,
      ...(hasMore && { response_metadata: { next_cursor: String(next) } }),
    };
  },
});

export const peopleMethods = {
  'auth.test': authTest,
  'auth.teams.list': teamsList,
  'users.info': usersInfo,
  'users.list': usersList,
  'conversations.info': conversationsInfo,
  'conversations.members': conversationsMembers,
  'conversations.open': conversationsOpen,
  'conversations.history': readBack(false),
  'conversations.replies': readBack(true),
};

/** How many messages one answer holds. */
function historyPage(limit: string | undefined, { rates }: World): number | undefined {
  const asked = limit === undefined ? HISTORY_PAGE.usual : Number(limit);
  if (!Number.isInteger(asked) || asked < 1 || asked > HISTORY_PAGE.most) return undefined;
  return Math.min(asked, rates.limits.historyPage);
}

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
