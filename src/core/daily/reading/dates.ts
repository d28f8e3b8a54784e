import type { Until } from '../ask.ts';
import { weekdayAt } from './days.ts';
import { numeral } from './numeral.ts';
import { type Found, matchAt } from './scan.ts';

/** What a date may be: one, or several where it is written so that people of different countries read it differently, or none. */
export type DatesFound = Found<readonly Until[]>;

/** Reads a date at `at` of a folded text: "2026-12-01", "1 december", "12月1日", "tomorrow", "a week", "monday". */
export function dateAt(text: string, at: number): DatesFound | undefined {
  return (
    isoAt(text, at) ??
    dottedAt(text, at) ??
    slashedAt(text, at) ??
    chineseAt(text, at) ??
    worded(text, at) ??
    spanAt(text, at) ??
    byWeekday(text, at)
  );
}

/** Whether a calendar has this day; without a year any will do. */
export function isDay(month: number, day: number, year = LEAP_YEAR): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return month >= 1 && month <= 12 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Dates near one that no calendar has: the last day of the month, and the first of the next. */
export function datesLike({ year, month, day }: Parts): Until[] {
  const inRange = Math.min(Math.max(month, 1), 12);
  const last = new Date(Date.UTC(year ?? LEAP_YEAR, inRange, 0)).getUTCDate();
  const next = inRange === 12 ? 1 : inRange + 1;
  const end = untilOf({ year, month: inRange, day: Math.min(Math.max(day, 1), last) });
  const start = untilOf({
    year: year === undefined ? undefined : year + (inRange === 12 ? 1 : 0),
    month: next,
    day: 1,
  });
  return day > last ? [end, start] : [end];
}

type Parts = { year: number | undefined; month: number; day: number };

/** The parts of a date that no calendar has; undefined for one that exists. */
export function wrongDay(until: Until): Parts | undefined {
  if (until.kind === 'day') return isDay(until.month, until.day) ? undefined : { ...until, year: undefined };
  if (until.kind !== 'date') return undefined;
  const [year = 0, month = 0, day = 0] = until.date.split('-').map(Number);
  return isDay(month, day, year) ? undefined : { year, month, day };
}

const LEAP_YEAR = 2028;
const MONTHS = [
  'jan(?:uary)?|январ[ья]',
  'feb(?:ruary)?|феврал[ья]',
  'mar(?:ch)?|марта?',
  'apr(?:il)?|апрел[ья]',
  'may|ма[йя]',
  'june?|июн[ья]',
  'july?|июл[ья]',
  'aug(?:ust)?|августа?',
  'sept?(?:ember)?|сентябр[ья]',
  'oct(?:ober)?|октябр[ья]',
  'nov(?:ember)?|ноябр[ья]',
  'dec(?:ember)?|декабр[ья]',
].map((names) => new RegExp(`^(?:${names})$`));

function dateFound(length: number, ...all: Parts[]): DatesFound {
  const right = all.filter(({ year, month, day }) => isDay(month, day, year));
  const chosen = right.length > 0 ? right : all.slice(0, 1);
  return { value: chosen.map(untilOf), length };
}

