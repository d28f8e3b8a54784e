import type { Chart, Point } from '../../core/messages/chart.ts';
import type { Language } from '../../data/languages.ts';
import { datesBelow, levelLines, levelsFor, levelText, spanOf } from './axes.ts';
import { widthOf } from './fonts.ts';
import { AS_PLACED, type Body, type Layer, rule } from './layers.ts';
import { CLEAR, LEADER, NAME, nameRoom, namesAtEnds, valuesAtDots } from './line-labels.ts';
import type { Frame, Line } from './plot.ts';
import { THEME } from './theme.ts';
import { isDated, momentOf } from './times.ts';
import { wrap } from './wrap.ts';

const { width, margin, value, tick, faded, paper } = THEME;

/** How high lines may rise, where many long names do not need more. */
const PLOT_HEIGHT = 216;
/** Above the highest point: its value has to have room. */
const HEADROOM = value.line + 4;
/** Names of lines wrap beyond this width. */
const MOST_NAME_WIDTH = 112;

/** A line needs two moments; what has fewer is drawn as bars. */
export function isDrawnAsLine({ form, series }: Chart): boolean {
  return form === 'line' && series.some(({ points }) => points.length > 1);
}

/**
 * Lines on a time axis and from zero, each named at its end, with the values at the points. Only where there is no room
 * for a value at every point there are levels to read them off.
 */
export function drawLines(given: Chart, language: Language, top: number): Body {
  const chart = inOrderOfTime(given);
  const names = chart.series.map(({ name }) =>
    chart.series.length === 1 ? [] : wrap(name, NAME, MOST_NAME_WIDTH, language),
  );
  const plain = drawWith([], chart, names, language, top);
  const isOne = chart.series.length === 1;
  return (plain.left > 0 && !isOne ? drawWith(levelsFor(chart), chart, names, language, top) : plain).body;
}

/** The lines with these levels, and how many of their values find no room. */
function drawWith(
  levels: readonly number[],
  chart: Chart,
  names: readonly string[][],
  language: Language,
  top: number,
): { body: Body; left: number } {
  const isOne = chart.series.length === 1;
  const numbers = levels.map((level) => widthOf(levelText(level, language), tick));
  const edge = margin + Math.max(0, ...numbers);
  const frame: Frame = {
    left: edge + leftRoom(chart),
    right: width - margin - rightRoom(chart, names),
    top: top + HEADROOM,
    bottom: top + HEADROOM + Math.max(PLOT_HEIGHT, isOne ? 0 : sum(names.map(nameRoom))),
  };
  const lines = placed(chart, names, frame);
  const values = valuesAtDots(lines, frame, edge);
  const dates = datesBelow(lines, frame, language);
  const layers = [
    ...levels.flatMap((level) => levelLines(level, chart, frame, language)),
    rule({ x: frame.left - 6, y: frame.bottom }, { x: frame.right + 6, y: frame.bottom }, faded),
    ...dates.layers,
    ...(isOne ? [] : namesAtEnds(lines, frame)),
    ...lines.flatMap(strokes),
    ...values.layers,
  ];
  return { body: { layers, height: dates.bottom - top }, left: values.left };
}

/** An only line has its first value over its first point; of several, the values may stand left of them. */
function leftRoom({ series }: Chart): number {
  const firsts = series.map(({ points }) => points[0]?.text ?? '');
  if (series.length === 1) return Math.max(...firsts.map((text) => widthOf(text, value))) / 2;
  return Math.max(...firsts.map((text) => widthOf(text, tick))) + CLEAR + 1;
}

/** An only line ends in its value, several in their names with the values. */
function rightRoom({ series }: Chart, names: readonly string[][]): number {
  const lasts = series.map(({ points }) => widthOf(points.at(-1)?.text ?? '', value));
  if (series.length === 1) return Math.max(...lasts) / 2;
  return LEADER + Math.max(...lasts, ...names.flat().map((name) => widthOf(name, NAME)));
}

function inOrderOfTime(chart: Chart): Chart {
  if (!isDated(chart)) return chart;
  const sorted = (points: Point[]) => [...points].sort((one, other) => momentOf(one) - momentOf(other));
  return { ...chart, series: chart.series.map(({ name, points }) => ({ name, points: sorted(points) })) };
}

function placed(chart: Chart, names: readonly string[][], { left, right, top, bottom }: Frame): Line[] {
  const dated = isDated(chart);
  const order = [...new Set(chart.series.flatMap(({ points }) => points.map((point) => point.label)))];
  const whenOf = (point: Point) => (dated ? momentOf(point) : order.indexOf(point.label));
  const all = chart.series.flatMap(({ points }) => points.map(whenOf));
  const [first, last] = [Math.min(...all), Math.max(...all)];
  const [low, high] = spanOf(chart);
  return chart.series.map(({ points }, at) => ({
    name: names[at] ?? [],
    ...(THEME.series[at % THEME.series.length] ?? THEME.series[0]),
    dots: points.map((point) => ({
      x: left + ((whenOf(point) - first) / (last - first || 1)) * (right - left),
      y: bottom - ((point.value - low) / (high - low || 1)) * (bottom - top),
      point,
    })),
  }));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

function strokes({ dots, colour, shape }: Line): Layer[] {
  const values = dots.map(({ x, y }) => ({ x, y }));
  return [
    {
      data: { values },
      mark: { type: 'line', color: colour, strokeWidth: 2.5, strokeJoin: 'round' },
      encoding: AS_PLACED,
    },
    {
      data: { values },
      mark: {
        type: 'point',
        shape,
        filled: true,
        opacity: 1,
        size: 70,
        color: colour,
        stroke: paper,
        strokeWidth: 1.5,
      },
      encoding: AS_PLACED,
    },
  ];
}
