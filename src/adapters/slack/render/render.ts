// src/adapters/slack/render: what a message looks like on Slack. Pure functions.
// Imported by: adapters/slack.

import type { types } from '@slack/bolt';
import { type Chart, marksOf, signsFor } from '../../../core/messages/chart.ts';
import { fullLabel, type Inline, type Message, type Part, plainText } from '../../../core/messages/message.ts';
import {
  actionBlocks,
  asKnown,
  bulletList,
  type ChartBlock,
  type Control,
  chartBlock,
  contextBlock,
  preformatted,
  richText,
} from './blocks.ts';
import { writeQuestion, writeText } from './button-code.ts';
import { LIMITS } from './limits.ts';
import { cutEscaped } from './text.ts';
import { word } from './words.ts';

/** A message as Slack takes it: blocks for eyes, and a text that says all of it for notifications and screen readers. */
export type Drawing = {
  text: string;
  blocks: types.KnownBlock[];
  /** The same for a workspace that does not know Slack's own charts yet, where the message has one. */
  withoutCharts?: types.KnownBlock[];
};

/** Begins the action_id of every button that asks something, and of those whose answer takes the place of their message. */
export const ASK = 'ask';
export const TURN = 'turn';

/** What is drawn around a message. */
export type Surface = {
  /** Buttons behind the message's own. */
  controls?: readonly Control[];
  /** Questions to click, between the first part and the others. */
  examples?: readonly Control[];
  /** A last sentence of small print. */
  closing?: string;
  /** Whether Slack is asked to draw charts itself, which it does in messages only. */
  charts?: 'native' | 'bars';
};

/** Draws a message; whatever is too long is cut, so that nothing is ever refused for its length. */
export function render(message: Message, surface: Surface = {}): Drawing {
  const drawn = drawMessage(message, surface);
  if (surface.charts !== 'native' || !drawn.blocks.some(isChartBlock)) return drawn;
  return { ...drawn, withoutCharts: drawMessage(message, { ...surface, charts: 'bars' }).blocks };
}

function isChartBlock({ type }: { type: string }): boolean {
  return type === ('data_visualization' satisfies ChartBlock['type']);
}

function drawMessage(said: Message, { controls = [], examples = [], closing, charts }: Surface): Drawing {
  const message = closed(said, closing);
  const lead = examples.length > 0 ? 1 : 0;
  const ending = actionBlocks([...askButtons(message), ...controls]);
  const body = [
    ...messageBlocks({ ...message, parts: message.parts.slice(0, lead) }, charts),
    ...actionBlocks(examples),
    ...messageBlocks({ ...message, parts: message.parts.slice(lead) }, charts),
  ];
  const heard = { ...message, parts: message.parts.map((part) => withoutIds(part, message.language)) };
  const spoken = [
    plainText({ ...heard, parts: heard.parts.slice(0, lead), buttons: [] }),
    ...examples.map(({ label }) => `- ${label}`),
    plainText({ ...heard, parts: heard.parts.slice(lead) }),
  ];
  return {
    text: cutEscaped(spoken.filter(Boolean).join('\n'), LIMITS.messageText) || '…',
    // What can be clicked stays, however long the rest is.
    blocks: [...body.slice(0, LIMITS.messageBlocks - ending.length), ...ending].slice(0, LIMITS.messageBlocks),
  };
}

/** In a notification an id is no name: there a person is somebody, while the blocks show who. */
function withoutIds(part: Part, language: Message['language']): Part {
  const named = (inline: Inline): Inline =>
    typeof inline === 'object' && 'person' in inline ? word('somebody', language) : inline;
  switch (part.kind) {
    case 'text':
    case 'note':
      return { ...part, inlines: part.inlines.map(named) };
    case 'items':
      return { ...part, items: part.items.map((item) => item.map(named)) };
    default:
      return part;
  }
}

/** One line of the bot's own, with nothing to click. */
export function renderLine(line: string): Drawing {
  return { text: cutEscaped(line, LIMITS.messageText), blocks: [richText([line])] };
}

/** The parts of a message, without its buttons; paragraphs that follow each other are one block. */
export function messageBlocks(
  { parts }: Pick<Message, 'parts'>,
  charts: Surface['charts'] = 'bars',
): types.KnownBlock[] {
  const native = charts === 'native' && parts.filter(({ kind }) => kind === 'chart').length <= LIMITS.charts;
  return joinedTexts(parts).flatMap((part) => partBlocks(part, native));
}

function joinedTexts(parts: readonly Part[]): Part[] {
  const joined: Part[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (part.kind === 'text' && last?.kind === 'text')
      joined[joined.length - 1] = { kind: 'text', inlines: [...last.inlines, '\n', ...part.inlines] };
    else joined.push(part);
  }
  return joined;
}

/** A message with one more sentence at the end of its small print. */
function closed(message: Message, closing: string | undefined): Message {
  if (closing === undefined) return message;
  const last = message.parts.at(-1);
  const parts: Part[] =
    last?.kind === 'note'
      ? [...message.parts.slice(0, -1), { kind: 'note', inlines: [...last.inlines, ' ', closing] }]
      : [...message.parts, { kind: 'note', inlines: [closing] }];
  return { ...message, parts };
}

/** The message's own buttons; one that no code can carry asks its label instead. */
export function askButtons({ buttons, language }: Message): Control[] {
  return buttons.flatMap((button, at) => {
    const hint = fullLabel(button);
    const value = writeQuestion(button.question, language) ?? writeText(hint, language);
    return value === undefined
      ? []
      : [{ actionId: `${button.replaces ? TURN : ASK}:${at}`, label: button.label, hint, value }];
  });
}

function partBlocks(part: Part, native: boolean): types.KnownBlock[] {
  switch (part.kind) {
    case 'text':
      return [richText(part.inlines)];
    case 'items':
      return part.items.length === 0 ? [] : [bulletList(part.items)];
    case 'chart':
      return chartBlocks(part, native);
    case 'note':
      return [contextBlock(part.inlines)];
    case 'copy':
      return [preformatted(part)];
    case 'file':
      return [preformatted({ kind: 'copy', label: part.name, text: wholeLines(part.text, LIMITS.richText) })];
  }
}

/** Longest bar, in signs: it fits beside its number on a phone. */
const BAR_WIDTH = 16;

/** Slack's own chart with the numbers below it, or bars of signs. */
function chartBlocks(chart: Chart, native: boolean): types.KnownBlock[] {
  const marks = marksOf(chart);
  const block = native ? chartBlock(chart) : undefined;
  if (!block) return marks.length > 0 ? [barList(chart)] : [];
  return [asKnown(block), bulletList(marks.map(({ label, text }) => [`${label}: `, { strong: text }]))];
}

/** Bars for the eye under each label and number; without them the list says the same. */
function barList(chart: Chart): types.RichTextBlock {
  return bulletList(
    marksOf(chart).map(({ label, value, text }) => [
      `${label}: `,
      { strong: text },
      `\n${signsFor(value, chart, BAR_WIDTH)}`,
    ]),
  );
}

/** As many whole lines of a text as fit, and how many are left out. */
function wholeLines(text: string, most: number): string {
  if (text.length <= most) return text;
  const lines = text.split('\n');
  const room = most - String(lines.length).length - '\n… +'.length;
  let kept = '';
  let count = 0;
  for (const line of lines) {
    if (kept.length + line.length + 1 > room) break;
    kept += count === 0 ? line : `\n${line}`;
    count += 1;
  }
  return `${kept}\n… +${lines.length - count}`;
}
