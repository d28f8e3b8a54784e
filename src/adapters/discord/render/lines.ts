import { type Chart, marksOf, signsFor } from '../../../core/messages/chart.ts';
import { type Inline, LINE_BREAK, type Message, type Part } from '../../../core/messages/message.ts';
import { cut } from '../../shared/cut.ts';
import { codeBlock, markdown, type Place } from './text.ts';

/** A line of an answer as Discord reads it; an answer without its `essential` lines would be incomplete. */
export type Line = { text: string; essential: boolean };

/** Longest bar, in signs; a longer one would wrap on a phone. */
const BAR_SIGNS = 20;

/** Longest text to be copied, in characters: with its frame it fits into a message even alone. */
const MOST_COPIED = 900;

/** Draws the parts of a message as lines; in the message itself small print is marked, while all of an embed is small. */
export function linesOf(parts: Message['parts'], place: Place, hasPicture = false): Line[] {
  return parts.flatMap((part) => linesOfPart(part, place, hasPicture));
}

function linesOfPart(part: Part, place: Place, hasPicture: boolean): Line[] {
  switch (part.kind) {
    case 'text':
      return [{ text: markdown(part.inlines, place), essential: true }];
    case 'items':
      return part.items.map((item) => ({ text: `- ${markdown(item, place)}`, essential: false }));
    case 'chart':
      return barLines(part, place, hasPicture);
    case 'note':
      return [{ text: smallPrint(part.inlines, place), essential: true }];
    case 'file':
      return [{ text: codeBlock(cut(part.text, MOST_COPIED)), essential: true }];
    case 'copy':
      return [{ text: `${markdown([part.label], place)}\n${codeBlock(cut(part.text, MOST_COPIED))}`, essential: true }];
  }
}

/** Discord's sign for small print begins every line of it. */
function smallPrint(inlines: readonly Inline[], place: Place): string {
  const lines: Inline[][] = [[]];
  for (const inline of inlines)
    if (inline === LINE_BREAK) lines.push([]);
    else lines.at(-1)?.push(inline);
  return lines.map((line) => `-# ${markdown(line, place)}`).join('\n');
}

/** The numbers of a chart, with bars of signs where no picture shows them. */
function barLines(chart: Chart, place: Place, hasPicture: boolean): Line[] {
  return marksOf(chart).map(({ label, value, text }) => {
    const number = markdown([label, ': ', { strong: text }], place);
    const bar = `\n\`${signsFor(value, chart, BAR_SIGNS)}\``;
    return { text: hasPicture ? `- ${number}` : number + bar, essential: false };
  });
}

/** Leaves lines out until the rest fits: the last of those that can be spared first, then the end. */
export function fitted(lines: readonly Line[], mostCharacters: number): string[] {
  const kept = [...lines];
  const mark = (count: number): Line => ({ text: `… +${count}`, essential: true });
  let markedAt = -1;
  for (let left = 1; lengthOf(kept) > mostCharacters; left++) {
    const at = kept.findLastIndex(({ essential }) => !essential);
    if (at < 0) break;
    if (markedAt >= 0) kept.splice(markedAt, 1);
    kept.splice(at, 1, mark(left));
    markedAt = at;
  }
  while (lengthOf(kept) > mostCharacters && kept.length > 1) kept.splice(Math.max(1, kept.length - 2), 1);
  return kept.map(({ text }) => cut(text, mostCharacters));
}

/** With the line feeds between them. */
function lengthOf(lines: readonly Line[]): number {
  return lines.reduce((sum, { text }) => sum + text.length + 1, -1);
}
