import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/core/bot.ts';
import { STYLES } from '../../../src/core/citing/reference.ts';
import { MAX_QUESTION_CHARACTERS } from '../../../src/core/language/normalise.ts';
import type { Question } from '../../../src/core/question.ts';
import { reportOf } from '../../../src/core/report.ts';
import { loadCatalogue } from '../../../src/data/load.ts';
import { LANGUAGES, type Language } from '../../../src/data/schema.ts';
import { HELD_BACK, KNOWN, readRows } from '../../questions/rows.ts';
import { botOf } from '../../support/bot.ts';
import { type Found, isRounded, numbersIn } from '../../support/numbers-in.ts';
import { heardPhrases } from '../../support/vocabulary.ts';

const catalogue = await loadCatalogue();
const bot = botOf(catalogue);
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

/** The numbers of an answer that neither the catalogue, nor the question, nor a computation of the answer explains. */
function strangers(reply: Reply, asked: string): string[] {
  const report = reportOf(reply);
  const text = withoutNames(report.text, asked);
  const computed = report.numbers.map(({ value }) => value);
  const counted = [report.figures.length, catalogue.figures.length, catalogue.sources.length, MAX_QUESTION_CHARACTERS];
  const said = [...askedNumbers(asked), ...readNumbers(reply.question)];
  return numbersIn(text, report.language)
    .filter((found) => !isHeld(found) && !counted.includes(found.value))
    .filter((found) => ![...computed, ...said].some((value) => isRounded(found, value)))
    .map((found) => found.text);
}

/** Web addresses, the version and names of standards are no numbers, and what is quoted from the question is the asker's. */
function withoutNames(text: string, asked: string): string {
  const addressless = text.replace(/https?:\/\/\S+/g, ' ');
  const bare = ['0.0.0', ...STYLES].reduce((left, name) => left.replaceAll(name, ' '), addressless);
  return asked === ''
    ? bare
    : bare.replace(/[“«「『"]([^”»」』"]*)[”»」』"]/gu, (all, quoted) => (isSaid(quoted, asked) ? ' ' : all));
}

function isSaid(quoted: string, asked: string): boolean {
  const folded = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
  return folded(asked).includes(folded(quoted.replace(/^…|…$/g, '')));
}

const held = new Set(LANGUAGES.flatMap((language) => heldNumbers(catalogue, language)));

function isHeld({ value }: Found): boolean {
  return held.has(value);
}

/** The numbers of the catalogue: its values, the parts of its dates, its paragraphs, and what its texts say. */
function heldNumbers(part: unknown, language: Language): number[] {
  if (typeof part === 'number') return [part];
  if (typeof part === 'string')
    return part.startsWith('http') ? [] : numbersIn(part.replaceAll('-', ' '), language).map(({ value }) => value);
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) =>
    key === 'keywords' || key === 'shared' ? [] : heldNumbers(value, language),
  );
}

function askedNumbers(asked: string): number[] {
  return LANGUAGES.flatMap((language) => numbersIn(asked.normalize('NFKC'), language).map(({ value }) => value));
}

/** Numbers that were typed as words or with a size: "five thousand", 5k. */
function readNumbers(question: Question): number[] {
  if (question.kind === 'check') return question.claims.flatMap(({ values, year }) => [...values, year ?? 0]);
  if (question.kind === 'figure')
    return [
      ...(question.claim?.values ?? []),
      ...(question.missing ?? []).flatMap((one) => (one.kind === 'number' ? [one.value] : [])),
    ];
  return question.kind === 'unknown' && question.missing.kind === 'number' ? [question.missing.value] : [];
}
