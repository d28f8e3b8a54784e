import type { Chart } from '../../core/messages/chart.ts';
import { amountText } from '../../core/messages/wording/numbers.ts';
import type { Language } from '../../data/languages.ts';
import { widthOf } from './fonts.ts';
import { type Layer, rule, words } from './layers.ts';
import type { Frame, Line } from './plot.ts';
import { THEME } from './theme.ts';
import { tickText } from './times.ts';

const { width, margin, tick, faded, grid } = THEME;

/** Rows of dates below the axis: where points lie close, their dates stand below each other. */
const MOST_ROWS = 3;
const BETWEEN_DATES = 8;

/** From zero, so that a rise looks as large as it is. */
export function spanOf({ series }: Chart): [number, number] {
  const values = series.flatMap(({ points }) => points.map((point) => point.value));
  return [Math.min(0, ...values), Math.max(0, ...values)];
}

/** At most four round numbers to read values off, where not every point can have its own beside it. */
export function levelsFor(chart: Chart): number[] {
  const [, high] = spanOf(chart);
  const least = high / 4;
  const size = 10 ** Math.floor(Math.log10(least || 1));
  const step = [1, 2, 2.5, 5, 10].map((each) => each * size).find((each) => each >= least) ?? least;
  return step > 0 ? Array.from({ length: Math.floor(high / step) }, (_, at) => (at + 1) * step) : [];
}

export function levelText(level: number, language: Language): string {
  return amountText(level, language);
}

/** A thin line at a round number, with the number left of it. */
export function levelLines(level: number, chart: Chart, { right, top, bottom }: Frame, language: Language): Layer[] {
  const [low, high] = spanOf(chart);
  const y = bottom - ((level - low) / (high - low)) * (bottom - top);
  const number = levelText(level, language);
  return [
    rule({ x: margin + widthOf(number, tick) + 6, y }, { x: right + 6, y }, grid),
    words([number], { x: margin, y: y - tick.line / 2 }, tick, faded),
  ];
}

/** Every date once, in the first row where it keeps clear of the others; a thin line leads down to the lower rows. */
export function datesBelow(
  lines: readonly Line[],
  { bottom }: Frame,
  language: Language,
): { layers: Layer[]; bottom: number } {
  const dots = new Map(lines.flatMap((line) => line.dots).map((dot) => [dot.x, dot]));
  const ends: number[] = Array.from({ length: MOST_ROWS }, () => Number.NEGATIVE_INFINITY);
  const layers: Layer[] = [];
  let lowest = 0;
  for (const { x, point } of [...dots.values()].sort((one, other) => one.x - other.x)) {
    const text = tickText(point, language);
    const half = widthOf(text, tick) / 2;
    const middle = Math.min(Math.max(x, margin + half), width - margin - half);
    const row = ends.findIndex((end) => middle - half >= end + BETWEEN_DATES);
    // Three rows hold more dates than a line has points; the text has them all anyway.
    if (row < 0) continue;
    ends[row] = middle + half;
    lowest = Math.max(lowest, row);
    const y = bottom + 7 + row * tick.line;
    layers.push(
      rule({ x, y: bottom }, { x, y: y - 1 }, row === 0 ? faded : grid),
      words([text], { x: middle, y, align: 'center' }, tick, faded),
    );
  }
  return { layers, bottom: bottom + 7 + (lowest + 1) * tick.line };
}
