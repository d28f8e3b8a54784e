import { type Chart, marksOf } from '../../core/messages/chart.ts';
import type { Language } from '../../data/languages.ts';
import { widthOf } from './fonts.ts';
import { type Body, type Layer, words } from './layers.ts';
import { THEME } from './theme.ts';
import { wrap } from './wrap.ts';

/** From this many bars on they stand closer, so that a picture of all of them still shows well in a chat. */
const MANY = 7;
/** Between a bar and its value. */
const GAP = 8;
/** The least that a bar is drawn, so that a small value beside a huge one is seen to be there. */
const LEAST = 2;

/** Bars from zero, each under its own label, so that long labels have the whole width; every bar ends in its value. */
export function drawBars(chart: Chart, language: Language, top: number): Body {
  const marks = marksOf(chart);
  const { label, value, margin, width, series } = THEME;
  const room = width - 2 * margin;
  // The title names an only bar already.
  const isAlone = marks.length === 1 && marks.every((mark) => chart.title.includes(mark.label));
  const isDense = marks.length >= MANY;
  const thick = isDense ? 12 : 16;
  const apart = isDense ? 9 : 14;
  const largest = Math.max(...marks.map((mark) => mark.value)) || 1;
  // Long enough that every bar with its value fills the room but never leaves it.
  const longest = Math.min(
    ...marks.map((mark) => (room - GAP - widthOf(mark.text, value)) / Math.max(mark.value / largest, 0.05)),
    room,
  );
  const lettered: Layer[] = [];
  const bars: { value: number; top: number; bottom: number }[] = [];
  let y = top;
  for (const mark of marks) {
    const lines = isAlone ? [] : wrap(mark.label, label, room, language);
    lettered.push(words(lines, { x: margin, y }, label));
    y += lines.length * label.line + 4;
    const end = Math.max(LEAST, (longest * mark.value) / largest);
    lettered.push(words([mark.text], { x: margin + end + GAP, y: y + thick / 2 - value.line / 2 }, value));
    bars.push({ value: Math.max(mark.value, (LEAST * largest) / longest), top: y, bottom: y + thick });
    y += thick + apart;
  }
  return {
    layers: [
      {
        data: { values: bars },
        mark: { type: 'rect', color: series[0].colour, cornerRadiusTopRight: 2, cornerRadiusBottomRight: 2 },
        encoding: {
          x: {
            field: 'value',
            type: 'quantitative',
            axis: null,
            scale: { domain: [0, largest], range: [margin, margin + longest] },
          },
          x2: { datum: 0 },
          y: { field: 'top', type: 'quantitative', scale: null, axis: null },
          y2: { field: 'bottom' },
        },
      },
      ...lettered,
    ],
    height: y - apart - top,
  };
}
