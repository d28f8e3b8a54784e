/** Takes out of a text whatever must not be written anywhere. */
export type Scrub = (text: string) => string;

const REMOVED = '[removed]';

/** A shorter secret is removed only where it stands alone: it is often an ordinary word, or a piece of many. */
const SHORTEST_ANYWHERE = 8;

/** An even number of backslashes stands for themselves in JSON, an odd one begins an escape. */
const EVEN = String.raw`(?<!\\)(?:\\\\)`;

/** Where a word begins, also behind an escape of JSON or of an address: the letter of \n must be neither taken for a part of it nor removed. */
const START = String.raw`(?<=^|[^\w\\]|%[\da-fA-F]{2}|${EVEN}+|${EVEN}*\\[nrtbf]|${EVEN}*\\u[\da-fA-F]{4})`;

/** Looked ahead first, since looking behind takes long among many backslashes. */
const from = (start: string, shape: RegExp) => new RegExp(`(?=[\\w-])${start}${shape.source}`, shape.flags);

/** A slash, also as a query, a form or JSON may write it. */
const SLASH = String.raw`(?:\\*\/|%2F)`;

/** What looks like a secret of Slack, of Discord or of a connection, whoever put it there. It never reaches over the end of a JSON string. */
const SHAPES: readonly (readonly [RegExp, string])[] = [
  // xoxb-…, xoxp-…, xapp-…, and the rotated xoxe.xoxb-…; in an address a %20 may stand before them.
  [/x(?:ox[a-z]|app)[-.][\w.%-]+/g, REMOVED],
  // Discord's bot tokens: the id of the bot, a time, a signature.
  [from(START, /[\w-]{18,32}\.[\w-]{6,7}\.[\w-]{25,}/g), REMOVED],
  [from(START, /Bearer(?:\s+|%20)[\w.~+/=-]{8,}/gi), `Bearer ${REMOVED}`],
  // Longer than a word that may follow, as in "Basic Information".
  [from(START, /(Basic|Bot)(?:\s+|%20)[\w.~+/=-]{20,}/g), `$1 ${REMOVED}`],
  // Slack's signing secrets and the signatures made with them.
  [from(START, /[\da-f]{32}\b/gi), REMOVED],
  [from(START, /v0=[\da-f]{16,}/gi), REMOVED],
  // Whoever holds a response_url can post by it; the same goes for Discord's interactions and webhooks.
  [new RegExp(String.raw`(hooks\.slack(?:-gov)?\.com${SLASH})(?:[^\s"\\]|\\+\/)+`, 'gi'), `$1${REMOVED}`],
  [new RegExp(`(${SLASH}(?:interactions|webhooks)${SLASH}\\d+${SLASH})[\\w.~%-]+`, 'gi'), `$1${REMOVED}`],
  // A password in an address, up to its last @: one that was not encoded may hold a / or an @ itself.
  [/(\b\w+:\/\/[^\s:/@"\\]*:)[^\s"\\]+@/g, `$1${REMOVED}@`],
  [
    from(
      START,
      /((?:access_|refresh_|bot_|app_)?token|ticket|client_secret|signing_secret|secret|password|passwd|pwd|api_?key|signature)(=|%3D)[^&\s"'\\,;)]+/gi,
    ),
    `$1$2${REMOVED}`,
  ],
];

/** Scrubs by the shapes of secrets, and of these very secrets in every spelling that an address, a form or JSON gives them. */
export function createScrub(secrets: readonly string[]): Scrub {
  const own = secrets
    .filter((secret) => secret !== '')
    .sort((a, b) => b.length - a.length)
    .flatMap((secret) =>
      secret.length < SHORTEST_ANYWHERE ? alone(spellingsOf(secret)) : [spellingsOf(secret), ...base64sOf(secret)],
    );
  const shapes = own.length === 0 ? SHAPES : [[new RegExp(own.join('|'), 'g'), REMOVED] as const, ...SHAPES];
  return (text) => shapes.reduce((clean, [shape, instead]) => clean.replace(shape, instead), text);
}

/** A pattern where no letter or digit stands beside it; names of fields and numbers of JSON stay, so that a line remains one. */
function alone(pattern: string): string {
  return String.raw`(?=\S)${START}(?<!":)(?:${pattern})(?!\w|":)`;
}

/** A pattern of a secret in which each sign may be escaped, by JSON once or several times, or by percent codes. */
function spellingsOf(secret: string): string {
  return Array.from(secret, (sign) => (/[\w-]/.test(sign) ? sign : `(?:${waysToWrite(sign).join('|')})`)).join('');
}

function waysToWrite(sign: string): string[] {
  const codes = Array.from(Buffer.from(sign), (byte) => `%(?:25)*${hexOf(byte, 2)}`);
  const units = Array.from({ length: sign.length }, (_, at) => String.raw`\\+u${hexOf(sign.charCodeAt(at), 4)}`);
  const [, letter] = /^\\(.)$/.exec(JSON.stringify(sign).slice(1, -1)) ?? [];
  return [
    String.raw`\\*${literally(sign)}`,
    codes.join(''),
    units.join(''),
    ...(letter === undefined ? [] : [String.raw`\\+${literally(letter)}`]),
    ...(sign === ' ' ? [String.raw`\+`] : []),
  ];
}

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}

/** A number in so many digits, of which the letters may be large or small. */
function hexOf(value: number, digits: number): string {
  const text = value.toString(16).padStart(digits, '0');
  return text.replace(/[a-f]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
}

function base64sOf(secret: string): string[] {
  return (['base64', 'base64url'] as const).map((form) => literally(Buffer.from(secret).toString(form)));
}
