import type { Bot, Reply } from '../../core/bot.ts';
import type { Meter } from '../shared/meter.ts';
import type { Log } from '../shared/posting-adapter.ts';

/** A bot that tells of every answer: its kind, its language and its time, never what was asked. */
export function measuredBot(bot: Bot, meter: Meter, log: Log): Bot {
  return {
    ...bot,
    async reply(query) {
      const begun = performance.now();
      const reply = await bot.reply(query);
      const seconds = (performance.now() - begun) / 1_000;
      const { kind } = reply.answer;
      const { language } = reply.message;
      const refusal = refusalOf(reply);
      meter.answered({ kind, language, refusal, seconds });
      log.debug('question answered', { kind, language, refusal, ms: Math.round(seconds * 1_000) });
      return reply;
    },
  };
}

function refusalOf({ answer }: Reply): string | undefined {
  return answer.kind === 'unknown' ? answer.missing.kind : undefined;
}
