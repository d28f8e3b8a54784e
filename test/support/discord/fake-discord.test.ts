import { once } from 'node:events';
import {
  ActionRowBuilder,
  AttachmentBuilder,
  ButtonBuilder,
  ButtonStyle,
  Client,
  type ClientOptions,
  DiscordAPIError,
  Events,
  GatewayDispatchEvents,
  GatewayIntentBits,
  type Interaction,
  type Message,
  MessageFlags,
  ModalBuilder,
  Partials,
  PermissionFlagsBits,
  StringSelectMenuBuilder,
  type TextChannel,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { describe, expect, type TestContext, test } from 'vitest';
import { type FakeDiscord, type FakeDiscordOptions, startFakeDiscord } from './fake-discord.ts';
import type { RestFaultPlan } from './faults.ts';
import { until } from '../until.ts';

const POST = 'POST /channels/:channel/messages';
const CALLBACK = 'POST /interactions/:interaction/:token/callback';
const INTENTS = GatewayIntentBits.Guilds | GatewayIntentBits.GuildMessages | GatewayIntentBits.DirectMessages;

const COMMANDS = [
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

type Setup = { discord: FakeDiscord; client: Client<true>; log: string[] };

/** A fake and a client that is logged in to it; both end with the test. */
async function setup(
  context: Pick<TestContext, 'onTestFinished'>,
  {
    prepare,
    client: clientOptions = {},
    ...options
  }: FakeDiscordOptions & { prepare?: (discord: FakeDiscord) => void; client?: Partial<ClientOptions> } = {},
): Promise<Setup> {
  const discord = await startFakeDiscord(options);
  prepare?.(discord);
  const { client, log } = createClient(discord, clientOptions);
  context.onTestFinished(async () => {
    await client.destroy();
    await discord.close();
  });
  const ready = once(client, Events.ClientReady);
  await client.login(discord.token);
  await ready;
  return { discord, client: client as Client<true>, log };
}

function createClient(discord: FakeDiscord, options: Partial<ClientOptions> = {}): { client: Client; log: string[] } {
  const { rest, ...others } = options;
  const client = new Client({
    intents: INTENTS,
    partials: [Partials.Channel],
    allowedMentions: { parse: [], repliedUser: false },
    ...others,
    rest: { api: discord.apiUrl, ...rest },
  });
  const log: string[] = [];
  client.on(Events.Error, (error) => log.push(`error ${error.message}`));
  client.on(Events.ShardError, (error) => log.push(`shardError ${error.message}`));
  client.on(Events.ShardDisconnect, ({ code }) => log.push(`disconnect ${code}`));
  client.on(Events.ShardReconnecting, () => log.push('reconnecting'));
  client.on(Events.ShardResume, () => log.push('resume'));
  client.on(Events.GuildDelete, () => log.push('guildDelete'));
  client.on(Events.GuildUnavailable, () => log.push('guildUnavailable'));
  client.on(Events.GuildAvailable, () => log.push('guildAvailable'));
  client.on(Events.ChannelDelete, () => log.push('channelDelete'));
  return { client, log };
}

/** A server with a channel and a person in it. */
function people(discord: FakeDiscord) {
  const guild = discord.guild('Harbin', { locale: 'zh-CN' });
  return { guild, channel: discord.channel(guild, 'general'), mei: discord.user('Mei', { locale: 'zh-CN' }) };
}

function button(label: string, customId = label): ActionRowBuilder<ButtonBuilder> {
  return new ActionRowBuilder<ButtonBuilder>().addComponents(
    new ButtonBuilder().setLabel(label).setCustomId(customId).setStyle(ButtonStyle.Primary),
  );
}

function onInteraction(
  client: Client,
  listener: (interaction: Interaction) => Promise<unknown>,
  failures: unknown[] = [],
): unknown[] {
  client.on(Events.InteractionCreate, (interaction) => {
    listener(interaction).catch((error: unknown) => failures.push(error));
  });
  return failures;
}

function onMessage(client: Client, listener: (message: Message) => Promise<unknown>): void {
  client.on(Events.MessageCreate, (message) => {
    listener(message).catch(() => {});
  });
}

async function refusalOf(promise: Promise<unknown>): Promise<DiscordAPIError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof DiscordAPIError)) throw new Error(`Expected a refusal of the API, got ${String(error)}.`);
  return error;
}

function textChannel(client: Client, id: string): TextChannel {
  return client.channels.cache.get(id) as TextChannel;
}

