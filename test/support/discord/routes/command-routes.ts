import { isDeepStrictEqual } from 'node:util';
import { refusal } from '../api-error.ts';
import { checkCommands } from '../check-commands.ts';
import { LIMITS } from '../limits.ts';
import type { Command, CommandBody, CommandOption } from '../payloads.ts';
import { type ApiRequest, ok, type Route } from '../route.ts';
import type { World } from '../world.ts';

const GLOBAL = 'global';

/** How a bot registers its commands, for all servers or for one. */
export function commandRoutes(world: World): Route[] {
  let created = 0;

  const replace = (scope: string, bodies: readonly CommandBody[]): Command[] => {
    checkCommands(bodies);
    const before = world.commands.get(scope) ?? [];
    const after = bodies.map((body) => {
      const known = before.find(({ name, type }) => name === body.name && type === (body.type ?? 1));
      if (!known) created += 1;
      // An unchanged command keeps its version, as its id is kept by its name.
      const same = known && completed(world, body, known.id, known.version);
      return same && isDeepStrictEqual(same, known)
        ? known
        : completed(world, body, known?.id ?? world.newId(), world.newId());
    });
    if (created > LIMITS.commandCreationsPerDay) throw refusal.tooManyCommandCreations();
    world.commands.set(scope, after);
    return after;
  };
  const scopeOf = (request: ApiRequest): string => {
    if (request.param('application') !== world.applicationId) throw refusal.missingAccess();
    const guild = request.param('guild');
    if (guild && !world.guilds.get(guild)?.members.has(world.bot.id)) throw refusal.missingAccess();
    return guild || GLOBAL;
  };
  const list = (request: ApiRequest) => {
    const commands = world.commands.get(scopeOf(request)) ?? [];
    return ok(request.query.get('with_localizations') === 'true' ? commands : commands.map(withoutLocalizations));
  };
  const overwrite = (request: ApiRequest) => ok(replace(scopeOf(request), (request.body ?? []) as CommandBody[]));

  return [
    { name: 'GET /applications/:application/commands', auth: 'bot', answer: list },
    { name: 'PUT /applications/:application/commands', auth: 'bot', answer: overwrite },
    { name: 'GET /applications/:application/guilds/:guild/commands', auth: 'bot', answer: list },
    { name: 'PUT /applications/:application/guilds/:guild/commands', auth: 'bot', answer: overwrite },
    {
      name: 'GET /applications/:application/commands/:command',
      auth: 'bot',
      answer(request) {
        const command = world.commands.get(scopeOf(request))?.find(({ id }) => id === request.param('command'));
        if (!command) throw refusal.unknownCommand();
        return ok(command);
      },
    },
  ];
}

/** The commands that a user finds in a server. */
export function commandsFor(world: World, guildId: string | undefined): readonly Command[] {
  return [...(world.commands.get(GLOBAL) ?? []), ...((guildId && world.commands.get(guildId)) || [])];
}

function completed(world: World, body: CommandBody, id: string, version: string): Command {
  const { options, description_localizations, name_localizations } = body;
  return {
    id,
    application_id: world.applicationId,
    version,
    type: body.type ?? 1,
    name: body.name,
    name_localizations: name_localizations ?? null,
    description: body.description ?? '',
    description_localizations: description_localizations ?? null,
    default_member_permissions: body.default_member_permissions ?? null,
    integration_types: body.integration_types ?? [0],
    contexts: body.contexts ?? null,
    nsfw: body.nsfw ?? false,
    ...(options && options.length > 0 && { options: options.map(compact) }),
  };
}

/** An option as Discord hands it back: what is false or empty is left out. */
function compact(option: CommandOption): CommandOption {
  const { options, ...rest } = option;
  const kept = Object.entries(rest).filter(([, value]) => value !== undefined && value !== null && value !== false);
  return { ...(Object.fromEntries(kept) as typeof rest), ...(options?.length && { options: options.map(compact) }) };
}

function withoutLocalizations(command: Command): object {
  const { name_localizations, description_localizations, options, ...rest } = command;
  const bare = (option: CommandOption): object => {
    const { name_localizations: _, description_localizations: __, options: inner, choices, ...kept } = option;
    return {
      ...kept,
      ...(inner && { options: inner.map(bare) }),
      ...(choices && { choices: choices.map(({ name, value }) => ({ name, value })) }),
    };
  };
  return { ...rest, ...(options && { options: options.map(bare) }) };
}
