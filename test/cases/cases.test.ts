import { afterAll, expect, it } from 'vitest';
import type { Stage } from '../adapters/discord/harness.ts';
import { people, stage } from '../adapters/discord/harness.ts';
import { type RunningBot, startBot } from '../adapters/slack/running-bot.ts';
import { CASES, type Case } from './cases.ts';

/** One bot on each platform for all cases; each has people of its own. */
const ends: (() => unknown)[] = [];
const once = { onTestFinished: (end: () => unknown) => void ends.push(end) } as never;
let slackBot: Promise<RunningBot> | undefined;
let discordBot: Promise<Stage> | undefined;

afterAll(async () => {
  for (const end of ends) await end();
});

it.for(CASES)('$door: $situation', async (one) => {
  const first = await answerTo(one);
  if (one.expected === null) expect(first).toBeUndefined();
  else expect(first).toMatch(one.expected);
});

async function answerTo(one: Case): Promise<string | undefined> {
  switch (one.door) {
    case 'slack direct message': {
      slackBot ??= startBot(once);
      const { slack } = await slackBot;
      const { text, event } = one.input;
      const turn = await slack.directMessage(slack.workspace.addUser(), text, event ? { event } : {});
      if (one.expected === null) return (await turn.whenQuiet())[0]?.text;
      return (await turn.answer()).text;
    }
    case 'slack check': {
      slackBot ??= startBot(once);
      const { slack } = await slackBot;
      const { text, attachments = [] } = one.input;
      const { message } = await slack.say(slack.channel, text, { attachments });
      if (!message) throw new Error('nothing was said');
      return (await (await slack.messageAction('check_number', message)).answer()).text;
    }
    case 'discord check': {
      discordBot ??= stage(once);
      const { discord } = await discordBot;
      const { channel, mei } = people(discord);
      const { message } = discord.say(mei, channel, one.input.text);
      Object.assign(message.payload, one.input.payload);
      return (await discord.messageAction('Check this number', message, mei).answered()).payload.content;
    }
  }
}
