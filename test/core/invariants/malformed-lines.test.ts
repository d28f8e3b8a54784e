import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerLine } from '../../../src/adapters/terminal/ask-json.ts';
import { loadCatalogue } from '../../../src/data/load.ts';
import { botOf } from '../../support/bot.ts';

const bot = botOf(await loadCatalogue());

describe('a line that begins like JSON', () => {
  const broken = fc
    .tuple(fc.constantFrom('{', '['), fc.string({ unit: 'binary', maxLength: 80 }))
    .map(([start, rest]) => start + rest)
    .filter((line) => !isJson(line));
  const wrongShape = fc
    .oneof(fc.array(fc.jsonValue()), fc.dictionary(fc.string(), fc.jsonValue()))
    .filter((value) => Array.isArray(value) || typeof value['q'] !== 'string')
    .map((value) => JSON.stringify(value));
  const wrongField = fc
    .constantFrom({ q: 7 }, { q: 'labs', language: 'fr' }, { q: 'labs', conversation: {} }, { q: null }, { Q: 'labs' })
    .map((value) => JSON.stringify(value));

  it.each(Object.entries({ broken, wrongShape, wrongField }))(
    '%s is answered with what is wrong and where',
    async (_, lines) => {
      await fc.assert(
        fc.asyncProperty(lines, fc.integer({ min: 1, max: 1e6 }), async (line, number) => {
          const answer = await answerLine(line, number, bot);
          expect(Object.keys(answer)).toEqual(['error']);
          expect('error' in answer && answer.error).toContain(`line ${number}:`);
        }),
      );
    },
  );

  it('is answered like plain text when it is right', async () => {
    const plain = await answerLine('how many labs?', 1, bot);
    expect(await answerLine(JSON.stringify({ q: 'how many labs?' }), 2, bot)).toEqual(plain);
  });
});

describe('any other line', () => {
  it('gets a report of the agreed shape', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme', maxLength: 120 }).filter((line) => !/^\s*[{[]/.test(line)),
        async (line) => {
          expect(await answerLine(line, 1, bot)).toMatchObject({
            kind: expect.any(String),
            language: expect.stringMatching(/^(en|zh|ru)$/),
            figures: expect.any(Array),
            suggestions: expect.any(Array),
            numbers: expect.any(Array),
            text: expect.any(String),
          });
        },
      ),
    );
  });
});

function isJson(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
