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
