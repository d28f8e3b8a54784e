import type { Command, CommandOption } from './payloads.ts';

/** What a user put into a command's options, by their default names. */
export type Filled = Record<string, string | number | boolean>;

/** A command as a user calls it: `ask`, or with its group and subcommand `harbin daily start`. */
export type CallData = {
  id: string;
  type: number;
  name: string;
  options?: CallOption[];
  guild_id?: string;
};

type CallOption = {
  type: number;
  name: string;
  value?: string | number | boolean;
  focused?: boolean;
  options?: CallOption[];
};

const SUBCOMMAND = 1;

/**
 * Builds what Discord's own client would send, and fails where that client would not let a user send it: an unknown
 * command or option, a required one missing, a value out of range. `focused` names the option a user is typing into.
 */
export function callData(commands: readonly Command[], path: string, filled: Filled, focused?: string): CallData {
  const [name = '', ...nested] = path.split(' ');
  const command = commands.find((one) => one.type === 1 && one.name === name);
  if (!command)
    throw new Error(
      `No command /${name} is registered; there are: ${commands.map((one) => one.name).join(', ') || 'none'}.`,
    );
  const options = callOptions(command.options ?? [], nested, filled, focused, `/${path}`);
  return { id: command.id, type: 1, name, ...(options.length > 0 && { options }) };
}

function callOptions(
  known: readonly CommandOption[],
  nested: readonly string[],
  filled: Filled,
  focused: string | undefined,
  path: string,
): CallOption[] {
  const [next, ...rest] = nested;
  if (next !== undefined) {
    const sub = known.find((option) => option.name === next && option.type <= 2);
    if (!sub) throw new Error(`${path} is not registered: there is no "${next}" among ${namesOf(known)}.`);
    return [{ type: sub.type, name: sub.name, options: callOptions(sub.options ?? [], rest, filled, focused, path) }];
  }
  if (known.some(({ type }) => type <= SUBCOMMAND + 1))
    throw new Error(`${path} needs one of its subcommands: ${namesOf(known)}.`);
  for (const name of Object.keys(filled)) {
    if (!known.some((option) => option.name === name))
      throw new Error(`${path} has no option "${name}", but ${namesOf(known)}.`);
  }
  return known.flatMap((option) => {
    const value = filled[option.name];
    if (value === undefined) {
      if (option.required && focused === undefined) throw new Error(`${path} needs the option "${option.name}".`);
      return [];
    }
    if (focused === undefined) refuseUnfit(option, value, path);
    if (focused === option.name && !option.autocomplete)
      throw new Error(`${path} does not autocomplete "${option.name}".`);
    return [{ type: option.type, name: option.name, value, ...(focused === option.name && { focused: true }) }];
  });
}

function refuseUnfit(option: CommandOption, value: string | number | boolean, path: string): void {
  const { name, choices, min_length = 0, max_length = 6000, min_value = -Infinity, max_value = Infinity } = option;
  const size = typeof value === 'number' ? value : String(value).length;
  const [min, max] = typeof value === 'number' ? [min_value, max_value] : [min_length, max_length];
  const isListed = !choices || choices.some((choice) => choice.value === value);
  if (size < min || size > max || !isListed) throw new Error(`${path} does not accept "${value}" for "${name}".`);
}

function namesOf(options: readonly CommandOption[]): string {
  return options.map(({ name }) => name).join(', ') || 'none';
}
