/** Exit codes: what a supervisor or a script can tell an ending by. */
export const EXIT = { ok: 0, failed: 1, usage: 2, configuration: 78 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Errors that no restart mends, by their names. */
const FOR_A_PERSON = new Set(['FaultyConfiguration', 'FaultyCatalogue', 'FaultyStore', 'Refused']);

/** The exit code of a command that ended with this error. */
export function exitCodeOf({ name }: Error): ExitCode {
  if (name === 'WrongUsage') return EXIT.usage;
  return FOR_A_PERSON.has(name) ? EXIT.configuration : EXIT.failed;
}
