import { asError } from '../adapters/shared/as-error.ts';
import type { Log, PostingAdapter } from '../adapters/shared/posting-adapter.ts';
import type { Store } from '../adapters/storage/open-store.ts';
import type { Config } from '../config/config.ts';
import type { Bot } from '../core/bot.ts';
import { createReportTaker, type TakeReport } from '../core/feedback/number-reports.ts';

export type NumberReportsOptions = {
  config: Pick<Config, 'reportTo'>;
  store: Pick<Store, 'misses'>;
  bot: Bot;
  /** The platforms by name, as they are when a report comes. */
  adapters: ReadonlyMap<string, PostingAdapter>;
  log: Log;
};

/** Where reports of wrong numbers go: to the channel of REPORT_TO, or where there is none or it takes nothing, into the log. */
export function numberReports({ config: { reportTo }, store, bot, adapters, log }: NumberReportsOptions): TakeReport {
  return createReportTaker({
    bot,
    misses: store.misses,
    ...(reportTo
      ? {
          pass: async (message) =>
            (await adapters.get(reportTo.platform)?.messenger.say(reportTo.channel, message)) ?? false,
        }
      : {}),
    note: (figures, { says, link }) =>
      log.warn('number reported as wrong', { figures: figures.join(', '), says, link }),
    onTrouble: (error) => log.warn('report not counted or passed on', { error: asError(error) }),
  });
}
