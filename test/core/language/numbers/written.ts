import fc from 'fast-check';

/** A number written somehow, and what it is. */
type Written = { text: string; value: number };

/** Writers of numbers in each language: any value in any notation. */
export const writers = { en: english, zh: chinese, ru: russian };

/** Sentences around a number, none of which says more about it. */
export const frames = {
  en: [
    '# labs',
    'Harbin has # labs, I read.',
    'is it # or not?',
    'We were told (#) yesterday',
    'labs: #',
    '"#"',
    'firms\n#\ncentres',
    'It awarded #.',
  ],
  zh: ['#家', '哈尔滨有#家企业。', '是#吗？', '一共：#', '（#）', '听说有 # 家，对吗', '共计#'],
  ru: [
    '# лабораторий',
    'В Харбине # компаний, верно?',
    'их #.',
    'всего: #',
    '«#»',
    'говорят, там # заводов, это правда?',
  ],
} as const;

const UP_TO_TRILLION = fc.oneof(
  fc.integer({ min: 2, max: 9999 }),
  fc.integer({ min: 2, max: 999_999_999_999 }),
  round(),
);

/** Values such as 134,000,000: few digits and many zeros. */
function round(): fc.Arbitrary<number> {
  return fc
    .tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 8 }))
    .map(([digits, power]) => Number(`${digits}e${power}`));
}

function written(values: fc.Arbitrary<number>, ...ways: ((value: number) => string)[]): fc.Arbitrary<Written> {
  return fc.tuple(values, fc.constantFrom(...ways)).map(([value, way]) => ({ text: way(value), value }));
}

const grouped = (by: string, sign: string) => (value: number) =>
  String(value).replace(by === '4' ? /\B(?=(\d{4})+$)/g : /\B(?=(\d{3})+$)/g, sign);
const wide = (text: string) => text.replace(/[0-9,.]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
const indian = (value: number) => String(value).replace(/(?<=\d)(?=(?:\d\d)*\d{3}$)/g, ',');

/** Digits in every grouping, with and without decimals; a long run without groups may be a phone number. */
function inDigits(): fc.Arbitrary<Written> {
  const whole = written(
    UP_TO_TRILLION,
    ...[',', '.', ' ', '\u00a0', '\u202f', '\u2009', "'", '’', '_'].map((sign) => grouped('3', sign)),
    (value) => wide(grouped('3', ',')(value)),
    indian,
  );
  const plain = written(fc.integer({ min: 2, max: 9_999_999_999 }), String, (value) => wide(String(value)));
  const many = written(fc.integer({ min: 100_000_000, max: 999_999_999_999 }), grouped('4', ','), grouped('4', ' '));
  const parted = fc
    .tuple(
      fc.integer({ min: 0, max: 99_999_999 }),
      fc.integer({ min: 1, max: 99 }),
      fc.constantFrom([',', '.'], ['.', ','], [' ', ','], ['\u00a0', ','], ["'", '.'], ['', '.'], ['', ',']),
    )
    .map(([value, decimals, [group = '', sign = '']]) => {
      const behind = String(decimals).padStart(2, '0');
      return { text: grouped('3', group)(value) + sign + behind, value: Number(`${value}.${behind}`) };
    });
  return fc.oneof(
    whole,
    plain,
    many.filter(({ text }) => !text.includes(' ') || /^\d+ (?:\d{4} )*0/.test(text)),
    parted,
  );
}

/** Digits with a size word: 16.8 billion, 2,35 млрд, 1.34亿. */
function sized(sizes: [string, number][], signs: string[]): fc.Arbitrary<Written> {
  return fc
    .tuple(
      fc.integer({ min: 1, max: 9999 }),
      fc.integer({ min: 0, max: 999 }),
      fc.integer({ min: 0, max: 3 }),
      fc.constantFrom(...sizes),
      fc.constantFrom(...signs),
    )
    .map(([whole, decimals, places, [size, power], sign]) => {
      const behind = String(decimals).padStart(3, '0').slice(0, places);
      return {
        text: `${whole}${places > 0 ? sign + behind : ''}${size}`,
        value: Number(`${whole}.${behind || '0'}e${power}`),
      };
    });
}

const EN_UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const EN_TENS = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

function englishWords(and: string, hyphen: string): (value: number) => string {
  const small = (value: number): string => {
    if (value >= 100)
      return `${EN_UNITS[Math.floor(value / 100)]} hundred${value % 100 ? and + small(value % 100) : ''}`;
    if (value < 20) return EN_UNITS[value] ?? '';
    return `${EN_TENS[Math.floor(value / 10)]}${value % 10 ? hyphen + EN_UNITS[value % 10] : ''}`;
  };
  return (value) => {
    const words = sections(value, 1000).map(
      ([section, at]) => `${small(section)}${['', ' thousand', ' million', ' billion'][at]}`,
    );
    const last = value % 1000;
    return value > 1000 && last > 0 && last < 100
      ? `${words.slice(0, -1).join(' ')}${and}${words.at(-1)}`
      : words.join(' ');
  };
}

/** The groups of digits of a value that are not zero, the greatest first, each with its rank. */
function sections(value: number, size: number): [section: number, rank: number][] {
  const all: [number, number][] = [];
  for (let rest = value, rank = 0; rest > 0; rest = Math.floor(rest / size), rank++)
    if (rest % size > 0) all.unshift([rest % size, rank]);
  return all;
}

function english(): fc.Arbitrary<Written> {
  const words = englishWords(' and ', '-');
  const spoken = fc
    .tuple(
      fc.integer({ min: 2, max: 999 }),
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 3 }),
      fc.constantFrom(['million', 6], ['billion', 9]),
    )
    .map(([whole, decimals, [size, power]]) => ({
      text: `${words(whole)} point ${decimals.map((digit) => EN_UNITS[digit]).join(' ')} ${size}`,
      value: Number(`${whole}.${decimals.join('')}e${power}`),
    }));
  const halves = fc
    .tuple(
      fc.integer({ min: 2, max: 99 }),
      fc.constantFrom(['thousand', 3], ['million', 6], ['billion', 9]),
      fc.constantFrom('in', 'behind'),
    )
    .map(([whole, [size, power], where]) => ({
      text: where === 'in' ? `${words(whole)} and a half ${size}` : `${words(whole)} ${size} and a half`,
      value: Number(`${whole}.5e${power}`),
    }));
  const sizes: [string, number][] = [
    [' thousand', 3],
    [' million', 6],
    [' billion', 9],
    ['k', 3],
    ['m', 6],
    ['bn', 9],
    ['b', 9],
    [' bn', 9],
    [' mln', 6],
    ['-million', 6],
    [' trillion', 12],
    [' crore', 7],
  ];
  return fc.oneof(
    inDigits(),
    sized(sizes, ['.']),
    written(UP_TO_TRILLION, words, englishWords(' ', '-'), englishWords(' and ', ' '), (value) =>
      words(value).toUpperCase(),
    ),
    spoken,
    halves,
  );
}

