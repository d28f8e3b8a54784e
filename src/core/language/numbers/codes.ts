import { matchAt } from './digits.ts';
import { ENGLISH_MONTHS } from './english.ts';
import { RUSSIAN_MONTHS } from './russian.ts';

export type CodeKind = 'date' | 'time' | 'fraction' | 'code';
type Code = { kind: CodeKind; from: number; to: number };

/** Finds the digits and numerals that count nothing: dates, times of day, parts of a whole, ids, versions, phone numbers. */
export function codesIn(text: string): Code[] {
  const codes: Code[] = [];
  BEGINNING.lastIndex = 0;
  for (let next = BEGINNING.exec(text); next; next = BEGINNING.exec(text)) {
    const { index: from, groups = {} } = next;
    const rules = RULES.find(({ beginning }) => groups[beginning] !== undefined);
    const found = rules?.worthTrying.test(text.slice(from, from + FORESEEN))
      ? matchAt(rules.any, text, from)
      : undefined;
    if (!rules || !found) continue;
    const [name = ''] = Object.entries(found.groups ?? {}).find(([, value]) => value !== undefined) ?? [];
    codes.push({ kind: rules.kinds.get(name) ?? 'code', from, to: from + found[0].length });
    BEGINNING.lastIndex = from + found[0].length;
  }
  return codes;
}

/** How far is looked ahead for what nearly every code has: a digit behind its letters, a sign behind its digits. */
const FORESEEN = 24;

const START = '(?<![a-zа-я\\d_]|\\d[.,:/-])';
/** Chinese does not part words: it may follow and precede. */
const END = '(?![a-zа-я\\d_]|[.:/-]\\d)';
const HAN = '[〇零一二三四五六七八九十廿卅]';
const DAY = `(?:\\d{1,2}|${HAN}{1,3})`;
const DAYS = '(?:0?[1-9]|[12]\\d|3[01])';
const YEAR = '(?:19|20)\\d\\d';
const OF_MONTH = `(?:份|初|底|末)?(?: ?${DAY} ?[日号])?`;
const MONEY = 'us|usd|cny|rmb|hk|hkd|eur|jpy|gbp|rub|krw';
const OF_DIGITS = '[\\d一二两三四五六七八九十百千]';

type Rule = readonly [name: string, kind: CodeKind, source: string];

/** In both scripts of their digits. */
const CHINESE: readonly Rule[] = [
  [
    'chineseYear',
    'date',
    `(?:${YEAR}|[一二][九〇零]${HAN}{2}|(?:\\d\\d|${HAN}{2})(?=年 ?${DAY} ?月)) ?年(?:初|底|末|度)?(?: ?${DAY} ?月${OF_MONTH})?`,
  ],
  ['chineseMonth', 'date', `${DAY} ?月${OF_MONTH}`],
  [
    'chineseHour',
    'time',
    `${DAY} ?[点时](?:半|钟|整|[一三]刻|${DAY}分(?!之))|[一二两三四五六七八九十]{1,3}点[二三四五]?十[一二三四五六七八九]?(?![百千万亿])`,
  ],
  ['chinesePart', 'fraction', `(?!.{0,2}百分之)${OF_DIGITS}{1,4}分之${OF_DIGITS}{1,4}`],
];

const DIGITS: readonly Rule[] = [
  [
    'isoDate',
    'date',
    `${YEAR}(?<bar>[-/])\\d{1,2}(?:\\k<bar>\\d{1,2})?(?:t\\d\\d:\\d\\d)?${END}|${YEAR}\\.\\d{1,2}\\.\\d{1,2}${END}`,
  ],
  ['dayFirst', 'date', `\\d{1,2}(?<mark>[./-])\\d{1,2}\\k<mark>(?:${YEAR}|\\d\\d)${END}`],
  ['monthOfYear', 'date', `(?:0?[1-9]|1[0-2])\\/${YEAR}${END}`],
  ['years', 'date', `${YEAR} ?[-–—~] ?${YEAR}(?: ?年| ?гг?\\.)?${END}|${YEAR}\\/\\d\\d${END}|(?:19|20)?\\d0年代`],
  ...CHINESE,
  ['chineseDay', 'date', '\\d{1,2} ?[日号](?!线|楼|院|文|家)|\\d{1,2}世纪'],
  ['englishDate', 'date', `${DAYS}(?:st|nd|rd|th)?(?: of)?[ -](?:${ENGLISH_MONTHS})\\.?(?:,? ${YEAR})?${END}`],
  ['russianDate', 'date', `${DAYS}(?:-?го|-?е)? (?:${RUSSIAN_MONTHS})(?: ${YEAR}(?: ?г(?:\\.|ода|од)?)?)?${END}`],
  ['clock', 'time', `(?:[01]?\\d|2[0-4]):[0-5]\\d(?::[0-5]\\d)?(?: ?[ap]\\.?m)?${END}`],
  ['hour', 'time', `\\d{1,2}(?:[.:][0-5]\\d)? ?(?:[ap]\\.?m\\b|o'?clock|(?:утра|вечера|ночи)${END})`],
  ['aroundTheClock', 'code', `(?:7 ?[×x*х/] ?24|24 ?[×x*х/] ?7)${END}`],
  ['part', 'fraction', `\\d{1,6} ?[/:∶] ?\\d{1,6}${END}`],
  [
    'phone',
    'code',
    `\\d(?:[ -]?\\(\\d{3,5}\\))[ -]?\\d{2,4}(?:[ -]\\d{2,4}){1,2}${END}|0\\d{2,3}-\\d{7,8}${END}|1[3-9](?!\\d{5}0000)\\d{9}${END}|\\d{1,8}(?:-\\d{1,8}){2,6}${END}`,
  ],
  [
    'idOfDigits',
    'code',
    "(?!\\d{1,9}(?:e\\+?|[xх]10)\\d)\\d{1,9}(?:[acdf-jln-qsu-z](?![a-z\\d'])|[a-z]{1,9}\\d[\\da-z]{0,30})|\\d{1,20}@[a-z\\d.-]{1,64}",
  ],
];

