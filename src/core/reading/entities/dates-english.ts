import type { DateRule } from './date-rule.ts';

/** "May" and "march" alone are a polite verb and a walk: they are months beside a year only. */
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
/** What may stand between a month and its year, and the year: " 5th, 2016", ". 2014", " of 2022". */
const YEAR_BEHIND = '\\.?(?: \\d{1,2}(?:st|nd|rd|th)?)?,? (?:of )?((?:19|20)\\d\\d)\\b';
const monthOf = (name = '') => MONTHS.indexOf(name.slice(0, 3)) + 1;

const UNITS = 'one two three four five six seven eight nine'.split(' ');
const TEENS = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
/** "Nineteen ninety-eight", "twenty ten", "twenty oh seven". */
const SPOKEN = new RegExp(
  `\\b(nineteen|twenty)[ -](?:(${TEENS.join('|')})|(${TENS.join('|')})(?:[ -](${UNITS.join('|')}))?|(?:oh|o)[ -](${UNITS.join('|')}))\\b(?! (?:hundred|thousand|million|billion))`,
  'g',
);

export const ENGLISH_DATES: readonly DateRule[] = [
  {
    name: 'December 2023',
    pattern: new RegExp(`\\b${MONTH}${YEAR_BEHIND}`, 'g'),
    read: ([, month, year]) => ({ year: Number(year), month: monthOf(month) }),
  },
  {
    name: '2023 December',
    pattern: new RegExp(`\\b((?:19|20)\\d\\d),? ${MONTH}\\b`, 'g'),
    read: ([, year, month]) => ({ year: Number(year), month: monthOf(month) }),
  },
  {
    name: 'in July',
    pattern: new RegExp(
      `\\b(?:in|since|of|from|until|by|during) ${MONTH}\\b(?! (?:be|i|we|you|have))(?!${YEAR_BEHIND})`,
      'g',
    ),
    read: ([, month]) => ({ month: monthOf(month) }),
  },
  {
    name: 'nineteen ninety-eight',
    pattern: SPOKEN,
    read: ([, century, teen, ten, unit, small]) => {
      const rest = teen
        ? 10 + TEENS.indexOf(teen)
        : ten
          ? 20 + 10 * TENS.indexOf(ten) + (unit ? UNITS.indexOf(unit) + 1 : 0)
          : UNITS.indexOf(small ?? '') + 1;
      return { year: (century === 'twenty' ? 2000 : 1900) + rest };
    },
  },
  {
    name: "'22",
    pattern: /(?<![\p{L}\d])(?:['’]|fy ?)(\d\d)(?![\d'’])/gu,
    read: ([, year]) => ({ year: 2000 + Number(year) }),
  },
  {
    name: 'the latest',
    pattern: /\b(?:latest|newest|most recent|most up to date|freshest)\b/g,
    read: () => ({ latest: true }),
  },
  {
    name: 'last year',
    pattern:
      /\b(?:last|next|this|past|previous|prior|following) (?:year|month|week|quarter|decade|spring|summer|autumn|winter)\b|\b(?:years?|months?|weeks?|decades?) ago\b|\b(?:yesterday|tomorrow)\b/g,
    read: () => ({ relative: true }),
  },
];