const RU_UNITS =
  ' один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать'.split(
    ' ',
  );
const RU_UNITS_OF =
  ' одного двух трех четырех пяти шести семи восьми девяти десяти одиннадцати двенадцати тринадцати четырнадцати пятнадцати шестнадцати семнадцати восемнадцати девятнадцати'.split(
    ' ',
  );
const RU_TENS = '- - двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто'.split(' ');
const RU_TENS_OF = '- - двадцати тридцати сорока пятидесяти шестидесяти семидесяти восьмидесяти девяноста'.split(' ');
const RU_HUNDREDS = '- сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот'.split(' ');
const RU_HUNDREDS_OF = '- ста двухсот трёхсот четырёхсот пятисот шестисот семисот восьмисот девятисот'.split(' ');
const RU_SIZES = [
  [],
  ['тысяча', 'тысячи', 'тысяч'],
  ['миллион', 'миллиона', 'миллионов'],
  ['миллиард', 'миллиарда', 'миллиардов'],
];

function russianWords(genitive: boolean): (value: number) => string {
  const [units, tens, hundreds] = genitive
    ? [RU_UNITS_OF, RU_TENS_OF, RU_HUNDREDS_OF]
    : [RU_UNITS, RU_TENS, RU_HUNDREDS];
  const small = (value: number, rank: number): string[] => {
    const rest = value % 100;
    const unit = rest < 20 ? rest : rest % 10;
    const word = rank === 1 && !genitive ? ({ 1: 'одна', 2: 'две' }[unit] ?? units[unit]) : units[unit];
    return [
      ...(value >= 100 ? [hundreds[Math.floor(value / 100)] ?? ''] : []),
      ...(rest >= 20 ? [tens[Math.floor(rest / 10)] ?? ''] : []),
      ...(unit > 0 ? [word ?? ''] : []),
    ];
  };
  return (value) =>
    sections(value, 1000)
      .flatMap(([section, rank]) => [
        ...small(section, rank),
        ...(rank > 0 ? [sizeFor(section, RU_SIZES[rank] ?? [], genitive)] : []),
      ])
      .join(' ');
}

function sizeFor(count: number, [one = '', few = '', many = '']: string[], genitive = false): string {
  const [rest, unit] = [count % 100, count % 10];
  if (genitive) return unit === 1 && rest !== 11 ? few : many;
  if (rest > 10 && rest < 20) return many;
  return unit === 1 ? one : unit > 1 && unit < 5 ? few : many;
}

