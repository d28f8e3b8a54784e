import type { Bot } from '../../src/core/bot.ts';
import { type Report, reportOf } from '../../src/core/messages/report.ts';
import type { Catalogue } from '../../src/data/schema.ts';
import type { Row } from './rows.ts';
import { isWritten } from './written.ts';

/** What became of one labelled message. */
export type Judgement = {
  row: Row;
  report: Report;
  group: Group;
  right: boolean;
  /** A figure was stated that does not answer the message. */
  wrongShown: boolean;
};

/** `first`: figures are asked for; `refused`: nothing of it is held; `talk`: greetings, help, overviews, unclear wishes. */
type Group = 'first' | 'refused' | 'talk';

/** Puts every row to the bot, each in a conversation of its own. */
export async function judgeRows(rows: readonly Row[], bot: Bot, catalogue: Catalogue): Promise<Judgement[]> {
  const judgements: Judgement[] = [];
  for (const row of rows) {
    const conversation = `row ${row.id}`;
    for (const before of [row.prev ?? []].flat()) await bot.reply({ asked: before, conversation });
    judgements.push(judge(row, reportOf(await bot.reply({ asked: row.q, conversation })), catalogue));
  }
  return judgements;
}

export function judge(row: Row, report: Report, catalogue: Catalogue): Judgement {
  return {
    row,
    report,
    group: groupOf(row),
    right: isRight(row, report, catalogue),
    wrongShown: isWrongShown(row, report),
  };
}

function groupOf({ kind, expect, refuse }: Row): Group {
  if (refuse) return 'refused';
  return kind === 'ambiguous' || expect.length === 0 ? 'talk' : 'first';
}

const ASSERTING: ReadonlySet<Report['kind']> = new Set(['figure', 'comparison', 'derived', 'list', 'overview']);
/** How far a shown number may be from the exact one. */
const TOLERANCE = 0.01;

function isRight(row: Row, report: Report, catalogue: Catalogue): boolean {
  const { kind, figures, suggestions } = report;
  const also = row.also ?? [];
  if (showsOther(row, report)) return false;
  if (row.refuse) return (kind === 'unknown' || kind === 'nearest') && figures.length === 0;
  if (row.kind === 'ambiguous') {
    if (kind === 'choice') return suggestions.length > 1 && areWithin(suggestions, also);
    return figures.length > 0 && areWithin(figures, also);
  }
  if (row.expect.length === 0) return kind !== 'unknown' && kind !== 'choice' && areWithin(figures, also);
  return (
    ASSERTING.has(kind) &&
    areWithin(row.expect, figures) &&
    areWithin(figures, [...row.expect, ...also]) &&
    row.expect.every((id) => isValueWritten(id, row, report, catalogue)) &&
    numbersOf(row).every((number) => isShown(number, report))
  );
}

function isWrongShown(row: Row, report: Report): boolean {
  const { figures } = report;
  if (showsOther(row, report)) return true;
  if (figures.length === 0) return false;
  if (row.refuse || !areWithin(figures, [...row.expect, ...(row.also ?? [])])) return true;
  return row.expect.length > 0 && !row.expect.some((id) => figures.includes(id));
}

function areWithin(ids: readonly string[], allowed: readonly string[]): boolean {
  return ids.every((id) => allowed.includes(id));
}

/** Events and aims have no value that could be missing. */
function isValueWritten(id: string, { lang }: Row, { text }: Report, catalogue: Catalogue): boolean {
  const figure = catalogue.figures.find((one) => one.id === id);
  if (!figure) return false;
  if (figure.kind !== 'count' && figure.kind !== 'money') return true;
  return figure.observations.some(({ value }) => isWritten(value, text, lang));
}

function showsOther({ never = [] }: Row, report: Report): boolean {
  return never.some((number) => report.numbers.some(({ value }) => value === number));
}

function numbersOf({ number = [] }: Row): number[] {
  return Array.isArray(number) ? number : [number];
}

/** A share may be labelled as 0.57 and shown as 57 percent. */
function isShown(number: number, { numbers }: Report): boolean {
  return numbers.some(({ value }) =>
    [number, number * 100].some((wanted) => Math.abs(value - wanted) <= TOLERANCE * Math.abs(wanted)),
  );
}
