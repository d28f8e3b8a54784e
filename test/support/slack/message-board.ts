import type { Part } from './blocks.ts';
import type { SlackClock } from './clock.ts';

/** The way by which a message came to be as it is. */
export type Via = 'chat' | 'ephemeral' | 'response_url' | 'ack' | 'file' | 'person' | 'other_bot';

/** A message at one moment: when posted, after each update, and when deleted. */
export type PostedMessage = {
  change: 'posted' | 'updated' | 'deleted';
  channel: string;
  ts: string;
  threadTs: string | undefined;
  author: string;
  text: string;
  blocks: Part[];
  /** Everyone in the channel, or the one person who sees an ephemeral message. */
  visibleTo: 'everyone' | { user: string };
  via: Via;
  /** The response_url that brought it, which ties it to one command or click. */
  responseUrl: string | undefined;
  /** The ids of files attached to it. */
  files: string[];
  /** Everything as the bot sent it: unfurl_links, metadata, mrkdwn and so on. */
  sent: SentArguments;
  /** When it appeared, on the scale of performance.now(). */
  at: number;
};

/** Arguments of a posting call which change how the message is shown, found or linked. */
export type SentArguments = {
  unfurl_links?: unknown;
  unfurl_media?: unknown;
  mrkdwn?: unknown;
  parse?: unknown;
  link_names?: unknown;
  markdown_text?: unknown;
  metadata?: unknown;
  reply_broadcast?: unknown;
  username?: unknown;
  attachments?: unknown;
  initial_comment?: unknown;
};

type Draft = Omit<PostedMessage, 'change' | 'ts' | 'at'>;

/** All messages of the workspace, and all that ever happened to them. */
export type MessageBoard = {
  /** Every appearance in order, also of messages changed or deleted since. */
  readonly history: PostedMessage[];
  post(draft: Draft): PostedMessage;
  update(message: PostedMessage, change: Partial<Draft>): PostedMessage;
  remove(message: PostedMessage, change?: Partial<Draft>): PostedMessage;
  find(channel: string, ts: string): PostedMessage | undefined;
  /** What a channel shows now, oldest first. */
  inChannel(channel: string): PostedMessage[];
  /** Tells of every appearance from now on. */
  watch(onAppearance: (message: PostedMessage) => void): void;
};

export function createMessageBoard(clock: SlackClock): MessageBoard {
  const history: PostedMessage[] = [];
  const current = new Map<string, PostedMessage>();
  const watchers: ((message: PostedMessage) => void)[] = [];
  const keyOf = (message: { channel: string; ts: string }) => `${message.channel} ${message.ts}`;
  const record = (message: PostedMessage) => {
    history.push(message);
    if (message.change === 'deleted') current.delete(keyOf(message));
    else current.set(keyOf(message), message);
    for (const tell of watchers) tell(message);
    return message;
  };
  return {
    history,
    post: (draft) => record({ ...draft, change: 'posted', ts: clock.nextTs(), at: performance.now() }),
    update: (message, change) => record({ ...message, ...change, change: 'updated', at: performance.now() }),
    remove: (message, change = {}) => record({ ...message, ...change, change: 'deleted', at: performance.now() }),
    find: (channel, ts) => current.get(keyOf({ channel, ts })),
    inChannel: (channel) => [...current.values()].filter((message) => message.channel === channel),
    watch: (onAppearance) => void watchers.push(onAppearance),
  };
}
