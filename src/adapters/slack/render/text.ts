/** Slack reads these three characters as control signs everywhere; escaped they are themselves. */
function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** The same for a place where Slack also reads formatting: its signs have no escape, so look-alikes stand in for them. */
export function escapeMarkup(text: string): string {
  return escapeText(text).replace(/[*_~`]|:(?=[\w+-]+:)/g, lookAlike);
}

function lookAlike(sign: string): string {
  return LOOK_ALIKES[sign] ?? sign;
}

const LOOK_ALIKES: Record<string, string> = { '*': '∗', _: '＿', '~': '∼', '`': 'ˋ', ':': '\u2236' };

/**
 * The text that stands beside blocks, or in their place: Slack is asked to read no formatting in it, but not every
 * notification heeds that. Only signs at the edge of a word format, and none in an address may change.
 */
function escapePlain(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>*~`]+)/)
    .map((piece, at) => (at % 2 === 1 ? escapeText(piece) : escapeText(piece).replace(FORMATTING, lookAlike)))
    .join('');
}

const FORMATTING = /`|(?<![\p{L}\p{N}])[*_~]|[*_~](?![\p{L}\p{N}])|(?<!\d):(?=[\w+-]+:)/gu;

/** Escaped text of at most so many characters, in which no word formats; an escape is never cut in two. */
export function cutEscaped(text: string, most: number): string {
  const escaped = escapePlain(text);
  if (escaped.length <= most) return escaped;
  return `${escaped.slice(0, most - 1).replace(/&[a-z]*$|[\uD800-\uDBFF]$/, '')}…`;
}

/** What a person typed, as they saw it: mentions and links by their names, the bot's own mention left out. */
export function typedText(raw: string, botUserId: string): string {
  return raw
    .replaceAll(new RegExp(`<@${botUserId}(?:\\|[^<>]*)?>`, 'g'), ' ')
    .replace(/<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>/g, (_all, sign: string, id: string, label?: string) => {
      if (sign === '@' || sign === '#') return label ? `${sign}${label}` : '';
      if (sign === '!') return label ?? `@${id}`;
      return label ?? id;
    })
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim();
}
