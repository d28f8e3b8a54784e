import { mentionsIn } from './mentions.ts';
import type { AllowedMentions, Component, MessageBody } from './payloads.ts';
import { may } from './permissions.ts';
import type { Channel, Message, User } from './world.ts';

/** Whom a message notifies, after `allowed_mentions` and permissions; embeds notify nobody. */
export type Pings = { everyone: boolean; users: string[]; roles: string[] };

export const NOBODY: Pings = { everyone: false, users: [], roles: [] };

/** Works out whom a message of `author` notifies in this channel. */
export function pingsOf(body: MessageBody, author: User, channel: Channel, replyTo?: Message): Pings {
  const named = mentionsIn(`${body.content ?? ''}\n${displayedText(body.components ?? []).join('\n')}`);
  const allowed = body.allowed_mentions;
  const mayPingAll = may(channel, author.id, 'MentionEveryone');
  const users = named.users.filter((id) => allows(allowed, 'users', id));
  // Without allowed_mentions a reply notifies its author; with it only when it says so.
  const pingsReplied = allowed ? allowed.replied_user === true : true;
  if (replyTo && pingsReplied) users.push(replyTo.author.id);
  return {
    everyone: named.everyone && mayPingAll && (allowed ? (allowed.parse ?? []).includes('everyone') : true),
    users: [...new Set(users)],
    roles: named.roles.filter((id) => {
      const role = channel.guild?.roles.get(id);
      return role !== undefined && (role.mentionable || mayPingAll) && allows(allowed, 'roles', id);
    }),
  };
}

function allows(allowed: AllowedMentions | null | undefined, kind: 'users' | 'roles', id: string): boolean {
  if (!allowed) return true;
  return (allowed.parse ?? []).includes(kind) || (allowed[kind] ?? []).includes(id);
}

const TEXT_DISPLAY = 10;

function displayedText(components: readonly Component[]): string[] {
  return components.flatMap((component) => [
    ...(component.type === TEXT_DISPLAY && component.content ? [component.content] : []),
    ...displayedText(component.components ?? []),
  ]);
}
