import { Resvg } from '@resvg/resvg-js';
import { parse, View } from 'vega';
import { compile } from 'vega-lite';
import type { Chart } from '../../core/messages/chart.ts';
import type { Language } from '../../data/languages.ts';
import { cardOf } from './card.ts';
import { FONT_FILES, missingFrom } from './fonts.ts';
import { THEME } from './theme.ts';

/**
 * Draws a chart as a PNG. It takes a processor for a while: run it where nobody waits. Throws where the font lacks a
 * character of the chart, since a picture with an empty box is worse than the same numbers as text.
 */
export async function drawPng(chart: Chart, language: Language): Promise<Uint8Array> {
  const missing = missingFrom(textsOf(chart).join(''));
  if (missing.length > 0) throw new Error(`the font of charts lacks ${missing.join(' ')}`);
  const view = new View(parse(compile(cardOf(chart, language)).spec), { renderer: 'none' });
  try {
    const svg = await view.toSVG();
    const drawing = new Resvg(svg, {
      fitTo: { mode: 'zoom', value: THEME.scale },
      background: THEME.paper,
      font: { fontFiles: [...FONT_FILES], loadSystemFonts: false, defaultFontFamily: THEME.font },
    });
    return drawing.render().asPng();
  } finally {
    view.finalize();
  }
}

function textsOf({ title, unit, source, series }: Chart): string[] {
  const points = series.flatMap(({ name, points }) => [name, ...points.flatMap(({ label, text }) => [label, text])]);
  return [title, unit, source, ...points];
}
