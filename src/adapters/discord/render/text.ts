import type { Inline } from '../../../core/messages/message.ts';

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
export function codeBlock(text: string): string {
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
