import { writeFileSync } from 'node:fs';
import type { TestContext } from 'vitest';
import { people, stage } from '../../test/adapters/discord/harness.ts';
import { startDailyBot } from '../../test/adapters/slack/daily-bot.ts';
import { startBot } from '../../test/adapters/slack/running-bot.ts';
import type { PostedMessage } from '../../test/support/slack/message-board.ts';
import { drawDiscord } from './discord.ts';
import { drawSlack, type SlackMessage } from './slack.ts';

/**
 * `npm run pictures`: makes the pictures of the README from what the bot sends. The whole bot answers questions that
 * people ask in a fake Slack and a fake Discord, and what arrives there is drawn: of what the bot says in a picture, no word is written here.
 */

const CAPTION = 'Drawn from the message that the bot sends (npm run pictures); not a screenshot.';
const FOLDER = 'docs/pictures';

const ends: (() => unknown)[] = [];
// The harnesses of the tests, whose scene ends when a test does.
const scene: Pick<TestContext, 'onTestFinished'> = {
  onTestFinished: (end) => void ends.push(end as () => unknown),
};
try {
  await answerOnSlack();
  await answerOnDiscord();
  await dailyOnSlack();
} finally {
  for (const end of ends.reverse()) await end();
}

async function answerOnSlack(): Promise<void> {
  const { slack } = await startBot(scene);
  const turn = await slack.mention(slack.channel, 'how many labratories does harbin have?');
  const answer = await turn.answer();
  if (!turn.message) throw new Error('nobody asked');
  save('slack-answer', drawSlack([ofPerson(slack.user.name, turn.message), ofBot(answer)], CAPTION), answer.text);
}

async function answerOnDiscord(): Promise<void> {
  const { discord } = await stage(scene);
  const { channel, mei } = people(discord);
  const question = '哈尔滨有多少家高新技术企业？';
  const answer = await discord.slash(mei, channel, 'harbin ask', { question }, { locale: 'zh-CN' }).answered();
  const { content = '', embeds = [], components = [] } = answer.payload;
  const asked = { who: 'Mei', command: `/harbin ask ${question}` };
  save(
    'discord-answer',
    drawDiscord({ asked, content, embeds, components } as Parameters<typeof drawDiscord>[0], CAPTION),
    answer.text,
  );
}

async function dailyOnSlack(): Promise<void> {
  const bot = await startDailyBot(scene);
  bot.at('2026-11-25T10:00:00Z');
  await bot.daily('on 9:00 research');
  bot.at('2026-11-26T01:00:00Z');
  const [post] = await bot.posted(1);
  if (!post) throw new Error('nothing was posted');
  save('daily-post', drawSlack([ofBot(post)], CAPTION), post.text);
}

function ofPerson(author: string, { text }: PostedMessage): SlackMessage {
  return { author, isApp: false, text, blocks: [] };
}

function ofBot({ text, blocks }: PostedMessage): SlackMessage {
  return { author: 'harbin', isApp: true, text, blocks };
}

/** The words go into the README's description of the picture: which fact a daily post tells is drawn by lot. */
function save(name: string, png: Uint8Array, words: string): void {
  writeFileSync(`${FOLDER}/${name}.png`, png);
  process.stdout.write(`${FOLDER}/${name}.png: ${Math.ceil(png.length / 1_024)} KB\n${words}\n\n`);
}
