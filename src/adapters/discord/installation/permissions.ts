import { OAuth2Scopes, PermissionFlagsBits, PermissionsBitField, type PermissionsString } from 'discord.js';
import type { Language } from '../../../data/schema.ts';
import { PERMISSION_NAMES } from '../render/words.ts';

/** The least that the bot needs in a channel: to see it, and to answer with text, embeds and pictures, also in threads. */
export const LEAST_PERMISSIONS =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AttachFiles;

/** The link with which somebody who manages a server adds the bot to it. */
export function inviteLink(applicationId: string): string {
  const query = new URLSearchParams({
    client_id: applicationId,
    scope: `${OAuth2Scopes.Bot} ${OAuth2Scopes.ApplicationsCommands}`,
    permissions: String(LEAST_PERMISSIONS),
  });
  return `https://discord.com/oauth2/authorize?${query}`;
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
