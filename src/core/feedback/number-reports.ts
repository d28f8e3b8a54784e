import type { Bot, Reply } from '../bot.ts';
import type { Message } from '../messages/message.ts';
import { type NumberReport, reportMessage, type SourceQuestion } from '../messages/number-report.ts';
import type { Misses } from '../ports.ts';
import { REPORTED } from './misses.ts';

/** Takes a report in; once it is called the report is not lost. Never fails. */
export type TakeReport = (report: NumberReport) => Promise<void>;

export type ReportOptions = {
  bot: Pick<Bot, 'reply'>;
  misses: Pick<Misses, 'count'>;
  /** Shows it to whoever runs the bot, and tells whether it got through; left out where nobody has chosen a channel. */
  pass?: (message: Message) => Promise<boolean>;
  /** Writes down a report that was not passed on. */
  note(figures: readonly string[], report: NumberReport): void;
  onTrouble(error: unknown): void;
};

/** Counts each report as a miss of its figures, and passes it on or writes it down. */
export function createReportTaker({ bot, misses, pass, note, onTrouble }: ReportOptions): TakeReport {
  const passedOn = async (report: NumberReport): Promise<boolean> => {
    if (!pass) return false;
    const { about, language } = report;
    const { kind: _, what: __, ...shown } = about;
    const told = await bot.reply({ asked: { question: { kind: 'figure', ...shown } }, language });
    return await pass(reportMessage(report, told.message));
  };
  return async (report) => {
    const { figures } = report.about;
    misses.count(figures.map((near) => ({ word: REPORTED, language: report.language, near }))).catch(onTrouble);
    const isPassedOn = await passedOn(report).catch((error: unknown) => {
      onTrouble(error);
      return false;
    });
    if (!isPassedOn) note(figures, report);
  };
}

/** The question behind an answer whose numbers somebody may find wrong: one that tells where some figures come from. */
export function reportable({ question, answer }: Pick<Reply, 'question' | 'answer'>): SourceQuestion | undefined {
  const isOfFigures = answer.kind === 'about' && answer.what === 'source' && answer.stated.length > 0;
  return isOfFigures && question.kind === 'about' ? question : undefined;
}
