import { widthOfText } from './lettering.ts';
import { type Column, type Run, type Setting, Sheet } from './sheet.ts';

/** Somebody's message in Slack, as its payload has it. */
export type SlackMessage = { author: string; isApp: boolean; text: string; blocks: readonly object[] };

const INK = '#1d1c1d';
const FADED = '#616061';
const LINK = '#1264a3';
const BODY: Setting = { size: 15, line: 22, colour: INK };
const HEADING: Setting = { size: 17, line: 26, colour: INK };
const SMALL: Setting = { size: 12.5, line: 18, colour: FADED };
const BUTTON = { fill: '#ffffff', border: '#c9c9c9', colour: INK, size: 13, height: 30, radius: 6 };
/** A phone's width. */
const WIDTH = 420;
const FACE = 36;
const COLUMN: Column = { x: 20 + FACE + 10, width: WIDTH - (20 + FACE + 10) - 24 };

/** Draws a Home tab as Slack shows it. */
export function drawSlackHome(blocks: readonly object[], caption: string): Uint8Array {
  return drawSlack([{ author: 'harbin', isApp: true, text: '', blocks }], caption);
}

/** Draws a form as Slack shows it above everything else: its title, its fields with what they hold, its buttons. */
export function drawSlackForm(view: SlackForm, caption: string): Uint8Array {
  const sheet = new Sheet(WIDTH, '#ffffff');
  const column: Column = { x: 24, width: WIDTH - 48 };
  sheet.space(16);
  sheet.text([{ text: view.title.text, bold: true }], HEADING, column);
  for (const block of view.blocks) {
    if (block.type !== 'input') {
      sheet.space(6);
      drawBlock(sheet, block, column);
      continue;
    }
    const { label, hint, element } = block;
    sheet.space(10);
    sheet.text([{ text: label.text, bold: true }], BODY, column);
    sheet.space(2);
    sheet.field(heldIn(element), element.type.endsWith('_select') || element.type === 'timepicker', FIELD, column);
    if (hint) sheet.text([{ text: hint.text }], SMALL, column);
  }
  sheet.space(14);
  sheet.buttons(
    [view.close?.text, view.submit?.text].filter((label) => label !== undefined),
    BUTTON,
    column,
  );
  sheet.space(14);
  sheet.text([{ text: caption }], { size: 11, line: 16, colour: '#8a8a8a' }, column);
  sheet.space(10);
  return sheet.png();
}

/** A form as its payload has it. */
export type SlackForm = {
  title: { text: string };
  submit?: { text: string };
  close?: { text: string };
  blocks: readonly (Block | Input)[];
};

type Input = { type: 'input'; label: { text: string }; hint?: { text: string }; element: Element };

type Element = {
  type: string;
  initial_time?: string;
  initial_option?: { text: { text: string } };
  placeholder?: { text: string };
};

const FIELD = { fill: '#ffffff', border: '#868686', colour: INK, size: 15, height: 34, radius: 6 };

function heldIn({ initial_time: time, initial_option: option, placeholder }: Element): string {
  return time ?? option?.text.text ?? placeholder?.text ?? '';
}

/** Draws messages as Slack shows their blocks, with a line that says what this picture is. */
export function drawSlack(messages: readonly SlackMessage[], caption: string): Uint8Array {
  const sheet = new Sheet(WIDTH, '#ffffff');
  sheet.space(18);
  for (const message of messages) {
    drawMessage(sheet, message);
    sheet.space(16);
  }
  sheet.text([{ text: caption }], { size: 11, line: 16, colour: '#8a8a8a' }, COLUMN);
  sheet.space(10);
  return sheet.png();
}

function drawMessage(sheet: Sheet, { author, isApp, text, blocks }: SlackMessage): void {
  const top = sheet.y;
  sheet.face(author[0]?.toUpperCase() ?? '', { x: 20, y: top, size: FACE, radius: 6 }, isApp ? '#1f4e79' : '#8d6b94');
  const name = { text: author, bold: true };
  sheet.text([name], BODY, COLUMN);
  const beside = COLUMN.x + widthOfText(author, BODY.size, true) + 8;
  if (isApp) sheet.badge('APP', { x: beside, y: top + 3 }, { fill: '#e8e8e8', colour: FADED });
  if (blocks.length === 0) sheet.text(mentions(text), BODY, COLUMN);
  for (const block of blocks) drawBlock(sheet, block as Block);
}

/** The kinds of blocks that the bot sends, as far as they matter to the eye. */
type Block =
  | { type: 'rich_text'; elements: Rich[] }
  | { type: 'context'; elements: { type: string; text: string }[] }
  | { type: 'actions'; elements: Clickable[] }
  | { type: 'header'; text: { text: string } }
  | { type: 'divider' }
  | { type: 'data_visualization'; title: string };

type Clickable = {
  text?: { text: string };
  placeholder?: { text: string };
  initial_option?: { text: { text: string } };
};

type Rich =
  | { type: 'rich_text_section' | 'rich_text_preformatted'; elements: Word[] }
  | { type: 'rich_text_list'; elements: { elements: Word[] }[] };

type Word = { type: string; text?: string; url?: string; user_id?: string; style?: { bold?: boolean } };

function drawBlock(sheet: Sheet, block: Block, column = COLUMN): void {
  switch (block.type) {
    case 'rich_text':
      for (const element of block.elements)
        if (element.type === 'rich_text_list')
          for (const item of element.elements) sheet.item(item.elements.map(runOf), BODY, column);
        else if (element.type === 'rich_text_preformatted') sheet.text(element.elements.map(runOf), SMALL, column);
        else sheet.text(element.elements.map(runOf), BODY, column);
      return;
    case 'context':
      sheet.space(3);
      for (const { type, text } of block.elements)
        sheet.text(type === 'mrkdwn' ? links(text) : [{ text }], SMALL, column);
      return;
    case 'actions':
      sheet.space(8);
      sheet.buttons(block.elements.map(labelOf), BUTTON, column);
      return;
    case 'header':
      sheet.space(10);
      sheet.text([{ text: block.text.text, bold: true }], HEADING, column);
      return;
    case 'divider':
      sheet.space(12);
      return;
    // Slack draws it; here stands what it is called, and the numbers follow in any case.
    case 'data_visualization':
      sheet.text([{ text: `[${block.title}]` }], SMALL, column);
      return;
  }
}

/** A menu shows what is chosen, or what it is for. */
function labelOf({ text, placeholder, initial_option: chosen }: Clickable): string {
  return text?.text ?? `${chosen?.text.text ?? placeholder?.text ?? ''} ▼`;
}

function runOf({ text = '', url, style }: Word): Run {
  return { text, bold: style?.bold === true, ...(url === undefined ? {} : { colour: LINK }) };
}

/** `<address|words>` as a link. */
function links(markup: string): Run[] {
  return markup
    .split(/(<[^|>]+\|[^>]+>)/)
    .map((part): Run => {
      const [, words] = /^<[^|>]+\|([^>]+)>$/.exec(part) ?? [];
      return words === undefined ? { text: unescaped(part) } : { text: unescaped(words), colour: LINK };
    })
    .filter(({ text }) => text !== '');
}

/** What a person wrote, the bot's mention by its name. */
function mentions(text: string): Run[] {
  return text
    .split(/(<@[A-Z0-9]+>)/)
    .map((part): Run => (part.startsWith('<@') ? { text: '@harbin', colour: LINK } : { text: unescaped(part) }))
    .filter((run) => run.text !== '');
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