function russian(): fc.Arbitrary<Written> {
  const words = russianWords(false);
  const halves = fc
    .tuple(fc.integer({ min: 2, max: 99 }), fc.constantFrom(['тысячи', 3], ['миллиона', 6], ['миллиарда', 9]))
    .map(([whole, [size, power]]) => ({
      text: `${words(whole)} с половиной ${size}`,
      value: Number(`${whole}.5e${power}`),
    }));
  const whole = fc.constantFrom(
    { text: 'полтора миллиарда', value: 1.5e9 },
    { text: 'полторы тысячи', value: 1500 },
    { text: 'полмиллиона', value: 5e5 },
    { text: 'пол-миллиарда', value: 5e8 },
    { text: 'полтораста', value: 150 },
    { text: 'полсотни', value: 50 },
  );
  const spoken = fc
    .tuple(fc.integer({ min: 2, max: 999 }), fc.integer({ min: 2, max: 9 }), fc.constantFrom('целых', 'и'))
    .map(([before, tenths, joint]) => ({
      text: `${words(before)} ${joint} ${RU_UNITS[tenths]} десятых миллиарда`,
      value: Number(`${before}.${tenths}e9`),
    }));
  const sizes: [string, number][] = [
    [' тыс.', 3],
    [' тыс', 3],
    [' тысячи', 3],
    [' млн', 6],
    [' миллиона', 6],
    [' млрд', 9],
    ['млрд', 9],
    [' миллиардов', 9],
    [' тыщ', 3],
    [' лямов', 6],
    ['к', 3],
    [' трлн', 12],
  ];
  return fc.oneof(
    inDigits(),
    sized(sizes, ['.', ',']),
    written(UP_TO_TRILLION, words, russianWords(true)),
    halves,
    spoken,
    whole,
  );
}

const HAN = {
  simple: ['零一二三四五六七八九', '十百千', '万亿'],
  money: ['零壹贰叁肆伍陆柒捌玖', '拾佰仟', '万亿'],
  traditional: ['零一二三四五六七八九', '十百千', '萬億'],
};

function hanWords([digits = '', units = '', sizes = '']: string[]): (value: number) => string {
  const section = (value: number): string =>
    String(value)
      .split('')
      .map((digit, at, all) => (digit === '0' ? '零' : `${digits[Number(digit)]}${units[all.length - at - 2] ?? ''}`))
      .join('')
      .replace(/零+/g, '零')
      .replace(/零$/, '');
  return (value) => {
    let text = '';
    let rank = Number.POSITIVE_INFINITY;
    for (const [part, at] of sections(value, 10_000)) {
      if (text !== '' && (part < 1000 || rank - at > 1)) text += '零';
      text += section(part) + (at > 0 ? sizes[at - 1] : '');
      rank = at;
    }
    return text;
  };
}

function chinese(): fc.Arbitrary<Written> {
  const simple = hanWords(HAN.simple);
  const upTo = fc.oneof(
    fc.integer({ min: 11, max: 99_999 }),
    fc.integer({ min: 11, max: 999_999_999_999 }),
    round().filter((value) => value > 10),
  );
  const inWords = written(
    upTo,
    simple,
    hanWords(HAN.money),
    hanWords(HAN.traditional),
    (value) => simple(value).replace(/^一十/, '十'),
    (value) => simple(value).replaceAll('零', '〇'),
    (value) => simple(value).replace(/二(?=[千万亿])/g, '两'),
  );
  const mixed = fc
    .tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 9999 }), fc.constantFrom('亿万', '万'))
    .map(([high, low, sizes]) => ({
      text: sizes === '万' ? `${high}万${String(low).padStart(4, '0')}` : `${high}亿${low}万`,
      value: sizes === '万' ? high * 1e4 + low : high * 1e8 + low * 1e4,
    }));
  const digit = [...'零一二三四五六七八九'];
  const spoken = fc
    .tuple(
      fc.integer({ min: 1, max: 9999 }),
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 3 }),
      fc.constantFrom(['万', 4], ['亿', 8]),
    )
    .map(([whole, decimals, [size, power]]) => ({
      text: `${simple(whole)}点${decimals.map((one) => digit[one]).join('')}${size}`,
      value: Number(`${whole}.${decimals.join('')}e${power}`),
    }));
  const halves = fc
    .tuple(fc.integer({ min: 1, max: 99 }), fc.constantFrom(['万', 4], ['亿', 8]))
    .map(([whole, [size, power]]) => ({ text: `${simple(whole)}${size}半`, value: Number(`${whole}.5e${power}`) }));
  return fc.oneof(
    inDigits(),
    sized(
      [
        ['万', 4],
        ['亿', 8],
        [' 亿', 8],
        ['千', 3],
        ['百万', 6],
        ['千万', 7],
        ['万亿', 12],
      ],
      ['.'],
    ),
    inWords,
    mixed,
    spoken,
    halves,
  );
}
