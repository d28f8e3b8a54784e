import { mkdirSync, writeFileSync } from 'node:fs';
import type { TestContext } from 'vitest';
import { people, stage } from '../../test/adapters/discord/harness.ts';
import { startDailyBot } from '../../test/adapters/slack/daily-bot.ts';
import { startBot } from '../../test/adapters/slack/running-bot.ts';
import type { FakeDiscord } from '../../test/support/discord/fake-discord.ts';
import type { SeenMessage } from '../../test/support/discord/turn.ts';
import type { PostedMessage } from '../../test/support/slack/message-board.ts';
import { until } from '../../test/support/until.ts';
import { type DiscordForm, drawDiscord, drawDiscordForm } from './discord.ts';
import { drawSlack, drawSlackForm, drawSlackHome, type SlackForm, type SlackMessage } from './slack.ts';

/**
 * `npm run pictures`: makes the pictures of the README and of docs/messages.md from what the bot sends. The whole bot answers questions that
 * people ask in a fake Slack and a fake Discord, and what arrives there is drawn: of what the bot says in a picture, no word is written here.
 */

const CAPTION = 'Drawn from the message that the bot sends (npm run pictures); not a screenshot.';
const FOLDER = 'docs/pictures';
mkdirSync(`${FOLDER}/messages`, { recursive: true });

/** What is asked for one picture of each kind of message, on both platforms alike. */
const STATES = {
  figure: 'how many labratories does harbin have?',
  disputed: 'how many high-tech companies are there?',
  comparison: 'compare labs and research centres',
  development: 'high-tech output from 2007 to 2011',
  list: 'list patents',
  chart: 'chart research',
  choice: 'awards',
  nearest: 'how many biomedicine laboratories are there?',
  refusal: 'invention patents in 2015',
  check: 'check Harbin has 300 universities',
  source: 'source key-laboratories',
  about: 'about',
  help: 'help',
} as const;

const ends: (() => unknown)[] = [];
// The harnesses of the tests, whose scene ends when a test does.
const scene: Pick<TestContext, 'onTestFinished'> = {
  onTestFinished: (end) => void ends.push(end as () => unknown),
};
try {
  await answerOnSlack();
  await answerOnDiscord();
  await dailyOnSlack();
  await messagesOnSlack();
  await formsOnSlack();
  await messagesOnDiscord();
  await welcomeOnDiscord();
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

async function messagesOnSlack(): Promise<void> {
  const { slack } = await startBot(scene);
  for (const [state, asked] of Object.entries(STATES)) {
    const answer = await (await slack.slash('/harbin', asked)).answer();
    save(`messages/slack-${state}`, drawSlack([ofBot(answer)], CAPTION), answer.text);
  }
  const home = await (await slack.openHome(slack.user)).home();
  save('messages/slack-home', drawSlackHome(home.view.blocks as object[], CAPTION), '');
  const bot = await startDailyBot(scene);
  bot.at('2026-11-25T10:00:00Z');
  const form = await (await bot.slack.slash('/harbin', 'daily')).modal();
  save('messages/slack-daily-form', drawSlackForm(form.view as SlackForm, CAPTION), '');
  const set = await bot.daily('on 9:00 research');
  save('messages/slack-daily', drawSlack([ofBot(set)], CAPTION), set.text);
}

async function formsOnSlack(): Promise<void> {
  const { slack } = await startBot(scene, {
    introductions: { first: async () => true },
    prepare: ({ installation }) => void installation.scopes.add('channels:read'),
  });
  const welcome = await (await slack.join(slack.workspace.bot, slack.channel, { inviter: slack.user })).answer();
  save('messages/slack-welcome', drawSlack([ofBot(welcome)], CAPTION), welcome.text);
  const source = await (await slack.slash('/harbin', STATES.source)).answer();
  const report = await (await slack.click(source, 'Report this number')).modal();
  save('messages/slack-report', drawSlackForm(report.view as SlackForm, CAPTION), '');
}

async function messagesOnDiscord(): Promise<void> {
  const { discord } = await stage(scene);
  const { channel, mei } = people(discord);
  for (const [state, asked] of Object.entries(STATES)) {
    const { payload, text } = await discord.mention(mei, channel, asked).answered();
    const { content = '', embeds = [], components = [] } = payload;
    const message = { asked: { who: 'Mei', command: asked }, content, embeds, components };
    save(`messages/discord-${state}`, drawDiscord(message as Parameters<typeof drawDiscord>[0], CAPTION), text);
  }
  await formsOnDiscord(discord, { channel, mei });
}

async function formsOnDiscord(
  discord: FakeDiscord,
  { channel, mei }: Pick<ReturnType<typeof people>, 'channel' | 'mei'>,
): Promise<void> {
  const draw = (name: string, command: string, { payload, text }: SeenMessage) => {
    const { content = '', embeds = [], components = [] } = payload;
    const message = { asked: { who: 'Mei', command }, content, embeds, components };
    save(`messages/discord-${name}`, drawDiscord(message as Parameters<typeof drawDiscord>[0], CAPTION), text);
  };
  if (channel.guild) discord.join(channel.guild, mei, ['ManageGuild']);
  const panel = await discord.slash(mei, channel, 'harbin daily setup').answered();
  draw('daily-form', '/harbin daily setup', panel);
  const clock = discord.click(panel, 'Time and zone', mei);
  const modal = (await clock.modal()) as unknown as DiscordForm;
  save('messages/discord-clock', drawDiscordForm(modal, CAPTION), '');
  draw('daily', '/harbin daily on', await discord.slash(mei, channel, 'harbin daily on', { time: '9:00' }).answered());
  const source = await discord.slash(mei, channel, 'harbin source', { figure: 'key labs' }).answered();
  const report = (await discord.click(source, 'Report this number', mei).modal()) as unknown as DiscordForm;
  save('messages/discord-report', drawDiscordForm(report, CAPTION), '');
}

async function welcomeOnDiscord(): Promise<void> {
  const { discord } = await stage(scene, { introductions: { first: async () => true } });
  const guild = discord.guild('Harbin', { hasBot: false });
  const channel = discord.channel(guild, 'general');
  guild.systemChannel = channel;
  discord.addBot(guild);
  const { payload } = await until(() => channel.messages[0]);
  const asked = { who: 'Mei', command: 'Add App' };
  const message = { asked, content: payload.content, embeds: [], components: [] };
  save('messages/discord-welcome', drawDiscord(message, CAPTION), payload.content);
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
