/** Numbers as people write them: digits in any grouping, number words of three languages, 万 and 亿. */

/** The value of a run of digits: "1,751", "16.8", "16,8". A comma before three digits groups, else it is decimal. */
export function digitsValue(text: string): number {
  const ungrouped = text.replace(/[ \u00a0\u202f]/g, '').replace(/,(?=\d{3}(?!\d))/g, '');
  return Number(ungrouped.replace(',', '.'));
}

/** The factor that a word after a number stands for: "million" is 1,000,000. */
export function multiplier(word: string): number | undefined {
  return MULTIPLIERS.get(word);
}

/** The value of one English or Russian number word. "One" is left out: it seldom states a figure. */
export function numberWord(word: string): number | undefined {
  return NUMBER_WORDS.get(word);
}

/** What stands before "thousand" or "million" instead of a number: "a thousand", "one million". */
export function isSingle(word: string): boolean {
  return SINGLES.has(word);
}

/** The value of a Chinese numeral such as 二百二十九, 三千 or 一亿三千四百万; undefined when it is none. */
export function chineseNumeral(text: string): number | undefined {
  if (!CHINESE_NUMERAL.test(text)) return undefined;
  // 一六年, 二〇二一年: digits one by one.
  if (text.length > 1 && [...text].every((sign) => digitOf(sign) >= 0)) return Number([...text].map(digitOf).join(''));
  let total = 0;
  let section = 0;
  let digit = 0;
  for (const sign of text) {
    const value = digitOf(sign);
    const unit = HAN_UNITS.get(sign);
    if (sign === '两') digit = 2;
    else if (value >= 0) digit = value;
    else if (unit !== undefined && unit < 10_000) {
      section += (digit || 1) * unit;
      digit = 0;
    } else if (unit !== undefined) {
      total = (total + section + digit) * unit;
      section = 0;
      digit = 0;
    }
  }
  return total + section + digit;
}

const CHINESE_NUMERAL = /^[零〇一二三四五六七八九十百千万亿两]+$/u;
const HAN_DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const digitOf = (sign: string) => (sign === '〇' ? 0 : HAN_DIGITS.indexOf(sign));
const HAN_UNITS = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
  ['万', 1e4],
  ['亿', 1e8],
]);

const MULTIPLIERS = new Map<string, number>([
  ...['hundred', 'сто', '百'].map((w) => [w, 100] as const),
  ...['thousand', 'thousands', 'k', 'тысяч', 'тысяча', 'тысячи', 'тыс', 'тыщ', '千'].map((w) => [w, 1e3] as const),
  ...['万'].map((w) => [w, 1e4] as const),
  ...['million', 'millions', 'mn', 'mln', 'mio', 'm', 'млн', 'миллион', 'миллиона', 'миллионов', '百万'].map(
    (w) => [w, 1e6] as const,
  ),
  ...['千万'].map((w) => [w, 1e7] as const),
  ...['亿'].map((w) => [w, 1e8] as const),
  ...['billion', 'billions', 'bn', 'bln', 'b', 'млрд', 'миллиард', 'миллиарда', 'миллиардов', '十亿'].map(
    (w) => [w, 1e9] as const,
  ),
  ...['trillion', 'tn', 'трлн', 'триллион', 'триллионов', '万亿'].map((w) => [w, 1e12] as const),
]);

const SINGLES = new Set(['a', 'one', 'один', 'одна', 'одну']);

const NUMBER_WORDS = new Map<string, number>(
  Object.entries({
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    thirteen: 13,
    fourteen: 14,
    fifteen: 15,
    sixteen: 16,
    seventeen: 17,
    eighteen: 18,
    nineteen: 19,
    twenty: 20,
    thirty: 30,
    forty: 40,
    fifty: 50,
    sixty: 60,
    seventy: 70,
    eighty: 80,
    ninety: 90,
    dozen: 12,
    два: 2,
    две: 2,
    двух: 2,
    три: 3,
    трех: 3,
    четыре: 4,
    четырех: 4,
    пять: 5,
    пяти: 5,
    шесть: 6,
    шести: 6,
    семь: 7,
    семи: 7,
    восемь: 8,
    восьми: 8,
    девять: 9,
    девяти: 9,
    десять: 10,
    десяти: 10,
    двадцать: 20,
    двадцати: 20,
    тридцать: 30,
    тридцати: 30,
    сорок: 40,
    сорока: 40,
    пятьдесят: 50,
    пятидесяти: 50,
    шестьдесят: 60,
    шестидесяти: 60,
    семьдесят: 70,
    семидесяти: 70,
    восемьдесят: 80,
    восьмидесяти: 80,
    девяносто: 90,
    девяноста: 90,
    ста: 100,
    двести: 200,
    двухсот: 200,
    триста: 300,
    трехсот: 300,
    четыреста: 400,
    четырехсот: 400,
    пятьсот: 500,
    пятисот: 500,
    шестьсот: 600,
    шестисот: 600,
    семьсот: 700,
    семисот: 700,
    восемьсот: 800,
    восьмисот: 800,
    девятьсот: 900,
    девятисот: 900,
    дюжина: 12,
    дюжины: 12,
    полсотни: 50,
    сотня: 100,
    сотни: 100,
    полтысячи: 500,
  }),
);