describe.concurrent('the way of a question', { timeout: 30_000 }, () => {
  test('a client logs in, finds its servers and registers commands', async (context) => {
    const { discord, client } = await setup(context, { prepare: (it) => it.guild('Harbin') });
    expect(client.guilds.cache.map(({ name }) => name)).toEqual(['Harbin']);
    expect(client.user.id).toBe(discord.bot.id);

    const first = await client.application.commands.set(COMMANDS);
    const ask = first.find(({ name }) => name === 'ask');
    // The client's cache keeps one object per command, and changes it.
    const [id, version] = [ask?.id, ask?.version];
    const second = await client.application.commands.set(COMMANDS);
    expect(second.map(({ id, version }) => [id, version])).toEqual(first.map(({ id, version }) => [id, version]));
    const fetched = await client.application.commands.fetch({ withLocalizations: true });
    expect(fetched.find(({ name }) => name === 'ask')?.nameLocalizations).toEqual({ 'zh-CN': '提问' });
    expect(fetched.find(({ name }) => name === 'harbin')?.options.length).toBe(2);
    const changed = await client.application.commands.set([
      { ...COMMANDS[0], description: 'Other' } as (typeof COMMANDS)[0],
    ]);
    expect(changed.first()?.id).toBe(id);
    expect(changed.first()?.version).not.toBe(version);
  });

  test('slash commands are answered, with languages and permissions told', async (context) => {
    const { discord, client } = await setup(context);
    const { guild, channel, mei } = people(discord);
    await client.application.commands.set(COMMANDS);
    const seen: unknown[] = [];
    onInteraction(client, async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      seen.push([
        interaction.locale,
        interaction.guildLocale,
        interaction.inCachedGuild(),
        interaction.appPermissions.has(PermissionFlagsBits.EmbedLinks),
        interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild),
      ]);
      await interaction.deferReply();
      await interaction.editReply({
        content: `You asked ${interaction.options.getString('question')}`,
        embeds: [{ title: 'Patents' }],
      });
    });
    discord.deny(channel, ['EmbedLinks'], discord.user('Somebody'));
    const turn = discord.slash(mei, channel, 'ask', { question: 'patents @everyone' }, { locale: 'ru' });
    const answer = await turn.answered();
    expect(answer.text).toBe('You asked patents @everyone\nPatents');
    expect(answer.isEphemeral).toBe(false);
    expect(answer.pings).toEqual({ everyone: false, users: [], roles: [] });
    expect(turn.firstResponse?.ms).toBeLessThan(500);
    expect(turn.firstResponse?.type).toBe(5);
    discord.join(guild, mei, ['ManageGuild']);
    discord.deny(channel, ['EmbedLinks']);
    expect((await discord.slash(mei, channel, 'ask', { question: 'labs' }).answered()).text).toBe('You asked labs');
    expect(seen).toEqual([
      ['ru', 'zh-CN', true, true, false],
      ['zh-CN', 'zh-CN', true, false, true],
    ]);
    expect(() => discord.slash(mei, channel, 'ask')).toThrow('needs the option "question"');
    expect(() => discord.slash(mei, channel, 'nothing')).toThrow('No command /nothing');
    expect(() => discord.slash(mei, channel, 'harbin daily start', { hour: 24 })).toThrow('does not accept "24"');
  });

  test('subcommands, message actions and autocomplete reach the bot as Discord sends them', async (context) => {
    const { discord, client } = await setup(context);
    const { channel, mei } = people(discord);
    await client.application.commands.set(COMMANDS);
    onInteraction(client, async (interaction) => {
      if (interaction.isAutocomplete()) {
        await interaction.respond([{ name: `${interaction.options.getFocused()}…`, value: 'laboratories' }]);
      } else if (interaction.isMessageContextMenuCommand()) {
        await interaction.reply({
          content: `It says ${interaction.targetMessage.content}`,
          flags: MessageFlags.Ephemeral,
        });
      } else if (interaction.isChatInputCommand()) {
        const { options } = interaction;
        await interaction.reply(
          `${options.getSubcommandGroup()} ${options.getSubcommand()} ${options.getInteger('hour')}`,
        );
      }
    });
    expect(await discord.autocomplete(mei, channel, 'ask', 'question', 'lab').choices()).toEqual([
      { name: 'lab…', value: 'laboratories' },
    ]);
    expect((await discord.slash(mei, channel, 'harbin daily start', { hour: 9 }).answered()).text).toBe(
      'daily start 9',
    );
    const { message } = discord.say(mei, channel, '哈尔滨 patents');
    const explained = await discord.messageAction('Explain', message, mei).answered();
    expect([explained.text, explained.isEphemeral]).toEqual(['It says 哈尔滨 patents', true]);
  });

  test('buttons, selects and modals work, also on messages from before', async (context) => {
    const { discord, client } = await setup(context);
    const { channel, mei } = people(discord);
    const other = discord.user('Other');
    const select = new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
      new StringSelectMenuBuilder()
        .setCustomId('topic')
        .addOptions({ label: 'Labs', value: 'l' }, { label: 'Parks', value: 'p' }),
    );
    onMessage(client, (message) =>
      message.author.bot
        ? Promise.resolve()
        : message.reply({ content: 'Which?', components: [button('Next', 'h1|2'), button('Form'), select] }),
    );
    onInteraction(client, async (interaction) => {
      if (interaction.isButton() && interaction.customId === 'h1|2') await interaction.update({ content: 'Page 2' });
      else if (interaction.isButton()) {
        const input = new TextInputBuilder().setCustomId('text').setLabel('Text').setStyle(TextInputStyle.Short);
        const row = new ActionRowBuilder<TextInputBuilder>().addComponents(input);
        await interaction.showModal(new ModalBuilder().setTitle('Ask').setCustomId('m').addComponents(row));
      } else if (interaction.isModalSubmit())
        await interaction.reply(`Form: ${interaction.fields.getTextInputValue('text')}`);
      else if (interaction.isStringSelectMenu()) {
        await interaction.deferUpdate();
        await interaction.followUp({ content: `Chose ${interaction.values}`, flags: MessageFlags.Ephemeral });
      }
    });
    const question = await discord.mention(mei, channel, 'figures').answered();
    const updated = await discord.click(question, 'Next', other).answered();
    expect([updated.id, updated.text.split('\n')[0], updated.edits]).toEqual([question.id, 'Page 2', 1]);
    const chosen = await discord.select(question, 'Parks', mei).answered();
    expect([chosen.text, chosen.isEphemeral]).toEqual(['Chose p', true]);
    expect(() => discord.click(question, 'Gone', mei)).toThrow('There is no button "Gone", but: Next, Form.');
    const form = discord.click(question, 'Form', mei);
    expect((await form.modal()).title).toBe('Ask');
    expect((await discord.submitModal(form, { text: 'hello' }).answered()).text).toBe('Form: hello');
  });

  test('mentions and direct messages carry their text, other messages do not', async (context) => {
    const { discord, client } = await setup(context);
    const { guild, channel, mei } = people(discord);
    const heard: string[] = [];
    onMessage(client, async (message) => {
      if (message.author.id === client.user.id) return;
      heard.push(message.content.replace(`<@${client.user.id}>`, 'BOT'));
      const isAsked = message.mentions.has(client.user, { ignoreEveryone: true, ignoreRoles: true });
      if (!message.author.bot && (isAsked || !message.guild))
        await message.reply(`Answer to ${message.author.username}`);
    });
    const news = discord.role(guild, 'News', { mentionable: true });
    const silent = [
      discord.say(mei, channel, 'just talking'),
      discord.say(mei, channel, `@everyone and <@&${news.id}>`),
      discord.say(discord.user('Other bot', { isBot: true }), channel, `<@${discord.bot.id}> hello`),
      discord.webhookSays(channel, `<@${discord.bot.id}> news`),
      discord.joinMessage(mei, channel),
    ];
    const turns = [discord.mention(mei, channel, 'patents'), discord.directMessage(mei, 'labs?')];
    const answers = await Promise.all(turns.map((turn) => turn.answered()));
    expect(answers.map(({ text }) => text)).toEqual(['Answer to Mei', 'Answer to Mei']);
    expect(answers[0]?.pings.users).toEqual([]);
    expect(heard).toEqual(['', '', 'BOT hello', 'BOT news', '', 'BOT patents', 'labs?']);
    expect(silent.every((turn) => turn.messages.length === 0)).toBe(true);
    await expect(turns[0]?.silent(50)).rejects.toThrow('Answer to Mei');
  });

  test('who is notified follows allowed_mentions and permissions', async (context) => {
    const { discord, client } = await setup(context);
    const { guild, channel, mei } = people(discord);
    discord.join(guild, mei);
    const open = discord.role(guild, 'Open', { mentionable: true });
    const closed = discord.role(guild, 'Closed');
    const content = `@everyone <@${mei.id}> <@&${open.id}> <@&${closed.id}> \`<@${discord.bot.id}>\``;
    await until(() => client.channels.cache.has(channel.id));
    const to = textChannel(client, channel.id);
    await to.send({ content });
    await to.send({ content, allowedMentions: { parse: ['everyone', 'roles', 'users'] } });
    discord.join(guild, discord.bot, ['MentionEveryone']);
    await to.send({ content, allowedMentions: { parse: ['everyone'], roles: [closed.id] } });
    expect(discord.messagesIn(channel).map(({ pings }) => pings)).toEqual([
      { everyone: false, users: [], roles: [] },
      { everyone: false, users: [mei.id], roles: [open.id] },
      { everyone: true, users: [], roles: [closed.id] },
    ]);
  });

  test('a user-installed bot answers in a server that it does not know', async (context) => {
    const { discord, client } = await setup(context);
    const elsewhere = discord.guild('Elsewhere', { hasBot: false });
    const channel = discord.channel(elsewhere, 'far');
    const mei = discord.user('Mei');
    await client.application.commands.set(COMMANDS);
    const failures = onInteraction(client, async (interaction) => {
      if (!interaction.isRepliable()) return;
      await interaction.reply(
        `${interaction.guild} ${interaction.guildId === elsewhere.id} ${interaction.authorizingIntegrationOwners[1]}`,
      );
      for (let count = 0; count < 6; count++) await interaction.followUp('more');
    });
    const turn = discord.slash(mei, channel, 'ask', { question: 'labs' });
    expect((await turn.answered()).text).toBe(`null true ${mei.id}`);
    const [failure] = await until(() => failures.length > 0 && failures, { within: 15_000 });
    expect((failure as DiscordAPIError).code).toBe(40094);
    expect(turn.messages).toHaveLength(6);
    expect(() => discord.slash(mei, channel, 'harbin fact')).toThrow('No command /harbin');
    await expect(client.channels.fetch(channel.id)).rejects.toThrow('Missing Access');
  });

  test('two shards share the servers and hear each event once', async (context) => {
    const { discord, client } = await setup(context, {
      shards: 2,
      client: { shards: 'auto' },
      prepare: (it) => {
        for (const name of ['a', 'b', 'c', 'd']) it.channel(it.guild(name), name);
      },
    });
    const heard: string[] = [];
    // Below the client's cache, which would hide a message that comes twice.
    client.ws.on(GatewayDispatchEvents.MessageCreate, ({ guild_id }: { guild_id?: string }, shard: number) => {
      heard.push(`${guild_id ? shard : 'dm'}`);
    });
    const mei = discord.user('Mei');
    for (const guild of discord.world.guilds.values()) {
      for (const channel of guild.channels.values()) discord.mention(mei, channel, 'hi');
    }
    discord.directMessage(mei, 'hi');
    await until(() => heard.length >= 5);
    expect(client.guilds.cache.size).toBe(4);
    expect(heard.toSorted()).toEqual(['0', '0', '1', '1', 'dm']);
  });

  test('threads have a permission of their own, and changed or removed messages are told', async (context) => {
    const { discord, client } = await setup(context);
    const { channel, mei } = people(discord);
    const thread = discord.thread(channel, 'a thread');
    const heard: string[] = [];
    client.on(Events.MessageDelete, ({ id }) => heard.push(`deleted ${id}`));
    client.on(Events.MessageUpdate, (_, message) => heard.push(`now ${message.content}`));
    onMessage(client, async (message) => (message.author.bot ? undefined : message.reply('here')));
    expect((await discord.mention(mei, thread, 'hi').answered()).text).toBe('here');
    discord.deny(channel, ['SendMessages']);
    expect((await discord.mention(mei, thread, 'hi').answered()).text).toBe('here');
    discord.deny(channel, ['SendMessagesInThreads']);
    await discord.mention(mei, thread, 'hi').silent(100);
    const { message } = discord.directMessage(mei, 'labs');
    await until(() => client.channels.cache.get(message.channel.id)?.isTextBased());
    discord.edit(message, 'parks');
    discord.remove(message);
    await until(() => heard.length >= 2);
    expect(heard).toEqual(['now parks', `deleted ${message.id}`]);
  });
});

