#!/usr/bin/env node
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import type { Ran } from './app/ran.ts';
import { VARIABLE_NAMES } from './config/names.ts';
import { createBot } from './core/bot.ts';
import { readCommand } from './core/commands/read-command.ts';
import { createLanguageSettings } from './core/conversation/language-settings.ts';
import { createMemory } from './core/conversation/memory.ts';
import { createMemorySubscriptions } from './core/daily/memory-subscriptions.ts';
import { loadCatalogue } from './data/load.ts';
import { SHIPPED_FOLDER } from './data/shipped.ts';

/** The command line: what each word after `harbin` does. */

const USAGE = `harbin - figures about Harbin's innovation, each with its source, date and caveat

  harbin start                 serve Slack and Discord where their tokens are set; otherwise chat in the
                               terminal, or answer questions from standard input
  harbin ask "how many labs?"  answer one question
  harbin ask --json            answer one question a line from standard input, one JSON object a line
  harbin check-data [folder]   check the catalogue and list every problem
  harbin diff OLD [NEW]        what changed between two catalogue folders; NEW is the one in use unless given
  harbin doctor [URL]          check tokens, rights, database, clock and data; each with what to do. URL is where the
                               world reaches the bot, such as https://harbin.example.com
  harbin backup [file]         copy the SQLite database, also while the bot runs; --force overwrites
  harbin restore FILE          put such a copy in the database's place; the bot must be stopped
  harbin rotate-keys           encrypt anew with the first of ENCRYPTION_KEY what older keys encrypted; also while
                               the bot runs with it. Tells whether the older ones can be done without
  harbin misses                the words that people asked for in vain (counted where KEEP_MISSES=true)
  harbin --help, --version

Environment, also read from .env: see .env.example. DATA_DIR (another catalogue folder), NO_COLOR.
`;

/** Exit codes: what a supervisor or script can tell an ending by. */
const EXIT = { ok: 0, failed: 1, usage: 2, configuration: 78 } as const;

/** What a service without tokens says before it ends: it was hardly meant so. */
const NOTHING_TO_DO =
  'harbin: no platform is set up, and standard input held no question. To serve Slack or Discord set their tokens (see .env.example); harbin doctor looks at them.\n';

/** Errors that no restart mends. */
const FOR_A_PERSON = new Set(['FaultyConfiguration', 'FaultyCatalogue', 'FaultyStore', 'Refused']);

const [command = 'start', ...rest] = process.argv.slice(2);
// A reader that closes early (`harbin ask --json | head -1`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.ok);
  throw error;
});
process.exitCode = readEnvironmentFile()
  ? await run(asksForHelp(rest[0]) ? 'help' : command, rest)
  : EXIT.configuration;

async function run(name: string, args: string[]): Promise<number> {
  switch (name) {
    case 'start':
      return start();
    case 'ask':
      return ask(args);
    case 'check-data':
      return checkData(args);
    case 'diff':
      return diff(args);
    case 'doctor':
      return doctor(args);
    case 'backup':
    case 'restore':
      return keep(name, args);
    case 'rotate-keys':
      return rotateKeys();
    case 'misses':
      return misses();
    case '--version':
    case 'version':
      process.stdout.write(`${version()}\n`);
      return EXIT.ok;
    case '--help':
    case '-h':
    case 'help':
      process.stdout.write(USAGE);
      return EXIT.ok;
    default:
      process.stderr.write(`harbin: there is no command "${name}".\n\n${USAGE}`);
      return EXIT.usage;
  }
}

function asksForHelp(word: string | undefined): boolean {
  return word === '--help' || word === '-h';
}

async function start(): Promise<number> {
  try {
    if (await setsUpPlatforms()) {
      const { runPlatforms } = await import('./app/main.ts');
      await runPlatforms(process.env, version());
      // Idle connections of the platforms' clients would keep the process for a while.
      process.exit(EXIT.ok);
    }
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const { createScrub } = await import('./adapters/logging/scrub.ts');
    const { secretsIn } = await import('./config/config.ts');
    process.stderr.write(`harbin: ${createScrub(secretsIn(process.env))(error.message)}\n`);
    process.exit(FOR_A_PERSON.has(error.name) ? EXIT.configuration : EXIT.failed);
  }
  return talk();
}

