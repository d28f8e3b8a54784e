import type { Bot } from '../../core/bot.ts';
import { LANGUAGES } from '../../data/languages.ts';

/** Words that only their own language has, so that each of its dictionaries is loaded. */
const WORDS = { en: 'How many labratories are there?', zh: '有多少重點實驗室？', ru: 'Сколько лабораторий?' };

/** Asks a question in each language, so that the first person to ask waits no longer than the others. */
export async function warmUp(bot: Bot): Promise<void> {
  for (const language of LANGUAGES) {
    await bot.reply({ asked: WORDS[language] });
    bot.suggest(WORDS[language], 'figure', language);
    bot.suggest('', 'topic', language);
  }
  // The names of all time zones are read for the first who types one, in all languages.
  bot.suggest('Harbin', 'zone', 'en');
}
