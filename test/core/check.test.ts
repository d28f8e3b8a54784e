import { describe, expect, it } from 'vitest';
import { readCommand } from '../../src/core/commands/read-command.ts';
import { inlineText, plainText } from '../../src/core/messages/message.ts';
import { reportOf } from '../../src/core/messages/report.ts';
import { formatQuestion, parseQuestion } from '../../src/core/question-code.ts';
import { MAX_CHECKED_CHARACTERS } from '../../src/core/reading/passages.ts';
import { loadCatalogue } from '../../src/data/load.ts';
import { botOf } from '../support/bot.ts';
import { readJsonl } from '../support/jsonl.ts';

/** A text that is checked, and the ruling on each of its numbers. */
type Claim = { promise: string; text: string; rulings: string[] };

const claims = readJsonl<Claim>('test/core/claims.jsonl');
const claimsOf = (promise: string) => claims.filter((claim) => claim.promise === promise);
const bot = botOf(await loadCatalogue());

function check(text: string) {
  return bot.reply({ asked: { command: 'check', values: [text] } });
}

/** "figure: verdict" of every number that was ruled on, "?: reason" of every other. */
async function rulings(text: string): Promise<string[]> {
  const { answer } = await check(text);
  if (answer.kind !== 'check') return [answer.kind];
  return answer.findings.map((finding) =>
    finding.kind === 'ruled'
      ? `${finding.judged.stated.figure.id}: ${finding.judged.judgement.verdict}`
      : `?: ${finding.missing.kind}`,
  );
}

it('shows a claimed sum with every digit that was written', async () => {
  const { message } = await check('总投资9999.5亿元');
  expect(plainText(message)).toContain('9999.5亿元');
});

describe('a claim is ruled on', () => {
  it.each(claimsOf('a claim is ruled on'))('$text', async ({ text, rulings: expected }) => {
    expect(await rulings(text)).toEqual(expected);
  });
});

describe('several numbers of a text are each ruled on', () => {
  it.each(claimsOf('several numbers of a text are each ruled on'))('$text', async ({ text, rulings: expected }) => {
    expect(await rulings(text)).toEqual(expected);
  });
});

describe('what cannot be checked is said so, and not ruled on', () => {
  it.each<[string, string[]]>([
    ['48 students study at its universities', ['?: gap']],
    ['Harbin has 229 national key laboratories', ['?: gap']],
    ['Harbin has 48 private universities', ['?: gap']],
    ['Harbin had 2,100 high-tech companies in 2021', ['?: year']],
    ['Shenyang has 30 universities', ['?: place']],
    ['up 48 percent from last year', ['?: percentage']],
    ['There are 48', ['?: uncounted']],
    ['Harbin has 1,000 wombats', ['?: words']],
  ])('%s', async (text, expected) => {
    expect(await rulings(text)).toEqual(expected);
    const report = reportOf(await check(text));
    expect(report).toMatchObject({ kind: 'unknown', figures: [], numbers: [] });
    expect(report.suggestions.length).toBeGreaterThan(0);
  });

  it.each(['It took 14 months.', 'The 14th Five-Year Plan began on 1 August 2021.', ''])(
    'years, dates, durations and ordinals are no claims: %s',
    async (text) => {
      expect(reportOf(await check(text))).toMatchObject({ kind: 'unknown', figures: [] });
    },
  );
});

