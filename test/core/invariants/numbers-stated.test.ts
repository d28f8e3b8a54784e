import { describe, expect, it } from 'vitest';
import type { Question } from '../../../src/core/question.ts';
import { loadCatalogue } from '../../../src/data/load.ts';
import { LANGUAGES } from '../../../src/data/schema.ts';
import { botOf } from '../../support/bot.ts';
import { questionsOfTwo } from '../../support/questions-of-two.ts';
import { createStrangers } from '../../support/strangers.ts';

const catalogue = await loadCatalogue();
const bot = botOf(catalogue);
const strangers = createStrangers(catalogue);
const ids = catalogue.figures.map(({ id }) => id);
const ofTwo = questionsOfTwo(ids);
/** The system tests ask all of them. */
const EVERY = 24;

describe('every number in an answer comes from somewhere', () => {
  it.each(LANGUAGES)('for what can be asked of two figures in %s', async (language) => {
    for (const question of ofTwo.filter((_, at) => at % EVERY === 0))
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
