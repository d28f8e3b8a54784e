import { describe, expect, type TestContext, test } from 'vitest';
import type { Post } from '../../../src/core/ports.ts';
import type { Channel } from '../../support/discord/world.ts';
import { until } from '../../support/until.ts';
import { POST, realBot } from './harness.ts';
import { guildOf, twins } from './twins.ts';

/** Posts in servers whose shards another process runs: any process may take any post. */

const NEVER = new AbortController().signal;
const READING = ['ViewChannel', 'SendMessages', 'EmbedLinks', 'AttachFiles', 'ReadMessageHistory'] as const;

async function postTo(channel: Channel, key = 'subscription.2026-11-25'): Promise<Post> {
  const workspace = channel.guild?.id ?? channel.recipient?.id ?? '';
  const { message } = await (await realBot()).reply({ asked: { command: 'fact', values: [] } });
  const place = { platform: 'discord', workspace, id: channel.id } as const;
  const setBy = channel.guild?.ownerId ?? workspace;
  return { key, channel: place, setBy, message, firstTriedAt: new Date() };
}

/** The process of the first shard, and a channel of the second. */
async function scene(context: Pick<TestContext, 'onTestFinished'>) {
  let ahead = 0;
  const made = await twins(context, { clock: () => new Date(Date.now() + ahead) });
  const passTime = (ms: number) => {
    ahead += ms;
    made.discord.passTime(ms);
  };
  made.discord.requests.clear();
  return { ...made, channel: made.channels.ofSecond, messenger: made.first.adapter.messenger, passTime };
}

describe.concurrent('a post in a server of another process', () => {
  test('has a link that leads to it', async (context) => {
    const { discord, messenger, channel } = await scene(context);
    const sent = await messenger.send(await postTo(channel), NEVER);
    const [message] = discord.messagesIn(channel);
    const link = `https://discord.com/channels/${channel.guild?.id}/${channel.id}/${message?.id}`;
    expect(sent).toEqual({ kind: 'sent', id: message?.id, link });
  });

  test('in a direct message has a link of its own kind, whichever process sends it', async (context) => {
    const { discord, first, second } = await scene(context);
    for (const { adapter } of [first, second])
      for (const name of ['Mei', 'Ivan', 'Anna']) {
        const channel = discord.world.directChannel(discord.user(name));
        const sent = await adapter.messenger.send(await postTo(channel, name), NEVER);
        expect(sent).toMatchObject({ kind: 'sent', link: expect.stringContaining(`/channels/@me/${channel.id}/`) });
      }
  });

  test('costs no request but its own, in however many servers', async (context) => {
    const { discord, messenger } = await scene(context);
    const channels = Array.from({ length: 12 }, () => discord.channel(guildOf(discord, 1), 'facts'));
    for (const channel of channels) await messenger.send(await postTo(channel), NEVER);
    expect(discord.requests.all.map(({ route }) => route)).toEqual(channels.map(() => POST));
  });

  test('is refused as one that lacks a permission where the bot is there, and as gone where it was removed', async (context) => {
    const { discord, messenger, channel } = await scene(context);
    discord.deny(channel, ['ViewChannel']);
    expect(await messenger.send(await postTo(channel), NEVER)).toEqual({
      kind: 'refused',
      remedy: 'permission',
      code: '50001',
    });
    if (channel.guild) discord.faults.removeBot(channel.guild);
    expect(await messenger.send(await postTo(channel), NEVER)).toEqual({
      kind: 'refused',
      remedy: 'gone',
      code: '50001',
    });
  });

  test('is not called gone while Discord does not tell whether the bot is there', async (context) => {
    const { discord, messenger, channel } = await scene(context);
    discord.deny(channel, ['ViewChannel']);
    discord.faults.rest({ fault: '503', route: 'GET /users/@me/guilds', times: 9 });
    expect(await messenger.send(await postTo(channel), NEVER)).toMatchObject({ remedy: 'permission' });
  });
});

describe.concurrent('a look for a lost post in a server of another process', () => {
  const drop = async (context: TestContext, botPermissions: readonly (typeof READING)[number][] = READING) => {
    const made = await scene(context);
    const channel = made.discord.channel(
      guildOf(made.discord, 1, { botPermissions, everyone: ['ViewChannel'] }),
      'facts',
    );
    await until(() => made.second.adapter.health().detail.includes('2 servers'));
    return { ...made, channel, post: await postTo(channel) };
  };

  test('finds it, with its link', async (context) => {
    const { discord, messenger, channel, post, passTime } = await drop(context);
    discord.faults.rest({ fault: 'done-but-reset', route: POST });
    expect(await messenger.send(post, NEVER)).toMatchObject({ kind: 'uncertain' });
    passTime(600_000);
    const [sent] = discord.messagesIn(channel);
    const link = `https://discord.com/channels/${channel.guild?.id}/${channel.id}/${sent?.id}`;
    expect(await messenger.find(post, NEVER)).toEqual({ kind: 'there', id: sent?.id, link });
  });

  test('finds none where none arrived, in a thread too', async (context) => {
    const { discord, messenger, channel, post, passTime } = await drop(context);
    const inThread = await postTo(discord.thread(channel, 'thread'));
    discord.faults.rest({ fault: '503', route: POST, times: 2 });
    for (const lost of [post, inThread]) expect(await messenger.send(lost, NEVER)).toMatchObject({ kind: 'uncertain' });
    passTime(600_000);
    for (const lost of [post, inThread]) expect(await messenger.find(lost, NEVER)).toEqual({ kind: 'absent' });
  });

  test('says that it cannot tell where the bot may not read back, or may not see', async (context) => {
    const { discord, messenger, channel, post, passTime } = await drop(context, ['ViewChannel', 'SendMessages']);
    passTime(600_000);
    const unknown = { kind: 'unknown', code: 'no_read_message_history' };
    expect(await messenger.find(post, NEVER)).toEqual(unknown);
    discord.deny(channel, ['ViewChannel']);
    expect(await messenger.find(post, NEVER)).toEqual(unknown);
  });
});
