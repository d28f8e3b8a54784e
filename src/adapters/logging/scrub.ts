/** Takes out of a text whatever must not be written anywhere. */
export type Scrub = (text: string) => string;

const REMOVED = '[removed]';

/** A shorter secret is an ordinary word, and would take pieces out of everything else. */
const SHORTEST_SECRET = 8;

/** An even number of backslashes stands for themselves in JSON, an odd one begins an escape. */
const EVEN = String.raw`(?<!\\)(?:\\\\)`;

/** Where a word begins, also behind an escape of JSON: the letter of \n must be neither taken for a part of it nor removed. */
const START = String.raw`(?<=^|[^\w\\]|${EVEN}+|${EVEN}*\\[nrtbf]|${EVEN}*\\u[\da-fA-F]{4})`;

const from = (start: string, shape: RegExp) => new RegExp(start + shape.source, shape.flags);

/** What looks like a secret of Slack, of Discord or of a connection, whoever put it there. It never reaches over the end of a JSON string. */
const SHAPES: readonly [RegExp, string][] = [
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
  [/(\bhooks\.slack(?:-gov)?\.com)\/[^\s"\\]+/gi, `$1/${REMOVED}`],
  [/(\/(?:interactions|webhooks)\/\d+\/)[\w.~%-]+/g, `$1${REMOVED}`],
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

/** Scrubs by the shapes of secrets, and of these very secrets in every spelling that an address or JSON gives them. */
export function createScrub(secrets: readonly string[]): Scrub {
  const spellings = secrets
    .filter(({ length }) => length >= SHORTEST_SECRET)
    .flatMap((secret) => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]);
  const own = [...new Set(spellings)].sort((a, b) => b.length - a.length);
  return (text) => {
    let clean = text;
    for (const secret of own) clean = clean.replaceAll(secret, REMOVED);
    for (const [shape, instead] of SHAPES) clean = clean.replace(shape, instead);
    return clean;
  };
}
