import type { Client } from 'discord.js';
import { delayOf, type Pace } from '../../../core/pace.ts';
import type { Log } from '../../shared/adapter.ts';
import { pause } from '../../shared/pause.ts';
import { described, isTemporary } from '../transport/failure.ts';
import { hasFirst, type Shards } from '../transport/shards.ts';
import { applicationCommands } from './commands.ts';
import { register, registered } from './registration.ts';

/** The ids that Discord gave the bot's commands, by name; none until it has told them. */
export type CommandIds = {
  known(): ReadonlyMap<string, string>;
  /** Brings the commands into force, which gives them their ids; where that fails for now it is tried on, and not waited for. */
  learn(client: Client<true>, signal: AbortSignal): Promise<void>;
};

export type CommandIdsOptions = { shards: Shards | undefined; log: Log; retry: Pace };

export function createCommandIds({ shards, log, retry }: CommandIdsOptions): CommandIds {
  let known: ReadonlyMap<string, string> = new Map();

  /** Tells whether the commands are in force, or can never be: whether another try is useless. */
  const learnOnce = async ({ rest, application }: Client<true>): Promise<boolean> => {
    try {
      // One process writes them; the others learn the ids that Discord gave them, which stay.
      const { ids, changed } = hasFirst(shards)
        ? await register(rest, application.id, applicationCommands())
        : { ids: await registered(rest, application.id), changed: false };
      known = ids;
      if (changed) log.info('discord commands registered');
      return ids.size > 0;
    } catch (error) {
      log.warn('discord commands could not be registered', described(error));
      return !isTemporary(error);
    }
  };
  const learnOn = async (client: Client<true>, signal: AbortSignal): Promise<void> => {
    for (let attempt = 0; !signal.aborted; attempt++) {
      await pause(delayOf(retry, attempt), signal);
      if (signal.aborted || (await learnOnce(client))) return;
    }
  };

  return {
    known: () => known,
    async learn(client, signal) {
      if (!(await learnOnce(client))) void learnOn(client, signal);
    },
  };
}
