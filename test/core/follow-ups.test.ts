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
});

describe('a follow-up about the last answer', () => {
  it.each([
    [['how much was awarded?', 'so how much each?'], 'derived', 'award-funding'],
    [['сколько компаний получили премии', 'а в среднем на одну?'], 'derived', 'awarded-enterprises'],
    [['how much was awarded?', 'to how many companies'], 'figure', 'awarded-enterprises'],
    [['utility models in Harbin', 'chart'], 'comparison', 'utility-models'],
    [['talent policies', 'when?'], 'figure', 'talent-policies-issue'],
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
