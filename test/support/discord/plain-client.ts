/** A plain discord.js client on the fake, and what its tests do with it. */
import { once } from 'node:events';
import {
  Client,
  type ClientOptions,
  DiscordAPIError,
  Events,
  GatewayIntentBits,
  type Interaction,
  Partials,
  type TextChannel,
} from 'discord.js';
import type { TestContext } from 'vitest';
import { requestDirectly as makeRequest } from '../../../src/adapters/discord/transport/client.ts';
import { type FakeDiscord, type FakeDiscordOptions, startFakeDiscord } from './fake-discord.ts';

export const INTENTS = GatewayIntentBits.Guilds | GatewayIntentBits.GuildMessages | GatewayIntentBits.DirectMessages;

export const COMMANDS = [
  {
    name: 'ask',
    description: 'Ask for a figure',
    name_localizations: { 'zh-CN': '提问' },
    description_localizations: { 'zh-CN': '查询一个数字' },
    integration_types: [0, 1],
    contexts: [0, 1, 2],
    options: [{ type: 3, name: 'question', description: 'Which figure', required: true, autocomplete: true }],
  },
  {
    name: 'harbin',
    description: 'Figures',
    options: [
      { type: 1, name: 'fact', description: 'A fact' },
      {
        type: 2,
        name: 'daily',
        description: 'Every day',
        options: [
          {
            type: 1,
            name: 'start',
            description: 'Start',
            options: [{ type: 4, name: 'hour', description: 'Hour', min_value: 0, max_value: 23 }],
          },
        ],
      },
    ],
  },
  { name: 'Explain', type: 3 },
];

type Setup = { discord: FakeDiscord; client: Client<true> };

/** A fake and a client that is logged in to it; both end with the test. */
export async function setup(
  context: Pick<TestContext, 'onTestFinished'>,
  {
    prepare,
    client: clientOptions = {},
    ...options
  }: FakeDiscordOptions & { prepare?: (discord: FakeDiscord) => void; client?: Partial<ClientOptions> } = {},
): Promise<Setup> {
  const discord = await startFakeDiscord(options);
  prepare?.(discord);
  const client = createClient(discord, clientOptions);
  context.onTestFinished(async () => {
    await client.destroy();
    await discord.close();
  });
  const ready = once(client, Events.ClientReady);
  await client.login(discord.token);
  await ready;
  return { discord, client: client as Client<true> };
}

export function createClient(discord: FakeDiscord, options: Partial<ClientOptions> = {}): Client {
  const { rest, ...others } = options;
  const client = new Client({
    intents: INTENTS,
    partials: [Partials.Channel],
    allowedMentions: { parse: [], repliedUser: false },
    ...others,
    // Two copies of undici in one process do not understand each other's forms: the bot's own way does.
    rest: { api: discord.apiUrl, makeRequest, ...rest },
  });
  // Without a listener an error of a shard would end the process.
  client.on(Events.Error, () => {});
  client.on(Events.ShardError, () => {});
  return client;
}

/** A server with a channel and a person in it. */
export function people(discord: FakeDiscord) {
  const guild = discord.guild('Harbin', { locale: 'zh-CN' });
  return { guild, channel: discord.channel(guild, 'general'), mei: discord.user('Mei', { locale: 'zh-CN' }) };
}

export function onInteraction(
  client: Client,
  listener: (interaction: Interaction) => Promise<unknown>,
  failures: unknown[] = [],
): unknown[] {
  client.on(Events.InteractionCreate, (interaction) => {
    listener(interaction).catch((error: unknown) => failures.push(error));
  });
  return failures;
}

export async function refusalOf(promise: Promise<unknown>): Promise<DiscordAPIError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof DiscordAPIError)) throw new Error(`Expected a refusal of the API, got ${String(error)}.`);
  return error;
}

export function textChannel(client: Client, id: string): TextChannel {
  return client.channels.cache.get(id) as TextChannel;
}
