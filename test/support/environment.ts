import type { FakeDiscord } from './discord/fake-discord.ts';
import type { FakeSlack } from './slack/fake-slack.ts';

/** The environment of a program that serves a fake Slack by Socket Mode. */
export function slackEnvironment({ installation, apiUrl }: Pick<FakeSlack, 'installation' | 'apiUrl'>) {
  return { SLACK_BOT_TOKEN: installation.botToken, SLACK_APP_TOKEN: installation.appToken, SLACK_API_URL: apiUrl };
}

/** The environment of a program that serves a fake Discord. */
export function discordEnvironment({ token, apiUrl }: Pick<FakeDiscord, 'token' | 'apiUrl'>) {
  return { DISCORD_TOKEN: token, DISCORD_API_URL: apiUrl };
}