describe('a ruling tells', () => {
  it.each([
    [
      'Harbin has 300 universities',
      'The source says otherwise. Claimed: 300. 48 institutions of higher learning in Harbin, as stated on 25 December 2023.',
    ],
    ['哈尔滨计划总投资168万元', '只有来源数字的1万分之一，像是把“万”和“亿”弄混了。原话：168万元。'],
    ['Общий объём инвестиций составит 168 млрд юаней', 'Завышено в 10 раз. Утверждается: 168 млрд юаней.'],
  ])('the verdict and the held value first, then the words and the source: %s', async (text, first) => {
    const lines = plainText((await check(text)).message)
      .replaceAll('\u00a0', ' ')
      .split('\n');
    expect(lines[0]).toContain(first);
    expect(lines.join('\n')).toContain(text);
    expect(lines.join('\n')).toMatch(/PR Newswire|美通社/);
  });

  it('both values where sources disagree', async () => {
    const report = reportOf(await check('Harbin has 1,751 high-tech companies'));
    expect(report.numbers.map(({ value }) => value)).toEqual([1751, 2832]);
    expect(report.text).toContain('Another source differs: 2,832 high-tech companies in Harbin');
  });

  it('the value of the claimed place beside that of another', async () => {
    const { text } = reportOf(await check('Harbin has 3,605 high-tech enterprises'));
    expect(text).toContain('3,605 high-tech companies in Heilongjiang Province');
    expect(text).toContain('Instead: 1,751 high-tech companies in Harbin');
  });

  it('its language by the text, and how much of a long one was read', async () => {
    const { message } = await check(`Harbin has 48 universities. ${'Nothing else is said here. '.repeat(1_000)}`);
    expect(message.language).toBe('en');
    expect(plainText(message)).toContain(
      `I read the first ${MAX_CHECKED_CHARACTERS.toLocaleString('en')} characters only.`,
    );
  });

  it('no more of it than can be read, and that there was more', async () => {
    const { message } = await check('Harbin has 48 universities. '.repeat(40));
    expect(message.parts.filter((part) => part.kind === 'text')).toHaveLength(6);
    expect(plainText(message)).toContain('15 more numbers are left out.');
    expect(plainText(message)).toContain('I read the first 558 characters only.');
  });

  it('how much was read of one with endless numbers of nothing', async () => {
    const text = `Harbin has 229 key laboratories. ${'3 a, '.repeat(100)} It has 48 universities.`;
    const { answer, message } = await bot.reply({ asked: { command: 'check', values: [text] } });
    expect(answer.kind === 'check' && answer.findings.length).toBe(1);
    expect(plainText(message)).toContain('I read the first 126 characters only.');
  });

  it('what is asked where nothing is claimed', async () => {
    expect(reportOf(await check('how many key labs?'))).toMatchObject({
      kind: 'figure',
      figures: ['key-laboratories'],
    });
  });
});

describe('a button', () => {
  it('carries a ruling without a word of the text, and comes to the same verdict', async () => {
    const text = 'The city has invested 16.8 billion yuan, and Heilongjiang had 3,605 high-tech enterprises in 2020.';
    const { question, answer } = await check(text);
    const code = formatQuestion({ question, language: 'en' }, 2_000) ?? '';
    expect(code).not.toMatch(/city|enterprises in/);
    const carried = parseQuestion(code, 2_000);
    const again = await bot.reply({ asked: { question: carried?.question ?? { kind: 'help' } } });
    const verdicts = (one: typeof answer) =>
      one.kind === 'check' ? one.findings.map((each) => each.kind === 'ruled' && each.judged.judgement.verdict) : [];
    expect(verdicts(again.answer)).toEqual(verdicts(answer));
    expect(verdicts(answer)).toEqual(['planned', 'other-year']);
  });

  it('of a check is written as a command', () => {
    expect(readCommand('check Harbin has 48 universities')).toEqual({
      command: 'check',
      values: ['Harbin has 48 universities'],
    });
  });
});

describe('the words of somebody else are quoted', () => {
  const quoteIn = async (text: string) => {
    const { message } = await check(text);
    const notes = message.parts.map((part) => (part.kind === 'note' ? inlineText(part.inlines) : ''));
    return notes.find((note) => note.startsWith('Claim')) ?? '';
  };

  it('around the number, where they are many, with no word or sign cut in two', async () => {
    const quote = await quoteIn(`${'very '.repeat(60)}proud Harbin has 48 universities ${'indeed '.repeat(60)}`);
    expect(quote).toMatch(/^Claim: “…(very )+proud Harbin has 48 universities (indeed ?)+…”$/);
    expect(quote.length).toBeLessThan(200);
    const signs = await quoteIn(`${'😀'.repeat(200)} Harbin has 48 universities`);
    expect(signs).not.toMatch(/(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
    expect(signs).toContain('48 universities');
  });
});
