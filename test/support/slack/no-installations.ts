import type { Absences, Installations, Members } from '../../../src/adapters/shared/installations.ts';

/** For bots with one token, which no workspace installs. */
export const NO_INSTALLATIONS: Installations = {
  of: async () => undefined,
  installedAt: async () => undefined,
  homes: async () => [],
  save: async () => {},
  remove: async () => {},
};

/** No organisation gave the app to its workspaces. */
export const NO_MEMBERS: Members = {
  membershipOf: async () => undefined,
  of: async () => [],
  all: async () => [],
  join: async () => {},
  leave: async () => {},
};

/** Every workspace seems to be gone since just now. */
export const NO_ABSENCES: Absences = {
  note: async (_, now) => now,
  end: async () => {},
};
