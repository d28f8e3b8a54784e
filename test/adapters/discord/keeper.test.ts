import { describe, expect, type TestContext, test } from 'vitest';
import type { Keeper } from '../../../src/core/ports.ts';
import type { PermissionName } from '../../support/discord/permissions.ts';
import type { Channel, User } from '../../support/discord/world.ts';
import { until } from '../../support/until.ts';
import { people, stage } from './harness.ts';

const MEMBER = 'GET /guilds/:guild/members/:user';
const DENIED = { kind: 'denied', needs: { en: 'the permission Manage Server or Manage Channels' } };

/** A running bot, and who it takes the people for who speak to it. */
async function scene(context: Pick<TestContext, 'onTestFinished'>) {
  const keepers: Keeper[] = [];
  const one = await stage(context, {
    change: (bot) => ({
      ...bot,
      reply(query) {
        if (query.keeper) keepers.push(query.keeper);
        return bot.reply(query);
      },
    }),
  });
  const { discord } = one;
  const made = { ...one, ...people(discord) };
  const latest = async (turn: { answered(): Promise<unknown> }): Promise<Keeper> => {
    keepers.length = 0;
    await turn.answered();
    return until(() => keepers.at(-1));
  };
  return {
    ...made,
    /** As whom the bot takes somebody who uses a command, and who mentions it. */
    bySlash: (user: User, channel: Channel = made.channel) => latest(discord.slash(user, channel, 'harbin fact')),
    byMention: (user: User, channel: Channel = made.channel) => latest(discord.mention(user, channel, 'labs')),
  };
}

describe.concurrent('who may look after the daily post of a channel', () => {
  const rights: [PermissionName[], boolean][] = [
    [[], false],
    [['ManageMessages', 'MentionEveryone'], false],
    [['ManageChannels'], true],
    [['ManageGuild'], true],
    [['Administrator'], true],
  ];
  test.for(rights)('with %j by command and by mention: %s', async ([permissions, mayDoIt], context) => {
    const { discord, guild, mei, bySlash, byMention } = await scene(context);
    discord.join(guild, mei, permissions);
    const expected = mayDoIt ? { kind: 'granted' } : DENIED;
    expect(await (await bySlash(mei)).permit()).toMatchObject(expected);
    expect(await (await byMention(mei)).permit()).toMatchObject(expected);
  });

  test('the owner of the server may, and a channel can take the right away', async (context) => {
    const { discord, guild, channel, mei, byMention } = await scene(context);
    const owner = discord.world.users.get(guild.ownerId) as User;
    expect(await (await byMention(owner)).permit()).toEqual({ kind: 'granted' });
    discord.join(guild, mei, ['ManageChannels']);
    discord.deny(channel, ['ManageChannels'], mei);
    expect(await (await byMention(mei)).permit()).toMatchObject(DENIED);
  });

  test('whose permissions Discord does not tell by mention is sent to the command', async (context) => {
    const { discord, guild, mei, byMention } = await scene(context);
    discord.join(guild, mei, ['ManageGuild']);
    const keeper = await byMention(mei);
    // The bot keeps no more than the last who spoke.
    await byMention(discord.user('Ivan'));
    discord.faults.rest({ fault: '503', route: MEMBER, times: 20 });
    expect(await keeper.permit()).toMatchObject({
      kind: 'denied',
      needs: { en: expect.stringContaining('/harbin daily on') },
    });
  });

  test('in a direct message with the bot anybody may', async (context) => {
    const { discord, mei, bySlash } = await scene(context);
    const turn = discord.directMessage(mei, 'labs');
    await turn.answered();
    const keeper = await bySlash(mei, turn.message.channel);
    expect(keeper.channel).toEqual({ platform: 'discord', workspace: mei.id, id: turn.message.channel.id });
    expect(await keeper.permit()).toEqual({ kind: 'granted' });
  });

  test('in a server that the bot is no member of it has to be added first', async (context) => {
    const { discord, bySlash } = await scene(context);
    const elsewhere = discord.guild('Elsewhere', { hasBot: false });
    const owner = discord.world.users.get(elsewhere.ownerId) as User;
    const keeper = await bySlash(owner, discord.channel(elsewhere, 'general'));
    const needs = { en: expect.stringContaining('press Add App') };
    expect(await keeper.permit()).toMatchObject({ kind: 'denied', needs });
  });
});

describe.concurrent('what the bot lacks for a daily post', () => {
  test('is named as the settings of the server show it', async (context) => {
    const { discord, guild, channel, bySlash, byMention } = await scene(context);
    const owner = discord.world.users.get(guild.ownerId) as User;
    discord.deny(channel, ['EmbedLinks', 'AttachFiles']);
    const lacking = { kind: 'lacking', permissions: [{ en: 'Embed Links' }, { en: 'Attach Files' }] };
    expect(await (await bySlash(owner)).permit()).toMatchObject(lacking);
    expect(await (await byMention(owner)).permit()).toMatchObject(lacking);
  });

  test('differs between a channel and a thread', async (context) => {
    const { discord, guild, channel, bySlash, byMention } = await scene(context);
    const owner = discord.world.users.get(guild.ownerId) as User;
    const thread = discord.thread(channel, 'thread');
    discord.deny(channel, ['SendMessages']);
    expect(await (await bySlash(owner)).permit()).toMatchObject({
      kind: 'lacking',
      permissions: [{ en: 'Send Messages' }],
    });
    expect(await (await bySlash(owner, thread)).permit()).toEqual({ kind: 'granted' });
    expect(await (await byMention(owner, thread)).permit()).toEqual({ kind: 'granted' });
    discord.deny(channel, ['SendMessagesInThreads']);
    expect(await (await bySlash(owner, thread)).permit()).toMatchObject({
      kind: 'lacking',
      permissions: [{ en: 'Send Messages in Threads' }],
    });
  });
});
