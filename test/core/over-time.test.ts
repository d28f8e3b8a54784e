import { describe, expect, it } from 'vitest';
import { readCommand } from '../../src/core/commands/read-command.ts';
import { plainText } from '../../src/core/messages/message.ts';
import { reportOf } from '../../src/core/messages/report.ts';
import type { Question } from '../../src/core/question.ts';
import { formatQuestion, parseQuestion } from '../../src/core/question-code.ts';
import { loadCatalogue } from '../../src/data/load.ts';
import { botOf } from '../support/bot.ts';

const bot = botOf(await loadCatalogue());
const ask = async (asked: string) => {
  const reply = await bot.reply({ asked });
  return { ...reply, report: reportOf(reply), text: plainText(reply.message) };
};
const values = (report: ReturnType<typeof reportOf>) => report.numbers.map(({ value }) => value);

describe('a development', () => {
  it('is told from when to when, with its change, within one series', async () => {
    const { answer, text } = await ask('how did high-tech output develop from 2007 to 2011');
    expect(answer).toMatchObject({ kind: 'course', lines: [{ change: { difference: 137_200_000_000 } }] });
    expect(text).toContain('from 108 billion yuan in 2007 to 245.2 billion yuan in 2011');
  });

  it.each([
    'how much did high-tech companies grow between 2020 and 2024',
    'how did the number of high-tech companies develop between 2020 and 2024',
  ])('is no sum of money, however it is asked: %s', async (asked) =>
    expect((await ask(asked)).answer).toMatchObject({ kind: 'course', lines: [{ change: { difference: 1_652 } }] }),
  );

  it('is not computed between two sources, whose values are still told', async () => {
    const { answer, report } = await ask('growth of high-tech output from 2010 to 2011');
    expect(answer).toMatchObject({
      kind: 'course',
      lines: [expect.not.objectContaining({ change: expect.anything() })],
    });
    expect(values(report)).toEqual([204_200_000_000, 245_200_000_000]);
  });

  it('of a price per share is drawn as such, and not as yuan', async () => {
    const catalogue = structuredClone(await loadCatalogue());
    const price = catalogue.figures.find(({ id }) => id === 'fuerjia-issue-price');
    if (price?.kind !== 'money') throw new Error('the catalogue has no issue price');
    price.observations = [2023, 2024].map((year) => {
      const [first] = price.observations;
      return {
        ...(first as NonNullable<typeof first>),
        asOf: { date: String(year), basis: 'stated' },
        series: 'price',
      };
    });
    const question: Question = { kind: 'chart', figures: [price.id] };
    const { message } = await botOf(catalogue).reply({ asked: { question } });
    expect(message.parts).toContainEqual(expect.objectContaining({ kind: 'chart', unit: 'Yuan per share' }));
  });
});

describe('a date', () => {
  it('of two digits is of the last century or of this one', async () => {
    expect((await ask('91年高新技术企业多少家')).text).toContain('1991年');
    expect((await ask('20年高新技术企业多少家')).text).toContain('1,180');
  });

  it('has a year of four digits at most', async () => {
    expect((await ask('12023年13月重点实验室有多少')).text).not.toContain('12023-13');
  });
});

describe('places', () => {
  it('are ordered, each with how far it is behind the first', async () => {
    const { answer, text } = await ask('Harbin vs Dalian utility models 2022');
    expect(answer).toMatchObject({ kind: 'places', stated: [{ observation: { place: 'dalian' } }, {}] });
    expect(text).toContain('18,226 fewer than Dalian');
  });

  it('are not set against each other across sources', async () => {
    const { answer, report } = await ask('compare high-tech companies in Harbin and Heilongjiang in 2020');
    expect(answer).toMatchObject({ kind: 'places', unlike: 'source' });
    expect(values(report).sort()).toEqual([1180, 1932]);
  });

  it('that are not held are refused by name, with those that are', async () => {
    expect((await ask('high-tech companies in Dalian')).text).toContain(
      'for Dalian, only for Harbin, Heilongjiang Province, Harbin New Area, Pingfang area of Harbin New Area, Harbin High-tech Zone and Dalian High-tech Zone',
    );
  });
});

