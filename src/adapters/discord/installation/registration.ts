// src/adapters/discord/installation: the application and its servers: commands, permissions, departures, and the checks of harbin doctor.
// Imported by: adapters/discord, cli/doctor.

import { isDeepStrictEqual } from 'node:util';
import {
  type APIApplicationCommand,
  type Client,
  type REST,
  type RESTPutAPIApplicationCommandsJSONBody,
  Routes,
} from 'discord.js';
import { delayOf, type Pace } from '../../../core/daily/pace.ts';
import { pause } from '../../shared/pause.ts';
import type { Log } from '../../shared/posting-adapter.ts';
import { hasFirst, type Shards } from '../transport/client.ts';
import { described, isTemporary } from '../transport/failure.ts';
import { applicationCommands } from './command-definitions.ts';
import { ROOT } from './command-names.ts';

/** The ids that Discord gave the bot's commands, by name; none until it has told them. */
export type CommandIds = {
  known(): ReadonlyMap<string, string>;
  /** Registers the commands, which gives them their ids. After a temporary failure it goes on trying in the background. */
  learn(client: Client<true>, signal: AbortSignal): Promise<void>;
};

export type CommandIdsOptions = { shards: Shards | undefined; log: Log; retry: Pace };

export function createCommandIds({ shards, log, retry }: CommandIdsOptions): CommandIds {
  let known: ReadonlyMap<string, string> = new Map();

  /** Tries once. Returns whether another try is useless: the commands are registered, or never can be. */
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

/** The ids of the registered commands by name, and whether they had to be written. */
type Registration = { ids: ReadonlyMap<string, string>; changed: boolean };

/** Registers the commands everywhere, and only if Discord has others: an overwrite clears every client's cache of them. */
async function register(
  rest: REST,
  applicationId: string,
  wanted: RESTPutAPIApplicationCommandsJSONBody,
): Promise<Registration> {
  const route = Routes.applicationCommands(applicationId);
  const query = new URLSearchParams({ with_localizations: 'true' });
  const held = (await rest.get(route, { query })) as APIApplicationCommand[];
  if (areInForce(held, wanted)) return { ids: idsOf(held), changed: false };
  return { ids: idsOf((await rest.put(route, { body: wanted })) as APIApplicationCommand[]), changed: true };
}

/** The ids of the commands that another process registers, by name. */
async function registered(rest: REST, applicationId: string): Promise<ReadonlyMap<string, string>> {
  return idsOf((await rest.get(Routes.applicationCommands(applicationId))) as APIApplicationCommand[]);
}

/** Whether Discord has just these commands. */
export function areInForce(
  held: readonly APIApplicationCommand[],
  wanted: RESTPutAPIApplicationCommandsJSONBody,
): boolean {
  return isDeepStrictEqual(byName(held), byName(wanted));
}

function idsOf(commands: readonly APIApplicationCommand[]): Map<string, string> {
  return new Map(commands.map(({ name, id }) => [name, id]));
}

function byName(commands: readonly object[]): unknown[] {
  return commands.map(essence).sort((a, b) => String(a['name']).localeCompare(String(b['name'])));
}

/** Properties that Discord adds to a command. */
const ADDED = new Set([
  'id',
  'application_id',
  'version',
  'guild_id',
  'dm_permission',
  'default_permission',
  'handler',
]);
/** Lists whose order has no meaning and may change. */
const SETS = new Set(['integration_types', 'contexts']);

/** A command without what Discord adds, and without the many ways to say nothing: null, false, an empty list or text. */
function essence(command: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(command)
      .filter(([key, value]) => !ADDED.has(key) && !isNothing(value))
      .map(([key, value]) => [key, SETS.has(key) ? [...(value as number[])].sort() : inner(value)]),
  );
}

function inner(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inner);
  return typeof value === 'object' && value !== null ? essence(value) : value;
}

function isNothing(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === false ||
    value === '' ||
    (Array.isArray(value) && value.length === 0)
  );
}

/** A subcommand as a clickable mention; plain text while its id is not known. */
export function commandMention(
  { commandIds }: { commandIds: ReadonlyMap<string, string> },
  subcommand: string,
): string {
  const id = commandIds.get(ROOT);
  return id ? `</${ROOT} ${subcommand}:${id}>` : `/${ROOT} ${subcommand}`;
}
