import type { Language } from '../../data/languages.ts';
import type { Stated } from '../catalogue/stated.ts';
import type { Agenda } from './agenda.ts';
import type { DailyAsk, Unclear, Wished } from './ask.ts';
import type { Delivery, Permit, Subscription } from './subscription.ts';

/** What came of asking something of a channel's daily post. */
export type DailyOutcome =
  /** Nothing can be posted unasked where the asker is. */
  | { kind: 'elsewhere'; command: string; watches?: true }
  /** Whether what was understood is really to be done, and how the daily post would stand then; `isNew` where the channel has none yet. */
  | { kind: 'confirm'; change: Wished; subscription: Subscription; agenda: Agenda; isNew?: boolean }
  /** A part of what was typed was not understood, or names a day that is over. */
  | { kind: 'unclear'; unclear: Unclear; isOver?: boolean }
  /** The person or the bot may not; `ask` can be asked again. */
  | { kind: 'refused'; permit: Exclude<Permit, { kind: 'granted' }>; ask: DailyAsk }
  /** The channel has no daily post; `watched` are the figures that it watches. */
  | { kind: 'nothing'; watched?: string[] }
  /** Set up, or changed where there was one; `zoneFrom` says where a time zone came from that nobody named. */
  | { kind: 'on'; subscription: Subscription; agenda: Agenda; isNew: boolean; zoneFrom?: 'person' | 'default' }
  /** Whether it is really to be turned off. */
  | { kind: 'ask-off' }
  | { kind: 'off'; wasOff: boolean }
  | { kind: 'paused'; subscription: Subscription; agenda: Agenda }
  | { kind: 'resumed'; subscription: Subscription; agenda: Agenda; wasOn: boolean }
  /** `language` is that of the posts. */
  | {
      kind: 'status';
      subscription: Subscription;
      agenda: Agenda;
      language: Language;
      last?: Delivery;
      watched?: string[];
    }
  /** One of the facts that a post may tell, in the language of the posts. */
  | { kind: 'preview'; stated: Stated; language: Language }
  /** The channel watches a figure, since now or before. */
  | { kind: 'watching'; figure: string; isNew: boolean; watched: string[] }
  /** It watches so many that it may watch no more. */
  | { kind: 'watching-most'; watched: string[] }
  /** Figures that somebody may have meant. */
  | { kind: 'watch-which'; figures: string[] }
  /** Figures that the channel watches no more; none where it watched none of them. */
  | { kind: 'unwatched'; figures: string[]; watched: string[] }
  | { kind: 'watched'; watched: string[] }
  | { kind: 'log'; deliveries: Delivery[]; zone: string };