describe('disagreement', () => {
  it('is shown below the main value, and no growth is read from it', async () => {
    const { text, report } = await ask('how many high-tech companies?');
    expect(text.split('\n')[0]).toBe('1,751 high-tech companies in Harbin, as stated on 25 December 2023.');
    expect(values(report)).toEqual([1751, 2832]);
  });

  it('also decides a claim: yes by one source, no by another', async () => {
    expect((await ask('is it true that there are 2,832 high-tech companies?')).text).toMatch(
      /^One source says so, another does not/,
    );
  });
});

describe('two kinds of patents', () => {
  it.each(['compare invention patents and utility models', 'invention patents plus utility models', 'chart patents'])(
    'are neither added, nor compared, nor drawn on one axis: %s',
    async (asked) => {
      const { answer, report } = await ask(asked);
      expect(values(report)).not.toContain(62_148);
      expect(values(report)).not.toContain(35_404);
      if (answer.kind === 'chart') expect(answer.stated).toHaveLength(1);
    },
  );
});

describe('a caveat', () => {
  it.each([
    ['check utility models were 41,306 in 2021 and 48,776 in 2022', ['41,306', '48,776'], 'Utility models only;'],
  ])('that many values share is told once: %s', async (asked, shown, caveat) => {
    const text = plainText((await bot.reply({ asked: readCommand(asked) ?? asked })).message);
    for (const value of shown) expect(text).toContain(value);
    expect(text.split(caveat)).toHaveLength(2);
  });

  it('of some values only says whose it is', async () => {
    const { text } = await ask('high-tech output in 2007, 2010 and 2011');
    expect(text).toContain('In 2010: History, not today’s value. The report counts it as 51.8 percent');
  });
});

describe('the age of a number', () => {
  it('is told once it is older than such numbers get, and not where its time was asked', async () => {
    expect((await ask('how many little giants?')).text).not.toContain('may be outdated');
    expect((await ask('how many invention patents?')).text).toContain('may be outdated');
    expect((await ask('how many invention patents in December 2016?')).text).not.toContain('may be outdated');
  });
});

describe('a button', () => {
  it.each<Question>([
    { kind: 'figure', figures: ['high-tech-companies'], places: ['heilongjiang'], when: ['2020'] },
    { kind: 'figure', figures: ['invention-patents'], when: ['2012-03/2016-12'] },
    {
      kind: 'chart',
      figures: ['utility-models'],
      places: ['harbin', 'shenyang', 'dalian', 'changchun'],
      when: ['../..'],
    },
    { kind: 'compare', left: 'technology-smes', right: 'high-tech-companies', when: ['2020'] },
  ])('carries time and places: %o', (question) => {
    const code = formatQuestion({ question, language: 'ru' });
    expect(code && parseQuestion(code)).toEqual({ question, language: 'ru' });
  });

  it('of an earlier version still reads the same', () => {
    expect(parseQuestion('en~f~universities~')).toEqual({
      language: 'en',
      question: { kind: 'figure', figures: ['universities'] },
    });
  });
});

describe('a follow-up', () => {
  it('keeps the place where only a year is new, and the year where only a place is', async () => {
    const conversation = 'follow-ups';
    await bot.reply({ asked: 'utility models in Dalian 2022', conversation });
    expect(values(reportOf(await bot.reply({ asked: 'and in 2021?', conversation })))).toEqual([52_446]);
    expect(values(reportOf(await bot.reply({ asked: 'and Shenyang?', conversation })))).toEqual([62_990]);
  });
});

describe('a refusal of a time or place', () => {
  it.each([
    ['en', 'December 2016'],
    ['zh', '2016年12月'],
    ['ru', 'декабрь 2016 года'],
  ] as const)('offers the nearest time that is held as a button (%s)', async (language, label) => {
    const question: Question = { kind: 'figure', figures: ['invention-patents'], when: ['2015'] };
    const { answer, message } = await bot.reply({ asked: { question }, language });
    expect(answer.kind).toBe('unknown');
    const [button] = message.buttons;
    expect(button?.label).toBe(label);
    const next = await bot.reply({ asked: { question: button?.question ?? question }, language });
    expect(next.answer).toMatchObject({ kind: 'figure', stated: [{ observation: { value: 13_372 } }] });
  });

  it('offers the places that are held where another was asked for', async () => {
    const question: Question = { kind: 'figure', figures: ['key-laboratories'], places: ['dalian'] };
    const { message } = await bot.reply({ asked: { question }, language: 'en' });
    expect(message.buttons.map(({ label }) => label)).toContain('Harbin');
  });
});
