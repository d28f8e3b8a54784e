import { isDeepStrictEqual } from 'node:util';
import { type APIApplicationCommand, type REST, type RESTPutAPIApplicationCommandsJSONBody, Routes } from 'discord.js';

/** The commands that are in force, by name, and whether they had to be written. */
export type Registration = { ids: ReadonlyMap<string, string>; changed: boolean };

/** Registers the commands everywhere, and only if Discord has others: an overwrite clears every client's cache of them. */
export async function register(
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
export async function registered(rest: REST, applicationId: string): Promise<ReadonlyMap<string, string>> {
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

/** What Discord adds to a command, or decides itself. */
const ADDED = new Set([
  'id',
  'application_id',
  'version',
  'guild_id',
  'dm_permission',
  'default_permission',
  'handler',
]);
/** Orders that have no meaning and may come back differently. */
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
