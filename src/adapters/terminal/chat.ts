// src/adapters/terminal: the bot in a terminal.
// Imported by: cli.

import { createInterface } from 'node:readline/promises';
import type { Bot } from '../../core/bot.ts';
import type { Button } from '../../core/messages/message.ts';
import type { Language } from '../../data/schema.ts';
import { renderTerminal } from './render-lines.ts';
import { completeTyped, readAsked, readTyped } from './typed.ts';

/** The streams that a conversation runs over; a terminal brings a prompt, line history and colour. */
export type ChatStreams = {
  input: NodeJS.ReadableStream & { isTTY?: boolean };
  output: NodeJS.WritableStream & { isTTY?: boolean; columns?: number };
  colour: boolean;
};

/** How many questions were answered, and what ended the conversation: the end of the input, a word to leave, or a signal. */
export type Chatted = { asked: number; endedBy: 'input' | 'word' | 'signal' };

const CONVERSATION = 'terminal';

/** Empties a terminal and what can be scrolled back to (ECMA-48 ED 2 and 3), and goes to its first line. */
const CLEAR_SCREEN = '\u001b[2J\u001b[3J\u001b[H';

/** Answers line by line until the input ends, somebody leaves, or the process is told to stop. */
export async function chat(bot: Bot, { input, output, colour }: ChatStreams): Promise<Chatted> {
  const interactive = Boolean(input.isTTY && output.isTTY);
  const lines = createInterface({
    input,
    ...(interactive ? { output, completer: completeTyped } : {}),
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
    const asked = button ? { question: button.question } : readAsked(line);
    const { message } = await bot.reply({ asked, conversation: CONVERSATION, place: CONVERSATION, language });
    language = message.language;
    buttons = message.buttons;
    write(renderTerminal(message, { colour, columns: interactive ? output.columns : undefined }));
    write('');
  };
  if (interactive) {
    await answer('help');
    lines.setPrompt('harbin> ');
    lines.prompt();
  }
  let asked = 0;
  let endedBy: Chatted['endedBy'] = 'input';
  const stop = () => {
    endedBy = 'signal';
    lines.close();
  };
  // A terminal hands Ctrl-C to the line reader, a pipe leaves it to the process.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  lines.on('SIGINT', () => {
    if (lines.line === '') return stop();
    write('^C');
    lines.write(null, { ctrl: true, name: 'e' });
    lines.write(null, { ctrl: true, name: 'u' });
  });
  for await (const line of lines) {
    const typed = readTyped(line);
    if (typed.kind === 'leave') {
      endedBy = 'word';
      break;
    }
    if (typed.kind === 'clear' && interactive) output.write(CLEAR_SCREEN);
    if (typed.kind === 'said') {
      asked += 1;
      await answer(line);
    }
    if (interactive) lines.prompt();
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, stop);
  lines.close();
  return { asked, endedBy };
}
