import { describe, expect, it } from 'vitest';
import type { NumberEntity } from '../../../../src/core/reading/analysis.ts';
import { perceive, writtenIn } from '../../../support/reading.ts';

function numbersIn(message: string): NumberEntity[] {
  return perceive(message).entities.filter((one): one is NumberEntity => one.kind === 'number');
}

describe('a quantity has its value, bound and unit', () => {
  it.each<[string, Partial<NumberEntity>]>([
    ['is it 48 universities?', { value: 48 }],
    ['229个实验室吗', { value: 229 }],
    ['там 745 предприятий?', { value: 745 }],
    ['over 16.8 billion yuan', { value: 16_800_000_000, bound: 'over', unit: 'CNY' }],
    ['超过168亿元', { value: 16_800_000_000, bound: 'over', unit: 'CNY' }],
    ['более 16,8 млрд юаней', { value: 16_800_000_000, bound: 'over', unit: 'CNY' }],
    ['at least 3,000 incubators', { value: 3000, bound: 'over' }],
    ['至少三千家', { value: 3000, bound: 'over' }],
    ['не менее трех тысяч', { value: 3000, bound: 'over' }],
    ['fewer than 50', { value: 50, bound: 'under' }],
    ['不到50所', { value: 50, bound: 'under' }],
    ['меньше 50', { value: 50, bound: 'under' }],
    ['about 1,800 companies', { value: 1800, bound: 'about' }],
    ['大约1800家', { value: 1800, bound: 'about' }],
    ['около 1800 компаний', { value: 1800, bound: 'about' }],
    ['$2.353 billion', { value: 2_353_000_000, unit: 'USD' }],
    ['22.9 percent', { value: 22.9, unit: 'percent' }],
    ['22.9%', { value: 22.9, unit: 'percent' }],
    ['百分之二十三', { value: 23, unit: 'percent' }],
    ['23 процента', { value: 23, unit: 'percent' }],
    ['40 to 50 labs', { value: 40, upper: 50 }],
    ['40到50个', { value: 40, upper: 50 }],
    ['от 40 до 50', { value: 40, upper: 50 }],
  ])('%s', (message, entity) => {
    const found = numbersIn(message);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject(entity);
    if (entity.bound === undefined) expect(found[0]).not.toHaveProperty('bound');
  });
});

describe('ordinals, dates and the numbers of names are no quantities', () => {
  it.each([
    'the second batch',
    'the 3rd one',
    '第三批',
    'третья партия',
    'labs in 2016',
    '2016年7月的数据',
    'в декабре 2023 года',
    'how many labs',
    '有多少',
  ])('%s', (message) => {
    expect(numbersIn(message)).toEqual([]);
  });
});

describe('a number stands where it is written', () => {
  it.each<[string, string[]]>([
    ['48 universities and 229 labs', ['48', '229']],
    ['48所高校和229个实验室', ['48', '229']],
    ['2 185 предприятий, 36 гигантов', ['2 185', '36']],
  ])('%s', (message, written) => {
    const percept = perceive(message);
    expect(
      percept.entities
        .filter(({ kind }) => kind === 'number')
        .map((one) => writtenIn(percept, one).match(/\d[\d ]*\d|\d/)?.[0]),
    ).toEqual(written);
  });
});

describe('what may be a piece of a number is marked', () => {
  it.each(['1,75,1 companies', '12.34.56 labs', '1,7,51 вузов'])('%s', (message) => {
    const found = numbersIn(message);
    expect(found.every((one) => one.unreadable)).toBe(true);
  });
});
