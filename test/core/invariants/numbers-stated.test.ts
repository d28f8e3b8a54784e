import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Question } from '../../../src/core/question.ts';
import { loadCatalogue } from '../../../src/data/load.ts';
import { LANGUAGES } from '../../../src/data/schema.ts';
import { HELD_BACK, KNOWN, readRows } from '../../questions/rows.ts';
import { botOf } from '../../support/bot.ts';
import { createStrangers } from '../../support/strangers.ts';
import { heardPhrases } from '../../support/vocabulary.ts';

const catalogue = await loadCatalogue();
const bot = botOf(catalogue);
const strangers = createStrangers(catalogue);
const ids = catalogue.figures.map(({ id }) => id);

describe('every number in an answer comes from somewhere', () => {
  it('for questions as people type them', async () => {
    for (const { id, q, prev } of [...readRows(KNOWN), ...readRows(HELD_BACK)]) {
      if (prev !== undefined) await bot.reply({ asked: prev, conversation: id });
      expect(strangers(await bot.reply({ asked: q, conversation: id }), `${q} ${prev ?? ''}`), id).toEqual([]);
    }
  });

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

  it.each(LANGUAGES)('for all that can be asked of two figures in %s', async (language) => {
    const pairs = ids.flatMap((left) => ids.map((right) => ({ left, right })));
    const questions = pairs.flatMap(({ left, right }): Question[] => [
      { kind: 'compare', left, right },
      { kind: 'derive', operation: 'ratio', left, right },
      { kind: 'derive', operation: 'share', left, right },
      { kind: 'derive', operation: 'sum', left, right },
      { kind: 'derive', operation: 'difference', left, right },
    ]);
    for (const question of questions)
      expect(strangers(await bot.reply({ asked: { question }, language }), ''), JSON.stringify(question)).toEqual([]);
  });

  it.each(LANGUAGES)('for everything that can be told in %s', async (language) => {
    const related = catalogue.relations.map(
      ({ id, operation, left, right }): Question => ({ kind: 'derive', operation, left, right, relation: id }),
    );
    const questions: Question[] = [
      ...related,
      ...ids.map((id): Question => ({ kind: 'figure', figures: [id], currency: 'USD' })),
      ...catalogue.topics.map(({ id }): Question => ({ kind: 'list', topics: [id] })),
      { kind: 'list', topics: [] },
      { kind: 'chart', figures: ids },
      { kind: 'overview' },
      { kind: 'help' },
      ...(['source', 'age', 'bot'] as const).map(
        (what): Question => ({ kind: 'about', what, figures: ids.slice(0, 3) }),
      ),
    ];
    for (const question of questions)
      expect(strangers(await bot.reply({ asked: { question }, language }), ''), JSON.stringify(question)).toEqual([]);
  });
});