describe.concurrent('what Discord refuses', { timeout: 30_000 }, () => {
  const EMBED = { description: 'x'.repeat(3001) };
  const option = (value: string) => ({ label: value, value });
  const selectOf = (count: number) => ({
    type: 1,
    components: [
      { type: 3, custom_id: 's', options: Array.from({ length: count }, (_, index) => option(String(index))) },
    ],
  });
  const buttonOf = (customId: string, label = 'a') => ({ type: 2, style: 1, custom_id: customId, label });
  const row = (...components: object[]) => ({ type: 1, components });
  const cases: [string, object, number, string][] = [
    [
      'a text of 2001',
      { content: 'x'.repeat(2001) },
      50035,
      'content[BASE_TYPE_MAX_LENGTH]: Must be 2000 or fewer in length.',
    ],
    ['an empty message', { content: ' ' }, 50006, 'Cannot send an empty message'],
    ['embeds of 6002 together', { embeds: [EMBED, EMBED] }, 50035, 'embeds[MAX_EMBED_SIZE_EXCEEDED]'],
    ['eleven embeds', { embeds: Array(11).fill({ title: 'x' }) }, 50035, 'embeds[BASE_TYPE_MAX_LENGTH]'],
    ['a title of 257', { embeds: [{ title: 'x'.repeat(257) }] }, 50035, 'embeds[0].title[BASE_TYPE_MAX_LENGTH]'],
    [
      'a field of 1025',
      { embeds: [{ fields: [{ name: 'a', value: 'x'.repeat(1025) }] }] },
      50035,
      'embeds[0].fields[0].value',
    ],
    [
      'an empty field name',
      { embeds: [{ fields: [{ name: '', value: 'x' }] }] },
      50035,
      'Must be between 1 and 256 in length',
    ],
    ['a link of another kind', { embeds: [{ title: 'x', url: 'ftp://a.b' }] }, 50035, 'URL_TYPE_INVALID_SCHEME'],
    [
      'six rows',
      { components: Array.from({ length: 6 }, (_, index) => row(buttonOf(`${index}`))) },
      50035,
      'components[BASE_TYPE_MAX_LENGTH]',
    ],
    [
      'six buttons',
      { components: [row(...'abcdef'.split('').map((id) => buttonOf(id)))] },
      50035,
      'Must be between 1 and 5 in length.',
    ],
    ['26 options', { components: [selectOf(26)] }, 50035, 'options[BASE_TYPE_BAD_LENGTH]'],
    ['a custom_id of 101', { components: [row(buttonOf('x'.repeat(101)))] }, 50035, 'custom_id[BASE_TYPE_BAD_LENGTH]'],
    ['a custom_id twice', { components: [row(buttonOf('a'), buttonOf('a'))] }, 50035, 'COMPONENT_CUSTOM_ID_DUPLICATED'],
    ['a label of 81', { components: [row(buttonOf('a', 'x'.repeat(81)))] }, 50035, 'label[BASE_TYPE_MAX_LENGTH]'],
    ['a nonce of 26', { content: 'x', nonce: 'x'.repeat(26) }, 50035, 'nonce[BASE_TYPE_MAX_LENGTH]'],
    [
      'pings both listed and parsed',
      { content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } },
      50035,
      'mutually exclusive',
    ],
    [
      'text beside components of the second version',
      { content: 'x', flags: 1 << 15, components: [{ type: 10, content: 'y' }] },
      50035,
      'legacy',
    ],
    [
      '4001 characters in the second version',
      { flags: 1 << 15, components: [{ type: 10, content: 'y'.repeat(4001) }] },
      50035,
      'DISPLAYABLE',
    ],
    [
      'a reply to nothing',
      { content: 'x', message_reference: { message_id: '1' } },
      50035,
      'MESSAGE_REFERENCE_UNKNOWN_MESSAGE',
    ],
  ];

  test('messages beyond the limits, each with the place and the reason, and those at the limits pass', async (context) => {
    const { discord, client } = await setup(context, { limitsRoutes: false });
    const channel = discord.channel(discord.guild('Harbin', { botPermissions: ['ReadMessageHistory'] }), 'general');
    const send = (body: object) => client.rest.post(`/channels/${channel.id}/messages`, { body });
    for (const [name, body, code, words] of cases) {
      const error = await refusalOf(send(body));
      expect([name, error.code, error.status]).toEqual([name, code, 400]);
      expect(error.message.toLowerCase(), name).toContain(words.toLowerCase());
    }
    const atLimits = [
      { content: '数'.repeat(2000), nonce: 'x'.repeat(25) },
      { embeds: [{ description: 'x'.repeat(3000) }, { description: 'x'.repeat(3000) }] },
      {
        components: [selectOf(25), row(...'abcde'.split('').map((id) => buttonOf(id.repeat(100), 'x'.repeat(80))))],
        content: 'x',
      },
      { flags: 1 << 15, components: [{ type: 10, content: 'y'.repeat(4000) }] },
    ];
    for (const body of atLimits) await send(body);
    expect(discord.messagesIn(channel)).toHaveLength(atLimits.length);
  });

  test('commands beyond the limits', async (context) => {
    const { discord, client } = await setup(context);
    const put = (commands: object[]) => client.rest.put(`/applications/${discord.bot.id}/commands`, { body: commands });
    const text = (name: string, more: object = {}) => ({ type: 3, name, description: 'd', ...more });
    const ask = { name: 'ask', description: 'd' };
    const wrong: [object[], string][] = [
      [[{ ...ask, name: 'Ask' }], '0.name[APPLICATION_COMMAND_INVALID_NAME]'],
      [[{ ...ask, name: 'a b' }], 'APPLICATION_COMMAND_INVALID_NAME'],
      [[{ ...ask, name_localizations: { ru: 'Спросить' } }], 'name_localizations.ru[APPLICATION_COMMAND_INVALID_NAME]'],
      [[{ ...ask, name_localizations: { zh: '问' } }], 'Unknown locale zh'],
      [[{ ...ask, description: 'x'.repeat(101) }], 'Must be between 1 and 100 in length.'],
      [[ask, ask], 'APPLICATION_COMMANDS_DUPLICATE_NAME'],
      [[{ ...ask, options: [text('a'), text('b', { required: true })] }], 'REQUIRED_INVALID'],
      [
        [{ ...ask, options: Array.from({ length: 26 }, (_, index) => text(`o${index}`)) }],
        'options[BASE_TYPE_MAX_LENGTH]',
      ],
      [
        [
          {
            ...ask,
            options: [text('a', { name_localizations: { ru: 'c' } }), text('b', { name_localizations: { ru: 'c' } })],
          },
        ],
        'NAME_ALREADY_EXISTS',
      ],
      [
        [
          {
            ...ask,
            options: [text('a', { choices: Array.from({ length: 26 }, (_, i) => ({ name: `${i}`, value: `${i}` })) })],
          },
        ],
        'choices[BASE_TYPE_MAX_LENGTH]',
      ],
      [[{ ...ask, options: [{ type: 1, name: 'sub', description: 'd' }, text('a')] }], 'mutually exclusive'],
      [
        [
          {
            ...ask,
            options: Array.from({ length: 25 }, (_, o) =>
              text(`o${o}`, {
                choices: Array.from({ length: 4 }, (_, i) => ({ name: `${i}`.padEnd(90, 'x'), value: `${i}` })),
              }),
            ),
          },
        ],
        'APPLICATION_COMMAND_TOO_LARGE',
      ],
    ];
    for (const [commands, words] of wrong) {
      const error = await refusalOf(put(commands));
      expect([error.code, error.message]).toEqual([50035, expect.stringContaining(words)]);
    }
    await put([
      {
        ...ask,
        name_localizations: { ru: 'спросить', 'zh-CN': '提问' },
        options: [text('a', { required: true }), text('b')],
      },
    ]);
  });

  test('what the permissions do not allow', async (context) => {
    const { discord, client } = await setup(context, { limitsRoutes: false });
    const { guild, channel, mei } = people(discord);
    const asked = discord.mention(mei, channel, 'hi').message;
    await until(() => client.channels.cache.has(channel.id));
    const to = textChannel(client, channel.id);
    const me = guild.members.get(discord.bot.id) && client.guilds.cache.get(guild.id)?.members.me;
    const can = (flag: bigint) => me && to.permissionsFor(me).has(flag);
    expect([can(PermissionFlagsBits.SendMessages), can(PermissionFlagsBits.ManageGuild)]).toEqual([true, false]);

    discord.deny(channel, ['ReadMessageHistory']);
    expect((await refusalOf(to.send({ content: 'x', reply: { messageReference: asked.id } }))).code).toBe(160002);
    discord.deny(channel, ['EmbedLinks', 'AttachFiles']);
    await until(() => !can(PermissionFlagsBits.EmbedLinks));
    expect((await refusalOf(to.send({ embeds: [{ title: 'x' }] }))).code).toBe(50013);
    expect((await refusalOf(to.send({ files: [Buffer.from('x')] }))).code).toBe(50013);
    await to.send('plain');
    discord.deny(channel, ['SendMessages']);
    expect((await refusalOf(to.send('x'))).code).toBe(50013);
    discord.deny(channel, ['ViewChannel']);
    expect((await refusalOf(to.send('x'))).code).toBe(50001);
    discord.allow(channel);
    await to.send('again');
    mei.acceptsDirectMessages = false;
    const user = await client.users.fetch(mei.id);
    expect((await refusalOf(user.send('x'))).code).toBe(50007);
    const invalid = discord.requests.invalid;
    expect(invalid).toBe(5);
  });

  test('answers that come late, twice, in the wrong form or after the token has ended', async (context) => {
    const { discord, client } = await setup(context, { deadlines: { firstAnswerMs: 150, tokenMs: 600 } });
    const { channel, mei } = people(discord);
    await client.application.commands.set(COMMANDS);
    const codes: Record<string, unknown> = {};
    const codeOf = async (name: string, promise: Promise<unknown>) => {
      const error = await promise.then(
        () => undefined,
        (reason: unknown) => reason,
      );
      codes[name] = error instanceof DiscordAPIError ? error.code : error;
    };
    onInteraction(client, async (interaction) => {
      if (interaction.isAutocomplete()) {
        const many = Array.from({ length: 26 }, (_, index) => ({ name: `${index}`, value: `${index}` }));
        await codeOf('26 choices', interaction.respond(many));
        await interaction.respond([{ name: 'x'.repeat(100), value: 'v' }]);
        return;
      }
      if (!interaction.isChatInputCommand()) return;
      const kind = interaction.options.getString('question');
      const raw = (type: number, data: object = {}) =>
        client.rest.post(`/interactions/${interaction.id}/${interaction.token}/callback`, {
          body: { type, data },
          auth: false,
        });
      if (kind === 'late') {
        await new Promise((resolve) => setTimeout(resolve, 200));
        await codeOf('late', interaction.reply('x'));
      } else if (kind === 'twice') {
        await codeOf(
          'edit before answer',
          client.rest.patch(`/webhooks/${discord.bot.id}/${interaction.token}/messages/@original`, {
            body: { content: 'x' },
            auth: false,
          }),
        );
        await interaction.deferReply();
        await codeOf('twice', raw(4, { content: 'x' }));
        await codeOf('modal after defer', raw(9, { title: 't', custom_id: 'c', components: [] }));
        await interaction.editReply('done');
      } else if (kind === 'wrong') {
        await codeOf('choices to a command', raw(8, { choices: [] }));
        await codeOf('update of nothing', raw(7, { content: 'x' }));
        await codeOf('too long', interaction.reply('x'.repeat(2001)));
        await interaction.reply({ content: 'right', flags: MessageFlags.Ephemeral });
      } else {
        await interaction.deferReply({ flags: MessageFlags.Ephemeral });
        await new Promise((resolve) => setTimeout(resolve, 700));
        await codeOf('after the token', interaction.editReply('x'));
      }
    });
    const ask = (question: string) => discord.slash(mei, channel, 'ask', { question });
    const late = ask('late');
    const end = ask('end');
    expect((await ask('twice').answered()).text).toBe('done');
    expect((await ask('wrong').answered()).isEphemeral).toBe(true);
    expect((await discord.autocomplete(mei, channel, 'ask', 'question', '').choices())[0]?.name).toHaveLength(100);
    await until(() => 'after the token' in codes, { within: 4000 });
    expect(codes).toEqual({
      '26 choices': 50035,
      late: 10062,
      'edit before answer': 10015,
      twice: 40060,
      'modal after defer': 40060,
      'choices to a command': 50035,
      'update of nothing': 50035,
      'too long': 50035,
      'after the token': 50027,
    });
    expect([late.firstResponse, end.firstResponse?.isEphemeral, end.messages]).toEqual([undefined, true, []]);
    expect(client.isReady()).toBe(true);
  });

  test('a deferred answer keeps its privacy, and its first follow-up takes its place', async (context) => {
    const { discord, client } = await setup(context);
    const { channel, mei } = people(discord);
    await client.application.commands.set(COMMANDS);
    onInteraction(client, async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await interaction.followUp({
        content: 'first',
        files: [new AttachmentBuilder(Buffer.from('png'), { name: 'a.png', description: 'alt' })],
      });
      await interaction.followUp('second');
    });
    const [first, second] = await discord.slash(mei, channel, 'ask', { question: 'x' }).answeredTimes(2);
    expect([first?.isEphemeral, second?.isEphemeral]).toEqual([true, false]);
    expect(first?.payload.attachments[0]).toMatchObject({ filename: 'a.png', description: 'alt', size: 3 });
    expect(Buffer.from(first?.files[0]?.bytes ?? []).toString()).toBe('png');
  });

  test('a wrong token, and an intent that is not granted', async (context) => {
    const discord = await startFakeDiscord();
    context.onTestFinished(() => discord.close());
    const wrong = createClient(discord).client;
    await expect(wrong.login('not.the.token')).rejects.toThrow('An invalid token was provided.');
    const curious = createClient(discord, { intents: INTENTS | GatewayIntentBits.MessageContent }).client;
    await expect(curious.login(discord.token)).rejects.toThrow('Used disallowed intents');
    expect(discord.requests.invalid).toBe(1);
    await Promise.all([wrong.destroy(), curious.destroy()]);
  });
});

