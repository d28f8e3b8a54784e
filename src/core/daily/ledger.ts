import type { Shown } from '../news/readers.ts';
import type { Channel, Outcome, State, Subscription } from './subscription.ts';

/** Posts that are written down; whoever writes here first does the work, and nobody does it twice. */
export type Queue<Post extends Leased> = {
  /** Takes posts that may be tried now, each for this owner alone until the lease ends. */
  claim(wanted: Wanted): Promise<Post[]>;
  /** Writes down what became of a try; false where somebody else has taken the post since, or it is gone. */
  settle(claimed: Post, settlement: Settlement): Promise<boolean>;
  /** Ends posts due before a moment that nobody has taken up, and drops what is too old to matter. */
  tidy(now: Date, dueBefore: Date): Promise<Ended[]>;
};

/** What is written down about the posts of every day. */
export type Ledger = Queue<Claimed> & {
  /** Plans the posts of at most so many subscriptions whose hour has come, in one step; tells how many there were. */
  prepare(now: Date, most: number, plan: (due: DueSubscription) => Plan): Promise<number>;
};

export type DueSubscription = {
  subscription: Subscription;
  due: Date;
  /** The last local day that is written down. */
  lastDay: string | undefined;
  /** Why no posts were due lately, where somebody had stopped them. */
  away: 'off' | 'paused' | undefined;
  rotation: Rotation;
};

/** Where a channel stands in its round through the figures. */
export type Rotation = {
  cycle: number;
  /** The figures of this round. */
  shown: readonly string[];
  last: string | undefined;
};

export type Plan = {
  days: PlannedDay[];
  /** When the next post is due. */
  next: Date | undefined;
  state: State;
};

/** A local day as it is written down first: a figure to post, or why there is none. */
export type PlannedDay = { day: string; dueAt: Date } & (
  | { figure: string; cycle: number }
  | { skipped: Extract<Outcome, { kind: 'skipped' }>['why'] }
);

/** Posts of one platform, as many as can be sent now; `except` are those still under way. */
export type Wanted = {
  platform: Channel['platform'];
  owner: string;
  most: number;
  leaseMs: number;
  except: readonly string[];
};

/** A daily post that its owner alone may try now. */
export type Claimed = Leased & { subscription: Subscription; day: string; figure: string };

/** What is known of a post that its owner alone may try now. */
export type Leased = {
  key: string;
  /** Whom it goes to, under the name that the log has. */
  subscription: Pick<Subscription, 'id' | 'channel' | 'setBy' | 'state'>;
  dueAt: Date;
  owner: string;
  /** How often it was claimed, this time included. */
  attempts: number;
  /** Looks at the channel that told nothing. */
  looks: number;
  /** An earlier try may have got through. */
  isDoubtful: boolean;
  firstTriedAt: Date;
  /** Days of refused posts up to now. */
  failedDays: number;
  /** The last trouble. */
  code: string | undefined;
};

export type Settlement =
  /** To be tried again after a while. */
  | { kind: 'again'; afterMs: number; isDoubtful: boolean; looks: number; code: string }
  /** `shown` is what its message shows to everybody. */
  | { kind: 'done'; outcome: Settled; id?: string; shown?: Shown; failedDays: number; state: State };

export type Settled = Exclude<Outcome, { kind: 'waiting' }>;

/** A post that was ended without a further try. */
export type Ended = { platform: Channel['platform']; subscription: string; outcome: Settled };
