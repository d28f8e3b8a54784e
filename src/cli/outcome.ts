import { EXIT, type ExitCode } from './exit.ts';

/** What came of a command, as a person reads it. */
export type Outcome = { done: boolean; says: string };

/** Prints an outcome under the command's name, where it belongs, and gives its exit code. */
export function report(name: string, { done, says }: Outcome): ExitCode {
  (done ? process.stdout : process.stderr).write(`harbin ${name}: ${says}\n`);
  return done ? EXIT.ok : EXIT.failed;
}
