import {
  ApplicationCommandOptionType,
  type ChatInputApplicationCommandData,
  Client,
  Events,
  GatewayIntentBits,
  Partials,
} from 'discord.js';
import { createDiscordAdapter } from '../src/adapters/discord/adapter.ts';
import { UNMETERED } from '../src/adapters/shared/meter.ts';
import { warmUp } from '../src/adapters/shared/warm-up.ts';
import type { Bot } from '../src/core/bot.ts';
import { plainText } from '../src/core/messages/message.ts';
import { loadCatalogue } from '../src/data/load.ts';
import { botOf } from '../test/support/bot.ts';
import { SILENT } from '../test/support/silent.ts';

/** A bot in a process of its own, told by its parent: which, at which address, with which token. */

/** What the parent asks for, and gets back. */
export type MemoryReport = { heapUsed: number; rss: number };

const ASK: ChatInputApplicationCommandData = {
  name: 'harbin',
  description: 'Figures',
  options: [
    {
      type: ApplicationCommandOptionType.Subcommand,
      name: 'ask',
      description: 'Ask',
      options: [
        { type: ApplicationCommandOptionType.String, name: 'question', description: 'A question', required: true },
      ],
    },
  ],
};

const [kind, apiUrl = '', token = ''] = process.argv.slice(2);
const gc = (globalThis as { gc?: () => void }).gc;

switch (kind) {
  case 'ours':
    await startOurs();
    break;
  case 'plain': {
    const bot = await openBot();
    await startBare(async (question) => plainText((await bot.reply({ asked: question })).message));
    break;
  }
  default:
    await startBare(async () => '229 key laboratories in Harbin, as stated on 25 December 2023.');
}
process.on('message', () => {
  gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  process.send?.({ heapUsed, rss } satisfies MemoryReport);
});
process.send?.('ready');

async function openBot(): Promise<Bot> {
  const catalogue = await loadCatalogue();
  return botOf(catalogue);
}

async function startOurs(): Promise<void> {
  const bot = await openBot();
  await warmUp(bot);
  await createDiscordAdapter({
    bot,
    config: { token, apiUrl },
    subscriptions: { forget: async () => {}, kept: async () => [] },
    introductions: { first: async () => false },
    remember: async () => {},
    painter: { paint: async () => undefined },
    log: SILENT,
    meter: UNMETERED,
    reports: async () => {},
    onRefused: () => process.exit(78),
  }).start();
}

/** The least bot that discord.js makes possible: default caches, and a plain text for every question. */
async function startBare(answer: (question: string) => Promise<string>): Promise<void> {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel],
    rest: { api: apiUrl },
  });
  client.on(Events.MessageCreate, () => {});
  client.on(Events.InteractionCreate, (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    const question = interaction.options.getString('question', true);
    answer(question)
      .then((text) => interaction.reply(text))
      .catch(console.error);
  });
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(token);
  await (await ready).application.commands.set([ASK]);
}
