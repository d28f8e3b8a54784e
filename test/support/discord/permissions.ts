import type { Channel } from './world.ts';

/** The permissions that the fake knows, as the bits Discord gives them. */
const PERMISSIONS = {
  Administrator: 1n << 3n,
  ManageChannels: 1n << 4n,
  ManageGuild: 1n << 5n,
  AddReactions: 1n << 6n,
  ViewChannel: 1n << 10n,
  SendMessages: 1n << 11n,
  ManageMessages: 1n << 13n,
  EmbedLinks: 1n << 14n,
  AttachFiles: 1n << 15n,
  ReadMessageHistory: 1n << 16n,
  MentionEveryone: 1n << 17n,
  UseApplicationCommands: 1n << 31n,
  SendMessagesInThreads: 1n << 38n,
} as const;

export type PermissionName = keyof typeof PERMISSIONS;

const EVERYTHING = (1n << 50n) - 1n;

/** What a member may do in a direct message. */
const IN_DIRECT_MESSAGES = bits(['ViewChannel', 'SendMessages', 'EmbedLinks', 'AttachFiles', 'ReadMessageHistory']);

/** The bits of some permissions together. */
export function bits(names: readonly PermissionName[]): bigint {
  return names.reduce((sum, name) => sum | PERMISSIONS[name], 0n);
}

/** What a user may do in a channel: roles first, then the channel's overwrites for everyone, roles and the member. */
export function permissionsIn(channel: Channel, userId: string): bigint {
  const guild = channel.guild;
  if (!guild) return IN_DIRECT_MESSAGES;
  const member = guild.members.get(userId);
  if (!member) return 0n;
  if (guild.ownerId === userId) return EVERYTHING;
  let allowed = guild.roles.get(guild.id)?.permissions ?? 0n;
  for (const id of member.roles) allowed |= guild.roles.get(id)?.permissions ?? 0n;
  if (allowed & PERMISSIONS.Administrator) return EVERYTHING;

  // A thread has no overwrites of its own.
  const overwrites = (channel.parent ?? channel).overwrites;
  const everyone = overwrites.find(({ id }) => id === guild.id);
  if (everyone) allowed = (allowed & ~everyone.deny) | everyone.allow;
  const ofRoles = overwrites.filter(({ id }) => id !== guild.id && member.roles.includes(id));
  const denied = ofRoles.reduce((sum, { deny }) => sum | deny, 0n);
  const granted = ofRoles.reduce((sum, { allow }) => sum | allow, 0n);
  allowed = (allowed & ~denied) | granted;
  const own = overwrites.find(({ id }) => id === userId);
  return own ? (allowed & ~own.deny) | own.allow : allowed;
}

/** Whether a user has every one of these permissions in a channel. */
export function may(channel: Channel, userId: string, ...names: PermissionName[]): boolean {
  const wanted = bits(names);
  return (permissionsIn(channel, userId) & wanted) === wanted;
}
