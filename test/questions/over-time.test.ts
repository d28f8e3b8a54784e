import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Report, reportOf } from '../../src/core/report.ts';
import { loadCatalogue } from '../../src/data/load.ts';
import { LANGUAGES, type Language } from '../../src/data/schema.ts';
import { botOf } from '../support/bot.ts';
import { numbersIn } from '../support/numbers-in.ts';

/** A labelled question on years, places, series, cities, disagreeing sources, claims or charts. */
type Row = {
  id: string;
  q: string;
  /** The question asked just before in the same conversation. */
  prev?: string;
  lang: Language;
  kind: string;
  /** Numbers that a right answer states, all of them, in base units. */
  show: number[];
  /** Sets of numbers of which a right answer states one in full besides. */
  either?: number[][];
  /** Numbers that would be wrong here. */
  never: number[];
  /** The honest reply is that the bot does not have it. */
  refuse?: boolean;
  /** Asking back, or declining to compute, is right too. */
  choice?: boolean;
  note: string;
};

/** Least share of right answers; a number that must not be shown never is. */
const LEAST_RIGHT = 0.95;
/** How far a shown number may be from the exact one; two that are held and mean different things lie nearer than that. */
const TOLERANCE = { shown: 0.01, wrong: 0.005 };

const rows = readFileSync('test/questions/over-time.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Row);
const bot = botOf(await loadCatalogue());
const reports = new Map<string, Report>();
for (const { id, q, prev } of rows) {
  const conversation = `row ${id}`;
  if (prev !== undefined) await bot.reply({ asked: prev, conversation });
  reports.set(id, reportOf(await bot.reply({ asked: q, conversation })));
}
const reportFor = ({ id }: Row) => reports.get(id) as Report;

describe('questions on time, place, kind and claims', () => {
  it.each(LANGUAGES)('are answered right often enough in %s', (language) => {
    const asked = rows.filter(({ lang }) => lang === language);
    const missed = asked.filter((row) => !isRight(row));
    const share = 1 - missed.length / asked.length;
    expect(share, missed.map(describeMiss).join('\n')).toBeGreaterThanOrEqual(LEAST_RIGHT);
  });

  it('never show a number that is wrong there', () => {
    expect(rows.filter((row) => wrongIn(row).length > 0).map(describeMiss)).toEqual([]);
  });

  it('that are not held name a figure, a place or a time in their refusal and assert none', () => {
    for (const row of rows.filter(({ refuse }) => refuse)) expect(reportFor(row).figures, row.id).toEqual([]);
  });

  it.each(rows.filter(({ note }) => note.startsWith('claim false')).map((row) => [row.id, row.q, row] as const))(
    'deny what is not so: %s %s',
    (_, __, row) => {
      const { kind, text } = reportFor(row);
      // A comparison denies by telling who has more.
      if (kind === 'figure') expect(text).toMatch(/^(?:No|Not exactly|不是|Нет)/);
      else expect(kind).toBe('comparison');
    },
  );

  it.each(rows.filter(({ note }) => note.startsWith('claim true')).map((row) => [row.id, row.q, row] as const))(
    'confirm what is so, by whichever source: %s %s',
    (_, __, row) => expect(reportFor(row).text).toMatch(/^(?:Yes|By one source|是的|一个来源|Да|По одному источнику)/),
  );

  it('have an id of their own each', () => {
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });
});

function isRight(row: Row): boolean {
  const { show, either = [[]], refuse, choice } = row;
  const { kind } = reportFor(row);
  if (wrongIn(row).length > 0) return false;
  if (refuse) return kind === 'unknown';
  const states = (wanted: readonly number[]) => wanted.every((number) => isShown(number, row, TOLERANCE.shown));
  return (states(show) && either.some(states)) || (choice === true && (kind === 'choice' || kind === 'unknown'));
}

function wrongIn(row: Row): number[] {
  return row.never.filter((number) => isShown(number, row, TOLERANCE.wrong));
}

function isShown(number: number, row: Row, tolerance: number): boolean {
  const { text, numbers, language } = reportFor(row);
  const shown = [...numbersIn(text.replace(/https?:\S+/g, ' '), language), ...numbers].map(({ value }) => value);
  return shown.some((value) => Math.abs(value - number) <= tolerance * Math.abs(number));
}

function describeMiss(row: Row): string {
  const { kind, numbers } = reportFor(row);
  const asked = row.prev === undefined ? row.q : `${row.prev} > ${row.q}`;
  const got = numbers.map(({ value }) => value).join(' ');
  return `${row.id} ${row.kind} "${asked}" expected ${row.refuse ? 'a refusal' : row.show.join(' ')}, got ${kind} ${got}`;
}
