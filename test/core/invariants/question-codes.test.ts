import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatQuestion, parseQuestion } from '../../../src/core/question-code.ts';
import { loadCatalogue } from '../../../src/data/load.ts';
import { LANGUAGES } from '../../../src/data/schema.ts';
import { botOf } from '../../support/bot.ts';
import { expectCarried } from '../../support/carried.ts';
import { runs } from '../../support/runs.ts';

const catalogue = await loadCatalogue();
const bot = botOf(catalogue);
const ids = catalogue.figures.map(({ id }) => id);

describe('what buttons carry', () => {
  it('reads back the same for everything that can be asked of the catalogue', () => {
    for (const left of ids) {
      expectCarried({ kind: 'figure', figures: [left] });
      expectCarried({ kind: 'figure', figures: [left], currency: 'USD' });
      expectCarried({ kind: 'figure', figures: [left], defines: true });
      expectCarried({ kind: 'fact', after: left });
      expectCarried({ kind: 'about', what: 'source', figures: [left] });
      for (const right of ids) expectCarried({ kind: 'compare', left, right });
      const claim = { figure: left, values: [16_850_000_000.5], bound: 'about' as const };
      expectCarried({ kind: 'check', claims: [claim] });
      expectCarried({
        kind: 'check',
        claims: [{ ...claim, unit: 'USD', year: 2023, place: 'elsewhere:Moscow', done: true }],
      });
    }
    for (const { id } of catalogue.topics) {
      expectCarried({ kind: 'list', topics: [id] });
      expectCarried({ kind: 'chart', figures: [], topics: [id] });
    }
  });
});

describe('what a forged button carries', () => {
  const codeLike = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          ...LANGUAGES,
          ...'fcdlborahkx',
          'universities:300:e',
          'universities:3|4:a:USD:2023:dalian:d',
          'USD',
          'ratio',
          'source',
          ',',
          ...ids,
        ),
        fc.string(),
      ),
      { maxLength: 6 },
    )
    .map((fields) => fields.join('~'));

  it('is read as nothing, or as a question that would be written the same', () => {
    fc.assert(
      fc.property(fc.oneof(codeLike, fc.string({ unit: 'binary', maxLength: 200 })), (code) => {
        const carried = parseQuestion(code);
        if (carried) expect(formatQuestion(carried)).toBe(code);
      }),
      { numRuns: runs(3000) },
    );
  });

  it('gets an answer even when it names figures that do not exist', async () => {
    await fc.assert(
      fc.asyncProperty(codeLike, async (code) => {
        const carried = parseQuestion(code);
        if (carried) expect((await bot.reply({ asked: carried })).message.parts).toBeDefined();
      }),
      { numRuns: runs(1000) },
    );
  });
});
