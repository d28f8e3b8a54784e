import { parseArgs } from 'node:util';
import type { ExitCode } from './exit.ts';

/** A command of the command line: what stands behind its name, what help says about it, and what it does. */
export type Command = {
  name: string;
  /** Its arguments as help writes them: `OLD [NEW]`, `[QUESTION...]`. How many it takes is read from this. */
  takes: string;
  /** Its flags, each with what it does. */
  flags?: Readonly<Record<string, string>>;
  /** One line for the list of commands. */
  does: string;
  /** Further lines for its own help. */
  more?: string;
  /** Whether it runs although .env is faulty, to tell so among other things. */
  looksAtFaultyEnvironment?: true;
  /** Heavy modules are imported in here, so that no other command pays for them. */
  run(given: Given): Promise<ExitCode>;
};

/** What stands behind the name of a command, checked against what it takes. */
export type Given = {
  arguments: string[];
  flags: ReadonlySet<string>;
  /** What is wrong with .env; nothing unless the command looks at that itself. */
  environmentProblems: readonly string[];
};

/** The command line is not understood; the message says what to write. */
export class WrongUsage extends Error {
  override readonly name = 'WrongUsage';
}

/** Reads what was typed behind a command's name; throws WrongUsage for an unknown flag and for arguments too few or too many. */
export function readArguments(
  { takes, flags = {} }: Command,
  typed: readonly string[],
): Pick<Given, 'arguments' | 'flags'> {
  const options = Object.fromEntries(Object.keys(flags).map((flag) => [flag, { type: 'boolean' as const }]));
  const { values, positionals } = parsed(typed, options);
  const { least, most } = countOf(takes);
  if (positionals.length < least) throw new WrongUsage(`${takes.split(' ')[positionals.length]} is missing`);
  if (positionals.length > most)
    throw new WrongUsage(
      most === 0
        ? 'it takes no argument'
        : `it takes at most ${most} argument${most === 1 ? '' : 's'}, and got ${positionals.length}`,
    );
  return { arguments: positionals, flags: new Set(Object.keys(values)) };
}

function parsed(args: readonly string[], options: Record<string, { type: 'boolean' }>) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    if (!(error instanceof Error) || !(error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS')) throw error;
    // Node explains at length how a flag can be meant as an argument: the first sentence is enough.
    throw new WrongUsage(error.message.split('. ')[0]);
  }
}

function countOf(takes: string): { least: number; most: number } {
  const words = takes.split(' ').filter(Boolean);
  return {
    least: words.filter((word) => !word.startsWith('[')).length,
    most: takes.includes('...') ? Number.POSITIVE_INFINITY : words.length,
  };
}
