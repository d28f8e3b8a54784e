import type { Bot } from '../../core/bot.ts';
import type { Invocation } from '../../core/commands/commands.ts';
import { readCommand } from '../../core/commands/read-command.ts';
import { type Report, reportOf } from '../../core/messages/report.ts';
import { LANGUAGES, type Language } from '../../data/languages.ts';

/** What a line of input gets: an answer, or what is wrong with the line. */
export type JsonAnswer = Report | { error: string };

/** Longest line that is read, in characters; the rest of a longer one is left out, and the question is refused as too long. */
const MOST_LINE_CHARACTERS = 100_000;

/** Answers one line of `ask --json`: a plain text, or an object {"q", "conversation", "language"}. */
export async function answerLine(line: string, number: number, bot: Bot): Promise<JsonAnswer> {
  const cut = line.slice(0, MOST_LINE_CHARACTERS);
  if (!/^\s*[{[]/.test(cut)) return reportOf(await bot.reply({ asked: askedIn(cut) }));
  const wrong = (what: string): JsonAnswer => ({
    error: `line ${number}: ${what}; write a plain question, or an object like {"q": "how many labs?", "conversation": "1", "language": "en"}`,
  });
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch (error) {
    return wrong(`this is not valid JSON (${error instanceof Error ? error.message : String(error)})`);
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return wrong('this is not an object');
  const { q, conversation, language } = parsed as Record<string, unknown>;
  if (typeof q !== 'string') return wrong('"q" must be a text');
  if (conversation !== undefined && typeof conversation !== 'string' && typeof conversation !== 'number')
    return wrong('"conversation" must be a text');
  if (language !== undefined && !isLanguage(language))
    return wrong(`"language" must be one of ${LANGUAGES.join(', ')}`);
  return reportOf(
    await bot.reply({
      asked: askedIn(q),
      ...(conversation === undefined ? {} : { conversation: String(conversation) }),
      ...(language ? { language } : {}),
    }),
  );
}

/** A line is a question, also one that begins like a command; only "check" tells apart what is asked and what is claimed. */
function askedIn(text: string): string | Invocation {
  const command = readCommand(text);
  return command?.command === 'check' ? command : text;
}

function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((language) => language === value);
}
