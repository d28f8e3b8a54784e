import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerLine } from '../../../src/adapters/terminal/ask-json.ts';
import { reportOf } from '../../../src/core/messages/report.ts';
import { loadCatalogue } from '../../../src/data/load.ts';
import { botOf } from '../../support/bot.ts';
import { heardPhrases } from '../../support/vocabulary.ts';

const catalogue = await loadCatalogue();
const bot = botOf(catalogue);
const phrases = heardPhrases(catalogue);
const report = async (asked: string) => reportOf(await bot.reply({ asked, conversation: 'hostile' }));

const anything = fc.string({ unit: 'binary', maxLength: 700 });
/** Half of a surrogate pair and its like: what a broken client may send. */
const brokenText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 300 })
  .map((units) => String.fromCharCode(...units));
const mixture = fc.array(fc.constantFrom(...phrases), { minLength: 1, maxLength: 40 }).map((all) => all.join(' '));
const glued = fc.array(fc.constantFrom(...phrases), { minLength: 1, maxLength: 12 }).map((all) => all.join(''));

/** Far more than any question takes, and far less than one that grows out of bounds would. */
const MOST_MILLISECONDS = 15_000;
const TEN_MILLION = 10_000_000;

describe('no input brings the bot down', () => {
  it.each(Object.entries({ anything, brokenText, mixture, glued }))('%s gets an answer', async (_, input) => {
    await fc.assert(
      fc.asyncProperty(input, async (text) => {
        const { kind, text: said } = await report(text);
        expect(kind).toBeTruthy();
        expect(said.trim()).not.toBe('');
      }),
      { numRuns: 400 },
    );
  });

  it('hangs on no mixture, however its words are parted', async () => {
    const parting = fc.array(
      fc.constantFrom('and', 'or', 'per', 'than', 'how many', 'labs', ',', '和', '每', 'и', 'на'),
      {
        minLength: 60,
        maxLength: 200,
      },
    );
    await fc.assert(
      fc.asyncProperty(parting, async (words) => {
        const begun = performance.now();
        await report(words.join(' ').slice(0, 600));
        expect(performance.now() - begun).toBeLessThan(MOST_MILLISECONDS);
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    ['one letter', 'a'],
    ['a word', 'labratories '],
    ['Chinese', '重点实验室'],
    ['Russian', 'лаборатория '],
    ['digits', '1'],
    ['grouped digits', '1,000'],
    ['spaces', ' '],
    ['line feeds', '\n'],
    ['mentions left open', '<@U'],
    ['links', 'https://'],
    ['invisible signs', '\u200b'],
    ['accents upon accents', '\u0301'],
    ['an emoji of many parts', '👨‍👩‍👧‍👦'],
    ['halves of signs', '\ud800'],
    ['signs that grow when unfolded', '\ufdfa'],
    ['parting words', 'and per '],
  ])('ten million characters of %s take no longer than a question', async (_, piece) => {
    const line = `how many labs ${piece.repeat(TEN_MILLION / piece.length)}`;
    const begun = performance.now();
    const { figures } = await report(line);
    expect(performance.now() - begun).toBeLessThan(MOST_MILLISECONDS);
    expect(figures).toEqual([]);
  });

  it('ten million characters are refused as too long through JSON as well', async () => {
    const q = 'labs '.repeat(TEN_MILLION / 5);
    const begun = performance.now();
    for (const line of [q, JSON.stringify({ q })])
      expect(await answerLine(line, 1, bot)).toMatchObject({ kind: 'unknown', figures: [] });
    expect(await answerLine(`{${q}`, 1, bot)).toHaveProperty('error');
    expect(performance.now() - begun).toBeLessThan(3 * MOST_MILLISECONDS);
  });
});

describe('noise brings no figure', () => {
  /** Letters that make no word of any language here. */
  const keyboard = fc.array(fc.string({ unit: fc.constantFrom(...'qxzjvwg'), minLength: 5, maxLength: 14 }), {
    minLength: 1,
    maxLength: 8,
  });
  const strangeScripts = fc.string({ unit: fc.constantFrom(...'ญฐฑמשلقणটאბσ가나ひらカ'), minLength: 1, maxLength: 60 });
  const signs = fc.string({
    unit: fc.constantFrom(...'☃♥¤§¶…*^_`()[]{}"#@\\', '🎉', '🤖', '👍🏽', '\u200d', ' '),
    maxLength: 60,
  });

  it.each(Object.entries({ keyboard: keyboard.map((words) => words.join(' ')), strangeScripts, signs }))(
    '%s asserts nothing',
    async (_, noise) => {
      await fc.assert(
        fc.asyncProperty(noise, async (text) => {
          const { kind, figures } = reportOf(await bot.reply({ asked: text }));
          expect({ kind, figures }).toEqual({ kind: text.trim() === '' ? 'help' : 'unknown', figures: [] });
        }),
        { numRuns: 300 },
      );
    },
  );

  it('words of other matters assert nothing, alone or many together', async () => {
    const others =
      'giraffe poetry trumpet sandwich volcano umbrella knitting penguin marmalade astrology saxophone lasagne'.split(
        ' ',
      );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...others), { minLength: 1, maxLength: 6 }), async (words) => {
        expect(reportOf(await bot.reply({ asked: `how many ${words.join(' ')} are there in Harbin` }))).toMatchObject({
          kind: 'unknown',
          figures: [],
        });
      }),
    );
  });
});
