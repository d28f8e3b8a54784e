import { type DiscordAPIError, Routes } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { until } from '../until.ts';
import { COMMANDS, onInteraction, people, refusalOf, setup, textChannel } from './plain-client.ts';

/** Discord's code for a refusal, and what it says. */
async function codeAndText(request: Promise<unknown>): Promise<string> {
  const { code, message } = await refusalOf(request);
  return `${code} ${message}`;
}

describe.concurrent('posts, and looking back at them', () => {
  test('pages have a limit and begin at a message', async (context) => {
    const { discord, client } = await setup(context);
    const { channel } = people(discord);
    const read = (query: Record<string, string>) =>
      client.rest.get(Routes.channelMessages(channel.id), { query: new URLSearchParams(query) });
    expect(await codeAndText(read({ limit: '101' }))).toContain('limit[NUMBER_TYPE_MAX]');
    expect(await codeAndText(read({ after: 'yesterday' }))).toContain('after[NUMBER_TYPE_COERCE]');
  });

  test('ids of components are kept, and each is there once', async (context) => {
    const { discord, client } = await setup(context);
    const { channel } = people(discord);
    const button = (id: number, custom_id: string) => ({ type: 2, style: 1, label: 'a', id, custom_id });
    const send = (...components: object[]) =>
      client.rest.post(Routes.channelMessages(channel.id), {
        body: { content: 'fact', components: [{ type: 1, id: 1_500_000_000, components }] },
      });
    expect(await send(button(7, 'a'))).toMatchObject({ components: [{ id: 1_500_000_000, components: [{ id: 7 }] }] });
    expect(await codeAndText(send(button(7, 'a'), button(7, 'b')))).toContain('COMPONENT_ID_DUPLICATED');
    expect(await codeAndText(send(button(2 ** 31, 'a')))).toContain('NUMBER_TYPE_MAX');
  });

  test('a locked thread takes no post, and a thread goes with its channel', async (context) => {
    const { discord, client } = await setup(context);
    const { channel } = people(discord);
    const thread = discord.thread(channel, 'thread');
    discord.faults.lockThread(thread);
    const send = () => client.rest.post(Routes.channelMessages(thread.id), { body: { content: 'fact' } });
    expect(await codeAndText(send())).toContain('50083');
    await until(() => client.channels.cache.has(channel.id));
    discord.faults.deleteChannel(channel);
    await until(() => !client.channels.cache.has(channel.id));
    expect(await codeAndText(send())).toContain('10003');
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
});
