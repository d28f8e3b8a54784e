import { fileURLToPath } from 'node:url';
import { type Font, openSync } from 'fontkit';
import type { Lettering } from './theme.ts';

/** The files of the one font that pictures are lettered in, by weight; they travel with the package. */
const FILES = {
  400: fileURLToPath(new URL('../../../assets/fonts/NotoSansSC_400Regular.ttf', import.meta.url)),
  600: fileURLToPath(new URL('../../../assets/fonts/NotoSansSC_600SemiBold.ttf', import.meta.url)),
} as const;

export const FONT_FILES: readonly string[] = Object.values(FILES);

/** How wide a line of text is, in pixels. */
export function widthOf(text: string, { size, weight }: Lettering): number {
  const font = fontOf(weight);
  return (font.layout(text).advanceWidth * size) / font.unitsPerEm;
}

/** The characters of a text that the font does not have: they would be drawn as empty boxes, without a warning. */
export function missingFrom(text: string): string[] {
  return [...new Set(text)].filter(
    (one) =>
      // Ends of lines and the like are not drawn.
      !/\p{C}/u.test(one) &&
      ([400, 600] as const).some((weight) => !fontOf(weight).hasGlyphForCodePoint(one.codePointAt(0) ?? 0)),
  );
}

const opened = new Map<number, Font>();

function fontOf(weight: keyof typeof FILES): Font {
  const font = opened.get(weight) ?? (openSync(FILES[weight]) as Font);
  opened.set(weight, font);
  return font;
}
