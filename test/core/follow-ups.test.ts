import { describe, expect, it } from 'vitest';
import { reportOf } from '../../src/core/report.ts';
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
    [['technology contracts', 'share of province?'], 'figure', 'technology-contracts-share'],
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

it('a goal that was told has no day, and takes that of nothing else', async () => {
  expect((await lastOf(['innovation goal', 'when?'])).figures).not.toContain('technology-trading-market');
});

it('what they offer is not answered with how many they are', async () => {
  expect(await lastOf(['talent policies', 'what do they offer?'])).toMatchObject({ kind: 'unknown', figures: [] });
});

it.each([
  'compare Harbin with Shenyang',
  'Harbin or Dalian, which has more patents?',
  'what do you have on Dalian',
  '哈尔滨和沈阳比怎么样',
])('places without a figure lead to a choice of what is held for them: %s', async (asked) => {
  const { kind, text } = await lastOf([asked]);
  expect(kind).toBe('choice');
  expect(text).toMatch(/Utility-model patents in force|有效实用新型专利/);
});

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

it.each(['can I quote this?', 'are you an AI?', '可以引用吗', 'ты нейросеть?'])(
  '%s is about the bot and its sources',
  async (asked) => expect(await lastOf([asked])).toMatchObject({ kind: 'about', figures: [] }),
);

it('what a company makes is told as far as it was said', async () => {
  expect((await lastOf(['who is Fuerjia?', 'what do they make?'])).figures).toContain('fuerjia-unicorn');
});

it('what was taken from the last two answers is named', async () => {
  const { text } = await lastOf(['how many labs?', 'and universities?', 'which of the two is bigger?']);
  expect(text).toContain('Taken from the question before: “Institutions of higher learning” and “Key laboratories”');
});
