import { LRUCache } from 'lru-cache';
import type { Log } from '../adapter.ts';
import type { Installation, Installations } from '../installations.ts';
import type { Workspaces } from './workspaces.ts';

/** How long an installation is known before the store is asked again: another copy of the bot may have changed it. */
const KNOWN_MS = 60_000;
const MOST_KNOWN = 10_000;

export type ManyWorkspaces = Workspaces & {
  /** The app was installed, or installed anew. */
  installed(me: Installation): Promise<void>;
};

/** Every workspace that installed the app, with a token of its own; the end of one is not the end of another. */
export function manyWorkspaces({ installations, log }: { installations: Installations; log: Log }): ManyWorkspaces {
  const known = new LRUCache<string, { me: Installation; readAt: number }>({ max: MOST_KNOWN });
  const learn = (me: Installation) => known.set(me.team, { me, readAt: performance.now() });

  const read = async (team: string): Promise<Installation | undefined> => {
    const me = await installations.of(team);
    if (me) learn(me);
    else known.delete(team);
    return me;
  };
  const remove = async (team: string) => {
    known.delete(team);
    await installations.remove(team);
    log.info('slack workspace removed', { workspace: team });
  };
  /** Installing anew may have brought another token in the meantime. */
  const removeDead = async ({ team, token }: Installation) => {
    known.delete(team);
    const present = await installations.of(team);
    if (present?.token === token) await remove(team);
  };

  return {
    open: async (signal) => !signal.aborted,
    async of(team) {
      const entry = known.get(team);
      if (entry && performance.now() - entry.readAt < KNOWN_MS) return entry.me;
      try {
        return await read(team);
      } catch (error) {
        log.error('slack installation cannot be read', { workspace: team, error: asError(error) });
        // While the store does not answer, what is known goes on.
        if (entry) return entry.me;
        throw error;
      }
    },
    async installedSince(team, moment) {
      const at = await installations.installedAt(team);
      return at !== undefined && at > moment;
    },
    lost(me, refusal) {
      log.warn('slack workspace lost', { workspace: me.team, code: refusal });
      removeDead(me).catch((error: unknown) =>
        // The next call with the dead token comes back here.
        log.error('slack installation cannot be read', { workspace: me.team, error: asError(error) }),
      );
    },
    removed: remove,
    revoked: remove,
    async installed(me) {
      await installations.save(me);
      learn(me);
      log.info('slack workspace installed', { workspace: me.team });
    },
  };
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
