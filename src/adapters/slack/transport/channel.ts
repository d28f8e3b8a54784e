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
