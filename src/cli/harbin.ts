// src/cli: the command line: what all commands of harbin share.
// Imported by: cli.ts, cli/commands.

import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { editDistance } from '../core/matching/distance.ts';
import { type Command, readArguments, WrongUsage } from './command.ts';
import { COMMANDS } from './commands.ts';
import { EXIT, type ExitCode, exitCodeOf } from './exit.ts';
import { help, helpOn, usageOf } from './help.ts';
import { version } from './version.ts';

/** Whatever the program writes is for its own user alone: the database holds who set up what, and may hold tokens. */
const OWN_FILES_ONLY = 0o077;

/** Runs what was typed behind `harbin`, and ends the process with its exit code. */
export async function harbin(typed: readonly string[]): Promise<void> {
  process.umask(OWN_FILES_ONLY);
  if (process.pid === 1) listenForSignals();
  // A reader that closes early (`harbin ask --json | head -1`) is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.ok);
    throw error;
  });
  const code = await run(typed);
  // Idle connections of the platforms' clients would keep the process for a while; what is written must be out first.
  process.stdout.write('', () => process.exit(code));
}

/** The first process of a container ends by no signal that it does not listen for: any other one would. */
function listenForSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      // Whatever else listens ends the process in its own time.
      if (process.listenerCount(signal) === 1) process.exit(128 + constants.signals[signal]);
    });
}

async function run([word = 'start', ...rest]: readonly string[]): Promise<ExitCode> {
  if (['--version', '-v', 'version'].includes(word)) return print(`${version()}\n`);
  if (['--help', '-h', 'help'].includes(word)) return rest[0] === undefined ? print(help()) : run([rest[0], '--help']);
  const command = COMMANDS.find(({ name }) => name === word);
  if (!command) return unknown(word);
  if (rest.some((each) => each === '--help' || each === '-h')) return print(helpOn(command));
  return carryOut(command, rest);
}

async function carryOut(command: Command, typed: readonly string[]): Promise<ExitCode> {
  try {
    const given = readArguments(command, typed);
    const environmentProblems = await readEnvironmentFile();
    if (environmentProblems.length > 0 && !command.looksAtFaultyEnvironment) {
      const { FaultyConfiguration } = await import('../config/faulty-configuration.ts');
      throw new FaultyConfiguration(environmentProblems);
    }
    return await command.run({ ...given, environmentProblems });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const usage = error instanceof WrongUsage ? `\nusage: ${usageOf(command)}` : '';
    const name = command.name === 'start' ? 'harbin' : `harbin ${command.name}`;
    process.stderr.write(`${name}: ${await withoutSecrets(error.message.trimEnd())}${usage}\n`);
    return exitCodeOf(error);
  }
}

/** Reads .env where there is one, and gives back what is wrong with it; its library is loaded only then. */
async function readEnvironmentFile(): Promise<string[]> {
  if (!existsSync('.env')) return [];
  const { loadEnvFile } = await import('../config/env-file.ts');
  return loadEnvFile('.env', process.env);
}

async function withoutSecrets(text: string): Promise<string> {
  const { createScrub } = await import('../adapters/logging/scrub.ts');
  const { secretsIn } = await import('../config/config.ts');
  return createScrub(secretsIn(process.env))(text);
}

/** The most slips in a word that is still taken for the name of a command. */
const MOST_SLIPS = 2;

function unknown(word: string): ExitCode {
  const near = COMMANDS.map(({ name }) => ({ name, slips: editDistance(word, name, MOST_SLIPS) }))
    .filter(({ slips }) => slips <= MOST_SLIPS)
    .sort((a, b) => a.slips - b.slips)[0];
  const meant = near ? ` Did you mean "harbin ${near.name}"?` : '';
  process.stderr.write(`harbin: there is no command "${word}".${meant}\n\n${help()}`);
  return EXIT.usage;
}

function print(text: string): ExitCode {
  process.stdout.write(text);
  return EXIT.ok;
}
