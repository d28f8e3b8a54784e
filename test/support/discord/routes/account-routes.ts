import { refusal } from '../api-error.ts';
import { channelPayload, guildPayload } from '../guild-payload.ts';
import { LIMITS } from '../limits.ts';
import { memberFields } from '../messages.ts';
import { SERVERS_BUCKET } from '../rate-limits.ts';
import { type ApiRequest, ok, type Route } from '../route.ts';
import { type Guild, userPayload, type World } from '../world.ts';
import { checkPage } from './page.ts';

/** What the gateway's address is, and how often it may still be identified to. */
export type GatewayFacts = { url: string; shards: number; identifies: number; maxConcurrency: number };

/** What a bot asks about itself, its servers, users and the way to the gateway. */
export function accountRoutes(world: World, gateway: () => GatewayFacts): Route[] {
  const { bot } = world;
  const guildOf = (request: ApiRequest): Guild => {
    const guild = world.guilds.get(request.param('guild'));
    if (!guild) throw refusal.unknownGuild();
    if (!guild.members.has(bot.id)) throw refusal.missingAccess();
    return guild;
  };
  return [
    {
      name: 'GET /gateway/bot',
      auth: 'bot',
      answer() {
        const { url, shards, identifies, maxConcurrency } = gateway();
        const remaining = Math.max(0, LIMITS.identifiesPerDay - identifies);
        const session_start_limit = {
          total: LIMITS.identifiesPerDay,
          remaining,
          reset_after: 86_400_000,
          max_concurrency: maxConcurrency,
        };
        return ok({ url, shards, session_start_limit });
      },
    },
    { name: 'GET /users/@me', auth: 'bot', answer: () => ok(userPayload(bot)) },
    {
      name: 'GET /users/@me/guilds',
      auth: 'bot',
      bucket: SERVERS_BUCKET,
      answer({ query }) {
        const { limit, after, before } = checkPage(query, { most: LIMITS.guildsPerPage, usual: LIMITS.guildsPerPage });
        const own = [...world.guilds.values()].filter(({ members }) => members.has(bot.id));
        const sorted = own.sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
        const isAfter = ({ id }: Guild) => !after || BigInt(id) > BigInt(after);
        const isBefore = ({ id }: Guild) => !before || BigInt(id) < BigInt(before);
        const wanted = sorted.filter((guild) => isAfter(guild) && isBefore(guild));
        const page = before && !after ? wanted.slice(-limit) : wanted.slice(0, limit);
        return ok(page.map(({ id, name }) => ({ id, name, icon: null, owner: false, permissions: '0', features: [] })));
      },
    },
    {
      name: 'GET /users/:user',
      auth: 'bot',
      answer(request) {
        const user = world.users.get(request.param('user'));
        if (!user) throw refusal.unknownUser();
        return ok(userPayload(user));
      },
    },
    {
      name: 'POST /users/@me/channels',
      auth: 'bot',
      answer(request) {
        const user = world.users.get((request.body as { recipient_id?: string } | undefined)?.recipient_id ?? '');
        if (!user) throw refusal.unknownUser();
        return ok(channelPayload(world.directChannel(user)));
      },
    },
    {
      name: 'GET /applications/@me',
      auth: 'bot',
      answer: () =>
        ok({
          id: world.applicationId,
          name: bot.name,
          description: '',
          icon: null,
          flags: 0,
          bot: userPayload(bot),
          bot_public: true,
          approximate_guild_count: [...world.guilds.values()].filter(({ members }) => members.has(bot.id)).length,
        }),
    },
    {
      name: 'GET /guilds/:guild',
      auth: 'bot',
      answer(request) {
        const guild = world.guilds.get(request.param('guild'));
        // Since 2023 one that the bot is not in looks like one that does not exist.
        if (!guild?.members.has(bot.id)) throw refusal.unknownGuild();
        return ok(guildPayload(guild, bot));
      },
    },
    {
      name: 'GET /guilds/:guild/members/:user',
      auth: 'bot',
      answer(request) {
        const member = guildOf(request).members.get(request.param('user'));
        if (!member) throw refusal.unknownMember();
        return ok({ ...memberFields(member.roles), user: userPayload(member.user) });
      },
    },
  ];
}
