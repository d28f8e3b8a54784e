import type { Installations, Members } from '../../../src/adapters/shared/installations.ts';

/** For bots with one token, which no workspace installs. */
export const NO_INSTALLATIONS: Installations = {
  of: async () => undefined,
  installedAt: async () => undefined,
  save: async () => {},
  remove: async () => {},
};

/** No organisation gave the app to its workspaces. */
export const NO_MEMBERS: Members = {
  membershipOf: async () => undefined,
  of: async () => [],
  join: async () => {},
  leave: async () => {},
};
