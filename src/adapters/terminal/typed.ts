import type { Invocation } from '../../core/commands/commands.ts';
import { COMMANDS } from '../../core/commands/commands.ts';
import { readCommand } from '../../core/commands/read-command.ts';

/** What a line of the terminal chat means: the end, an empty screen, nothing, or something for the bot. */
export type Typed = { kind: 'leave' } | { kind: 'clear' } | { kind: 'nothing' } | { kind: 'said'; text: string };

const WORDS_TO_LEAVE = new Set(['exit', 'quit', 'q', ':q', 'bye', 'goodbye', '退出', '再见', 'выход', 'пока']);
const WORDS_TO_CLEAR = new Set(['clear', 'cls']);

/** People type what help shows for Slack and Discord as well: a slash, and `/harbin` before a command. */
const SLASH = /^\s*\/(?:harbin(?:\s+|$))?/i;

export function readTyped(line: string): Typed {
  const text = line.replace(SLASH, '').trim();
  const word = text.toLowerCase();
  if (WORDS_TO_LEAVE.has(word)) return { kind: 'leave' };
  if (WORDS_TO_CLEAR.has(word)) return { kind: 'clear' };
  if (line.trim() === '') return { kind: 'nothing' };
  return { kind: 'said', text: text === '' ? 'help' : text };
}

/** The command or question that was typed, also with `/harbin` before it. */
export function readAsked(line: string): string | Invocation {
  const typed = readTyped(line);
  const text = typed.kind === 'said' ? typed.text : line;
  return readCommand(text) ?? text;
}

const OWN_WORDS = ['clear', 'quit'];

/** What Tab completes: the commands that begin like the line, or all of them on an empty one; as node:readline takes it. */
export function completeTyped(line: string): [string[], string] {
  const [slash = ''] = SLASH.exec(line) ?? [];
  const begun = line.slice(slash.length);
  const names = [...COMMANDS.map(({ name }) => name), ...OWN_WORDS];
  const hits = names.filter((name) => name.startsWith(begun.toLowerCase()));
  return [hits.map((name) => `${slash}${name} `), line];
}
