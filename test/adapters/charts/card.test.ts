import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cardOf } from '../../../src/adapters/charts/card.ts';
import { widthOf } from '../../../src/adapters/charts/fonts.ts';
import { type Lettering, THEME } from '../../../src/adapters/charts/theme.ts';
import type { Chart } from '../../../src/core/messages/chart.ts';
import { barChart, lineChart } from '../../support/charts/charts.ts';
import { runs } from '../../support/runs.ts';

type TextMark = {
  text: string[];
  x: number;
  y: number;
  align: string;
  fontSize: number;
  fontWeight: 400 | 600;
  lineHeight: number;
};
type Words = { text: string[]; left: number; right: number; top: number; bottom: number; y: number };

/** The words of a card and the room that they take; a rim of paper under words is no word. */
function wordsOn(chart: Chart, language: 'en' | 'zh' | 'ru' = 'en'): { words: Words[]; height: number } {
  const card = cardOf(chart, language) as unknown as { height: number; layer: { mark: Record<string, unknown> }[] };
  const words = card.layer
    .filter(({ mark }) => mark['type'] === 'text' && mark['color'] !== THEME.paper)
    .map(({ mark }) => {
      const { text, x, y, align, fontSize, fontWeight, lineHeight } = mark as unknown as TextMark;
      const lettering: Lettering = { size: fontSize, weight: fontWeight, line: lineHeight };
      const width = Math.max(...text.map((line) => widthOf(line, lettering)));
      const left = align === 'center' ? x - width / 2 : align === 'right' ? x - width : x;
      return {
        text,
        left,
        right: left + width,
        top: y - fontSize * 0.75,
        bottom: y + (text.length - 1) * lineHeight,
        y,
      };
    });
  return { words, height: card.height };
}

const written = ({ words }: { words: Words[] }) => words.map(({ text }) => text.join(' '));
const value = fc.oneof(fc.nat(9), fc.nat(100_000), fc.nat(2_000_000_000));
const label = fc.oneof(
  fc.stringMatching(/^[A-Za-z]{1,14}( [a-z]{1,14}){0,12}$/),
  fc.stringMatching(/^[一-龥、]{1,60}$/),
  fc.stringMatching(/^[А-Я][а-я]{1,20}( [а-я]{1,20}){0,8}$/),
  fc.constant('W'.repeat(90)),
);
const date = fc.stringMatching(/^20[012][0-9](-(0[1-9]|1[0-2]))?$/);

describe('a card', () => {
  test('has title, unit, source, and every bar with its label and its value', () => {
    const shown = written(wordsOn(barChart({ 'Key laboratories': 229, 'High-tech companies': 1751 })));
    expect(shown).toEqual(expect.arrayContaining(['Harbin: laboratories', 'Number', 'Source: a yearbook, 2024']));
    expect(shown).toEqual(expect.arrayContaining(['Key laboratories', '229', 'High-tech companies', '1,751']));
  });

  test('draws bars in true proportion, from zero', () => {
    const card = JSON.stringify(cardOf(barChart({ a: 4000, b: 1000 }), 'en'));
    const scale = /"scale":\{"domain":\[0,4000\],"range":\[24,(\d+(?:\.\d+)?)\]\}/.exec(card);
    expect(scale).not.toBeNull();
    expect(card).toContain('"value":1000');
  });

  test('gives every point of a line its value and its date, as far apart as they were', () => {
    const { words } = wordsOn(
      lineChart({ Harbin: { '2012-03': 312, '2013-04': 388, '2014-01': 460, '2014-09': 701, '2016-12': 934 } }),
    );
    const middle = (text: string) => {
      const found = words.find((one) => one.text.join() === text);
      return found ? (found.left + found.right) / 2 : Number.NaN;
    };
    for (const text of ['312', '388', '460', '701', '934']) expect(middle(text)).not.toBeNaN();
    // Thirteen months, then thirty-five: labels in the middle are not pushed to an edge.
    expect((middle('Sept 2014') - middle('Apr 2013')) / (middle('Jan 2014') - middle('Apr 2013'))).toBeCloseTo(
      17 / 9,
      1,
    );
  });

  test('names each of several lines with its last value', () => {
    const years = (start: number) => ({ 2019: start, 2020: start + 900, 2021: start + 1500 });
    const shown = written(wordsOn(lineChart({ Harbin: years(4000), Shenyang: years(4100), Dalian: years(4200) })));
    expect(shown).toEqual(expect.arrayContaining(['Harbin', 'Shenyang', 'Dalian', '5,500', '5,600', '5,700']));
  });

  test('names lines on which every value is nothing, too', () => {
    const months = Array.from(
      { length: 24 },
      (_, at) => `20${10 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
    );
    const nothing = Object.fromEntries(months.map((month) => [month, 0]));
    const shown = written(wordsOn(lineChart({ Harbin: nothing, Shenyang: nothing, Dalian: nothing })));
    expect(shown).toEqual(expect.arrayContaining(['Harbin', 'Shenyang', 'Dalian']));
  });

  test('draws what is called a line but has one point as a bar', () => {
    expect(written(wordsOn(lineChart({ Harbin: { 2020: 1180 } })))).toEqual(expect.arrayContaining(['2020', '1,180']));
  });

  test('keeps all words on the card and clear of each other, whatever they are', () => {
    const bars = fc
      .uniqueArray(fc.tuple(label, value), { minLength: 1, maxLength: 14, selector: ([name]) => name })
      .chain((all) => label.map((title) => barChart(Object.fromEntries(all), title)));
    const lines = fc
      .dictionary(label, fc.dictionary(date, value, { minKeys: 1, maxKeys: 6 }), { minKeys: 1, maxKeys: 5 })
      .chain((all) => label.map((title) => lineChart(all, title)));
    fc.assert(
      fc.property(
        fc.oneof(bars, lines),
        fc.constantFrom('en' as const, 'zh' as const, 'ru' as const),
        (chart, language) => {
          const { words, height } = wordsOn(chart, language);
          for (const one of words) {
            expect(one.left).toBeGreaterThanOrEqual(THEME.margin - 1);
            expect(one.right).toBeLessThanOrEqual(THEME.width - THEME.margin + 1);
            expect(one.top).toBeGreaterThan(0);
            expect(one.bottom).toBeLessThan(height);
            const covered = words.find(
              (other) =>
                other !== one &&
                other.left < one.right &&
                one.left < other.right &&
                other.top < one.bottom &&
                one.top < other.bottom,
            );
            expect(covered, JSON.stringify(one.text)).toBeUndefined();
          }
        },
      ),
      { numRuns: runs(200) },
    );
  });
});
