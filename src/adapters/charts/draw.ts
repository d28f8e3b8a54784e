import { Resvg } from '@resvg/resvg-js';
import { parse, View } from 'vega';
import { compile } from 'vega-lite';
import type { Chart } from '../../core/messages/chart.ts';
import type { Language } from '../../data/languages.ts';
import { cardOf } from './card.ts';
import { FONT_FILES } from './fonts.ts';
import { THEME } from './theme.ts';

/** Draws a chart as a PNG. It takes a processor for a while: run it where nobody waits. */
export async function drawPng(chart: Chart, language: Language): Promise<Uint8Array> {
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
