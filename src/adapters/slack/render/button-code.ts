import type { Query } from '../../../core/bot.ts';
import { readCommand } from '../../../core/commands/read-command.ts';
import type { Question } from '../../../core/question.ts';
import { formatQuestion, parseQuestion } from '../../../core/question-code.ts';
import { LANGUAGES, type Language } from '../../../data/languages.ts';
import { LIMITS } from './limits.ts';

/** What a button asks when it is clicked, in which language, and which figures its answer is known to assert. */
export type Asking = { asked: Query['asked']; language: Language; asserts?: string[] };

/** Begins a value that carries a question. */
const QUESTION = 'q~';

/** A button that carries a question; undefined where no code can carry it. */
export function writeQuestion(question: Question, language: Language): string | undefined {
  const code = formatQuestion({ question, language }, LIMITS.buttonValue - QUESTION.length);
  return code === undefined ? undefined : `${QUESTION}${code}`;
}

/** A button that carries words; `asserts` tells later whether the same words still get the same answer. */
export function writeText(text: string, language: Language, asserts: readonly string[] = []): string | undefined {
  const value = ['t', language, asserts.join(','), text].join('~');
  return value.length <= LIMITS.buttonValue ? value : undefined;
}

/** Reads a button's value; undefined when it is forged or from a version that wrote others. */
export function readButton(value: string): Asking | undefined {
  if (value.startsWith(QUESTION)) {
    const carried = parseQuestion(value.slice(QUESTION.length), LIMITS.buttonValue);
    return carried && { asked: { question: carried.question }, language: carried.language };
  }
  const [, tag, figures = '', text] = /^t~([a-z]+)~([^~]*)~([\s\S]+)$/.exec(value) ?? [];
  const language = LANGUAGES.find((one) => one === tag);
  if (!language || text === undefined) return undefined;
  return { asked: readCommand(text) ?? text, language, asserts: figures === '' ? [] : figures.split(',') };
}
