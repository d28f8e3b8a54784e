import type { DateRule } from './date-rule.ts';

const SIGNS = '〇一二三四五六七八九';
const digitOf = (sign: string) => (sign === '零' ? 0 : SIGNS.indexOf(sign));
const DIGIT = `[${SIGNS}零]`;
const CHINESE_MONTHS = '一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月'.split(' ');
const MONTH = '(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月';

function monthOf(written = ''): number {
  return /\d/.test(written) ? Number(written) : CHINESE_MONTHS.indexOf(`${written}月`) + 1;
}

/** "16年" is of this century, "98年" of the last. */
function yearOf(written: string): number {
  const digits = Number([...written].map((sign) => (/\d/.test(sign) ? sign : digitOf(sign))).join(''));
  if (written.length > 2) return digits;
  return digits < FIRST_OF_LAST_CENTURY ? 2000 + digits : 1900 + digits;
}
const FIRST_OF_LAST_CENTURY = 50;

export const CHINESE_DATES: readonly DateRule[] = [
  {
    name: '2023年12月',
    pattern: new RegExp(`(?<!\\d)((?:19|20)\\d\\d|${DIGIT}{4}|\\d\\d)年(?:的)?${MONTH}`, 'g'),
    read: ([, year = '', month]) => ({ year: yearOf(year), month: monthOf(month) }),
  },
  {
    name: '2023年, 二〇二三年, 23年',
    pattern: new RegExp(`(?<!\\d)((?:19|20)\\d\\d|[一二]${DIGIT}{3}|\\d\\d)年(?![前后间内])`, 'g'),
    read: ([, year = '']) => ({ year: yearOf(year) }),
  },
  {
    name: '17到22年',
    pattern: /(?<!\d)(\d\d)(?=(?:年)?(?:到|至|-|、|和)\d\d年)/g,
    read: ([, year = '']) => ({ year: yearOf(year) }),
  },
  {
    name: '二〇二三',
    pattern: new RegExp(`(?<!${DIGIT})((?:二[〇零]|一九)${DIGIT}{2})(?!${DIGIT}|年|[千百十万亿])`, 'g'),
    read: ([, year = '']) => ({ year: yearOf(year) }),
  },
  {
    name: '7月',
    pattern: new RegExp(`(?<![年\\d\\p{Script=Han}])${MONTH}(?!\\p{Script=Han}?以?[前后内])`, 'gu'),
    read: ([, month]) => ({ month: monthOf(month) }),
  },
  { name: '最新', pattern: /最新|最近一[期年次]/g, read: () => ({ latest: true }) },
  {
    name: '去年',
    pattern:
      /去年|今年|明年|前年|后年|上一年|昨天|明天|上个月|下个月|本月|这个月|[一二三两几十\d]+年前|往年|近[三五十]年/g,
    read: () => ({ relative: true }),
  },
];