const LETTERS: readonly Rule[] = [
  ['address', 'code', '(?:https?:\\/\\/|www\\.)\\S{1,300}'],
  [
    'month',
    'date',
    `(?:${ENGLISH_MONTHS})\\.? (?:${DAYS}(?:st|nd|rd|th)?(?:,? ${YEAR})?|${YEAR})${END}|(?:${RUSSIAN_MONTHS}) ${YEAR}(?: ?г(?:\\.|ода|од)?)?${END}`,
  ],
  [
    'thirds',
    'fraction',
    `(?:one|two|three)[ -](?:thirds?|quarters|fifths?)(?: of an? [a-z]{4,8})?${END}|(?:одн[ау]|две|двух|три|трех) (?:трет|четверт)(?:ь|и|ей)${END}`,
  ],
  [
    'numbered',
    'code',
    `(?:no\\.|nr\\.?|page|p\\.|section|chapter|paragraph|para\\.?|table|version|ver\\.?|v\\.?|top|стр\\.?|пункт[а-я]{0,2}|п\\.|раздел|глава|таблица|верси[яи]|топ)[ -]?\\d{1,6}(?:\\.\\d{1,4}){0,4}${END}`,
  ],
  // Letters that begin a sum of money are none.
  [
    'id',
    'code',
    `(?!(?:${MONEY})-?\\d|[xх]10(?!\\d))(?:(?:[a-z]{1,20}|[а-я]{1,20})\\d[\\da-zа-я_]{0,40}|(?:[a-z]{1,3}|[а-я]{1,2}|covid|ковид)-\\d{1,9}${END})`,
  ],
];

const HAN_SIGNS: readonly Rule[] = [
  [
    'partOfDay',
    'time',
    `(?:凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里|每天|每日|早|晚)${DAY} ?[点时](?:半|钟|整|${DAY}分?)?`,
  ],
  ['labelled', 'code', `(?:编号|版本) ?\\d{1,6}(?:\\.\\d{1,4}){0,4}${END}`],
  ['half', 'fraction', '一半'],
  ['plan', 'code', '十[一二三四五]五(?![\\d一二两三四五六七八九十百千万亿])|二十大|十[八九]大'],
  ...CHINESE,
];

const SIGNS: readonly Rule[] = [
  ['footnote', 'code', '\\[\\d{1,3}\\]'],
  ['sharp', 'code', `[#№] ?\\d{1,6}(?:\\.\\d{1,4}){0,4}${END}`],
  ['abroad', 'code', `\\+\\d{1,3}(?:[ -]?\\(?\\d{2,5}\\)?){2,5}${END}`],
];

/**
 * The rules by the sign they begin with. They are ordered: of two that match at one place the first wins, and the code
 * that begins first wins over others. No repetition in them is without a bound, so each try costs at most so much.
 */
const RULES = [
  ruled('digit', '\\d+', DIGITS, /^\d+[^\d\s,]|^\d+ ?\S/),
  ruled('letter', '[a-zа-я]+', LETTERS, /\d|^www|^https?:|^(?:one|two|three)[ -]|^(?:одн|дв|тр)/),
  ruled('han', '[凌清早上中下傍晚夜每编版〇零一二两三四五六七八九十廿卅百千]', HAN_SIGNS, /[月年点时分半五大\d]/),
  ruled('sign', '[[#№+]', SIGNS, /^. ?\d/),
];

const BEGINNING = new RegExp(RULES.map(({ beginning, begins }) => `(?<${beginning}>${begins})`).join('|'), 'g');

function ruled(beginning: string, begins: string, rules: readonly Rule[], worthTrying: RegExp) {
  const any = new RegExp(`${START}(?:${rules.map(([name, , source]) => `(?<${name}>${source})`).join('|')})`, 'y');
  return { beginning, begins, any, worthTrying, kinds: new Map(rules.map(([name, kind]) => [name, kind])) };
}