/** Throws FaultyConfiguration also where a faulty setting has nothing to do with platforms. */
async function setsUpPlatforms(): Promise<boolean> {
  if (!VARIABLE_NAMES.some((name) => process.env[name]?.trim())) return false;
  const { readConfig } = await import('./config/config.ts');
  const { slack, discord } = readConfig(process.env);
  return slack !== undefined || discord !== undefined;
}

async function talk(): Promise<number> {
  const bot = await openBot();
  if (!bot) return EXIT.configuration;
  const { chat } = await import('./adapters/terminal/chat.ts');
  const { asked } = await chat(bot, { input: process.stdin, output: process.stdout, colour: wantsColour() });
  if (asked === 0 && !process.stdin.isTTY) process.stderr.write(NOTHING_TO_DO);
  return EXIT.ok;
}

async function ask(args: string[]): Promise<number> {
  let options: { values: { json?: boolean }; positionals: string[] };
  try {
    options = parseArgs({ args, options: { json: { type: 'boolean' } }, allowPositionals: true });
  } catch (error) {
    process.stderr.write(`harbin ask: ${(error as Error).message}\n`);
    return EXIT.usage;
  }
  const bot = await openBot();
  if (!bot) return EXIT.configuration;
  const question = options.positionals.join(' ');
  if (options.values.json) return askLines(bot, question === '' ? undefined : question);
  if (question === '') {
    process.stderr.write('harbin ask: say what to ask, for example: harbin ask "how many labs?"\n');
    return EXIT.usage;
  }
  const { renderTerminal } = await import('./adapters/terminal/render.ts');
  process.stdout.write(
    `${renderTerminal((await bot.reply({ asked: readCommand(question) ?? question })).message, wantsColour())}\n`,
  );
  return EXIT.ok;
}

async function askLines(bot: ReturnType<typeof createBot>, only: string | undefined): Promise<number> {
  const { answerLine } = await import('./adapters/terminal/ask-json.ts');
  const input =
    only === undefined ? createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }) : undefined;
  const leave = () => input?.close();
  process.once('SIGINT', leave);
  let failed = false;
  let number = 0;
  for await (const line of input ?? [only ?? '']) {
    number += 1;
    if (line.trim() === '') continue;
    const answer = await answerLine(line, number, bot);
    failed ||= 'error' in answer;
    // Wait for a slow reader instead of piling up answers.
    if (!process.stdout.write(`${JSON.stringify(answer)}\n`))
      await new Promise((resolve) => process.stdout.once('drain', resolve));
  }
  process.off('SIGINT', leave);
  return failed ? EXIT.failed : EXIT.ok;
}

async function checkData(args: string[]): Promise<number> {
  const { checkCatalogue } = await import('./data/check.ts');
  const { describeProblem } = await import('./data/problem.ts');
  const folder = args[0] ?? catalogueFolder();
  const problems = await checkCatalogue(folder);
  if (problems.length === 0) return EXIT.ok;
  process.stderr.write(
    `${problems.length} problem${problems.length === 1 ? '' : 's'} in ${folder}:\n${problems.map((problem) => `- ${describeProblem(problem)}\n`).join('')}`,
  );
  return EXIT.failed;
}

async function diff([older, newer = catalogueFolder(), ...more]: string[]): Promise<number> {
  if (older === undefined || more.length > 0) {
    process.stderr.write(
      'harbin diff: name the folder of the older catalogue, for example: harbin diff ../last-year\n',
    );
    return EXIT.usage;
  }
  try {
    const [before, after] = [await loadCatalogue(older), await loadCatalogue(newer)];
    const { changesBetween } = await import('./data/changes.ts');
    const { describeChange } = await import('./data/describe-change.ts');
    const lines = changesBetween(before, after).map((change) => `${describeChange(change)}\n`);
    process.stdout.write(lines.length > 0 ? lines.join('') : 'no change\n');
    return EXIT.ok;
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'FaultyCatalogue') throw error;
    process.stderr.write(`${error.message}\n`);
    return EXIT.failed;
  }
}

