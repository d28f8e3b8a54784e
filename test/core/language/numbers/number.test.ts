import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type NumberEntity, readNumbers, withoutFootnotes } from '../../../../src/core/language/numbers/number.ts';
import { runs } from '../../../support/runs.ts';
import { frames, writers } from './written.ts';

const LANGUAGES = ['en', 'zh', 'ru'] as const;
const RUNS = runs(1000);

test.each(['english', 'chinese', 'russian'])('the corpus of %s is read as its rows say', (language) => {
  const lines = readFileSync(new URL(`${language}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n');
  const rows = lines.map((line) => JSON.parse(line) as [text: string, numbers: string]);
  expect(rows.map(([text]) => [text, readNumbers(text).map(told).join(' | ')])).toEqual(rows);
});

describe('every notation is one number with its exact value', () => {
  test.each(LANGUAGES)('whatever value is written in a sentence is read back: %s', (language) => {
    fc.assert(
      fc.property(writers[language](), fc.constantFrom(...frames[language]), ({ text, value }, frame) => {
        const from = frame.indexOf('#');
        const [number, ...others] = readNumbers(frame.replace('#', () => text));
        expect(others).toEqual([]);
        // The full stop of "тыс." may end the sentence as well.
        expect(number).toMatchObject({ kind: 'number', value, from, to: from + text.replace(/\.$/, '').length });
        expect(number).not.toHaveProperty('unreadable');
      }),
      { numRuns: RUNS },
    );
  });

  test.each(LANGUAGES)('folding a text before does not change its numbers: %s', (language) => {
    fc.assert(
      fc.property(writers[language](), ({ text, value }) => {
        expect(readNumbers(withoutFootnotes(text).normalize('NFKC').toLowerCase())).toMatchObject([{ value }]);
      }),
      { numRuns: RUNS },
    );
  });

  test('two numbers in one sentence stay two', () => {
    fc.assert(
      fc.property(writers.en(), writers.ru(), (one, other) => {
        const found = readNumbers(`It has ${one.text} labs, а также ${other.text} компаний`);
        expect(found.map(({ value }) => value)).toEqual([one.value, other.value]);
      }),
      { numRuns: RUNS },
    );
  });
});

describe('a piece of a number is never ruled on', () => {
  test('digits cut out of what was written never come back as a readable number', () => {
    const signs = fc.constantFrom(...'0123456789', ',', '.', "'", '_', '·', '^', '⁄');
    fc.assert(
      fc.property(
        fc.array(signs, { minLength: 2, maxLength: 14 }).map((all) => `1${all.join('')}1`),
        (run) => {
          for (const { from, to, unreadable, kind } of readNumbers(run)) {
            if (unreadable || kind !== 'number') continue;
            // What parts two numbers is a sign that two sentences or a list may have, never a digit.
            expect(run.slice(0, from)).not.toMatch(/\d[·^⁄]?$/);
            expect(run.slice(to, to + 1)).not.toMatch(/\d/);
          }
        },
      ),
      { numRuns: RUNS },
    );
  });

  test('footnote marks make no digits, in the text as typed and after folding', () => {
    for (const mark of ['¹', '²³', '①', '⑫', '❶', '₂', '⒈', '⑴'])
      for (const text of [`229${mark} labs`, `哈尔滨有229${mark}家`, `229${mark}`]) {
        expect(readNumbers(text)).toMatchObject([{ value: 229 }]);
        expect(readNumbers(withoutFootnotes(text).normalize('NFKC'))).toMatchObject([{ value: 229 }]);
      }
    expect(withoutFootnotes('5 km² of labs¹')).toBe('5 km² of labs ');
    expect(readNumbers(withoutFootnotes('2½ million, 1.34×10⁸').normalize('NFKC')).map(({ value }) => value)).toEqual([
      2_500_000, 134_000_000,
    ]);
  });
});

describe('any text is read', () => {
  const words =
    'two hundred and million half a point три сто млн с половиной 一 亿 万 点 十 几 半 多 第 百分之 元 $ ¥ % - – , . : / 1 229 2023 000 ½ ⁸ × between to до 到 ~ + \n'.split(
      ' ',
    );
  const soup = fc
    .array(fc.oneof(fc.constantFrom(...words, ' ', '  '), fc.string({ unit: 'binary', maxLength: 4 })), {
      maxLength: 40,
    })
    .map((all) => all.join(''));

  test('offsets are right, in order, and never overlap', () => {
    fc.assert(
      fc.property(soup, (text) => {
        let end = 0;
        for (const number of readNumbers(text)) {
          expect(number.from).toBeGreaterThanOrEqual(end);
          expect(number.to).toBeGreaterThan(number.from);
          expect(number.written).toBe(text.slice(number.from, number.to));
          expect(number.around.from).toBeLessThanOrEqual(number.from);
          expect(number.around.to).toBeGreaterThanOrEqual(number.to);
          if (number.kind === 'number') expect(Number.isNaN(number.value)).toBe(false);
          if (number.upTo !== undefined) expect(number.upTo).toBeGreaterThan(number.value);
          end = number.to;
        }
      }),
      { numRuns: 2 * RUNS },
    );
  });

  test('digits that run into a date or a part of a whole are left out', () => {
    for (const text of ['1 229/250', '.229/1', '1 229-10-10', '5 000/1'])
      expect(readNumbers(text).map(({ kind }) => kind)).not.toContain('number');
  });

  test('the same text gives the same numbers', () => {
    fc.assert(
      fc.property(soup, (text) => {
        expect(readNumbers(text)).toEqual(readNumbers(text));
      }),
      { numRuns: RUNS },
    );
  });

  test('twice the text takes at most twice the steps', () => {
    const pieces = [
      '1',
      '1 ',
      '1,',
      '229 labs ',
      '一',
      '二百',
      'two ',
      '100-',
      '1 000 ',
      '1234 ',
      'один ',
      '3点',
      '1/',
      'two hundred and ',
      '百分之',
      '2023-',
      '+1 ',
      'a@',
      '几',
      'between 1 ',
      '.5',
    ];
    for (const piece of pieces) {
      const [once, twice] = [stepsOf(piece.repeat(300)), stepsOf(piece.repeat(600))];
      expect(twice, piece).toBeLessThanOrEqual(2 * once + FIXED_STEPS);
    }
  });
});

/** What the end of a text may cost beside its length. */
const FIXED_STEPS = 50;

/** How often an expression is tried while a text is read. */
function stepsOf(text: string): number {
  const { exec } = RegExp.prototype;
  let steps = 0;
  RegExp.prototype.exec = function (read) {
    steps++;
    return exec.call(this, read);
  };
  try {
    readNumbers(text);
  } finally {
    RegExp.prototype.exec = exec;
  }
  return steps;
}

/** A number as the corpora write it: "over 3000 @1000 CNY" is written to the thousand. */
function told(number: NumberEntity): string {
  const { kind, written, bound, value, upTo, digits, unit, ordinal, bare, yearLike, alternatives, unreadable } = number;
  if (kind !== 'number') return `${kind} ${written}`;
  const marks = { ordinal, bare, year: yearLike, [`or ${alternatives}`]: alternatives, unreadable };
  return [
    bound,
    upTo === undefined ? value : `${value}..${upTo}`,
    digits === 1 ? undefined : `@${digits}`,
    unit,
    ...Object.entries(marks).map(([mark, is]) => is && mark),
  ]
    .filter((said) => said !== undefined)
    .join(' ');
}
