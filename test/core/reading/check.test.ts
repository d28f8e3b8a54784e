import { describe, expect, it } from 'vitest';
import { createAnswerer } from '../../../src/core/answers/answerer.ts';
import type { FigureClaim } from '../../../src/core/question.ts';
import { createReader } from '../../../src/core/reading/read.ts';
import { catalogue } from '../../support/reading.ts';

const reader = createReader(catalogue);
const answer = createAnswerer(catalogue);

function claimsIn(text: string): FigureClaim[] {
  const { question } = reader.check(text);
  return question.kind === 'check' ? question.claims : [];
}

/** "figure verdict" of every number that is ruled on. */
function rulingsOf(text: string): string[] {
  const found = answer(reader.check(text).question);
  if (found.kind !== 'check') return [];
  return found.findings.flatMap((one) =>
    one.kind === 'ruled' ? [`${one.judged.stated.figure.id} ${one.judged.judgement.verdict}`] : [],
  );
}

describe('what is true is confirmed in every notation', () => {
  it.each<[string, string]>([
    ['Harbin has 48 universities', 'universities'],
    ['Harbin has forty-eight universities', 'universities'],
    ['哈尔滨有48所高校', 'universities'],
    ['哈尔滨有四十八所高校', 'universities'],
    ['哈尔滨有４８所高校', 'universities'],
    ['В Харбине 48 вузов', 'universities'],
    ['В Харбине сорок восемь вузов', 'universities'],
    ['Harbin has 1,751 high-tech companies', 'high-tech-companies'],
    ['Harbin has 1751 high-tech companies', 'high-tech-companies'],
    ['Harbin has 1 751 high-tech companies', 'high-tech-companies'],
    ["Harbin has 1'751 high-tech companies", 'high-tech-companies'],
    ['В Харбине 1 751 высокотехнологичное предприятие', 'high-tech-companies'],
    ['В Харбине 1.751 высокотехнологичных предприятий', 'high-tech-companies'],
    ['哈尔滨有1751家高新技术企业', 'high-tech-companies'],
    ['哈尔滨有一千七百五十一家高新技术企业', 'high-tech-companies'],
    ['The planned investment is 16.8 billion yuan', 'planned-investment'],
    ['The planned investment is 16,800 million yuan', 'planned-investment'],
    ['The planned investment is RMB 16.8bn', 'planned-investment'],
    ['The planned investment is 16,800,000,000 yuan', 'planned-investment'],
    ['计划总投资168亿元', 'planned-investment'],
    ['计划总投资一百六十八亿元', 'planned-investment'],
    ['计划总投资1680000万元', 'planned-investment'],
    ['Планируемые инвестиции — 16,8 млрд юаней', 'planned-investment'],
    ['Планируемые инвестиции составляют 16 800 млн юаней', 'planned-investment'],
    ['award funding of 134 million yuan', 'award-funding'],
    ['奖励资金1.34亿元', 'award-funding'],
    ['поощрения в размере 134 млн юаней', 'award-funding'],
  ])('%s', (text, id) => {
    expect(rulingsOf(text)).toEqual([`${id} matches`]);
  });
});

describe('what is false is contradicted', () => {
  it.each<[string, string]>([
    ['Harbin has 49 universities', 'universities'],
    ['哈尔滨有300所高校', 'universities'],
    ['В Харбине 300 вузов', 'universities'],
    ['award funding of 999 million yuan', 'award-funding'],
    ['奖励资金9.99亿元', 'award-funding'],
  ])('%s', (text, id) => {
    expect(rulingsOf(text)).toEqual([`${id} contradicts`]);
  });
});

describe('a piece of a number is never ruled on', () => {
  it.each([
    'Harbin has 1,75,1 universities',
    'Harbin has 4.8.48 universities',
    'Harbin has 48,48,48 universities',
    '哈尔滨有4,8,48所高校',
    'В Харбине 4.8.48 вузов',
    'В Харбине 1,75,1 вузов',
  ])('%s', (text) => {
    expect(claimsIn(text)).toEqual([]);
    expect(rulingsOf(text)).toEqual([]);
  });
});

