/** The bot scopes that the manifest asks for. Without a needed one the bot does not work; without another, the named thing works less. */
export const SCOPES = {
  needed: ['commands', 'app_mentions:read', 'chat:write', 'im:history'],
  optional: {
    'users:read':
      'help, Home and errors are in English until a language is chosen, and daily posts in the default time zone',
    'files:write': 'charts come without a picture where Slack does not draw them itself',
    'channels:history': 'a daily post of uncertain fate in a public channel is not looked for',
    'groups:history': 'a daily post of uncertain fate in a private channel is not looked for',
    'channels:read': 'nobody is told what the bot is there for when it is invited to a public channel',
    'groups:read': 'nobody is told what the bot is there for when it is invited to a private channel',
  },
} as const;

/** The scopes that the bot does not work without and was not granted; where Slack does not tell them, none is known to be missing. */
export function missingFrom(granted: readonly string[] | undefined): string[] {
  return granted === undefined ? [] : SCOPES.needed.filter((scope) => !granted.includes(scope));
}

/** The optional scopes that were not granted, by name. */
export function optionalMissingFrom(granted: readonly string[]): (keyof typeof SCOPES.optional)[] {
  const optional = Object.keys(SCOPES.optional) as (keyof typeof SCOPES.optional)[];
  return optional.filter((scope) => !granted.includes(scope));
}
