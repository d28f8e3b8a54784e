import { describe, expect, it } from 'vitest';
import type { Question } from '../../../src/core/question.ts';
import { loadCatalogue } from '../../../src/data/load.ts';
import { LANGUAGES } from '../../../src/data/schema.ts';
import { LAST, readRows } from '../../questions/rows.ts';
import { botOf } from '../../support/bot.ts';
import { createStrangers } from '../../support/strangers.ts';

const catalogue = await loadCatalogue();
const bot = botOf(catalogue);
const strangers = createStrangers(catalogue);
const ids = catalogue.figures.map(({ id }) => id);

describe('every number in an answer comes from somewhere', () => {
  it('for questions as people type them', async () => {
    for (const { id, q, prev } of readRows(LAST)) {
      for (const before of [prev ?? []].flat()) await bot.reply({ asked: before, conversation: id });
      expect(strangers(await bot.reply({ asked: q, conversation: id }), `${q} ${prev ?? ''}`), id).toEqual([]);
    }
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
