import { styleText } from 'node:util';
import { type Chart, marksOf, signsFor } from '../../core/messages/chart.ts';
import { fullLabel, type Inline, type Message, type Part, shortText } from '../../core/messages/message.ts';
import { columnsOf, wrapColumns } from './columns.ts';

/** How to draw: with colour or without, and lines of at most so many columns; as long as they come where undefined. */
export type Drawing = { colour: boolean; columns?: number | undefined };

/** Draws a message as lines for a terminal; buttons become numbers that can be typed. */
export function renderTerminal(message: Message, drawing: Drawing): string {
  const lines = message.parts.flatMap((part) => renderPart(part, drawing));
  if (message.buttons.length > 0) {
    if (message.invitation) lines.push(message.invitation);
    lines.push(...message.buttons.flatMap((button, at) => wrapped(`  ${at + 1}  ${fullLabel(button)}`, drawing, 5)));
  }
  return lines.join('\n');
}

function renderPart(part: Part, drawing: Drawing): string[] {
  const { colour } = drawing;
  switch (part.kind) {
    case 'text':
      return wrapped(renderInlines(part.inlines, colour), drawing);
    case 'items':
      return part.items.flatMap((item) => wrapped(`  - ${renderInlines(item, colour)}`, drawing, 4));
    case 'chart':
      return renderBars(part, drawing);
    // On lines of its own, so that a selection takes the text alone.
    case 'file':
      return [part.text];
    case 'copy':
      return [part.label, part.text];
    case 'note':
      return wrapped(renderInlines(part.inlines, false), drawing).map((line) => (colour ? styled('dim', line) : line));
  }
}

function wrapped(text: string, { columns }: Drawing, indent = 0): string[] {
  return columns === undefined ? [text] : text.split('\n').flatMap((line) => wrapColumns(line, columns, indent));
}

/** Longest bar, in columns. */
const BAR_WIDTH = 40;

/** Before a bar, and between it and its number, in columns. */
const BAR_MARGINS = 3;

function renderBars(chart: Chart, drawing: Drawing): string[] {
  const marks = marksOf(chart);
  const widest = Math.max(...marks.map(({ text }) => columnsOf(text)));
  const room = (drawing.columns ?? Number.POSITIVE_INFINITY) - BAR_MARGINS - widest;
  const longest = Math.max(1, Math.min(BAR_WIDTH, room));
  return marks.flatMap(({ label, value, text }) => [
    ...wrapped(`  ${label}`, drawing, 2),
    `  ${signsFor(value, chart, longest)} ${text}`,
  ]);
}

function renderInlines(inlines: readonly Inline[], colour: boolean): string {
  return inlines
    .map((inline) => {
      if (typeof inline === 'string') return inline;
      if ('strong' in inline) return colour ? styled('bold', inline.strong) : inline.strong;
      return 'link' in inline ? `${inline.link} - ${inline.url}` : shortText(inline);
    })
    .join('');
}

// The caller has decided about colour; styleText's own look at the stream would see the wrong one when output is captured.
function styled(format: 'bold' | 'dim', text: string): string {
  return styleText(format, text, { validateStream: false });
}
