import {
  type Channel,
  type Client,
  PermissionFlagsBits,
  PermissionsBitField,
  type PermissionsString,
} from 'discord.js';
import type { Language } from '../../../data/schema.ts';
import { LEAST_PERMISSIONS } from '../installation/invite.ts';
import { PERMISSION_NAMES } from '../render/words.ts';

/** What the bot may do in a channel; undefined where it cannot tell, as in a thread that it does not keep. */
export function permissionsIn(client: Client, channelId: string): Readonly<PermissionsBitField> | undefined {
  const channel = client.channels.cache.get(channelId);
  if (!channel || channel.isDMBased()) return undefined;
  const me = channel.guild.members.me;
  return me ? channel.permissionsFor(me) : undefined;
}

/** A channel as it is known, or a thread as Discord tells it: threads are not kept. */
export async function channelById(client: Client, channelId: string): Promise<Channel | null> {
  return client.channels.cache.get(channelId) ?? (await client.channels.fetch(channelId, { cache: false }));
}

/** What posts in a channel or thread need and the bot lacks there; the text of a voice channel is for those who may connect to it. */
export function missingForPosts(
  held: Readonly<PermissionsBitField>,
  { isThread, isVoice }: { isThread: boolean; isVoice: boolean },
): PermissionsString[] {
  const { SendMessages, SendMessagesInThreads, Connect } = PermissionFlagsBits;
  const needed = LEAST_PERMISSIONS & ~(isThread ? SendMessages : SendMessagesInThreads);
  return held.missing(isVoice ? needed | Connect : needed);
}

/** The permissions of the invite link that are missing in a channel, as the link's page lists them. */
export function missingFrom(held: Readonly<PermissionsBitField> | undefined): PermissionsString[] {
  return held ? held.missing(new PermissionsBitField(LEAST_PERMISSIONS)) : [];
}

/** Permissions by the names that Discord's settings show. */
export function permissionNames(permissions: readonly PermissionsString[], language: Language): string {
  const separator = language === 'zh' ? '、' : ', ';
  return permissions.map((name) => PERMISSION_NAMES[name]?.[language] ?? name).join(separator);
}
