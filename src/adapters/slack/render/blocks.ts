import type { types } from '@slack/bolt';
import type { Chart, Point } from '../../../core/messages/chart.ts';
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

/** Slack's own chart, which the library's types do not know yet. */
export type ChartBlock = {
  type: 'data_visualization';
  title: string;
  chart: {
    type: 'line' | 'bar';
    series: { name: string; data: { label: string; value: number }[] }[];
    axis_config: { categories: string[]; y_label?: string };
  };
};

/** A chart for Slack to draw; undefined where Slack's narrow labels would say something else, or nothing. */
export function chartBlock(chart: Chart): ChartBlock | undefined {
  const { form, title, unit, series } = chart;
  const points = series.flatMap((one) => one.points);
  const labels = inOrder(points);
  const categories = labels.map(short);
  const names = series.map(({ name }) => short(name || title));
  const fits =
    title !== '' &&
    labels.every((label) => label !== '') &&
    isWithin(labels, LIMITS.chartPoints) &&
    isWithin(series, LIMITS.chartSeries) &&
    // Slack refuses a chart with gaps, or draws it as if a value were nothing.
    series.every((one) => labels.every((label) => one.points.some((point) => point.label === label)));
  // Cut to the same few characters, two things would be one.
  if (!fits || new Set(categories).size < categories.length || new Set(names).size < names.length) return undefined;
  return {
    type: 'data_visualization',
    title: cut(title, LIMITS.chartTitle),
    chart: {
      // Slack sets all labels equally far apart, which would bend a line through dates that are not.
      type: form === 'line' && isEven(points) ? 'line' : 'bar',
      series: series.map((one, at) => ({
        name: names[at] ?? '',
        data: one.points.map(({ label, value }) => ({ label: short(label), value })),
      })),
      axis_config: { categories, ...(unit ? { y_label: cut(unit, LIMITS.chartAxis) } : {}) },
    },
  };
}

/** The block as the library's lists of blocks take it. */
export function asKnown(block: ChartBlock): types.KnownBlock {
  return block as unknown as types.KnownBlock;
}

function short(label: string): string {
  return cut(label, LIMITS.chartLabel);
}

function isWithin(things: readonly unknown[], most: number): boolean {
  return things.length > 0 && things.length <= most;
}

/** Each label once: as they come, or where they are dated, in the order of time. */
function inOrder(points: readonly Point[]): string[] {
  const dated = points.every(({ at }) => at !== undefined);
  const sorted = dated ? [...points].sort((one, other) => (one.at ?? '').localeCompare(other.at ?? '')) : points;
  return [...new Set(sorted.map(({ label }) => label))];
}

/** Whether the points are whole years, one after the other, or not dated at all. */
function isEven(points: readonly Point[]): boolean {
  const dates = [...new Set(points.map(({ at }) => at))].sort();
  if (dates.every((at) => at === undefined)) return true;
  return dates.every((at, index) => /^\d{4}$/.test(at ?? '') && Number(at) === Number(dates[0]) + index);
}
