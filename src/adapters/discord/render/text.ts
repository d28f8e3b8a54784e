import { type Chart, marksOf, signsFor } from '../../../core/messages/chart.ts';
import { type Inline, LINE_BREAK, type Message, type Part } from '../../../core/messages/message.ts';
import { cut } from '../../shared/cut.ts';

/** Breaks a link or a mention without showing. */
const NOTHING = '\u200b';

/** Where a text stands: in the message itself or in an embed. */
export type Place = 'content' | 'embed';

/** Draws runs of text in Discord's Markdown; only the message's own stress and links have an effect. */
export function markdown(inlines: readonly Inline[], place: Place): string {
  const line = inlines
    .map((inline) => {
      if (typeof inline === 'string') return escapeText(inline);
      if ('strong' in inline) return `**${escapeText(inline.strong)}**`;
      if ('struck' in inline) return `~~${escapeText(inline.struck)}~~`;
      if ('link' in inline) return maskedLink(inline.link, inline.url, place);
      return mention(inline);
    })
    .join('');
  // A heading, a quotation or a list only begins a line.
  return line.replace(/^\s*(?=#{1,3}\s|-#\s|>{1,3}\s|[-+]\s)/, '\\');
}

/** A text as it was written: it cannot format, mention, link or show an invitation, whoever wrote it. */
export function escapeText(text: string): string {
  return text
    .replace(/\s*\n\s*/g, ' ')
    .replace(/[\\*_~`|[\]<]/g, '\\$&')
    .replace(/@(?=everyone|here)/g, `@${NOTHING}`)
    .replace(/([a-z][a-z0-9+.-]*:)(?=\/\/)/gi, `$1${NOTHING}`)
    .replace(/(discord(?:app)?\.(?:gg|com|me|io|li|new))(?=\/)/gi, `$1${NOTHING}`);
}

/** A text to be copied to the letter: in a code block nothing formats, links or mentions, but three backticks would end it. */
function codeBlock(text: string): string {
  return `\`\`\`\n${text.replace(/`(?=`)/g, `\`${NOTHING}`)}\n\`\`\``;
}

/** A person or a channel by name; the message's allowed mentions see to it that nobody is called by it. */
function mention(inline: { person: string } | { channel: string }): string {
  const id = 'person' in inline ? inline.person : inline.channel;
  if (!/^\d+$/.test(id)) return escapeText(id);
  return 'person' in inline ? `<@${id}>` : `<#${id}>`;
}

function maskedLink(label: string, url: string, place: Place): string {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) return escapeText(label);
  const address = new URL(url).href.replace(/[()<>]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  // In a message's own text the angle brackets keep Discord from putting a preview of the page under it.
  return `[${escapeText(label)}](${place === 'content' ? `<${address}>` : address})`;
}

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
export function fitLines(lines: readonly Line[], mostCharacters: number): string[] {
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
