import { Resvg } from '@resvg/resvg-js';
import { FONT_FILES } from '../../src/adapters/charts/fonts.ts';
import { placed, widthOfText } from './lettering.ts';

/** Words in one look; a line of text is a row of them. */
export type Run = { text: string; bold?: boolean; colour?: string };

/** How a paragraph is set: sizes in pixels. */
export type Setting = { size: number; line: number; colour: string };

/** A place on the sheet for text. */
export type Column = { x: number; width: number };

/** A button under a message. */
export type Look = { fill: string; border: string; colour: string; size: number; height: number; radius: number };

/** Sharp on large screens, and small enough for a page. */
const SCALE = 2;
/** From this height on, in pixels, a sheet is drawn less fine, so that it does not get heavy. */
const TALL = 1_200;
const TALL_SCALE = 1.75;
const FONT = 'Noto Sans SC';

/** A sheet that is filled from above. */
export class Sheet {
  y = 0;
  readonly width: number;
  readonly #paper: string;
  readonly #drawn: string[] = [];

  constructor(width: number, paper: string) {
    this.width = width;
    this.#paper = paper;
  }

  space(pixels: number): void {
    this.y += pixels;
  }

  /** A paragraph, broken where the column ends. */
  text(runs: readonly Run[], { size, line, colour }: Setting, { x, width }: Column): void {
    for (const row of rowsOf(runs, size, width)) {
      let at = x;
      for (const { text, bold, colour: own } of row) {
        this.#write(text, { x: at, y: this.y + line * 0.72, size, bold: bold === true, colour: own ?? colour });
        at += widthOfText(text, size, bold);
      }
      this.y += line;
    }
  }

  /** A paragraph with a bullet before it. */
  item(runs: readonly Run[], setting: Setting, { x, width }: Column): void {
    const indent = setting.size * 1.4;
    const before = this.y;
    this.text([{ text: '•' }], setting, { x: x + setting.size * 0.4, width: indent });
    this.y = before;
    this.text(runs, setting, { x: x + indent, width: width - indent });
  }

  /** Buttons side by side, in as many rows as they need. */
  buttons(labels: readonly string[], look: Look, { x, width }: Column): void {
    const gap = 8;
    let at = x;
    for (const label of labels) {
      const wide = widthOfText(label, look.size, true) + 24;
      if (at > x && at + wide > x + width) {
        at = x;
        this.y += look.height + gap;
      }
      this.box({ x: at, y: this.y, width: wide, height: look.height }, look);
      this.#write(label, {
        x: at + 12,
        y: this.y + look.height / 2 + look.size * 0.36,
        size: look.size,
        bold: true,
        colour: look.colour,
      });
      at += wide + gap;
    }
    if (labels.length > 0) this.y += look.height;
  }

  /** A field of a form with what stands in it; one that opens a menu has a mark for it. */
  field(text: string, isMenu: boolean, look: Look, { x, width }: Column): void {
    this.box({ x, y: this.y, width, height: look.height }, look);
    const line = { y: this.y + look.height / 2 + look.size * 0.36, size: look.size, bold: false, colour: look.colour };
    this.#write(text, { ...line, x: x + 12 });
    if (isMenu) this.#write('▼', { ...line, x: x + width - 24, size: look.size * 0.7 });
    this.y += look.height;
  }

  /** A word in a coloured badge, on the line that begins at `y`. */
  badge(label: string, { x, y }: { x: number; y: number }, { fill, colour }: { fill: string; colour: string }): void {
    const width = widthOfText(label, 10, true) + 8;
    this.box({ x, y, width, height: 15 }, { fill, border: fill, radius: 3 });
    this.#write(label, { x: x + 4, y: y + 11, size: 10, bold: true, colour });
  }

  /** A letter in a square or circle, for a face. */
  face(letter: string, { x, y, size, radius }: { x: number; y: number; size: number; radius: number }, fill: string) {
    this.box({ x, y, width: size, height: size }, { fill, border: fill, radius });
    const width = widthOfText(letter, size * 0.5, true);
    this.#write(letter, {
      x: x + (size - width) / 2,
      y: y + size * 0.68,
      size: size * 0.5,
      bold: true,
      colour: '#ffffff',
    });
  }

  box(
    { x, y, width, height }: { x: number; y: number; width: number; height: number },
    { fill, border, radius }: { fill: string; border: string; radius: number },
  ): void {
    this.#drawn.push(
      `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}" stroke="${border}"/>`,
    );
  }

  /** Draws something below what was drawn since, once it is known how high that is. */
  under(draw: () => void, box: (height: number) => void): void {
    const from = this.y;
    const at = this.#drawn.length;
    draw();
    const above = this.#drawn.splice(at);
    box(this.y - from);
    this.#drawn.push(...above);
  }

  png(): Uint8Array {
    const height = Math.ceil(this.y);
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${this.width}" height="${height}">${this.#drawn.join('')}</svg>`;
    return new Resvg(svg, {
      fitTo: { mode: 'zoom', value: height > TALL ? TALL_SCALE : SCALE },
      background: this.#paper,
      font: { fontFiles: [...FONT_FILES], loadSystemFonts: false, defaultFontFamily: FONT },
    })
      .render()
      .asPng();
  }

  #write(text: string, at: { x: number; y: number; size: number; bold: boolean; colour: string }): void {
    const { x, y, size, bold, colour } = at;
    for (const { part, offset } of placed(text, size, bold))
      this.#drawn.push(
        `<text x="${x + offset}" y="${y}" font-family="${FONT}" font-size="${size}" font-weight="${bold ? 600 : 400}" fill="${colour}" xml:space="preserve">${escaped(part)}</text>`,
      );
  }
}

/** Words, spaces, and single Chinese signs with what belongs to them before and behind. */
const PIECES =
  /\n|[^\S\n]+|[“‘（《]*\p{Script=Han}[，。、；：！？）》”’]*|[“‘（《]*[^\s\p{Script=Han}“‘（《]+|[“‘（《]+/gu;

/** An address that is longer than a row is broken where the row ends. */
function fittingParts(piece: string, { bold }: Run, { size, width }: { size: number; width: number }): string[] {
  if (widthOfText(piece, size, bold) <= width) return [piece];
  const parts: string[] = [''];
  for (const sign of piece) {
    const longer = (parts.at(-1) ?? '') + sign;
    if (widthOfText(longer, size, bold) > width) parts.push(sign);
    else parts[parts.length - 1] = longer;
  }
  return parts;
}

function rowsOf(runs: readonly Run[], size: number, width: number): Run[][] {
  const rows: Run[][] = [[]];
  let used = 0;
  for (const run of runs)
    for (const piece of [...run.text.matchAll(PIECES)].flatMap(([whole]) =>
      fittingParts(whole, run, { size, width }),
    )) {
      const wide = widthOfText(piece, size, run.bold);
      if (piece === '\n' || (used > 0 && used + wide > width)) {
        rows.push([]);
        used = 0;
        if (piece.trim() === '') continue;
      }
      rows.at(-1)?.push({ ...run, text: piece });
      used += wide;
    }
  return rows;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
