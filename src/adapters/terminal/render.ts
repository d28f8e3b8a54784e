import { styleText } from 'node:util';
import { type Chart, marksOf, signsFor } from '../../core/messages/chart.ts';
import { fullLabel, type Inline, type Message, type Part, shortText } from '../../core/messages/message.ts';

/** Draws a message as lines for a terminal; buttons become numbers that can be typed. */
export function renderTerminal(message: Message, colour: boolean): string {
  const lines = message.parts.flatMap((part) => renderPart(part, colour));
  if (message.buttons.length > 0) {
    if (message.invitation) lines.push(message.invitation);
    lines.push(...message.buttons.map((button, at) => `  ${at + 1}  ${fullLabel(button)}`));
  }
  return lines.join('\n');
}

function renderPart(part: Part, colour: boolean): string[] {
  switch (part.kind) {
    case 'text':
      return [renderInlines(part.inlines, colour)];
    case 'items':
      return part.items.map((item) => `  - ${renderInlines(item, colour)}`);
    case 'chart':
      return renderBars(part);
    // On lines of its own, so that a selection takes the text alone.
    case 'copy':
      return [part.label, part.text];
    case 'note': {
      const line = renderInlines(part.inlines, false);
      return [colour ? styled('dim', line) : line];
    }
  }
}

/** Longest bar, in characters. */
const BAR_WIDTH = 40;

function renderBars(chart: Chart): string[] {
  return marksOf(chart).flatMap(({ label, value, text }) => [
    `  ${label}`,
    `  ${signsFor(value, chart, BAR_WIDTH)} ${text}`,
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
