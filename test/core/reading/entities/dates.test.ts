import { describe, expect, it } from 'vitest';
import { normalise } from '../../../../src/core/language/normalise.ts';
import { tokenise } from '../../../../src/core/language/tokens.ts';
import { DATE_RULES, findDates } from '../../../../src/core/reading/entities/dates.ts';

/** What each rule reads, by its name, and what only looks like it. */
const TABLE: Record<string, { reads: [text: string, date: string][]; leaves: string[] }> = {
  '2023-12-25': {
    reads: [
      ['as of 2023-12-25', '2023-12'],
      ['2016-07 figures', '2016-07'],
      ['截至2014-09的数据', '2014-09'],
      ['на 2023-01-31', '2023-01'],
    ],
    leaves: ['2012-2016', '2016-17', '1234-05-06', '02-2016-05-3-1'],
  },
  '25.12.2023': {
    reads: [
      ['as of 25.12.2023', '2023-12'],
      ['на 1.7.2016', '2016-07'],
      ['31/12/2020', '2020-12'],
    ],
    leaves: ['12.2023', '1.25.2023', '25.12.3023', 'v1.25.12.20234'],
  },
  '2023': {
    reads: [
      ['labs in 2023', '2023'],
      ['вузы в 2016 г', '2016'],
      ['2020高校', '2020'],
      ['1998?', '1998'],
    ],
    leaves: ['2,023 labs', '$2023', '2023%', '2023 companies', '2023家企业', '2023 патента', '2016.5', '12023', '3023'],
  },
  'December 2023': {
    reads: [
      ['in December 2023', '2023-12'],
      ['Sept. 2014', '2014-09'],
      ['May 5, 2016', '2016-05'],
      ['july of 2022', '2022-07'],
      ['Dec 31st 2020', '2020-12'],
    ],
    leaves: ['december', 'decembers 2023', 'december 3023', 'may 500'],
  },
  '2023 December': {
    reads: [
      ['2023 December', '2023-12'],
      ['2016, July', '2016-07'],
      ['2014 sept', '2014-09'],
    ],
    leaves: ['2023 marching', '2023 mayor', '2023 decades'],
  },
  'in July': {
    reads: [
      ['what about in july?', '-07'],
      ['since March', '-03'],
      ['until the end of december', '-12'],
    ],
    leaves: ['may i ask', 'in may i see it', 'march on', 'in mayors', 'july'],
  },
  'nineteen ninety-eight': {
    reads: [
      ['back in nineteen ninety-eight', '1998'],
      ['twenty sixteen', '2016'],
      ['twenty twenty three', '2023'],
      ['twenty oh seven', '2007'],
      ['nineteen twelve', '1912'],
    ],
    leaves: ['nineteen hundred labs', 'twenty twenty thousand', 'twenty labs', 'nineteen'],
  },
  "'22": {
    reads: [
      ["labs in '22", '2022'],
      ['in ’16', '2016'],
      ['FY 20 numbers', '2020'],
      ['fy23', '2023'],
    ],
    leaves: ["it's 22", "'221", "1'22", "'22'"],
  },
  'the latest': {
    reads: [
      ['the latest number', 'latest'],
      ['most recent count', 'latest'],
      ['newest data', 'latest'],
    ],
    leaves: ['later', 'latestness', 'recent', 'new'],
  },
  'last year': {
    reads: [
      ['labs last year', 'relative'],
      ['next month', 'relative'],
      ['three years ago', 'relative'],
      ['as of yesterday', 'relative'],
      ['the past decade', 'relative'],
    ],
    leaves: ['last one', 'the year', 'years', 'ago'],
  },
  '2023年12月': {
    reads: [
      ['2023年12月的企业', '2023-12'],
      ['2016年7月', '2016-07'],
      ['二〇二二年九月', '2022-09'],
      ['22年10月', '2022-10'],
    ],
    leaves: ['2023年', '12月', '2023年13月份没有', '120237年5个月'],
  },
  '2023年, 二〇二三年, 23年': {
    reads: [
      ['2023年有多少', '2023'],
      ['二〇二三年', '2023'],
      ['16年的高校', '2016'],
      ['98年', '1998'],
    ],
    leaves: ['16年前', '三十年', '10年间', '12345年'],
  },
  '17到22年': {
    reads: [
      ['17到22年', '2017 2022'],
      ['17年至22年', '2017 2022'],
      ['16和20年的数据', '2016 2020'],
    ],
    leaves: ['17到22家', '117到22年', '17个到22年'],
  },
  二〇二三: {
    reads: [
      ['二〇二三的数据', '2023'],
      ['二零一六有多少', '2016'],
      ['一九九八', '1998'],
    ],
    leaves: ['二〇二三千', '二零一六万', '二〇二', '二〇二三四'],
  },
  '7月': {
    reads: [
      ['7月的数据', '-07'],
      ['12月呢', '-12'],
      ['十二月', '-12'],
      ['九月', '-09'],
    ],
    leaves: ['三个月', '13月', '每7月', '7月以前'],
  },
  最新: {
    reads: [
      ['最新数据', 'latest'],
      ['高校的最新数量', 'latest'],
      ['最近一年的', 'latest'],
    ],
    leaves: ['新区', '最近', '新的'],
  },
  去年: {
    reads: [
      ['去年有多少', 'relative'],
      ['今年的高校', 'relative'],
      ['三年前', 'relative'],
      ['本月', 'relative'],
    ],
    leaves: ['年份', '过去', '年度'],
  },
  'декабрь 2023': {
    reads: [
      ['в декабре 2023 года', '2023-12'],
      ['сентябрь 2014', '2014-09'],
      ['на май 2016', '2016-05'],
      ['к декабрю 2022', '2022-12'],
      ['августу 2023 года', '2023-08'],
    ],
    leaves: ['декабрь', 'март-апрель', 'декабрь 3023', 'майский 2016'],
  },
  'в июле': {
    reads: [
      ['а в июле?', '-07'],
      ['за декабрь', '-12'],
      ['до мая', '-05'],
      ['на сентябрь', '-09'],
    ],
    leaves: ['июль', 'в маршрут', 'в майке', 'майские'],
  },
  'в 21-м, за 16 год': {
    reads: [
      ['в 21-м', '2021'],
      ['за 16 год', '2016'],
      ['в 20-ом году', '2020'],
      ['на конец 22 г.', '2022'],
    ],
    leaves: ['21 вуз', '121-м', '5,16 год', '16 лет'],
  },
  'в двадцать первом году': {
    reads: [
      ['в двадцать первом году', '2021'],
      ['в шестнадцатом году', '2016'],
      ['в двадцать втором', '2022'],
      ['за двадцатый год', '2020'],
    ],
    leaves: ['первый вуз', 'второй', 'двадцать вузов', 'в первом'],
  },
  последние: {
    reads: [
      ['самые свежие данные', 'latest'],
      ['самые последние цифры', 'latest'],
      ['новейшие данные', 'latest'],
    ],
    leaves: ['новые вузы', 'последний вариант', 'свежие'],
  },
  'в прошлом году': {
    reads: [
      ['в прошлом году', 'relative'],
      ['в этом месяце', 'relative'],
      ['три года назад было пять лет назад', 'relative'],
      ['на следующий год', 'relative'],
      ['вчера', 'relative'],
    ],
    leaves: ['в году', 'прошлое', 'этот вуз', 'назад'],
  },
};