function untilOf({ year, month, day }: Parts): Until {
  if (year === undefined) return { kind: 'day', month, day };
  return { kind: 'date', date: [String(year).padStart(4, '0'), two(month), two(day)].join('-') };
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

function isoAt(text: string, at: number): DatesFound | undefined {
  const [whole, year, month, day] = matchAt(/(20\d{2})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/y, text, at) ?? [];
  return whole === undefined
    ? undefined
    : dateFound(whole.length, { year: Number(year), month: Number(month), day: Number(day) });
}

/** "1.12" and "01.12.2026": the day first, as Russian writes it. */
function dottedAt(text: string, at: number): DatesFound | undefined {
  const [whole, day, month, year] =
    matchAt(/(\d{1,2})\.(\d{1,2})(?:\.(20\d{2}))?(?:\.(?!\d))?(?![\d])/y, text, at) ?? [];
  return whole === undefined ? undefined : dateFound(whole.length, parts(year, month, day));
}

/** "1/12" is 1 December to some and 12 January to others. */
function slashedAt(text: string, at: number): DatesFound | undefined {
  const [whole, first, second, year] = matchAt(/(\d{1,2})\/(\d{1,2})(?:\/(20\d{2}))?(?!\d)/y, text, at) ?? [];
  if (whole === undefined) return undefined;
  const isSame = Number(first) === Number(second);
  return dateFound(whole.length, parts(year, second, first), ...(isSame ? [] : [parts(year, first, second)]));
}

function chineseAt(text: string, at: number): DatesFound | undefined {
  const [whole, year, month = '', day = ''] =
    matchAt(/(?:(20\d{2})年)?([\d一二三四五六七八九十]{1,3})月([\d一二三四五六七八九十]{1,3})[日号]?/y, text, at) ?? [];
  const [inMonth, onDay] = [numeral(month), numeral(day)];
  // 三五 is no number.
  if (whole === undefined || inMonth === undefined || onDay === undefined) return undefined;
  return dateFound(whole.length, parts(year, String(inMonth), String(onDay)));
}

function worded(text: string, at: number): DatesFound | undefined {
  const dayFirst = matchAt(
    /(\d{1,2})(?:st|nd|rd|th|-?го|-?е)? (?:of )?([a-zа-я]+)\.?,?(?: (20\d{2})(?!\d))?/y,
    text,
    at,
  );
  const monthFirst = matchAt(/([a-zа-я]+)\.? (\d{1,2})(?:st|nd|rd|th)?(?![\d:])(?:,? (20\d{2})(?!\d))?/y, text, at);
  const [whole, day, name = '', year] = dayFirst ?? [];
  const [other, word = '', number, inYear] = monthFirst ?? [];
  const month = monthOf(name);
  if (whole !== undefined && month > 0) return dateFound(whole.length, parts(year, String(month), day));
  const first = monthOf(word);
  return other !== undefined && first > 0 ? dateFound(other.length, parts(inYear, String(first), number)) : undefined;
}

function monthOf(word: string): number {
  return MONTHS.findIndex((names) => names.test(word)) + 1;
}

const SPANS: readonly (readonly [RegExp, number])[] = [
  [/(?:day after tomorrow|послезавтра)(?![a-zа-я])|后天/y, 2],
  [/(?:tomorrow|завтра)(?![a-zа-я])|明天/y, 1],
];

const UNITS: readonly (readonly [RegExp, number])[] = [
  [/(?:days?|дн(?:я|ей|и)|день)(?![a-zа-я])|天|日/y, 1],
  [/(?:weeks?|недел[яюьи]\S{0,2})(?![a-zа-я])|(?:个)?(?:星期|礼拜)|周/y, 7],
  [/(?:months?|месяц(?:а|ев)?)(?![a-zа-я])|个月/y, 30],
];

/** "tomorrow", "a week", "10 days", "на две недели", 两周. */
function spanAt(text: string, at: number): DatesFound | undefined {
  for (const [pattern, days] of SPANS) {
    const [word] = matchAt(pattern, text, at) ?? [];
    if (word !== undefined) return { value: [{ kind: 'days', days }], length: word.length };
  }
  const [number, digits, name] =
    matchAt(
      /(?:(\d{1,3})|(an?|one|two|three|four|одну|один|две|два|три|четыре|[一二两三四五六七八九十]{1,2})) ?/y,
      text,
      at,
    ) ?? [];
  const start = at + (number?.length ?? 0);
  const count = digits !== undefined ? Number(digits) : name === undefined ? 1 : (COUNTS[name] ?? numeral(name) ?? 0);
  for (const [pattern, days] of UNITS) {
    const [unit] = matchAt(pattern, text, start) ?? [];
    // 周 and 日 alone are no span of time.
    if (unit === undefined || (number === undefined && !/[a-zа-я]/.test(unit))) continue;
    return count > 0 ? { value: [{ kind: 'days', days: count * days }], length: start + unit.length - at } : undefined;
  }
  return undefined;
}

const COUNTS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  одну: 1,
  один: 1,
  две: 2,
  два: 2,
  три: 3,
  четыре: 4,
};

function byWeekday(text: string, at: number): DatesFound | undefined {
  const skipped = matchAt(/(?:next|следующ\S{2,4}) |下(?=周|星期|礼拜)/y, text, at)?.[0].length ?? 0;
  const day = weekdayAt(text, at + skipped);
  return day && { value: [{ kind: 'weekday', weekday: day.value }], length: skipped + day.length };
}

function parts(year: string | undefined, month: string | undefined, day: string | undefined): Parts {
  return { year: year === undefined ? undefined : Number(year), month: Number(month), day: Number(day) };
}
