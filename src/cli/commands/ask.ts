import { createInterface } from 'node:readline';
import type { Bot } from '../../core/bot.ts';
import { type Command, WrongUsage } from '../command.ts';
import { EXIT, type ExitCode } from '../exit.ts';

export const ask: Command = {
  name: 'ask',
  takes: '[QUESTION...]',
  flags: { json: 'read one question a line from standard input unless one is given, and print one JSON object a line' },
  does: 'answer one question, such as: harbin ask "how many labs?"',
  more: `With --json a line is a plain question or an object {"q": "…", "conversation": "…", "language": "en"}; lines with the
same "conversation" are one talk. A line that cannot be read gets {"error": "…"}, and the exit code is 1 at the end.`,
  async run({ arguments: words, flags }) {
    const question = words.join(' ');
    if (question === '' && !flags.has('json'))
      throw new WrongUsage('say what to ask, for example: harbin ask "how many labs?"');
    const { drawingFor, openTerminalBot } = await import('../terminal-bot.ts');
    const bot = await openTerminalBot();
    if (flags.has('json')) return askLines(bot, question === '' ? undefined : question);
    const { renderTerminal } = await import('../../adapters/terminal/render-lines.ts');
    const { readAsked } = await import('../../adapters/terminal/typed.ts');
    const { message } = await bot.reply({ asked: readAsked(question) });
    process.stdout.write(`${renderTerminal(message, drawingFor(process.stdout))}\n`);
    return EXIT.ok;
  },
};

async function askLines(bot: Bot, only: string | undefined): Promise<ExitCode> {
  const { answerLine } = await import('../../adapters/terminal/ask-json.ts');
  const input =
    only === undefined ? createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }) : undefined;
  const leave = () => input?.close();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, leave);
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
  return failed ? EXIT.failed : EXIT.ok;
}
