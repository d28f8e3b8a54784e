import type { Command } from './command.ts';
import { COMMANDS } from './commands.ts';

/** What `harbin --help` prints. */
export function help(): string {
  const rows = COMMANDS.map((command) => [usageOf(command), command.does] as const);
  return `harbin - figures of a city, each with its source, date and caveat

${table(rows)}
harbin COMMAND --help says more about one of them; harbin --version prints the version.
Without a command, harbin does what harbin start does.

Environment, also read from .env: see .env.example. DATA_DIR (another catalogue folder), NO_COLOR.
`;
}

/** What `harbin COMMAND --help` prints. */
export function helpOn(command: Command): string {
  const flags = Object.entries(command.flags ?? {}).map(([flag, does]) => [`--${flag}`, does] as const);
  const sections = [
    `usage: ${usageOf(command)}\n`,
    `${command.does}\n`,
    ...(command.more ? [`${command.more}\n`] : []),
    ...(flags.length > 0 ? [table(flags)] : []),
  ];
  return sections.join('\n');
}

/** A command as it is typed: `harbin backup [--force] [FILE]`. */
export function usageOf({ name, takes, flags = {} }: Command): string {
  return ['harbin', name, ...Object.keys(flags).map((flag) => `[--${flag}]`), takes].filter(Boolean).join(' ');
}

function table(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}\n`).join('');
}
