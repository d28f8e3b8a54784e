import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { applicationCommands } from '../../src/adapters/discord/installation/command-definitions.ts';
import { type Bot, createBot, type Query } from '../../src/core/bot.ts';
import { COMMANDS } from '../../src/core/commands/commands.ts';
import { createLanguageSettings } from '../../src/core/conversation/language-settings.ts';
import { createMemory } from '../../src/core/conversation/memory.ts';
import { createMemorySubscriptions } from '../../src/core/daily/memory-subscriptions.ts';
import { createDailyWriter } from '../../src/core/daily/writer.ts';
import { createMemoryReaders } from '../../src/core/news/memory-readers.ts';
import { LANGUAGES } from '../../src/data/languages.ts';
import { loadCatalogue } from '../../src/data/load.ts';
import type { Catalogue } from '../../src/data/schema.ts';
import { writeTemplate } from '../../src/data/template.ts';
import { startBot } from '../adapters/slack/running-bot.ts';
import { channel, subscribed } from '../support/daily.ts';

/** What belongs to the shipped catalogue alone; `/harbin` is the command's name in every city. */
const OF_HARBIN =
  /Harbin|Heilongjiang|Fuerjia|\blabs?\b|laborator|universit|innovation|\byuan\b|哈尔滨|黑龙江|敷尔佳|实验室|高校|大学|院校|创新|Харбин|Хэйлунцзян|лаборатор|университет|вуз|инноваци/;

async function springfield(): Promise<Catalogue> {
  const parent = await mkdtemp(join(tmpdir(), 'city-'));
  onTestFinished(() => rm(parent, { recursive: true, force: true }));
  const folder = join(parent, 'springfield');
  await writeTemplate(folder);
  return loadCatalogue(folder);
}

function botOf(catalogue: Catalogue): Bot {
  const clock = () => new Date('2026-11-30T09:00:00Z');
  return createBot({
    catalogue,
    clock,
    version: '1.0.0',
    languages: createLanguageSettings(),
    memory: createMemory(clock),
    subscriptions: createMemorySubscriptions(),
    readers: createMemoryReaders(),
    timeZone: 'Europe/London',
  });
}

/** Every command, and one question of every kind of answer. */
const ASKED: Query['asked'][] = [
  ...COMMANDS.map(({ name }) => ({ command: name, values: [] })),
  { command: 'daily on', values: ['9:00'] },
  { command: 'daily on', values: ['nonsense'] },
  { command: 'check', values: ['There are 12 institutes and 14 workshops.'] },
  { command: 'check', values: ['There are many.'] },
  { command: 'compare', values: ['institutes', 'workshops'] },
  { command: 'chart', values: ['institutes and workshops'] },
  { command: 'watch', values: ['workshops'] },
  { command: 'source', values: ['institutes'] },
  'how many institutes are there?',
  'institutes in the province',
  'how much money was granted to workshops?',
  'grants to workshops in dollars',
  'grants to workshops in yen',
  'chart grants',
  { command: 'check', values: ['Workshops got grants of 2.5 million euros, or 3 million euros.'] },
  { command: 'check', values: ['Workshops got grants of 2.5 million dollars.'] },
  'institutes in 1990',
  'institutes in Paris',
  'institutes over time',
  'institutes per workshop',
  'what share of workshops are institutes?',
  'institutes in dollars',
  'workshops in the high-tech zone',
  'how many are there in the development zone?',
  'population',
  'how many labs are there?',
  'how many universities?',
  'number of unicorns',
  'overview',
  'list as csv',
  'where are the figures from?',
  'how old is the data?',
  'who are you?',
  'report a wrong number',
  'thanks',
  'asdfgh qwerty',
  'and what about it?',
  'x'.repeat(5000),
];

it('the bot of another city says nothing of Harbin, in answers, settings, announcements and exported files', async () => {
  const bot = botOf(await springfield());
  const keeper = {
    channel: channel(),
    user: 'U1',
    right: { en: 'an admin', zh: '管理员', ru: 'администратор' },
    zone: async () => undefined,
    permit: async () => ({ kind: 'granted' as const }),
  };
  for (const language of LANGUAGES)
    for (const asked of ASKED)
      for (const who of [{}, { keeper }]) {
        const { message, announcement } = await bot.reply({ asked, language, ...who });
        const said = withoutEchoes(JSON.stringify([message, announcement]));
        expect(said, JSON.stringify([language, asked])).not.toMatch(OF_HARBIN);
      }
});

it('the daily post of another city says nothing of Harbin, nor does the notice that posts have failed', async () => {
  const catalogue = await springfield();
  const writer = createDailyWriter(catalogue, '1.0.0');
  const subscription = subscribed();
  for (const language of LANGUAGES) {
    for (const { id } of catalogue.figures) {
      const post = writer.post({ figure: id, subscription, language, day: '2026-11-30', isLate: true });
      expect(JSON.stringify(post)).toContain('Springfield');
      expect(JSON.stringify(post)).not.toMatch(OF_HARBIN);
    }
    expect(JSON.stringify(writer.broken({ ...subscription, language }))).not.toMatch(OF_HARBIN);
  }
});

it('Discord’s commands, Slack’s Home and the line of welcome say nothing of Harbin', async (test) => {
  expect(JSON.stringify(applicationCommands())).not.toMatch(OF_HARBIN);
  const bot = botOf(await springfield());
  const introductions = { first: async () => true };
  const { slack } = await startBot(test, {
    wrap: () => bot,
    introductions,
    prepare: ({ installation }) => installation.scopes.add('channels:read'),
  });
  const { view } = await (await slack.openHome(slack.user)).home();
  expect(JSON.stringify(view)).toContain('Springfield');
  expect(JSON.stringify(view)).not.toMatch(OF_HARBIN);
  const { text } = await (await slack.join(slack.workspace.bot, slack.channel)).answer();
  expect(text).toContain('Springfield');
  expect(text).not.toMatch(OF_HARBIN);
});

/** An answer may repeat the asker's own words: “labs”. */
function withoutEchoes(text: string): string {
  return text.replace(
    /“(?:labs|universities|how many labs are there\?|how many universities\?)”|«(?:labs|universities)»/g,
    '',
  );
}
