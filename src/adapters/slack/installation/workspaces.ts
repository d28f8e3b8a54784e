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
  departures: Departures;
};

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