describe.concurrent('what goes wrong with requests', { timeout: 30_000 }, () => {
  const fail = async (
    context: TestContext,
    plan: RestFaultPlan,
    options: { nonce?: boolean; timeout?: number } = {},
  ) => {
    const made = await setup(context, {
      client: { enforceNonce: options.nonce ?? false, rest: { timeout: options.timeout ?? 15_000 } },
    });
    const { channel, mei } = people(made.discord);
    await until(() => made.client.channels.cache.has(channel.id));
    made.discord.faults.rest({ route: POST, ...plan });
    const send = () =>
      textChannel(made.client, channel.id)
        .send('fact')
        .then(
          () => 'sent',
          (error: Error & { code?: unknown }) => `${error.name} ${error.code ?? error.message}`,
        );
    return { ...made, channel, mei, send, copies: () => made.discord.messagesIn(channel).length };
  };

  test('an answer lost by 502 or reset gives two copies, with an enforced nonce one', async (context) => {
    const faults = ['done-but-502', 'done-but-reset'] as const;
    for (const fault of faults) {
      const without = await fail(context, { fault });
      expect([await without.send(), without.copies()]).toEqual(['sent', 2]);
      const withNonce = await fail(context, { fault }, { nonce: true });
      expect([await withNonce.send(), withNonce.copies()]).toEqual(['sent', 1]);
    }
  });

  test('a closed connection is not tried again, although the message is there', async (context) => {
    const { send, copies } = await fail(context, { fault: 'done-but-closed' });
    expect(await send()).toContain('UND_ERR_SOCKET');
    expect(copies()).toBe(1);
  });

  test('errors of the server and resets are tried four times at once', async (context) => {
    const twice = await fail(context, { fault: '502', times: 2 });
    const startedAt = performance.now();
    expect(await twice.send()).toBe('sent');
    expect(performance.now() - startedAt).toBeLessThan(500);
    expect(twice.discord.requests.to(POST).map(({ status }) => status)).toEqual([502, 502, 200]);
    const always = await fail(context, { fault: '503', ms: 60_000 });
    expect(await always.send()).toContain('HTTPError');
    expect(always.discord.requests.to(POST)).toHaveLength(4);
    const reset = await fail(context, { fault: 'reset', times: 2 });
    expect(await reset.send()).toBe('sent');
  });

  test('a hanging request ends with the time limit, and others go on', async (context) => {
    const { discord, client, send, channel } = await fail(context, { fault: 'hang', times: 4 }, { timeout: 200 });
    const other = discord.channel(channel.guild ?? discord.guild('x'), 'other');
    await until(() => client.channels.cache.has(other.id));
    discord.faults.rest({ fault: '503', route: POST, path: other.id, ms: 60_000 });
    const hanging = send();
    expect((await client.rest.get('/users/@me')) as object).toMatchObject({ bot: true });
    expect(await hanging).toContain('AbortError');
  });

  test('one 401 makes the client forget its token while it looks ready', async (context) => {
    const { client, send } = await fail(context, { fault: '401' });
    expect(await send()).toBe('DiscordAPIError[0] 0');
    expect(await send()).toContain('Expected token to be set for this request');
    expect(client.isReady()).toBe(true);
  });

  test('429 of every form is waited out, and only those of this bot count', async (context) => {
    for (const [fault, counted] of [
      ['429-user', 1],
      ['429-shared', 0],
      ['429-global', 1],
      ['429-cloudflare', 1],
    ] as const) {
      const { discord, send, copies } = await fail(context, { fault, retryAfterMs: 300 });
      const startedAt = performance.now();
      expect([fault, await send(), copies(), discord.requests.invalid]).toEqual([fault, 'sent', 1, counted]);
      expect(performance.now() - startedAt).toBeGreaterThan(900);
    }
  });

  test('a burst of eight in one channel waits for its bucket without a 429', async (context) => {
    const { discord, send, copies } = await fail(context, { fault: '503', times: 0 });
    const startedAt = performance.now();
    await Promise.all(Array.from({ length: 8 }, send));
    expect(performance.now() - startedAt).toBeGreaterThan(4500);
    expect([copies(), discord.requests.invalid]).toEqual([8, 0]);
    const raw = (content: string) =>
      fetch(`${discord.apiUrl}/v10/channels/${[...discord.world.channels.keys()][0]}/messages`, {
        method: 'POST',
        headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ content }),
      });
    const answers = await Promise.all(Array.from({ length: 6 }, (_, index) => raw(`raw ${index}`)));
    const refused = answers.find(({ status }) => status === 429);
    expect(refused?.headers.get('x-ratelimit-scope')).toBe('user');
    expect(await refused?.json()).toMatchObject({ global: false, message: 'You are being rate limited.' });
  });

  test('more than so many requests in a second meet the global limit', async (context) => {
    const { discord } = await setup(context, { globalPerSecond: 3 });
    const ask = () => fetch(`${discord.apiUrl}/v10/users/@me`, { headers: { authorization: `Bot ${discord.token}` } });
    const answers = await Promise.all([ask(), ask(), ask(), ask()]);
    const refused = answers.find(({ status }) => status === 429);
    expect(refused?.headers.get('x-ratelimit-global')).toBe('true');
  });

  test('an interaction answered twice because of a lost answer gives 40060, and the user sees one', async (context) => {
    const { discord, client } = await setup(context);
    const { channel, mei } = people(discord);
    await client.application.commands.set(COMMANDS);
    discord.faults.rest({ fault: 'done-but-502', route: CALLBACK });
    const failures = onInteraction(
      client,
      async (interaction) => interaction.isChatInputCommand() && interaction.reply('figure'),
    );
    const turn = discord.slash(mei, channel, 'ask', { question: 'x' });
    expect((await turn.answered()).text).toBe('figure');
    const [failure] = await until(() => failures.length > 0 && failures);
    expect([(failure as DiscordAPIError).code, turn.messages.length]).toEqual([40060, 1]);
  });

  test('nobody at the address: refused at once, and served again afterwards', async (context) => {
    const { discord, client } = await setup(context);
    const refusing = discord.faults.refuseRest(300);
    const error = await until(() => true).then(() => client.rest.get('/users/@me').catch((reason: unknown) => reason));
    expect(String((error as Error & { code?: string }).code ?? error)).toMatch(
      /ECONNREFUSED|UND_ERR_SOCKET|ECONNRESET/,
    );
    await refusing;
    expect(await client.rest.get('/users/@me')).toMatchObject({ id: discord.bot.id });
  });

  test('a deleted channel is unknown, and a nonce of a deleted message too', async (context) => {
    const { discord, client, log } = await setup(context);
    const { channel } = people(discord);
    await until(() => client.channels.cache.has(channel.id));
    const to = textChannel(client, channel.id);
    await to.send({ content: 'a', nonce: 'n1', enforceNonce: true });
    const [first] = discord.messagesIn(channel);
    if (first) discord.remove(first);
    expect((await refusalOf(to.send({ content: 'a', nonce: 'n1', enforceNonce: true }))).code).toBe(10008);
    discord.faults.deleteChannel(channel);
    expect((await refusalOf(to.send('x'))).code).toBe(10003);
    await until(() => log.includes('channelDelete'));
  });
});

