import { describe, expect, it } from 'vitest';
import { reportOf } from '../../src/core/messages/report.ts';
import { loadCatalogue } from '../../src/data/load.ts';
import { botOf } from '../support/bot.ts';

const bot = botOf(await loadCatalogue());

describe('a bare number', () => {
  it.each([
    ['what is 1,180?', 'high-tech companies in Harbin, as of 2020'],
    ['where does 1281 come from', 'high-tech companies in Harbin New Area, as stated on 24 August 2024'],
    ['11108', 'invention patents in force in Shenyang, as of December 2016'],
    ['11,198', 'invention patent applications received from applicants in Harbin, in 2016'],
  ])('is told with the place and time that it is of: %s', async (asked, told) => {
    const report = reportOf(await bot.reply({ asked, conversation: asked }));
    expect(report.text).toContain(told);
    expect(report.numbers.map(({ value }) => value)).toEqual([Number(/[\d,]+/.exec(asked)?.[0].replace(',', ''))]);
  });

  it('that is no value of any figure is said to be none', async () => {
    const report = reportOf(await bot.reply({ asked: 'what is 1,234?', conversation: 'none' }));
    expect(report).toMatchObject({ kind: 'unknown', numbers: [] });
  });
});

describe('a number in words', () => {
  it.each([
    ['правда ли, что в Харбине больше трёхсот исследовательских центров?', /^Нет.* 250 /],
    ['в Харбине меньше пятидесяти вузов, верно?', /^Да.* 48 /],
    ['более девятисот предприятий получили премии?', /^Нет.* 745 /],
  ])('is held against the figure in every case: %s', async (asked, told) => {
    const [first] = reportOf(await bot.reply({ asked, conversation: asked })).text.split('\n');
    expect(first).toMatch(told);
  });
});

describe('a statement with a number and a question mark', () => {
  it.each([
    ['over 900 enterprises received awards?', /^No.* 745 /],
    ['48 universities in Harbin?', /^Yes.* 48 /],
    ['哈尔滨有超过60所高校?', /^不.*48/],
    ['в Харбине 229 ключевых лабораторий?', /^Да.* 229 /],
  ])('is ruled on: %s', async (asked, told) => {
    const report = reportOf(await bot.reply({ asked, conversation: asked }));
    expect(report.text.split('\n')[0]).toMatch(told);
  });
});
