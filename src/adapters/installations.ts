/** What a workspace granted when it installed the app. */
export type Installation = {
  /** The workspace that the token is for. */
  team: string;
  token: string;
  botId: string;
  botUserId: string;
  /** As people mention and invite the bot. */
  name: string;
  scopes: string[] | undefined;
};

/** The workspaces that installed the app, one row each. */
export type Installations = {
  /** Undefined where there is none; throws where it cannot be read with the keys that are given. */
  of(team: string): Promise<Installation | undefined>;
  /** When the app was last installed there. */
  installedAt(team: string): Promise<Date | undefined>;
  /** Adds it, or puts it in the place of the workspace's earlier one. */
  save(installation: Installation): Promise<void>;
  remove(team: string): Promise<void>;
};