async function keep(name: 'backup' | 'restore', args: string[]): Promise<number> {
  const { runBackup, runRestore } = await import('./cli/backup.ts');
  return attempt(name, async () =>
    told(name, name === 'backup' ? runBackup(args, process.env) : runRestore(args, process.env)),
  );
}

async function rotateKeys(): Promise<number> {
  return attempt('rotate-keys', async () => {
    const rotation = await import('./cli/rotate-keys.ts');
    return told('rotate-keys', await rotation.rotateKeys(process.env));
  });
}

function told(name: string, { done, says }: Ran): number {
  (done ? process.stdout : process.stderr).write(`harbin ${name}: ${says}\n`);
  return done ? EXIT.ok : EXIT.failed;
}

async function doctor([address, ...more]: string[]): Promise<number> {
  if (more.length > 0 || (address !== undefined && !/^https?:\/\/\S+$/.test(address))) {
    process.stderr.write(
      'harbin doctor: name the address where the world reaches the bot, or nothing, for example: harbin doctor https://harbin.example.com\n',
    );
    return EXIT.usage;
  }
  const { examine } = await import('./cli/doctor.ts');
  const { worst, lines } = await examine(process.env, { folder: catalogueFolder(), address });
  process.stdout.write(`${lines.join('\n')}\n`);
  process.exit(worst === 'configuration' ? EXIT.configuration : worst === 'fail' ? EXIT.failed : EXIT.ok);
}

async function misses(): Promise<number> {
  return attempt('misses', async () => {
    const { readConfig } = await import('./config/config.ts');
    const { openStore } = await import('./adapters/storage/open-store.ts');
    const { missLines } = await import('./adapters/terminal/miss-lines.ts');
    const store = await openStore(readConfig(process.env).databaseUrl, () => {});
    try {
      const lines = missLines(await store.misses.list(), await loadCatalogue(ownFolder()));
      process.stdout.write(`${lines.join('\n')}\n`);
      return EXIT.ok;
    } finally {
      await store.close();
    }
  });
}

/** What goes wrong in a command is said in its name, and tells by its code what is to be done. */
async function attempt(name: string, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    process.stderr.write(`harbin ${name}: ${error.message}\n`);
    if ((error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS')) return EXIT.usage;
    return FOR_A_PERSON.has(error.name) ? EXIT.configuration : EXIT.failed;
  }
}

/** The folder of another catalogue than the shipped one, where one is named. */
function ownFolder(): string | undefined {
  return process.env['DATA_DIR'] || undefined;
}

/** The folder of the catalogue in use. */
function catalogueFolder(): string {
  return ownFolder() ?? SHIPPED_FOLDER;
}

async function openBot(): Promise<ReturnType<typeof createBot> | undefined> {
  try {
    const catalogue = await loadCatalogue(ownFolder());
    return createBot({
      catalogue,
      clock: () => new Date(),
      version: version(),
      languages: createLanguageSettings(),
      memory: createMemory(() => new Date()),
      subscriptions: createMemorySubscriptions(),
      timeZone: 'Asia/Shanghai',
    });
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'FaultyCatalogue') throw error;
    process.stderr.write(`${error.message}\n`);
    return undefined;
  }
}

/** Whether it could be read, or is not there. */
function readEnvironmentFile(): boolean {
  try {
    process.loadEnvFile();
    return true;
  } catch {
    // Node says of a file that it may not read that there is none.
    if (!existsSync('.env')) return true;
    process.stderr.write(
      `harbin: ${resolve('.env')} cannot be read: it must be a file that the user of this program may read, made like .env.example\n`,
    );
    return false;
  }
}

function wantsColour(): boolean {
  return process.stdout.hasColors?.() === true && !process.env['NO_COLOR'];
}

function version(): string {
  return (JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }).version;
}
