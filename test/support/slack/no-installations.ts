import type { Installations } from '../../../src/adapters/installations.ts';

/** For bots with one token, which no workspace installs. */
export const NO_INSTALLATIONS: Installations = {
  of: async () => undefined,
  installedAt: async () => undefined,
  save: async () => {},
  remove: async () => {},
};
