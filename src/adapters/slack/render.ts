import type { types } from '@slack/bolt';
import { type Chart, marksOf, signsFor } from '../../core/chart.ts';
import { type Inline, inlineText, type Message, type Part, plainText, shortText } from '../../core/message.ts';
import { cut } from '../cut.ts';
import { questionValue, textValue } from './button-value.ts';
import { asKnown, type ChartBlock, chartBlock } from './chart-block.ts';
import { LIMITS } from './limits.ts';
import { cutEscaped, escapeMarkup } from './text.ts';

/** A message as Slack takes it: blocks for eyes, and a text that says all of it for notifications and screen readers. */
export type Drawn = {
  text: string;
  blocks: types.KnownBlock[];
  /** The same for a workspace that does not know Slack's own charts yet, where the message has one. */
  withoutCharts?: types.KnownBlock[];
};

/** A button of the adapter's own beside those of the message. */
export type Control = { actionId: string; label: string; hint?: string; value: string };

/** Begins the action_id of every button that asks something. */
export const ASK = 'ask';

/** What is drawn around a message. */
export type Surroundings = {
  /** Buttons behind the message's own. */
  controls?: readonly Control[];
  /** Questions to click, between the first part and the others. */
  examples?: readonly Control[];
  /** A last line of small print. */
  closing?: string;
  /** Whether Slack is asked to draw charts itself, which it does in messages only. */
  charts?: 'native' | 'bars';
};

/** Draws a message; whatever is too long is cut, so that nothing is ever refused for its length. */
export function renderMessage(message: Message, surroundings: Surroundings = {}): Drawn {
  const drawn = drawMessage(message, surroundings);
  if (surroundings.charts !== 'native' || !drawn.blocks.some(isChartBlock)) return drawn;
  return { ...drawn, withoutCharts: drawMessage(message, { ...surroundings, charts: 'bars' }).blocks };
}

function isChartBlock({ type }: { type: string }): boolean {
  return type === ('data_visualization' satisfies ChartBlock['type']);
}

function drawMessage(message: Message, { controls = [], examples = [], closing, charts }: Surroundings): Drawn {
  const lead = examples.length > 0 ? 1 : 0;
  const ending = [
    ...actionBlocks([...askButtons(message), ...controls]),
    ...(closing === undefined ? [] : [contextBlock([closing])]),
  ];
  const body = [
    ...messageBlocks({ ...message, parts: message.parts.slice(0, lead), buttons: [] }, charts),
    ...actionBlocks(examples),
    ...messageBlocks({ ...message, parts: message.parts.slice(lead) }, charts),
  ];
  const spoken = [
    plainText({ ...message, parts: message.parts.slice(0, lead), buttons: [] }),
    ...examples.map(({ label }) => `- ${label}`),
    plainText({ ...message, parts: message.parts.slice(lead) }),
    closing,
  ];
  return {
    text: cutEscaped(spoken.filter(Boolean).join('\n'), LIMITS.messageText) || '…',
    // What can be clicked stays, however long the rest is.
    blocks: [...body.slice(0, LIMITS.messageBlocks - ending.length), ...ending].slice(0, LIMITS.messageBlocks),
  };
}

/** One line of the bot's own, with nothing to click. */
export function renderLine(line: string): Drawn {
  return { text: cutEscaped(line, LIMITS.messageText), blocks: [richText([line])] };
}

/** The parts of a message and what its buttons are for, without the buttons. */
export function messageBlocks(
  { parts, buttons, invitation }: Message,
  charts: Surroundings['charts'] = 'bars',
): types.KnownBlock[] {
  const native = charts === 'native' && parts.filter(({ kind }) => kind === 'chart').length <= LIMITS.charts;
  const drawn = parts.flatMap((part) => partBlocks(part, native));
  return invitation && buttons.length > 0 ? [...drawn, contextBlock([invitation])] : drawn;
}

/** The message's own buttons; one that no code can carry asks its label instead. */
export function askButtons({ buttons, language }: Message): Control[] {
  return buttons.flatMap(({ label, question }, at) => {
    const value = questionValue(question, language) ?? textValue(label, language);
    return value === undefined ? [] : [{ actionId: `${ASK}:${at}`, label, value }];
  });
}