describe('a claim says its bound, currency, year and place, as far as the text names them', () => {
  it.each<[string, Partial<FigureClaim>]>([
    ['Harbin has over 40 universities', { figure: 'universities', values: [40], bound: 'over' }],
    ['哈尔滨有超过40所高校', { figure: 'universities', values: [40], bound: 'over' }],
    ['В Харбине более 40 вузов', { figure: 'universities', values: [40], bound: 'over' }],
    ['The planned investment is $2.35 billion', { figure: 'planned-investment', values: [2_350_000_000], unit: 'USD' }],
    ['计划总投资23.53亿美元', { figure: 'planned-investment', values: [2_353_000_000], unit: 'USD' }],
    ['Планируемые инвестиции составляют 2,353 млрд долларов', { figure: 'planned-investment', unit: 'USD' }],
    ['In 2020 Harbin had 1,180 high-tech companies', { figure: 'high-tech-companies', year: 2020 }],
    ['2020年哈尔滨有1180家高新技术企业', { figure: 'high-tech-companies', year: 2020 }],
    ['В 2020 году в Харбине было 1180 высокотехнологичных предприятий', { figure: 'high-tech-companies', year: 2020 }],
    ['Heilongjiang has 78 universities', { figure: 'universities', place: 'heilongjiang' }],
    ['黑龙江有78所高校', { figure: 'universities', place: 'heilongjiang' }],
    ['В Хэйлунцзяне 78 вузов', { figure: 'universities', place: 'heilongjiang' }],
    ['The city has invested 16.8 billion yuan in key projects', { values: [16_800_000_000], done: true }],
  ])('%s', (text, claim) => {
    expect(claimsIn(text)).toEqual([expect.objectContaining(claim)]);
  });

  it.each(['Harbin has 48 universities', '哈尔滨有48所高校', 'В Харбине 48 вузов'])('and no more: %s', (text) => {
    expect(claimsIn(text)).toEqual([{ figure: 'universities', values: [48], bound: 'exactly', quote: text }]);
  });
});

describe('each number of a text is a claim of its own, in its order', () => {
  it.each<[string, string[]]>([
    ['Harbin has 48 universities and 229 key laboratories.', ['universities 48', 'key-laboratories 229']],
    ['哈尔滨有48所高校，229个重点实验室。', ['universities 48', 'key-laboratories 229']],
    ['В Харбине 48 вузов и 229 ключевых лабораторий.', ['universities 48', 'key-laboratories 229']],
    ['48 universities. In 2016! 36 little giants', ['universities 48', 'little-giants 36']],
  ])('%s', (text, claims) => {
    expect(claimsIn(text).map(({ figure, values }) => `${figure} ${values[0]}`)).toEqual(claims);
  });
});

describe('years, ordinals and texts without numbers claim nothing', () => {
  it.each([
    'Harbin has many universities',
    'In 2016 Harbin had universities',
    'the first of the universities',
    '哈尔滨有很多高校',
    '2016年的高校',
    'В Харбине много вузов',
    '',
  ])('%s', (text) => {
    expect(reader.check(text).question).toEqual({ kind: 'unknown', missing: { kind: 'no-number' }, near: [] });
  });
});

describe('a number that nothing held counts is named with its words', () => {
  it.each(['There were 520 zebras in the zoo', '动物园里有520只长颈鹿', 'В зоопарке 520 жирафов'])('%s', (text) => {
    const { question } = reader.check(text);
    expect(question).toMatchObject({ kind: 'check', claims: [] });
    expect(question.kind === 'check' && question.unread?.map(({ quote }) => quote)).toEqual([text]);
  });
});

describe('at most twenty numbers are ruled on, and it is said how far', () => {
  it.each(['Harbin has 48 universities. ', '哈尔滨有48所高校。', 'В Харбине 48 вузов. '])('%s', (sentence) => {
    const { question } = reader.check(sentence.repeat(30));
    expect(question).toMatchObject({ kind: 'check', most: expect.any(Number) });
    expect(claimsIn(sentence.repeat(30))).toHaveLength(20);
    expect(question.kind === 'check' && question.most).toBeLessThan(sentence.length * 21);
  });
});

describe('of several figures that a clause names, the one that has this very value is meant', () => {
  it.each<[string, string]>([
    ['3 batches of enterprises recommended for certification in Harbin', 'recommendation-batches'],
    ['45,000 people engaged in scientific research in Harbin', 'research-staff'],
    ['哈尔滨的发明专利申请为11198件', 'invention-applications'],
    ['哈尔滨发明专利授权1091件', 'invention-grants'],
    ['哈尔滨累计有464家省级专精特新中小企业', 'provincial-specialised-smes'],
    ['哈尔滨有131个科研机构', 'research-institutions'],
    ['в Харбине выдан 1091 патент на изобретения', 'invention-grants'],
    ['в Харбине выполнено 565 проектов «Орлёнок»', 'young-eagle-projects'],
  ])('%s', (text, id) => {
    expect(rulingsOf(text)).toEqual([`${id} matches`]);
  });

  it.each([
    'Harbin has 11,198 invention patents',
    'Harbin has 229 universities',
    '哈尔滨有229所高校',
    '哈尔滨有11198件发明专利',
    'В Харбине 229 вузов',
  ])('and no figure that is not named: %s', (text) => {
    expect(rulingsOf(text).join()).not.toContain(' matches');
    expect(rulingsOf(text)).toHaveLength(1);
  });
});