function datesOf(message: string): string {
  const { text } = normalise(message);
  return findDates(text, tokenise(text))
    .map((one) => (one.kind === 'date' ? one.date : one.kind))
    .join(' ');
}

function readBy(rule: string, message: string): boolean {
  const { pattern, read } = DATE_RULES.find(({ name }) => name === rule) as (typeof DATE_RULES)[number];
  return [...normalise(message).text.matchAll(pattern)].some((match) => read(match) !== undefined);
}

it('every rule has its rows', () => {
  expect(DATE_RULES.map(({ name }) => name).sort()).toEqual(Object.keys(TABLE).sort());
  for (const { reads, leaves } of Object.values(TABLE)) {
    expect(reads.length).toBeGreaterThanOrEqual(3);
    expect(leaves.length).toBeGreaterThanOrEqual(3);
  }
});

describe.each(Object.entries(TABLE))('"%s"', (rule, { reads, leaves }) => {
  it.each(reads)('reads %s', (message, date) => {
    expect(datesOf(message)).toBe(date);
    expect(readBy(rule, message)).toBe(true);
  });

  it.each(leaves)('leaves %s', (message) => {
    expect(readBy(rule, message)).toBe(false);
  });
});

describe('of two dates that overlap the longer one is kept, and dates stand in their order', () => {
  it.each<[string, string]>([
    ['from July 2016 to December 2020', '2016-07 2020-12'],
    ['since September 2014', '2014-09'],
    ['until May 5, 2016', '2016-05'],
    ['2016年7月和2020年', '2016-07 2020'],
    ['с декабря 2016 до 2020', '2016-12 2020'],
    ['2020, 2016 and the latest', '2020 2016 latest'],
  ])('%s', (message, dates) => {
    expect(datesOf(message)).toBe(dates);
  });
});