export function actionBlocks(controls: readonly Control[]): types.ActionsBlock[] {
  const rows = Array.from({ length: Math.ceil(controls.length / LIMITS.actionsElements) }, (_, row) =>
    controls.slice(row * LIMITS.actionsElements, (row + 1) * LIMITS.actionsElements),
  );
  return rows.map((row) => ({ type: 'actions', elements: row.map(button) }));
}

export function headerBlock(text: string): types.HeaderBlock {
  return { type: 'header', text: { type: 'plain_text', text: cut(text, LIMITS.headerText), emoji: false } };
}

/** Small print: plain where nothing is linked, since plain text can neither format nor ping. */
export function contextBlock(inlines: readonly Inline[]): types.ContextBlock {
  const linked = inlines.some((inline) => typeof inline === 'object' && 'link' in inline);
  return {
    type: 'context',
    elements: [
      linked
        ? { type: 'mrkdwn', text: markup(inlines), verbatim: true }
        : { type: 'plain_text', text: cut(inlineText(inlines) || ' ', LIMITS.blockText), emoji: false },
    ],
  };
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
  }
}

/** Rich text says what is bold and what is a link beside the words, so that no word can be taken for a sign. */
function richText(inlines: readonly Inline[]): types.RichTextBlock {
  return { type: 'rich_text', elements: [richSection(inlines)] };
}

/** Preformatted rich text shows every sign as it is and copies as it stands. */
function preformatted({ label, text }: Extract<Part, { kind: 'copy' }>): types.RichTextBlock {
  return {
    type: 'rich_text',
    elements: [
      richSection([{ strong: label }]),
      { type: 'rich_text_preformatted', elements: [{ type: 'text', text: cut(text, LIMITS.richText) || ' ' }] },
    ],
  };
}

function bulletList(items: readonly (readonly Inline[])[]): types.RichTextBlock {
  return {
    type: 'rich_text',
    elements: [{ type: 'rich_text_list', style: 'bullet', elements: items.map(richSection) }],
  };
}

function richSection(inlines: readonly Inline[]): types.RichTextSection {
  const elements = inlines.filter((inline) => inline !== '').map(richElement);
  return { type: 'rich_text_section', elements: elements.length > 0 ? elements : [{ type: 'text', text: ' ' }] };
}

function richElement(inline: Inline): types.RichTextElement {
  if (typeof inline === 'string') return { type: 'text', text: cut(inline, LIMITS.richText) };
  if ('strong' in inline)
    return { type: 'text', text: cut(inline.strong, LIMITS.richText) || ' ', style: { bold: true } };
  if ('person' in inline && PERSON.test(inline.person)) return { type: 'user', user_id: inline.person };
  if ('channel' in inline && CHANNEL.test(inline.channel)) return { type: 'channel', channel_id: inline.channel };
  if (!('link' in inline)) return { type: 'text', text: cut(shortText(inline), LIMITS.richText) };
  if (inline.url.length > LIMITS.url) return { type: 'text', text: cut(inline.link, LIMITS.richText) };
  return { type: 'link', url: inline.url, text: cut(inline.link, LIMITS.richText) };
}

/** Ids as Slack gives them; anything else is shown as it is. */
const PERSON = /^[UW][A-Z0-9]+$/;
const CHANNEL = /^[CDG][A-Z0-9]+$/;

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

function markup(inlines: readonly Inline[]): string {
  let text = '';
  for (const inline of inlines) {
    const run =
      typeof inline === 'object' && 'link' in inline
        ? `<${linkAddress(inline.url)}|${escapeMarkup(inline.link).replaceAll('|', '∣')}>`
        : escapeMarkup(shortText(inline));
    // A run that does not fit is left out whole: half a link would be shown as signs.
    if (text.length + run.length > LIMITS.blockText) return `${text.slice(0, LIMITS.blockText - 1)}…`;
    text += run;
  }
  return text;
}

/** The signs that would end the link early, as a URL writes them. */
function linkAddress(url: string): string {
  return url.replaceAll('&', '&amp;').replaceAll('<', '%3C').replaceAll('>', '%3E').replaceAll('|', '%7C');
}

function button({ actionId, label, hint, value }: Control): types.Button {
  return {
    type: 'button',
    action_id: actionId,
    text: { type: 'plain_text', text: cut(label, LIMITS.buttonText), emoji: false },
    accessibility_label: cut(hint ?? label, LIMITS.buttonAccessibilityLabel),
    value,
  };
}
