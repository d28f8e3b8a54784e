import type { Days } from '../subscription.ts';
import { type Found, matchAt } from './scan.ts';

/** Reads days at `at` of a folded text: "weekdays", "mon-fri", "周一三五", "по будням"; several in a row are put together by `joined`. */
export function daysAt(text: string, at: number): Found<Days> | undefined {
  return grouped(text, at) ?? ranged(text, at) ?? runOfChinese(text, at) ?? single(text, at);
}

/** Days read one after the other as one choice; China's working days stand alone, since no week can say them. */
export function joined(all: readonly Days[]): Days | undefined {
  const last = all.at(-1);
  if (last === undefined || last === 'workdays') return last;
  const numbers = all.flatMap((days) => (days === 'workdays' ? [] : numbersOf(days)));
  return simplest([...new Set(numbers)].sort((a, b) => a - b));
}

/** The days under the shortest name that they have. */
function simplest(numbers: number[]): Days {
  if (numbers.length === 7) return 'all';
  return numbers.join() === '1,2,3,4,5' ? 'weekdays' : numbers;
}

function numbersOf(days: Exclude<Days, 'workdays'>): number[] {
  switch (days) {
    case 'all':
      return [1, 2, 3, 4, 5, 6, 7];
    case 'weekdays':
      return [1, 2, 3, 4, 5];
    default:
      return days;
  }
}

/** Names of several days, the longest before those that they begin with. */
const GROUPS: readonly (readonly [RegExp, Days])[] = [
  [/(?:(?:every|each) ?day|all days|daily|all week|каждый день|ежедневно|все дни)(?![a-zа-я])|每天|每日|天天/y, 'all'],
  [
    /(?:(?:chinese |chinas )?(?:workdays?|work(?:ing)? days?)(?: (?:in|of) china)?|(?:китайски[емх] )?рабочи[емх] дн(?:и|ям|ях)(?: (?:в )?кита[яе])?)(?![a-zа-я])|(?:中国)?(?:法定)?工作日/y,
    'workdays',
  ],
  [/(?:(?:every )?week ?days?|business days?|будни|будням|будние дни|будним дням)(?![a-zа-я])|平日/y, 'weekdays'],
  [/(?:weekends?|выходные|выходным)(?![a-zа-я])|周末|双休日/y, [6, 7]],
];

function grouped(text: string, at: number): Found<Days> | undefined {
  for (const [pattern, value] of GROUPS) {
    const [words] = matchAt(pattern, text, at) ?? [];
    if (words !== undefined) return { value, length: words.length };
  }
  return undefined;
}

const LATIN = [
  'mon(?:days?)?',
  'tue(?:s(?:days?)?)?',
  'wed(?:nesdays?)?',
  'thu(?:rs?(?:days?)?)?',
  'fri(?:days?)?',
  'sat(?:urdays?)?',
  'sun(?:days?)?',
];
const RUSSIAN = [
  'пн|понедельник(?:а|ам|и)?',
  'вт|вторник(?:а|ам|и)?',
  'ср|сред(?:а|у|ы|ам)',
  'чт|четверг(?:а|ам|и)?',
  'пт|пятниц(?:а|у|ы|ам)',
  'сб|суббот(?:а|у|ы|ам)',
  'вс|воскресень(?:е|я|ям)',
];
const WORDS = LATIN.map((latin, index) => new RegExp(`(?:${latin}|${RUSSIAN[index]})(?![a-zа-я])\\.?`, 'y'));
const CHINESE_DAY = /(?:周|星期|礼拜)([一二三四五六日天])/y;

/** One weekday by its ISO number. */
export function weekdayAt(text: string, at: number): Found<number> | undefined {
  for (const [index, pattern] of WORDS.entries()) {
    const [word] = matchAt(pattern, text, at) ?? [];
    if (word !== undefined) return { value: index + 1, length: word.length };
  }
  const [word, sign] = matchAt(CHINESE_DAY, text, at) ?? [];
  return word !== undefined && sign !== undefined ? { value: numberOf(sign), length: word.length } : undefined;
}

function single(text: string, at: number): Found<Days> | undefined {
  const day = weekdayAt(text, at);
  return day && { value: [day.value], length: day.length };
}

/** "mon-fri", "Monday to Friday", "с понедельника по пятницу", "周一至周五"; from Saturday to Monday goes round the week. */
function ranged(text: string, at: number): Found<Days> | undefined {
  const from = weekdayAt(text, at);
  if (!from) return undefined;
  const [between] = matchAt(/ ?(?:-|–|—|~|to|through|thru|till|until|по|до|至|到) ?/y, text, at + from.length) ?? [];
  if (between === undefined) return undefined;
  const start = at + from.length + between.length;
  const to = weekdayAt(text, start) ?? bareChineseDay(text, start);
  if (!to) return undefined;
  const count = ((to.value - from.value + 7) % 7) + 1;
  const numbers = Array.from({ length: count }, (_, index) => ((from.value - 1 + index) % 7) + 1);
  return { value: simplest(numbers.sort((a, b) => a - b)), length: from.length + between.length + to.length };
}

/** The end of 周一至五. */
function bareChineseDay(text: string, at: number): Found<number> | undefined {
  const [sign] = matchAt(/[一二三四五六日]/y, text, at) ?? [];
  return sign === undefined ? undefined : { value: numberOf(sign), length: 1 };
}

/** 周一三五: the word for the day said once. */
function runOfChinese(text: string, at: number): Found<Days> | undefined {
  const [words, signs = ''] =
    matchAt(/(?:周|星期|礼拜)([一二三四五六日](?:[、,， ]?[一二三四五六日])+)(?![点时])/y, text, at) ?? [];
  if (words === undefined) return undefined;
  const numbers = [...signs].filter((sign) => CHINESE_DAYS.includes(sign)).map(numberOf);
  return { value: simplest([...new Set(numbers)].sort((a, b) => a - b)), length: words.length };
}

const CHINESE_DAYS = '一二三四五六日';

function numberOf(sign: string): number {
  return sign === '天' ? 7 : CHINESE_DAYS.indexOf(sign) + 1;
}
