import { createInterface } from 'node:readline/promises';
import type { Bot } from '../../core/bot.ts';
import { readCommand } from '../../core/commands/read-command.ts';
import type { Button } from '../../core/messages/message.ts';
import type { Language } from '../../data/schema.ts';
import { renderTerminal } from './render.ts';

/** The streams that a conversation runs over; a terminal brings a prompt, line history and colour. */
export type ChatStreams = {
  input: NodeJS.ReadableStream & { isTTY?: boolean };
  output: NodeJS.WritableStream & { isTTY?: boolean };
  colour: boolean;
};

const CONVERSATION = 'terminal';
const WORDS_TO_LEAVE = new Set(['exit', 'quit', ':q', '/quit', '/exit']);

/** Answers line by line until the input ends, and tells how many it answered; ends cleanly on Ctrl-C too. */
export async function chat(bot: Bot, { input, output, colour }: ChatStreams): Promise<{ asked: number }> {
  const interactive = Boolean(input.isTTY && output.isTTY);
  const lines = createInterface({
    input,
    ...(interactive ? { output } : {}),
    terminal: interactive,
    historySize: 200,
    removeHistoryDuplicates: true,
  });
  const write = (text: string) => output.write(`${text}\n`);
  let buttons: readonly Button[] = [];
  // A button or a bare number has no language of its own: it keeps the one of the talk.
  let language: Language = 'en';
  const answer = async (line: string) => {
    const button = buttons[Number(line.trim()) - 1];
    const asked = button ? { question: button.question } : (readCommand(line) ?? line);
    const { message } = await bot.reply({ asked, conversation: CONVERSATION, place: CONVERSATION, language });
    language = message.language;
    buttons = message.buttons;
    write(renderTerminal(message, colour));
    write('');
  };
  if (interactive) {
    await answer('help');
    lines.setPrompt('harbin> ');
    lines.prompt();
  }
  // A terminal hands Ctrl-C to the line reader, a pipe leaves it to the process.
  const leave = () => lines.close();
  lines.on('SIGINT', leave);
  process.once('SIGINT', leave);
  let asked = 0;
  for await (const line of lines) {
    if (WORDS_TO_LEAVE.has(line.trim().toLowerCase())) break;
    if (line.trim() !== '') {
      asked += 1;
      await answer(line);
    }
    if (interactive) lines.prompt();
  }
  process.off('SIGINT', leave);
  lines.close();
  return { asked };
}
