// src/core/reading/entities: dates, numbers and places in a message.
// Imported by: core/reading.

import type { Token } from '../../language/tokens.ts';
import type { DateEntity, TimeEntity } from '../analysis.ts';
import type { DateReading, DateRule } from './date-rule.ts';
import { CHINESE_DATES } from './dates-chinese.ts';
import { ENGLISH_DATES } from './dates-english.ts';
import { RUSSIAN_DATES } from './dates-russian.ts';

/** Years that a message can mean; other numbers of four digits are counts. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2099;

const DIGITS: readonly DateRule[] = [
  {
    name: '2023-12-25',
    pattern: /(?<![\d-])((?:19|20)\d\d)-(0[1-9]|1[0-2])(?:-\d\d)?(?![\d-])/g,
    read: ([, year, month]) => ({ year: Number(year), month: Number(month) }),
  },
  {
    name: '25.12.2023',
    pattern: /(?<![\d.])\d{1,2}[./](0?[1-9]|1[0-2])[./]((?:19|20)\d\d)(?!\d)/g,
    read: ([, month, year]) => ({ year: Number(year), month: Number(month) }),
  },
  {
    name: '2023',
    pattern:
      /(?<![\d.,$€¥-]|[.,]\s?\d{3})((?:19|20)\d\d)(?![\d%]|[.,]\d|\s?(?:家|个|所|件|项|条|万|亿|名|companies|firms|patents|предприяти|компани|патент))/g,
    read: ([, year]) => ({ year: Number(year) }),
  },
];

/** Finds the dates of a text. In: the text and its tokens. Out: the dates by place; where two overlap, the longer one. */
export function findDates(text: string, tokens: readonly Token[]): (DateEntity | TimeEntity)[] {
  const found: { from: number; to: number; reading: DateReading }[] = [];
  for (const { pattern, read } of DATE_RULES) {
    for (const match of text.matchAll(pattern)) {
      const reading: DateReading | undefined = read(match);
      if (!reading || (reading.year !== undefined && (reading.year < FIRST_YEAR || reading.year > LAST_YEAR))) continue;
      found.push({ from: match.index, to: match.index + match[0].length, reading });
    }
  }
  const longestFirst = found.sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from);
  const kept: typeof found = [];
  for (const one of longestFirst) if (!kept.some((other) => one.from < other.to && other.from < one.to)) kept.push(one);
  return kept
    .sort((a, b) => a.from - b.from)
    .flatMap(({ from, to, reading }): (DateEntity | TimeEntity)[] => {
      const first = tokens.findIndex((token) => token.to > from);
      const behind = tokens.findIndex((token) => token.from >= to);
      const span = { from: first, to: behind < 0 ? tokens.length : behind };
      if (first < 0 || span.to <= first) return [];
      if (reading.latest) return [{ kind: 'latest', text: text.slice(from, to), ...span }];
      if (reading.relative) return [{ kind: 'relative', text: text.slice(from, to), ...span }];
      return [{ kind: 'date', date: isoOf(reading), ...span }];
    });
}

/** Every way to write a date that is known. */
export const DATE_RULES: readonly DateRule[] = [...DIGITS, ...ENGLISH_DATES, ...CHINESE_DATES, ...RUSSIAN_DATES];

/** "2023", "2023-12", or "-12" for a month of no year. */
function isoOf({ year, month }: DateReading): string {
  return `${year ?? ''}${month === undefined ? '' : `-${String(month).padStart(2, '0')}`}`;
}
