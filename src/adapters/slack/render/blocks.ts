import type { types } from '@slack/bolt';
import { type Inline, inlineText, type Part, shortText } from '../../../core/messages/message.ts';
import { cut } from '../../shared/cut.ts';
import { LIMITS } from './limits.ts';
import { escapeMarkup } from './text.ts';

/** The pieces of Block Kit that the bot draws with, each cut to what Slack accepts. */

/** A button and what it carries; `hint` is what a screen reader says for it instead of its label. */
export type Control = { actionId: string; label: string; hint?: string; value: string };

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

/** Rich text says what is bold and what is a link beside the words, so that no word can be taken for a sign. */
export function richText(inlines: readonly Inline[]): types.RichTextBlock {
  return { type: 'rich_text', elements: [richSection(inlines)] };
}

/** Preformatted rich text shows every sign as it is and copies as it stands. */
export function preformatted({ label, text }: Extract<Part, { kind: 'copy' }>): types.RichTextBlock {
  return {
    type: 'rich_text',
    elements: [
      richSection([{ strong: label }]),
      { type: 'rich_text_preformatted', elements: [{ type: 'text', text: cut(text, LIMITS.richText) || ' ' }] },
    ],
  };
}

export function bulletList(items: readonly (readonly Inline[])[]): types.RichTextBlock {
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
  if ('struck' in inline)
    return { type: 'text', text: cut(inline.struck, LIMITS.richText) || ' ', style: { strike: true } };
  if ('person' in inline && PERSON.test(inline.person)) return { type: 'user', user_id: inline.person };
  if ('channel' in inline && CHANNEL.test(inline.channel)) return { type: 'channel', channel_id: inline.channel };
  if (!('link' in inline)) return { type: 'text', text: cut(shortText(inline), LIMITS.richText) };
  if (inline.url.length > LIMITS.url) return { type: 'text', text: cut(inline.link, LIMITS.richText) };
  return { type: 'link', url: inline.url, text: cut(inline.link, LIMITS.richText) };
}

/** Ids as Slack gives them; anything else is shown as it is. */
const PERSON = /^[UW][A-Z0-9]+$/;
const CHANNEL = /^[CDG][A-Z0-9]+$/;

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
