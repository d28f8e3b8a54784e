import { describe, expect, it } from 'vitest';
import { reportOf } from '../../src/core/messages/report.ts';
import { loadCatalogue } from '../../src/data/load.ts';
import { botOf } from '../support/bot.ts';

const bot = botOf(await loadCatalogue());

/** What becomes of the last message of a conversation. */
async function lastOf(messages: readonly string[]) {
  const conversation = messages.join('\n');
  const reports = [];
  for (const asked of messages) reports.push(reportOf(await bot.reply({ asked, conversation })));
  const { kind, figures, numbers, text } = reports.at(-1) ?? reportOf(await bot.reply({ asked: '' }));
  return { kind, figures, values: numbers.map(({ value }) => value), text };
}

describe('a follow-up about the last two answers', () => {
  it.each([
    [['how many labs?', 'and universities?', 'which of the two is bigger'], 'comparison', 181],
    [['how many labs?', 'and centres?', 'both together?'], 'derived', 479],
    [['哈尔滨有多少实验室', '那工程中心呢', '两个加起来'], 'derived', 479],
    [['сколько лабораторий?', 'а вузов?', 'чего больше?'], 'comparison', 181],
  ])('sets them side by side: %j', async (messages, kind, value) => {
    const last = await lastOf(messages);
    expect(last.kind).toBe(kind);
    expect(last.values).toContain(value);
  });

  it('adds up no others than these two', async () => {
    const { figures } = await lastOf(['哈尔滨有多少高校', '那实验室呢', '两个加起来']);
    expect(figures).not.toContain('engineering-research-centres');
  });

  it('is refused where there was one answer only', async () => {
    expect(await lastOf(['how many labs?', 'which of the two is bigger'])).toMatchObject({
      kind: 'unknown',
      figures: [],
    });
  });
});

describe('a follow-up about the last answer', () => {
  it.each([
    [['how much was awarded?', 'so how much each?'], 'derived', 'award-funding'],
    [['сколько компаний получили премии', 'а в среднем на одну?'], 'derived', 'awarded-enterprises'],
    [['how much was awarded?', 'to how many companies'], 'figure', 'awarded-enterprises'],
    [['utility models in Harbin', 'chart'], 'comparison', 'utility-models'],
    [['talent policies', 'when?'], 'figure', 'talent-policies-issue'],
    [['人才新政', '多少钱'], 'figure', 'talent-funds'],
    [['what about incubators', 'at provincial level?'], 'figure', 'provincial-incubators'],
    [['technology contract turnover', 'share of province?'], 'figure', 'technology-contracts-share'],
    [['recommended companies', 'how many got through?'], 'figure', 'approved-enterprises'],
  ])('goes on from it: %j', async (messages, kind, figure) => {
    const last = await lastOf(messages);
    expect(last.kind).toBe(kind);
    expect(last.figures).toContain(figure);
  });

  it.each([
    [['how many labs?', 'is that a lot?'], 'whether that is a lot'],
    [['实验室有多少', '算多吗'], '来源没有评价多少'],
    [['сколько вузов?', 'это много?'], 'много это или мало'],
  ])('that asks for a judgement hears that the sources give none: %j', async (messages, said) => {
    const { kind, figures, text } = await lastOf(messages);
    expect({ kind, figures }).toEqual({ kind: 'unknown', figures: [] });
    expect(text).toContain(said);
  });
});

it.each([[['universities', 'how many enterprises?']], [['高校', '企业有多少']], [['вузы', 'сколько предприятий?']]])(
  'a word that other figures share leaves a choice among them: %j',
  async (messages) => {
    expect((await lastOf(messages)).kind).toBe('choice');
  },
);

it.each([
  ['48 universities and 229 labs, right?', /2 match\./],
  ['is it true that harbin has 50 universities and 250 research centres?', /1 matches, 1 does not/],
  ['哈尔滨有48所高校和300个实验室，对吗', /1个一致，1个不一致/],
])('several numbers in doubt are each held against their own figure: %s', async (asked, verdict) => {
  expect((await lastOf([asked])).text).toMatch(verdict);
});

it('a judgement beside a figure is neither affirmed nor denied', async () => {
  const { text, values } = await lastOf(['is 250 research centers a lot?']);
  expect(values).toEqual([250]);
  expect(text).not.toMatch(/^(Yes|No)\b/);
});

it.each(['are you an AI?', 'who made you?', '你是谁'])('%s is about the bot and its sources', async (asked) =>
  expect(await lastOf([asked])).toMatchObject({ kind: 'about', figures: [] }),
);

it('what was taken from the last two answers is named', async () => {
  const { text } = await lastOf(['how many labs?', 'and universities?', 'which of the two is bigger?']);
  expect(text).toContain('Taken from the question before: “Institutions of higher learning” and “Key laboratories”');
});

it('a goal that was told has no day, and takes that of nothing else', async () => {
  expect((await lastOf(['innovation goal', 'when?'])).figures).not.toContain('technology-trading-market');
});

it('what they offer is not answered with how many they are', async () => {
  expect(await lastOf(['talent policies', 'what do they offer?'])).toMatchObject({ kind: 'unknown', figures: [] });
});

describe('several places of one figure are computed with', () => {
  it.each([
    [['invention applications by city in 2016', 'all combined?'], 36413],
    [['2016年各城市发明专利申请', '四个城市加总'], 36413],
    [['invention applications of Dalian in 2016', 'and Changchun?', 'add them up'], 12926],
    [['2016年沈阳发明专利申请多少件', '长春呢', '沈阳是它的几倍'], 2.1199],
    [['заявки на изобретения в Чанчуне, 2016 год', 'Далянь?', 'сложите их'], 12926],
  ])('%j', async (messages, value) => {
    const { values } = await lastOf(messages);
    expect(values.some((one) => Math.abs(one - value) < 0.001 * value)).toBe(true);
  });
});

describe('place and time stay, unless the message names others', () => {
  it.each([
    [['universities in Harbin New Area', 'high-tech companies there?'], 1281],
    [['вузы в Новом районе Харбина', 'а высокотехнологичных компаний там же?'], 1281],
    [['哈尔滨新区高校数量', '那边的高新技术企业呢'], 1281],
    [['universities in Harbin New Area', 'whole city'], 48],
    [['2020年黑龙江高新技术企业有多少', '哈尔滨的呢'], 1180],
    [['utility models in Harbin in 2022', 'the year before?'], 41306],
    [['2022年哈尔滨有效实用新型', '前一年呢'], 41306],
    [['полезные модели в Харбине в 2022 году', 'а годом ранее?'], 41306],
  ])('%j', async (messages, value) => expect((await lastOf(messages)).values).toContain(value));
});

it.each([
  [['how many key labs?', 'how many petrova are there']],
  [['how many universities', 'how many went bust last year']],
  [['哈尔滨有多少高校', '985有几个']],
  [['сколько вузов', 'самый тупой вуз какой']],
  [['how many unis', 'who runs harbin']],
])('a message with words of its own takes no figure over: %j', async (messages) =>
  expect((await lastOf(messages)).figures).toEqual([]),
);
