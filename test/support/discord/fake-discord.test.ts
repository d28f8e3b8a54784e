import {
  ActionRowBuilder,
  type DiscordAPIError,
  Events,
  GatewayDispatchEvents,
  MessageFlags,
  ModalBuilder,
  PermissionFlagsBits,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { describe, expect, test } from 'vitest';
import { until } from '../until.ts';
import { button, COMMANDS, onInteraction, onMessage, people, setup, textChannel } from './plain-client.ts';

describe.concurrent('the way of a question', () => {
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
    const [failure] = await until(() => failures.length > 0 && failures);
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
