import { type Channel, placeOf } from '../../../core/daily/subscription.ts';

/** Names of what the core remembers things by; one workspace's never meet another's. */

/** The talk of one person in a channel outside of threads. */
export function conversationOf(team: string, channel: string, user: string): string {
  return `slack:${team}:${channel}:${user}`;
}

/** The talk in a thread, which is everyone's. */
export function threadConversationOf(team: string, channel: string, thread: string): string {
  return `slack:${team}:${channel}:${thread}`;
}

/** A channel as the core knows it. */
export function channelOf(workspace: string, id: string): Channel {
  return { platform: 'slack', workspace, id };
}

/** What a channel has chosen. */
export function channelPlace(team: string, channel: string): string {
  return placeOf(channelOf(team, channel));
}

/** What a person has chosen, for their Home, their direct messages and answers to them alone. */
export function personPlace(team: string, user: string): string {
  return `slack:${team}:${user}`;
}

/** Whether a channel is the direct messages of two. */
export function isDirect(channel: string): boolean {
  return channel.startsWith('D');
}

/** What a message is remembered by: its ts, behind that of its thread where it stands in one. */
export function messageId(ts: string, thread?: string): string {
  return thread === undefined ? ts : `${thread}/${ts}`;
}

/** The ts of a message that is remembered, and of the thread in which it is answered. */
export function messageOf(id: string): { ts: string; thread: string } {
  const [thread = id, ts = thread] = id.split('/');
  return { ts, thread };
}
