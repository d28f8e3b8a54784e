/** What a workspace, or an organisation for all of its workspaces, granted when it installed the app. */
export type Installation = {
  /** The workspace that the bot is this in; what an organisation installed is kept under the organisation itself. */
  team: string;
  /** The organisation whose token it is, where not the workspace alone installed the app. */
  organisation?: string;
  token: string;
  botId: string;
  botUserId: string;
  /** As people mention and invite the bot. */
  name: string;
  scopes: string[] | undefined;
};

/** The workspaces and organisations that installed the app, one row each. */
export type Installations = {
  /** Undefined where there is none; throws where it cannot be read with the keys that are given. */
  of(home: string): Promise<Installation | undefined>;
  /** When the app was last installed there. */
  installedAt(home: string): Promise<Date | undefined>;
  /** Where the app is installed: the ids of workspaces and organisations. */
  homes(): Promise<string[]>;
  /** Adds it, or puts it in the place of the earlier one. */
  save(installation: Installation): Promise<void>;
  remove(home: string): Promise<void>;
};

/** Which workspaces an organisation gave the app to: a post of a channel has the name of its workspace alone. */
export type Members = {
  membershipOf(team: string): Promise<{ organisation: string; since: Date } | undefined>;
  of(organisation: string): Promise<string[]>;
  /** The workspaces of all organisations. */
  all(): Promise<string[]>;
  join(organisation: string, teams: readonly string[]): Promise<void>;
  leave(team: string): Promise<void>;
};

/** Workspaces that the bot was seen not to be in any more, and since when. */
export type Absences = {
  /** Notes that the bot is not in a workspace now; gives the moment of the first such note since it was there. */
  note(workspace: string, now: Date): Promise<Date>;
  /** The bot is there again, or nothing is kept of the workspace any more. */
  end(workspace: string): Promise<void>;
};

/** Where an installation is kept: by its organisation, or by its workspace. */
export function homeOf({ team, organisation }: Installation): string {
  return organisation ?? team;
}