describe.concurrent('what goes wrong with the gateway', { timeout: 30_000 }, () => {
  /** A client that says back what it hears, and what a fault does to it. */
  const echo = async (context: TestContext, options: FakeDiscordOptions = {}) => {
    const made = await setup(context, options);
    const { guild, channel, mei } = people(made.discord);
    onMessage(made.client, async (message) => (message.author.bot ? undefined : message.reply(message.cleanContent)));
    const heard = async (text: string, within = 4000) =>
      (await made.discord.mention(mei, channel, text).answered({ within })).text.endsWith(text);
    expect(await heard('before')).toBe(true);
    return { ...made, guild, channel, mei, heard };
  };

  test('op 7, close 4000 and a dropped connection are resumed, and what was missed is told', async (context) => {
    for (const fault of ['askToReconnect', 'close', 'dropGateway'] as const) {
      const { discord, heard, log } = await echo(context);
      if (fault === 'close') discord.faults.closeGateway(4000);
      else discord.faults[fault]();
      await until(() => log.includes('reconnecting'));
      expect([fault, await heard('missed')]).toEqual([fault, true]);
      expect([fault, discord.gateway.resumes, discord.gateway.identifies]).toEqual([fault, 1, 1]);
    }
  });

  test('a session that may be resumed is, on the same connection', async (context) => {
    const { discord, heard } = await echo(context);
    discord.faults.invalidateSession(true);
    await until(() => discord.gateway.resumes === 1);
    expect([await heard('after'), discord.gateway.identifies]).toEqual([true, 1]);
  });

  test('an invalid session is begun anew', async (context) => {
    const { discord, client, heard } = await echo(context);
    discord.faults.invalidateSession(false);
    await until(() => discord.gateway.identifies === 2, { within: 12_000 });
    await until(() => client.ws.status === 0, { within: 5000 });
    expect(await heard('after')).toBe(true);
  });

  test('a session that is forgotten behind a close 4000 is begun anew', async (context) => {
    const { discord, heard } = await echo(context);
    discord.faults.forgetSessions();
    discord.faults.closeGateway(4000);
    await until(() => discord.gateway.identifies === 2, { within: 15_000 });
    expect([discord.gateway.resumes, await heard('after', 8000)]).toEqual([1, true]);
  });

  test('a zombie is noticed by its heartbeats and resumed', async (context) => {
    const { discord, heard } = await echo(context, { heartbeatMs: 300 });
    discord.faults.zombify();
    expect([await heard('missed'), discord.gateway.resumes]).toEqual([true, 1]);
  });

  test('close 4004 is final, although the client looks ready', async (context) => {
    const { discord, client, log } = await echo(context);
    discord.faults.closeGateway(4004);
    await until(() => log.includes('disconnect 4004'));
    expect(log).toContain('shardError Authentication failed');
    expect([client.isReady(), discord.gateway.identifies]).toEqual([true, 1]);
  });

  test('a gateway that refuses for a while is found again', async (context) => {
    const { discord, heard, log } = await echo(context);
    discord.faults.refuseGateway(1500);
    discord.faults.dropGateway();
    expect(await heard('missed', 8000)).toBe(true);
    expect(log.filter((line) => line === 'shardError Unexpected server response: 503').length).toBeGreaterThan(1);
  });

  test('a login while Discord is away is refused at once, and needs a new client', async (context) => {
    const discord = await startFakeDiscord();
    context.onTestFinished(() => discord.close());
    discord.faults.rest({ fault: '503', route: 'GET /gateway/bot', times: 4 });
    const { client } = createClient(discord);
    await expect(client.login(discord.token)).rejects.toThrow('Service Unavailable');
    const { client: next } = createClient(discord);
    context.onTestFinished(() => next.destroy());
    await next.login(discord.token);
    await until(() => next.isReady());

    // The client that failed can connect, but was destroyed: it never looks ready, and cannot be destroyed again.
    await client.login(discord.token);
    await until(() => discord.gateway.identifies === 2);
    await client.destroy();
    expect([client.isReady(), discord.gateway.connections]).toEqual([false, 2]);
    Reflect.set(client.ws, 'destroyed', false);
    await client.destroy();
    await until(() => discord.gateway.connections === 1);
  });

  test('an outage of a server is not a departure', async (context) => {
    const { discord, guild, log, heard } = await echo(context);
    discord.faults.startOutage(guild);
    await until(() => log.includes('guildUnavailable'));
    discord.faults.endOutage(guild);
    await until(() => log.includes('guildAvailable'));
    expect([log.includes('guildDelete'), await heard('after')]).toEqual([false, true]);
    discord.faults.removeBot(guild);
    await until(() => log.includes('guildDelete'));
  });
});
