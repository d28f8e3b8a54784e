import type { Installation } from '../../shared/installations.ts';

/** Where something happened, as far as Slack tells. */
export type Whose = {
  team: string;
  organisation?: string | undefined;
  /** Whether Slack tells of it because the whole organisation installed the app. */
  isOrganisations?: boolean;
};

/** The workspaces that the bot works in. */
export type Workspaces = {
  /** Resolves once it is known who the bot is, as far as that is one question; false when stopped before. */
  open(signal: AbortSignal): Promise<boolean>;
  /** Who the bot is in a workspace; undefined where the app is not installed. */
  of(whose: Whose): Promise<Installation | undefined>;
  /** Slack refuses the token that was used there. */
  lost(me: Installation, refusal: string): void;
  /** Whether the bot is still in a workspace of which something is kept. */
  standing(workspace: string): Promise<Standing>;
  /** Where the app is known to be installed, beside the workspaces that people set something up in. */
  known(): Promise<string[]>;
  /** Keeps nothing about a workspace that the bot is not in any more. */
  clear(workspace: string): Promise<void>;
  departures: Departures;
};

/** `refused`: Slack takes the token of the workspace no more. `absent`: there is none. `unknown`: nobody tells now. */
export type Standing = 'present' | 'refused' | 'absent' | 'unknown';

/** What Slack tells of the end of installations, or of workspaces in one; it repeats for an hour what it could not tell, so each has its moment. */
export type Departures = {
  /** The app was removed: nothing is kept. */
  removed(whose: Whose, at: Date): Promise<void>;
  /** The bot's tokens were taken back: what people set up stays. */
  revoked(whose: Whose, at: Date): Promise<void>;
  /** An organisation that installed the app gave it to some of its workspaces. */
  granted(organisation: string, teams: readonly string[]): Promise<void>;
  /** Or took it from them: nothing is kept about these. */
  withdrawn(teams: readonly string[], at: Date): Promise<void>;
};

/** Nothing is kept about a workspace any more: neither daily posts nor languages. */
export type Forget = (team: string) => Promise<void>;
