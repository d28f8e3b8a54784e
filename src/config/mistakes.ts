/** What people often put into a variable by mistake, told without the value: it may be a secret. */

/** Secrets that can be told by their looks, and the variable that each belongs in. */
const KINDS: readonly { looks: RegExp; is: string; variable?: string }[] = [
  { looks: /^xoxb-/, is: "a Slack app's bot token", variable: 'SLACK_BOT_TOKEN' },
  { looks: /^xapp-/, is: 'an app-level token of Slack', variable: 'SLACK_APP_TOKEN' },
  { looks: /^xox[pe]/, is: "a person's or a rotated token of Slack, which this bot does not use" },
  { looks: /^[\da-f]{32}$/i, is: "a Slack app's signing secret", variable: 'SLACK_SIGNING_SECRET' },
  { looks: /^[\w-]{18,32}\.[\w-]{6,7}\.[\w-]{25,}$/, is: "a Discord bot's token", variable: 'DISCORD_TOKEN' },
];

const TOKENS = new Set(['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET', 'DISCORD_TOKEN']);

export function mistakeIn(variable: string, value: string): string | undefined {
  // A shell and Node's own reading of .env take quotes off; `docker run --env-file` does not.
  if (/^(["'`]).*\1$/.test(value) || /^[“”„‘’«].*[“”‘’»]$/.test(value))
    return 'it stands in quotes: write it without them';
  if (TOKENS.has(variable) && /\s/.test(value)) return 'it has a space or a line break in it';
  if (TOKENS.has(variable) && /[^!-~]/.test(value))
    return 'it has a character in it that no token has, such as a curly quote or …: copy it again';
  const kind = KINDS.find(({ looks }) => looks.test(value));
  if (!kind || !TOKENS.has(variable) || kind.variable === variable) return undefined;
  return `it holds ${kind.is}${kind.variable ? `: that belongs in ${kind.variable}` : ''}`;
}
