import { decimal } from './decimal.ts';
import { all, type Grammar, type Meaning, number, part, size } from './grammar.ts';

export const ENGLISH_MONTHS =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const UNIT_ORDINALS =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth';
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety';
const SLIPS = 'fourty:40 ninty:90 fivty:50 sixy:60 eigthy:80 eigth:8 fourten:14 fiveteen:15 eightteen:18 twelv:12';

const SIZES: readonly (readonly [power: number, names: string])[] = [
  [2, 'hundred hundread hundered'],
  [3, 'thousand thousnd thousend'],
  [5, 'lakh'],
  [6, 'million milion millon'],
  [7, 'crore'],
  [9, 'billion bilion billon milliard'],
  [12, 'trillion trilion'],
  [15, 'quadrillion'],
];
/** Abbreviations and pinyin. */
const SHORT_SIZES: typeof SIZES = [
  [3, 'k grand thou'],
  [4, 'wan'],
  [6, 'm mn mln mio mil mill'],
  [8, 'yi'],
  [9, 'b bn bln bil'],
  [12, 'tn trn'],
];
const SIZE_WORD = 'hundred|thousand|million|milion|billion|trillion|dozen|bn|mln|crore|lakh';
const DOZEN: Meaning = { kind: 'size', value: decimal(12), power: 1 };

export const english: Grammar = {
  words: new Map<string, Meaning>([
    ...UNITS.split(' ').map((word, value): [string, Meaning] => [
      word,
      number(value, 0, value === 1 ? { lone: true } : {}),
    ]),
    ...UNIT_ORDINALS.split(' ').map((word, value): [string, Meaning] => [word, number(value, 0, { ordinal: true })]),
    ...TENS.split(' ').flatMap((word, at): [string, Meaning][] => [
      [word, number(20 + 10 * at, 1)],
      [word.replace(/y$/, 'ieth'), number(20 + 10 * at, 1, { ordinal: true })],
    ]),
    ...SLIPS.split(' ').map((slip): [string, Meaning] => {
      const [word = '', value] = slip.split(':');
      return [word, number(Number(value), Number(value) < 20 ? 0 : 1)];
    }),
    ...SIZES.flatMap(([power, names]) => all(names, size(power))),
    ...SHORT_SIZES.flatMap(([power, names]) => all(names, size(power, { short: true }))),
    ...all('hundreds', size(2, { vague: true })),
    ...all('thousands', size(3, { vague: true })),
    ...all('lakhs', size(5, { vague: true })),
    ...all('millions', size(6, { vague: true })),
    ...all('crores', size(7, { vague: true })),
    ...all('billions', size(9, { vague: true })),
    ...all('hundredth', size(2, { ordinal: true })),
    ...all('thousandth', size(3, { ordinal: true })),
    ...all('millionth', size(6, { ordinal: true })),
    ['dozen', DOZEN],
    ['dozens', { ...DOZEN, vague: true }],
    ['point', { kind: 'point' }],
    ['and', { kind: 'and' }],
    ...all('several few many numerous couple', { kind: 'vague' }),
  ]),
  phrases: [
    [
      'a few, a couple of',
      /a? ?(?:few|couple)(?: of)?(?= (?:hundred|thousand|million|billion|dozen))/y,
      { kind: 'vague' },
    ],
    ['and a half', /and (?:a|one) half(?![a-z])/y, { kind: 'half' }],
    ['half a million', new RegExp(`half[ -](?:an?[ -])?(?=(?:${SIZE_WORD}))`, 'y'), part('5')],
    [
      'a quarter of a million',
      new RegExp(`(?:a )?quarter[ -](?:of )?(?:an? )?(?=(?:${SIZE_WORD})(?!s))`, 'y'),
      part('25'),
    ],
    ['a hundred', new RegExp(`an?[ -](?=(?:${SIZE_WORD})(?![a-z]))`, 'y'), number(1)],
  ],
  before: {
    over: 'more than|greater than|higher than|larger than|bigger than|over|above|beyond|exceed(?:s|ed|ing)?|in excess of|upwards? of|north of|surpass(?:es|ed|ing)?|topp(?:ed|ing)|>',
    under: 'less than|fewer than|lower than|smaller than|under|below|south of|short of|<',
    atLeast:
      '(?:no|not) (?:less|fewer|lower) than|at least|at the least|a minimum of|minimum|min\\.?|from at least|not (?:under|below)|>=|≥|⩾',
    atMost:
      "(?:no|not) (?:more|greater|higher) than|at most|at the most|up to|a maximum of|maximum|max\\.?|not (?:over|above)|(?:does|did|do)(?:n'?t| not) exceed|<=|≤|⩽",
    about:
      'about|around|roughly|approximately|approx\\.?|some|nearly|almost|close to|nearing|circa|ca?\\.|in the region of|in the neighbou?rhood of|something like|give or take|an estimated|estimated|~|≈',
  },
  after: {
    over: '\\+(?!\\d)|plus(?![a-z])|and more|and over|and above|and counting',
    atLeast: 'or more(?! like)|or above|or over|at least|minimum|at minimum',
    atMost: 'or less|or fewer|or under|at most|max(?:imum)?(?![a-z])|tops',
    about: '-?odd(?![a-z])|or so|or thereabouts|-?ish(?![a-z])|approximately|approx|give or take|roughly',
  },
  currencies: {
    CNY: '(?:chinese )?(?:yuans?|rmb|renminbi|kuai|cny)',
    HKD: 'hong ?kong dollars?|hkd|hk\\$',
    TWD: '(?:new )?taiwan(?:ese)? dollars?|twd|ntd|nt\\$',
    AUD: 'australian dollars?|aud|au\\$|a\\$',
    CAD: 'canadian dollars?|cad|ca\\$|c\\$',
    SGD: 'singapore(?:an)? dollars?|sgd|s\\$',
    USD: '(?:(?:u\\.?s\\.?a?|american) ?)?dollars?|usd|us\\$|\\$|bucks|(?:in )?u\\.?s\\.? dollars?',
    EUR: 'euros?|eur|€',
    GBP: '(?:british )?pounds?(?: sterling)?|gbp|£|quid',
    JPY: '(?:japanese )?yen|jpy',
    KRW: '(?:south )?korean won|krw|₩',
    RUB: '(?:russian )?rou?bles?|rub|rur|₽',
    INR: '(?:indian )?rupees?|inr|₹',
    CHF: '(?:swiss )?francs?|chf',
  },
  ranges: { between: 'between', opening: 'from', joining: 'to|and|through' },
  percent: 'percent|per cent|pct|percentage points?|p\\.?p\\.?',
  growth:
    'gr[eo]w|ris(?:e|ing)|rose|increas|went|going|up from|jump|climb|fell|fall|drop|declin|chang|expand|soar|doubl|down from',
};
