// src/core/messages: what any surface can show, and the words of every answer.
// Imported by: core, adapters.

import type { Language } from '../../data/schema.ts';
import type { Shown } from '../news/readers.ts';
import type { Question } from '../question.ts';
import { type Chart, marksOf } from './chart.ts';

/** A run of text in a message: plain, stressed, struck through, a link, or a person or channel by the platform's id, where nobody is called by it. */
export type Inline =
  | string
  | { strong: string }
  /** What does not hold any more; the words around it say so too. */
  | { struck: string }
  | { link: string; url: string }
  | { person: string }
  | { channel: string };

/** Ends a line of small print inside its note. */
export const LINE_BREAK = '\n';

/** A piece of a message that any surface can draw. */
export type Part =
  | { kind: 'text'; inlines: Inline[] }
  | { kind: 'items'; items: Inline[][] }
  | Chart
  /** Small print: caveats, sources, what was read differently. */
  | { kind: 'note'; inlines: Inline[] }
  /** A text to be copied to the letter, such as a reference; it is drawn so that nothing in it formats or links. */
  | { kind: 'copy'; label: string; text: string }
  /** A file to download, of plain text; where none can be sent its text is shown. */
  | { kind: 'file'; name: string; text: string };

/** A button carries a question; a click asks it. `full` is its label where there is room, and for screen readers. */
export type Button = {
  label: string;
  full?: string;
  question: Question;
  /** The answer takes the place of the message that the button stands in, which is of no use any more. */
  replaces?: true;
};

/** What a button is called where there is room for it. */
export function fullLabel({ label, full }: Button): string {
  return full ?? label;
}

/** An answer in words. The first part is complete by itself: it is what a phone's notification shows. */
export type Message = {
  language: Language;
  /** Who should see it where the surface can tell people apart: errors, help and settings concern the asker alone. */
  audience: 'asker' | 'everyone';
  parts: Part[];
  /** Who published what is told, where that is one source, and of which day it is, where that is known and one for all. */
  origin?: { publisher: string; day?: string };
  /** What the buttons are for, said where they cannot be drawn. */
  invitation?: string;
  buttons: Button[];
  /** The values that it shows, where it shows any. */
  shown?: Shown;
};

/** The whole message for notifications, screen readers and logs of a terminal: nothing is left to pictures or buttons. */
export function plainText(message: Message): string {
  const lines = message.parts.flatMap((part) => partLines(part, message.language));
  const labels = message.buttons.map(fullLabel);
  if (message.invitation && labels.length > 0) lines.push(introduced(message.invitation, labels.join(' · ')));
  return lines.join('\n');
}

const COLON: Record<Language, string> = { en: ':', zh: '：', ru: ':' };

/** Puts what a colon introduces behind it; a Chinese colon is as wide as a colon with a space. */
function introduced(intro: string, what: string): string {
  return intro.endsWith('：') ? intro + what : `${intro} ${what}`;
}

function partLines(part: Part, language: Language): string[] {
  switch (part.kind) {
    case 'items':
      return part.items.map((item) => `- ${inlineText(item)}`);
    case 'chart':
      return marksOf(part).map(({ label, text }) => `- ${introduced(label + COLON[language], text)}`);
    case 'file':
      return [part.text];
    case 'copy':
      return [introduced(part.label + COLON[language], part.text)];
    case 'text':
    case 'note':
      return [inlineText(part.inlines)];
  }
}

export function inlineText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) =>
      typeof inline === 'object' && 'link' in inline ? `${inline.link} - ${inline.url}` : shortText(inline),
    )
    .join('');
}

/** A run without its formatting, and of a link only the label. */
export function shortText(inline: Inline): string {
  if (typeof inline === 'string') return inline;
  if ('strong' in inline) return inline.strong;
  if ('struck' in inline) return inline.struck;
  if ('link' in inline) return inline.link;
  return 'person' in inline ? `@${inline.person}` : `#${inline.channel}`;
}
