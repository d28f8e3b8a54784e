import {
  type Channel,
  type ChatInputCommandInteraction,
  type Client,
  type GatewayMessageCreateDispatchData,
  type Guild,
  InteractionContextType,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  type ModalSubmitInteraction,
  PermissionFlagsBits,
  type PermissionsBitField,
} from 'discord.js';
import type { Permit } from '../../../core/daily/subscription.ts';
import type { Keeper } from '../../../core/ports.ts';
import type { Texts } from '../../../data/schema.ts';
import { missingForPosts } from '../installation/permissions.ts';
import { KEEPERS, NEEDS, PERMISSION_NAMES } from '../render/words.ts';
import { channelById, channelOf } from '../transport/channel.ts';

type Permissions = Readonly<PermissionsBitField>;

/** The properties of a channel that decide which permissions posts need there. */
type ChannelKind = Parameters<typeof missingForPosts>[1];

function kindOf(channel: Channel | null): ChannelKind {
  return { isThread: channel?.isThread() ?? false, isVoice: channel?.isVoiceBased() ?? false };
}

/** Each of these permissions lets a person change the daily post of a channel. */
const KEEPERS_RIGHTS = [PermissionFlagsBits.ManageGuild, PermissionFlagsBits.ManageChannels];

/** A command, a click or a form that is answered. */
export type Asking =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | MessageComponentInteraction
  | ModalSubmitInteraction;

/** The person who uses a command or a button, as the keeper of the daily post there; undefined where the bot cannot post unasked. */
export function keeperOfInteraction(interaction: Asking): Keeper | undefined {
  const { client, channelId, guildId, user, context } = interaction;
  if (!channelId || context === InteractionContextType.PrivateChannel) return undefined;
  const permit = async (): Promise<Permit> => {
    if (!guildId) return { kind: 'granted' };
    const { memberPermissions, appPermissions } = interaction;
    // The bot is not a member of this server: a user has installed it for themselves.
    if (!client.guilds.cache.has(guildId)) return { kind: 'denied', needs: NEEDS.bot };
    if (!memberPermissions?.any(KEEPERS_RIGHTS)) return { kind: 'denied', needs: NEEDS.right };
    const channel = await channelById(client, channelId);
    return permitFor(appPermissions, kindOf(channel));
  };
  return {
    ...keeperIn({ guildId, channelId, userId: user.id }),
    permit,
    ...(guildId ? { right: KEEPERS.manager } : {}),
  };
}

/** The author of a message, as the keeper of the daily post there. */
export function keeperOfMessage(client: Client, message: GatewayMessageCreateDispatchData): Keeper {
  const { channel_id: channelId, guild_id: guildId, author } = message;
  const permit = async (): Promise<Permit> => {
    if (!guildId) return { kind: 'granted' };
    // Unlike a command, a message does not say what its author may do.
    const held = await permissionsHeld(client.guilds.cache.get(guildId), channelId, author.id);
    if (!held) return { kind: 'denied', needs: NEEDS.rightByCommand };
    return held.asker.any(KEEPERS_RIGHTS) ? permitFor(held.bot, held.kind) : { kind: 'denied', needs: NEEDS.right };
  };
  return { ...keeperIn({ guildId, channelId, userId: author.id }), permit };
}

/** Discord does not tell the time zone of a person. */
function keeperIn(where: Parameters<typeof channelOf>[0]): Omit<Keeper, 'permit'> {
  return { channel: channelOf(where), user: where.userId, zone: async () => undefined };
}

function permitFor(bot: Permissions, kind: ChannelKind): Permit {
  const permissions = missingForPosts(bot, kind).map((name): Texts => {
    return PERMISSION_NAMES[name] ?? { en: name, zh: name, ru: name };
  });
  return permissions.length > 0 ? { kind: 'lacking', permissions } : { kind: 'granted' };
}

/** What the asker and the bot may do in a channel; undefined where Discord does not tell. */
async function permissionsHeld(
  guild: Guild | undefined,
  channelId: string,
  userId: string,
): Promise<{ asker: Permissions; bot: Permissions; kind: ChannelKind } | undefined> {
  const me = guild?.members.me;
  if (!me) return undefined;
  try {
    const channel = await channelById(guild.client, channelId);
    if (!channel || channel.isDMBased()) return undefined;
    const asker = channel.permissionsFor(await guild.members.fetch({ user: userId, cache: false }));
    const bot = channel.permissionsFor(me);
    return asker && bot ? { asker, bot, kind: kindOf(channel) } : undefined;
  } catch {
    return undefined;
  }
}
