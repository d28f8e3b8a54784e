import type { DateRule } from './date-rule.ts';

const MONTHS = 'январ феврал март апрел ма июн июл август сентябр октябр ноябр декабр'.split(' ');
const MONTH =
  '(январ[яьею]|феврал[яьею]|март[аеу]?|апрел[яьею]|ма[йяею]|июн[яьею]|июл[яьею]|август[аеу]?|сентябр[яьею]|октябр[яьею]|ноябр[яьею]|декабр[яьею])';
const monthOf = (written = '') =>
  MONTHS.findIndex((stem) => written.startsWith(stem) && (stem !== 'ма' || written.length === 3)) + 1;

const ORDINALS =
  'перв втор трет четверт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат двадцат'.split(
    ' ',
  );
const ENDING = '(?:ый|ой|ий|ого|его|ьего|ом|ем|ьем|ым|ому)';
/** "Двадцать первый", "шестнадцатом": the years of this century as they are spoken. */
const SPOKEN = new RegExp(`(?<!\\p{L})(?:(двадцать)[ -])?(${ORDINALS.join('|')})${ENDING}(?!\\p{L})`, 'gu');

export const RUSSIAN_DATES: readonly DateRule[] = [
  {
    name: 'декабрь 2023',
    pattern: new RegExp(`(?<!\\p{L})${MONTH} ((?:19|20)\\d\\d)`, 'gu'),
    read: ([, month, year]) => ({ year: Number(year), month: monthOf(month) }),
  },
  {
    name: 'в июле',
    pattern: new RegExp(`(?<!\\p{L})(?:в|с|за|до|на) ${MONTH}(?!\\p{L})`, 'gu'),
    read: ([, month]) => ({ month: monthOf(month) }),
  },
  {
    name: 'в 21-м, за 16 год',
    pattern: /(?<![\d\p{L}.,])(\d\d)(?=-?(?:го|м|й|ый|ом|ого)(?!\p{L})|[ -](?:год|г\.))/gu,
    read: ([, year]) => ({ year: 2000 + Number(year) }),
  },
  {
    name: 'в двадцать первом году',
    pattern: SPOKEN,
    read: (match) => {
      const [, tens, ordinal = ''] = match;
      const isYear = /^ год/u.test(match.input.slice(match.index + match[0].length));
      const value = (tens ? 20 : 0) + ORDINALS.indexOf(ordinal) + 1;
      return isYear || value > 20 ? { year: 2000 + value } : undefined;
    },
  },
  {
    name: 'последние',
    pattern: /(?<!\p{L})(?:самы[ейх]+ (?:свежи|новы|последни)\p{L}*|новейш\p{L}*)/gu,
    read: () => ({ latest: true }),
  },
  {
    name: 'в прошлом году',
    pattern:
      /(?<!\p{L})(?:(?:поза)?прошл|эт|следующ|предыдущ|будущ|текущ)\p{L}{1,3} (?:год|месяц|недел|квартал)\p{L}*|(?:год|лет|месяцев|месяц|месяца) назад|(?<!\p{L})(?:вчера|завтра)(?!\p{L})/gu,
    read: () => ({ relative: true }),
  },
];
