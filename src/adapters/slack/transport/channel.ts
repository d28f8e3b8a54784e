import { type Channel, placeOf } from '../../../core/daily/subscription.ts';

/** Keys under which the core keeps conversations and settings, separate for each workspace. */

/** The conversation of one person in a channel, outside of threads. */
export function conversationOf(team: string, channel: string, user: string): string {
  return `slack:${team}:${channel}:${user}`;
}

/** The conversation in a thread, which all its people share. */
export function threadConversationOf(team: string, channel: string, thread: string): string {
  return `slack:${team}:${channel}:${thread}`;
}

/** A channel as the core knows it. */
export function channelOf(workspace: string, id: string): Channel {
  return { platform: 'slack', workspace, id };
}

/** The key of a channel's settings. */
export function channelPlace(team: string, channel: string): string {
  return placeOf(channelOf(team, channel));
}

/** The key of a person's settings: for their Home, their direct messages and answers that only they see. */
export function personPlace(team: string, user: string): string {
  return `slack:${team}:${user}`;
}

/** Whether a channel is the direct messages of two people. */
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
