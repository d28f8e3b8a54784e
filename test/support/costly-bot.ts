import type { Bot } from '../../src/core/bot.ts';

/** What a question holds that takes long to think about. */
export const COSTLY = 'costly';
/** A little more than a person may use at once, in milliseconds. */
const COST_MS = 510;

/** A bot that needs long for some questions, and tells in which order it answered. */
export function costlyBot(bot: Bot, answered: string[]): Bot {
  const work = (text: string) => {
    if (text.includes(COSTLY)) spin(COST_MS);
  };
  return {
    ...bot,
    suggest(typed, ...rest) {
      work(typed);
      return bot.suggest(typed, ...rest);
    },
    async reply(query) {
      const text = JSON.stringify(query.asked);
      await query.think?.(() => work(text));
      const reply = await bot.reply(query);
      answered.push(text);
      return reply;
    },
  };
}

/** Keeps the processor for so many milliseconds of its time. */
function spin(ms: number): void {
  const begun = performance.now();
  const used = process.cpuUsage();
  const usedMs = () => {
    const { user, system } = process.cpuUsage(used);
    return (user + system) / 1_000;
  };
  while (performance.now() - begun < ms || usedMs() < ms);
}
