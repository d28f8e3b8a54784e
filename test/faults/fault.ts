import type { Stage, World } from './stage.ts';

/** One way in which a bad day goes wrong, as data: what happens, and what it may cost. */
export type Fault = {
  /** A few words, the first cell of its row in the table. */
  name: string;
  /** What the bot does about it. */
  bot: string;
  /** How the world differs in which it happens. */
  world?: Partial<World>;
  /** From the beginning of the fault to its end. */
  happen(stage: Stage): Promise<void>;
  /** What cannot be helped; everything else must be nothing. */
  cost?: Cost;
};

/** Bounds of what a fault may cost; each is said in the table. */
export type Cost = {
  /** Questions that were acknowledged and not answered when the process was killed: no platform tells of them again. */
  beingAnswered?: true;
  /** Answers that Slack had accepted and not confirmed when the process was killed: by HTTP it sends their events again. */
  unconfirmedTwice?: true;
  /** Posts that nobody can know to have arrived are not sent again; the log says so. */
  postsInDoubt?: true;
  /** Posts that the channel itself refuses are not sent; the log says so. */
  postsRefused?: true;
  /** Questions that were not taken, of which whoever asked is told by the platform, or by its showing the bot away. */
  notTaken?: true;
};
