import { type Font, openSync } from 'fontkit';
import { FONT_FILES, widthOf } from '../../src/adapters/charts/fonts.ts';

/** A stretch of text with its distance from where the whole begins. */
type Placed = { part: string; offset: number };

/** Signs that the font has as wide as a Chinese character; among Latin and Cyrillic letters they take what they need. */
const WIDE_SIGNS = /([’‘“”·])/;
const HAN = /\p{Script=Han}|[，。：；（）]/u;
/** White on both sides of such a sign, in ems. */
const BEARING = 0.05;

/** Where the stretches of a text stand. */
export function placed(text: string, size: number, bold = false): Placed[] {
  return laidOut(text, size, bold).parts;
}

export function widthOfText(text: string, size: number, bold = false): number {
  return laidOut(text, size, bold).width;
}

function laidOut(text: string, size: number, bold: boolean): { parts: Placed[]; width: number } {
  const lettering = { size, weight: bold ? 600 : 400, line: size } as const;
  if (HAN.test(text)) return { parts: [{ part: text, offset: 0 }], width: widthOf(text, lettering) };
  let width = 0;
  const parts = text
    .split(WIDE_SIGNS)
    .filter((part) => part !== '')
    .map((part) => {
      const ink = WIDE_SIGNS.test(part)
        ? inkOf(part, bold)
        : { from: 0, width: widthOf(part, { ...lettering, size: 1 }) };
      const offset = width - ink.from * size;
      width += ink.width * size;
      return { part, offset };
    });
  return { parts, width };
}

/** Where the ink of a sign begins, and how wide it is with its bearings, in ems. */
function inkOf(sign: string, bold: boolean): { from: number; width: number } {
  const font = fontOf(bold);
  const { minX, maxX } = font.layout(sign).glyphs[0]?.bbox ?? { minX: 0, maxX: font.unitsPerEm };
  return { from: minX / font.unitsPerEm - BEARING, width: (maxX - minX) / font.unitsPerEm + 2 * BEARING };
}

const fonts = new Map<boolean, Font>();

function fontOf(bold: boolean): Font {
  const font = fonts.get(bold) ?? (openSync(FONT_FILES[bold ? 1 : 0] ?? '') as Font);
  fonts.set(bold, font);
  return font;
}
