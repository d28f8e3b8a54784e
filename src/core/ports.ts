import type { Language, Texts } from '../data/schema.ts';
import type { Dialogue } from './conversation/dialogue.ts';
import type { Channel, Delivery, Permit, Remedy, Subscription } from './daily/subscription.ts';
import type { Chart } from './messages/chart.ts';
import type { Message } from './messages/message.ts';
import type { Showing, Shown, Watch } from './news/readers.ts';

/** The present moment; handed in, so that the core has no clock of its own. */
export type Clock = () => Date;

/** The language that people chose for a place: a channel, a direct message. */
export type LanguageSettings = {
  of(place: string): Promise<Language | undefined>;
  set(place: string, language: Language | 'auto'): Promise<void>;
};

/** Which figures each conversation was about lately, and of which time and places, so that follow-ups are understood; never fails. */
export type Memory = {
  recall(conversation: string): Promise<Remembered>;
  remember(conversation: string, remembered: Remembered): Promise<void>;
};

/** The state of a conversation: ids and dates, and nothing that anybody wrote. */
export type Remembered = Dialogue;

/** The daily posts that channels have set up. */
export type Subscriptions = {
  of(channel: Channel): Promise<Subscription | undefined>;
  /**
   * Adds it or puts it in the place of the channel's earlier one; `nextDue` is undefined where nothing is due any more.
   * A local day that already had its post gets no second one, whatever `nextDue` says.
   */
  save(subscription: Subscription, nextDue: Date | undefined): Promise<void>;
  /** The last deliveries of a channel, the latest first. */
  history(channel: Channel, most: number): Promise<Delivery[]>;
  /** The channels of a workspace whose daily post a person has set up, by their ids. */
  setUpBy(workspace: { platform: Channel['platform']; workspace: string }, user: string): Promise<Channel[]>;
  /** The channels of a platform of which anything is kept: a daily post, a language. */
  kept(platform: Channel['platform']): Promise<Channel[]>;
  /** Removes everything that is kept about a workspace, or about one channel of it. */
  forget(where: { platform: Channel['platform']; workspace: string; channel?: string }): Promise<void>;
};

/** Where the bot has introduced itself. */
export type Introductions = {
  /** Notes that it does so in a channel now; false where it has before. */
  first(channel: Channel): Promise<boolean>;
};

/** Somebody who looks after the daily post of a channel, as the platform knows them; its functions are asked only when needed. */
export type Keeper = {
  channel: Channel;
  /** The person as the platform names people, such as U012AB3CD. */
  user: string;
  /** By which right the person may change it, for the channel to know; left out where nobody else reads it. */
  right?: Texts;
  /** The person's own time zone, where the platform knows it. */
  zone(): Promise<string | undefined>;
  /** Whether this person may change the daily post of the channel, and whether posts would get through there. */
  permit(): Promise<Permit>;
};

/** Who was shown which values, and who watches which figures. */
export type Readers = {
  /** Notes what a message of the bot shows to everybody in a channel, in the place of what it showed before. */
  remember(channel: Channel, message: string, shown: Shown): Promise<void>;
  /** What a channel was shown in the last so many days that are remembered, the oldest first. */
  shownIn(channel: Channel): Promise<Showing[]>;
  /** The figures that a channel watches, as they were added. */
  watchedIn(channel: Channel): Promise<Watch[]>;
  /** The figures that a person has set to be watched in a workspace, each once. */
  watchedBy(workspace: { platform: Channel['platform']; workspace: string }, user: string): Promise<string[]>;
  /** Adds a figure, or leaves it as it is where it is watched. */
  watch(watch: Watch): Promise<void>;
  /** Ends watching one figure, or all. */
  unwatch(channel: Channel, figure?: string): Promise<void>;
};

/** Notes what everybody in a channel reads in a message of the bot; never fails, since nobody waits for it. */
export type RememberShown = (channel: Channel, id: string, message: Message) => Promise<void>;

/** The code of a refusal where a message is there and cannot be changed any more. */
export const UNEDITABLE = 'uneditable';

/** A post on its way to a channel; its key is the same however often it is tried. `setBy` names who set it up, as the platform names people. */
export type Post = {
  key: string;
  channel: Channel;
  setBy: string;
  message: Message;
  firstTriedAt: Date;
  /** The id of the bot's message that it takes the place of. */
  edits?: string;
  /** The id of the message that it belongs under. */
  under?: string;
};

/** What became of one try to post. */
export type Sent =
  | { kind: 'sent'; id: string; link?: string }
  /** Nothing was posted; the platform wants to be left alone for a while, in this channel. */
  | { kind: 'limited'; waitMs: number }
  /** Nothing was posted, and another try may succeed. */
  | { kind: 'unsent'; code: string }
  /** It may have been posted. */
  | { kind: 'uncertain'; code: string }
  /** Nothing was posted, and nothing will be before somebody has done something. */
  | { kind: 'refused'; remedy: Remedy; code: string };

/** What a look at the channel says about a post whose outcome is uncertain; after `absent` it may be sent again. */
export type Found =
  | { kind: 'there'; id: string; link?: string }
  | { kind: 'absent' }
  | { kind: 'unknown'; code: string };

/** Words daily posts, and what whoever set one up is told about it. */
export type DailyWriter = {
  /** `day` is the local day of the post, such as 2026-11-25. */
  post(fact: { figure: string; subscription: Subscription; language: Language; day: string; isLate: boolean }): Message;
  /** For whoever set it up, in their language; the subscription's state is `broken`. */
  broken(subscription: Subscription): Message;
};

/** A platform's way to post where nobody has just asked. It keeps to the platform's pace by itself. */
export type Messenger = {
  send(post: Post, signal: AbortSignal): Promise<Sent>;
  find(post: Post, signal: AbortSignal): Promise<Found>;
  /** Tells one person something in private; tells whether it got through. */
  tell(person: { workspace: string; user: string }, message: Message): Promise<boolean>;
};

/** A word that the bot had nothing on, and the figure that it offered instead; never the question it stood in. */
export type Miss = { word: string; language: Language; near?: string };

/** How often a word was missed, lately. */
export type CountedMiss = Miss & { count: number };

/** The words that people used and the bot had nothing on, counted for a while. */
export type Misses = {
  count(misses: readonly Miss[]): Promise<void>;
  /** The most frequent first. */
  list(): Promise<CountedMiss[]>;
};

/** Draws charts as PNG pictures, out of the way of whoever waits for an answer. */
export type Painter = {
  /** The same chart gives the same picture; undefined where there is none, or none in time: the numbers stand in the text too. */
  paint(chart: Chart, language: Language): Promise<Uint8Array | undefined>;
};
