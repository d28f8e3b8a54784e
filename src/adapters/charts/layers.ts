import type { TopLevelSpec } from 'vega-lite';
import { type Lettering, THEME } from './theme.ts';

/** One layer of a picture in Vega-Lite's grammar. */
export type Layer = Extract<TopLevelSpec, { layer: unknown }>['layer'][number];

/** What is drawn on a card below its title: it begins at `top` and is `height` pixels high. */
export type Body = { layers: Layer[]; height: number };

export type Dot = { x: number; y: number };

/** Reads `x` and `y` of the data as pixels of the card. */
export const AS_PLACED = {
  x: { field: 'x', type: 'quantitative', scale: null, axis: null },
  y: { field: 'y', type: 'quantitative', scale: null, axis: null },
} as const;

/** Where words stand: `x` is their left edge, centre or right edge, `y` the top of their first line. */
type Spot = { x: number; y: number; align?: 'left' | 'center' | 'right' };

/** Lines of words at a place that has been measured out; the grammar's own titles and axes cannot wrap Chinese. */
export function words(
  lines: readonly string[],
  { x, y, align = 'left' }: Spot,
  lettering: Lettering,
  colour: string = THEME.ink,
  halo = 0,
): Layer {
  return {
    data: { values: [{}] },
    encoding: {},
    mark: {
      type: 'text',
      text: [...lines],
      x,
      // The baseline of the first line: letters of this font stand a little below the middle of their line.
      y: y + lettering.line / 2 + lettering.size * 0.36,
      align,
      baseline: 'alphabetic',
      fontSize: lettering.size,
      fontWeight: lettering.weight,
      lineHeight: lettering.line,
      color: colour,
      ...(halo > 0 ? { stroke: colour, strokeWidth: halo, strokeJoin: 'round' } : {}),
    },
  };
}

/** The same on a rim of paper, where they may have to stand on a line. */
export function clearWords(lines: readonly string[], spot: Spot, lettering: Lettering, colour: string): Layer[] {
  return [words(lines, spot, lettering, THEME.paper, 4), words(lines, spot, lettering, colour)];
}

/** A straight line between two places; a dotted one only leads to a label. */
export function rule(from: Dot, to: Dot, colour: string, look: { dotted?: boolean } = {}): Layer {
  return {
    data: { values: [{ ...from, x2: to.x, y2: to.y }] },
    mark: { type: 'rule', color: colour, strokeWidth: 1, ...(look.dotted ? { strokeDash: [2, 2] } : {}) },
    encoding: { ...AS_PLACED, x2: { field: 'x2' }, y2: { field: 'y2' } },
  };
}
