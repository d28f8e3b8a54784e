import type { Language } from '../../data/languages.ts';
import type { Texts } from '../../data/schema.ts';

/** Where daily posts go: a channel, thread or direct message of one workspace (a Slack team, a Discord server). */
export type Channel = { platform: 'slack' | 'discord'; workspace: string; id: string };

/** The name under which a channel's settings are kept; it begins with its workspace's, so that they can be forgotten with it. */
export function placeOf({ platform, workspace, id }: Channel): string {
  return `${platform}:${workspace}:${id}`;
}

/** The channel that a name of `placeOf` stands for; undefined for other names. */
export function channelIn(place: string): Channel | undefined {
  const [, platform, workspace, id] = /^(slack|discord):([^:]+):([^:]+)$/.exec(place) ?? [];
  return workspace && id ? { platform: platform as Channel['platform'], workspace, id } : undefined;
}

/** On which days a post is due; `workdays` are China's, with its holidays and make-up days; numbers are ISO weekdays, Monday 1. */
export type Days = 'all' | 'weekdays' | 'workdays' | number[];

/** When a channel wants its post, in its own local time, and what about. */
export type Schedule = {
  /** Minutes after midnight. */
  minute: number;
  /** An IANA time zone. */
  zone: string;
  days: Days;
  /** One topic of the catalogue, or all. */
  topic?: string;
};

/** A channel's daily post. Turned off it is kept, so that turning it on again repeats nothing. */
export type Subscription = {
  id: string;
  channel: Channel;
  schedule: Schedule;
  /** Who set it up, as the platform names people, and when. */
  setBy: { user: string; at: Date };
  /** The language of whoever set it up, for posts where the channel has chosen none. */
  language: Language;
  state: State;
};

export type State =
  | { kind: 'on' }
  | { kind: 'off' }
  /** `until` is the first local day that gets a post again; without it somebody has to resume. */
  | { kind: 'paused'; by: string; until?: string }
  /** Paused by the bot, after posts failed for days; `code` is the platform's word for the reason. */
  | { kind: 'broken'; remedy: Remedy; code: string };

/**
 * What a person has to do before posts get through again: the channel or the server is gone; it cannot be found, since
 * it is gone, has a new id or no longer has the bot in it; it is archived; the bot has to be invited; it lacks a right in the channel; or the platform refuses the bot itself, or what it posts, which
 * is for whoever runs it.
 */
export const REMEDIES = ['gone', 'lost', 'archived', 'invite', 'permission', 'operator'] as const;

export type Remedy = (typeof REMEDIES)[number];

/** What became of the post of one local day. */
export type Delivery = {
  /** The subscription and the local day: the key of a post, which is sent once. */
  key: string;
  /** The local calendar day, such as 2026-11-25. */
  day: string;
  dueAt: Date;
  /** The figure that is told; undefined for a day that was skipped. */
  figure?: string;
  outcome: Outcome;
};

export type Outcome =
  | { kind: 'waiting' }
  /** `lateMs` is how long after the hour it went out. */
  | { kind: 'sent'; at: Date; lateMs: number; link?: string }
  | { kind: 'skipped'; why: 'late' | 'paused' | 'day' | 'off' | 'nothing-to-tell' }
  /** `wait`: the platform took no post for hours; nobody has to do anything. */
  | { kind: 'failed'; remedy: Remedy | 'wait'; code: string }
  /** It may have arrived, nobody can tell, and it is not sent again. */
  | { kind: 'uncertain'; code: string };

/** From how long after its hour a post is called late, in milliseconds. */
const LATE_MS = 10 * 60_000;

export function isCalledLate(lateMs: number): boolean {
  return lateMs >= LATE_MS;
}

/** Whether somebody may change the daily post of a channel, and whether posts would get through there. */
export type Permit =
  | { kind: 'granted' }
  /** The person may not; `needs` names the right or role that would do. */
  | { kind: 'denied'; needs: Texts }
  /** The bot may not post there; by the names that the platform's settings show. */
  | { kind: 'lacking'; permissions: Texts[] }
  /** The channel is archived, so that nobody may post there. */
  | { kind: 'archived' }
  /** The bot is not in the channel; `invite` is the line to type there. */
  | { kind: 'absent'; invite: string };
