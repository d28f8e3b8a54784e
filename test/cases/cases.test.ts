import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readConfig } from '../../src/config/config.ts';
import { loadEnvFile } from '../../src/config/env-file.ts';
import { FaultyConfiguration } from '../../src/config/faulty-configuration.ts';
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
    case 'slack command': {
      slackBot ??= startBot(once);
      const { slack } = await slackBot;
      return (await (await slack.slash('/harbin', one.input.text)).answer()).text;
    }
    case 'environment file':
      return saidOf(one.input.content);
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

/** What the program makes of a .env. */
function saidOf(content: string | Buffer): string {
  const folder = mkdtempSync(join(tmpdir(), 'harbin-case-'));
  try {
    writeFileSync(join(folder, '.env'), content);
    const environment: NodeJS.ProcessEnv = {};
    const problems = loadEnvFile(join(folder, '.env'), environment);
    if (problems.length > 0) return problems.join('\n');
    readConfig(environment);
    return Object.entries(environment)
      .map(([name, value]) => `${name} is ${value}`)
      .join('\n');
  } catch (error) {
    if (error instanceof FaultyConfiguration) return error.problems.join('\n');
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
