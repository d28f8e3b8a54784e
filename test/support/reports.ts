import type { Bot } from '../../src/core/bot.ts';
import { createReportTaker, type TakeReport } from '../../src/core/feedback/number-reports.ts';
import type { Message } from '../../src/core/messages/message.ts';
import type { NumberReport } from '../../src/core/messages/number-report.ts';
import type { Miss } from '../../src/core/ports.ts';

/** What became of the reports of a test: what was counted, and what was written down since it was not passed on. */
export type ReportDesk = { take: TakeReport; counted: Miss[]; noted: NumberReport[] };

/** Takes reports as the program does; `pass` shows them to whoever runs the bot. */
export function reportDesk(bot: Bot, pass?: (message: Message) => Promise<boolean>): ReportDesk {
  const counted: Miss[] = [];
  const noted: NumberReport[] = [];
  const take = createReportTaker({
    bot,
    misses: { count: async (misses) => void counted.push(...misses) },
    ...(pass ? { pass } : {}),
    note: (_, report) => void noted.push(report),
    onTrouble(error) {
      throw error;
    },
  });
  return { take, counted, noted };
}
