import type { TopLevelSpec } from 'vega-lite';
import type { Chart } from '../../core/messages/chart.ts';
import type { Language } from '../../data/languages.ts';
import { drawBars } from './bars.ts';
import { type Layer, rule, words } from './layers.ts';
import { drawLines, isDrawnAsLine } from './lines.ts';
import { THEME } from './theme.ts';
import { wrap } from './wrap.ts';

const { width, margin, title, unit, source, faded, grid, ink } = THEME;
const ROOM = width - 2 * margin;

/** A chart as one card, in Vega-Lite's grammar: title, unit, the values, and where they come from. */
export function cardOf(chart: Chart, language: Language): TopLevelSpec {
  const layers: Layer[] = [];
  let y: number = margin - 4;
  const set = (text: string, lettering: typeof title | typeof unit | typeof source, colour: string): void => {
    const lines = wrap(text, lettering, ROOM, language);
    if (lines.length > 0) layers.push(words(lines, { x: margin, y }, lettering, colour));
    y += lines.length * lettering.line;
  };
  set(chart.title, title, ink);
  y += 2;
  set(chart.unit, unit, faded);
  y += 14;
  const body = isDrawnAsLine(chart) ? drawLines(chart, language, y) : drawBars(chart, language, y);
  layers.push(...body.layers);
  y += body.height + 18;
  layers.push(rule({ x: margin, y }, { x: width - margin, y }, grid));
  y += 9;
  set(chart.source, source, faded);
  return {
    width,
    height: y + margin - 8,
    autosize: 'none',
    padding: 0,
    background: THEME.paper,
    view: { stroke: null },
    layer: layers,
    resolve: { scale: { x: 'independent', y: 'independent' } },
    config: { font: THEME.font },
  };
}
