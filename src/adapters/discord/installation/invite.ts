import { OAuth2Scopes, PermissionFlagsBits } from 'discord.js';

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
