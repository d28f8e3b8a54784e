import type { Installation } from '../installations.ts';

/** The workspaces that the bot works in. */
export type Workspaces = {
  /** Resolves once it is known who the bot is, as far as that is one question; false when stopped before. */
  open(signal: AbortSignal): Promise<boolean>;
  /** Who the bot is in a workspace; undefined where the app is not installed. */
  of(team: string): Promise<Installation | undefined>;
  /** Whether the app was installed there after a moment: Slack repeats for an hour what it could not tell. */
  installedSince(team: string, moment: Date): Promise<boolean>;
  /** Slack refuses the token that was used there. */
  lost(me: Installation, refusal: string): void;
  /** The app was removed from a workspace. */
  removed(team: string): Promise<void>;
  /** The bot's tokens of a workspace were taken back. */
  revoked(team: string): Promise<void>;
};
