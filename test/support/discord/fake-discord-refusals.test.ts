import { AttachmentBuilder, DiscordAPIError, GatewayIntentBits, MessageFlags, PermissionFlagsBits } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { until } from '../until.ts';
import { startFakeDiscord } from './fake-discord.ts';
import {
  COMMANDS,
  createClient,
  INTENTS,
  onInteraction,
  people,
  refusalOf,
  setup,
  textChannel,
} from './plain-client.ts';

describe.concurrent('what Discord refuses', () => {
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
    const { discord, client } = await setup(context, { deadlines: { firstAnswerMs: 60_000, tokenMs: 600_000 } });
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
        discord.passTime(60_001);
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
        discord.passTime(600_001);
        await codeOf('after the token', interaction.editReply('x'));
      }
    });
    const ask = (question: string) => discord.slash(mei, channel, 'ask', { question });
    const late = ask('late');
    await until(() => 'late' in codes);
    const end = ask('end');
    await until(() => 'after the token' in codes);
    expect((await ask('twice').answered()).text).toBe('done');
    expect((await ask('wrong').answered()).isEphemeral).toBe(true);
    expect((await discord.autocomplete(mei, channel, 'ask', 'question', '').choices())[0]?.name).toHaveLength(100);
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
    const wrong = createClient(discord);
    await expect(wrong.login('not.the.token')).rejects.toThrow('An invalid token was provided.');
    const curious = createClient(discord, { intents: INTENTS | GatewayIntentBits.MessageContent });
    await expect(curious.login(discord.token)).rejects.toThrow('Used disallowed intents');
    expect(discord.requests.invalid).toBe(1);
    await Promise.all([wrong.destroy(), curious.destroy()]);
  });
});
