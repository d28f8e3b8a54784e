import { widthOfText } from './lettering.ts';
import { type Column, type Run, type Setting, Sheet } from './sheet.ts';

/** An answer in Discord, as its payload has it, and what the person did for it. */
export type DiscordMessage = {
  asked: { who: string; command: string };
  content: string;
  embeds: readonly Embed[];
  components: readonly { components: readonly Clickable[] }[];
};

/** A button, or a menu with what is chosen in it. */
type Clickable = { label?: string; placeholder?: string; options?: readonly { label: string; default?: boolean }[] };

type Embed = { description?: string; color?: number; footer?: { text: string }; timestamp?: string };

const PAPER = '#313338';
const INK = '#dbdee1';
const FADED = '#a3a6aa';
const LINK = '#00a8fc';
const BODY: Setting = { size: 15, line: 22, colour: INK };
const SMALL: Setting = { size: 12, line: 18, colour: FADED };
const EMBED: Setting = { size: 13.5, line: 20, colour: INK };
const BUTTON = { fill: '#4e5058', border: '#4e5058', colour: '#ffffff', size: 13, height: 32, radius: 8 };
/** A phone's width. */
const WIDTH = 420;
const FACE = 40;
const COLUMN: Column = { x: 16 + FACE + 16, width: WIDTH - (16 + FACE + 16) - 24 };

/** Draws an answer as Discord shows its text, its embed and its buttons, with a line that says what this picture is. */
export function drawDiscord({ asked, content, embeds, components }: DiscordMessage, caption: string): Uint8Array {
  const sheet = new Sheet(WIDTH, PAPER);
  sheet.space(14);
  sheet.text(
    [{ text: asked.who, bold: true, colour: INK }, { text: ' used ' }, { text: asked.command, colour: '#c9cdfb' }],
    SMALL,
    COLUMN,
  );
  sheet.space(4);
  const top = sheet.y;
  sheet.face('H', { x: 16, y: top, size: FACE, radius: FACE / 2 }, '#1f4e79');
  sheet.text([{ text: 'harbin', bold: true, colour: '#ffffff' }], BODY, COLUMN);
  const beside = COLUMN.x + widthOfText('harbin', BODY.size, true) + 8;
  sheet.badge('APP', { x: beside, y: top + 3 }, { fill: '#5865f2', colour: '#ffffff' });
  drawMarkdown(sheet, content, BODY, COLUMN);
  for (const embed of embeds) drawEmbed(sheet, embed);
  for (const row of components) {
    sheet.space(8);
    sheet.buttons(
      row.components.map(({ label, placeholder = '', options = [] }) => {
        const chosen = options.find((option) => option.default);
        return label ?? `${chosen?.label ?? placeholder} ▼`;
      }),
      BUTTON,
      COLUMN,
    );
  }
  sheet.space(14);
  sheet.text([{ text: caption }], { size: 11, line: 16, colour: '#80848e' }, COLUMN);
  sheet.space(10);
  return sheet.png();
}

/** A form as its payload has it. */
export type DiscordForm = {
  title: string;
  components: readonly { label?: string; description?: string; component?: { value?: string; placeholder?: string } }[];
};

/** Draws a form as Discord shows it above everything else: its title, and its fields with what they hold. */
export function drawDiscordForm({ title, components }: DiscordForm, caption: string): Uint8Array {
  const sheet = new Sheet(WIDTH, PAPER);
  const column: Column = { x: 24, width: WIDTH - 48 };
  const field = { fill: '#1e1f22', border: '#1e1f22', colour: INK, size: 15, height: 36, radius: 4 };
  sheet.space(16);
  sheet.text([{ text: title, bold: true, colour: '#ffffff' }], { size: 18, line: 26, colour: INK }, column);
  for (const { label = '', description, component } of components) {
    sheet.space(10);
    sheet.text([{ text: label, bold: true }], BODY, column);
    if (description) sheet.text([{ text: description }], SMALL, column);
    sheet.space(3);
    sheet.field(component?.value ?? component?.placeholder ?? '', false, field, column);
  }
  sheet.space(16);
  sheet.text([{ text: caption }], { size: 11, line: 16, colour: '#80848e' }, column);
  sheet.space(10);
  return sheet.png();
}

function drawEmbed(sheet: Sheet, { description = '', color = 0x1e1f22, footer, timestamp }: Embed): void {
  const edge = `#${color.toString(16).padStart(6, '0')}`;
  const below = [footer?.text, timestamp?.slice(0, 10)].filter(Boolean).join(' • ');
  sheet.space(6);
  const { x, width } = COLUMN;
  const top = sheet.y;
  sheet.under(
    () => {
      sheet.space(10);
      const inner = { x: x + 16, width: width - 32 };
      drawMarkdown(sheet, description, EMBED, inner);
      if (below !== '') {
        sheet.space(4);
        sheet.text([{ text: below }], SMALL, inner);
      }
      sheet.space(10);
    },
    (height) => {
      sheet.box({ x, y: top, width, height }, { fill: edge, border: edge, radius: 4 });
      sheet.box({ x: x + 4, y: top, width: width - 4, height }, { fill: '#2b2d31', border: '#2b2d31', radius: 4 });
    },
  );
}

function drawMarkdown(sheet: Sheet, text: string, setting: Setting, column: Column): void {
  for (const line of text.split('\n'))
    if (line.startsWith('- ')) sheet.item(runsOf(line.slice(2)), setting, column);
    else if (line.startsWith('-# ')) sheet.text(runsOf(line.slice(3)), SMALL, column);
    else if (line !== '') sheet.text(runsOf(line), setting, column);
}

/** Bold words, links, and signs that are escaped to be themselves. */
function runsOf(markdown: string): Run[] {
  const runs: Run[] = [];
  let isBold = false;
  // A command that a click starts is shown by its name.
  const named = markdown.replace(/<(\/[^:>]+):\d+>/g, '[$1](command)');
  for (const [sign, words, escaped, plain] of named.matchAll(
    /\*\*|\[((?:\\.|[^\]])+)\]\([^)]*\)|\\(.)|([^*[\\]+|.)/gsu,
  ))
    if (sign === '**') isBold = !isBold;
    else if (words !== undefined) runs.push({ text: words.replace(/\\(.)/gs, '$1'), bold: isBold, colour: LINK });
    else runs.push({ text: escaped ?? plain ?? '', bold: isBold });
  return joined(runs);
}

/** Runs of one look as one, so that no word is broken at an escaped sign. */
function joined(runs: readonly Run[]): Run[] {
  const all: Run[] = [];
  for (const run of runs) {
    const last = all.at(-1);
    if (last && last.bold === run.bold && last.colour === run.colour) last.text += run.text;
    else all.push({ ...run });
  }
  return all;
}
