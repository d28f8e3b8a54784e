// src/cli/commands: the commands of harbin, one file each.
// Imported by: cli.

import { VARIABLE_NAMES } from '../../config/names.ts';
import type { Command } from '../command.ts';
import { EXIT, type ExitCode } from '../exit.ts';

export const start: Command = {
  name: 'start',
  takes: '',
  flags: { 'dry-run': 'print which messages would be corrected and who would be told, and stop' },
  does: 'serve Slack and Discord where their tokens are set; otherwise chat in the terminal',
  more: `Tokens and all other settings come from the environment or from .env, see .env.example. With no token set it
opens a chat in the terminal, or answers the questions that it reads from standard input, one a line.`,
  async run({ flags }) {
    if (flags.has('dry-run')) return tellPlanned();
    if (!(await servesPlatforms())) return talk();
    const { runPlatforms } = await import('../../app/main.ts');
    const { version } = await import('../version.ts');
    await runPlatforms(process.env, version());
    return EXIT.ok;
  },
};

/** Throws FaultyConfiguration also where a faulty setting has nothing to do with platforms. */
async function servesPlatforms(): Promise<boolean> {
  // Without a setting there is nothing to check, and the library that checks is slow to load.
  if (!VARIABLE_NAMES.some((name) => process.env[name]?.trim())) return false;
  const { readConfig } = await import('../../config/config.ts');
  const { slack, discord } = readConfig(process.env);
  return slack !== undefined || discord !== undefined;
}

async function tellPlanned(): Promise<ExitCode> {
  const { plannedNews } = await import('../../app/dry-run.ts');
  const lines = await plannedNews(process.env);
  process.stdout.write(lines.length > 0 ? `${lines.join('\n')}\n` : 'nothing to correct\n');
  return EXIT.ok;
}

async function talk(): Promise<ExitCode> {
  const { unreadNames } = await import('../../config/look-alikes.ts');
  const unread = unreadNames(process.env).map((problem) => `harbin: ${problem}\n`);
  process.stderr.write(unread.join(''));
  const { drawingFor, openTerminalBot } = await import('../terminal-bot.ts');
  const { chat } = await import('../../adapters/terminal/chat.ts');
  const bot = await openTerminalBot();
  const { asked, endedBy } = await chat(bot, {
    input: process.stdin,
    output: process.stdout,
    colour: drawingFor(process.stdout).colour,
  });
  if (process.stdin.isTTY || asked > 0 || endedBy !== 'input') return EXIT.ok;
  process.stderr.write(NOTHING_TO_DO);
  return EXIT.configuration;
}

/** What a service without tokens says before it ends: starting it again would not help. */
const NOTHING_TO_DO =
  'harbin: no platform is set up, and standard input held no question. To serve Slack or Discord set their tokens (see .env.example); harbin doctor looks at them.\n';
