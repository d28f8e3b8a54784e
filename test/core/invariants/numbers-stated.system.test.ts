import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/data/load.ts';
import { LANGUAGES } from '../../../src/data/schema.ts';
import { botOf } from '../../support/bot.ts';
import { questionsOfTwo } from '../../support/questions-of-two.ts';
import { createStrangers } from '../../support/strangers.ts';
import { heardPhrases } from '../../support/vocabulary.ts';

const catalogue = await loadCatalogue();
const bot = botOf(catalogue);
const strangers = createStrangers(catalogue);

it.each(LANGUAGES)(
  'every number in an answer to all that can be asked of two figures comes from somewhere in %s',
  async (language) => {
    for (const question of questionsOfTwo(catalogue.figures.map(({ id }) => id)))
      expect(strangers(await bot.reply({ asked: { question }, language }), ''), JSON.stringify(question)).toEqual([]);
  },
);

describe('every number in an answer comes from somewhere, whatever is typed:', () => {
  it('for mixtures of all words that the bot knows, and any number among them', async () => {
    const piece = fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...heardPhrases(catalogue)) },
      { weight: 1, arbitrary: fc.nat(10 ** 10).map(String) },
      { weight: 1, arbitrary: fc.float({ min: 0, max: 100_000, noNaN: true }).map((number) => number.toFixed(2)) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 14 }), async (pieces) => {
        const asked = pieces.join(' ');
        expect(strangers(await bot.reply({ asked, conversation: 'mixture' }), asked)).toEqual([]);
      }),
      { numRuns: 600 },
    );
  });

  it('for claims made of all words that the bot knows, and any numbers', async () => {
    const piece = fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...heardPhrases(catalogue)) },
      { weight: 2, arbitrary: fc.nat(10 ** 10).map(String) },
      {
        weight: 1,
        arbitrary: fc.constantFrom(',', '.', '2020', 'yuan', '$', '%', '万', '亿', 'млрд', 'billion', 'about'),
      },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 24 }), async (pieces) => {
        const asked = pieces.join(' ');
        expect(strangers(await bot.reply({ asked: { command: 'check', values: [asked] } }), asked)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
