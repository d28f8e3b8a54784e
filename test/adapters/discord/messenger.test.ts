import { describe, expect, type TestContext, test } from 'vitest';
import type { Message } from '../../../src/core/messages/message.ts';
import type { Post } from '../../../src/core/ports.ts';
import type { RestFault } from '../../support/discord/faults.ts';
import type { Channel } from '../../support/discord/world.ts';
import { until } from '../../support/until.ts';
import { adapterFor, POST, people, realBot, type StageOptions, stage } from './harness.ts';

const NEVER = new AbortController().signal;

async function fact(): Promise<Message> {
  return (await (await realBot()).reply({ asked: { command: 'fact', values: [] } })).message;
}

async function postTo(channel: Channel, key = 'subscription.2026-11-25', firstTriedAt = new Date()): Promise<Post> {
  const workspace = channel.guild?.id ?? channel.recipient?.id ?? '';
  const place = { platform: 'discord', workspace, id: channel.id } as const;
  const setBy = channel.guild?.ownerId ?? workspace;
  return { key, channel: place, setBy, message: await fact(), firstTriedAt };
}

/** A running bot whose time can be moved together with Discord's. */
async function scene(context: Pick<TestContext, 'onTestFinished'>, options: StageOptions = {}) {
  let ahead = 0;
  const one = await stage(context, { ...options, clock: () => new Date(Date.now() + ahead) });
  const passTime = (ms: number) => {
    ahead += ms;
    one.discord.passTime(ms);
  };
  return { ...one, ...people(one.discord), messenger: one.adapter.messenger, passTime };
}

describe.concurrent('a post', () => {
  test('is there with its source and buttons, and its link leads to it', async (context) => {
    const { discord, messenger, channel, guild } = await scene(context);
    const sent = await messenger.send(await postTo(channel), NEVER);
    const [message] = discord.messagesIn(channel);
    const link = `https://discord.com/channels/${guild.id}/${channel.id}/${message?.id}`;
    expect(sent).toEqual({ kind: 'sent', id: message?.id, link });
    expect(message?.text).toMatch(/Source/);
    expect(message?.pings).toMatchObject({ users: [], everyone: false });
  });

  test('in a direct message has a link of its own kind', async (context) => {
    const { discord, messenger, mei } = await scene(context);
    const { channel } = discord.directMessage(mei, 'hello').message;
    const sent = await messenger.send(await postTo(channel), NEVER);
    expect(sent).toMatchObject({ kind: 'sent', link: expect.stringContaining(`/channels/@me/${channel.id}/`) });
  });

  test('that is sent again with the same key is shown once, and another key is another post', async (context) => {
    const { discord, messenger, channel } = await scene(context);
    const first = await messenger.send(await postTo(channel), NEVER);
    expect(await messenger.send(await postTo(channel), NEVER)).toEqual(first);
    await messenger.send(await postTo(channel, 'subscription.2026-11-26'), NEVER);
    expect(discord.messagesIn(channel)).toHaveLength(2);
  });

  test('without the permission for embeds is all text', async (context) => {
    const { discord, messenger, channel } = await scene(context);
    discord.deny(channel, ['EmbedLinks']);
    expect(await messenger.send(await postTo(channel), NEVER)).toMatchObject({ kind: 'sent' });
    const [message] = discord.messagesIn(channel);
    expect([message?.payload.embeds, /Source/.test(message?.text ?? '')]).toEqual([[], true]);
  });

  test('that Discord refuses as it is drawn comes once as plain text, and is refused then', async (context) => {
    const { discord, messenger, channel, logged } = await scene(context);
    discord.faults.rest({ fault: '400', route: POST });
    expect(await messenger.send(await postTo(channel, 'one'), NEVER)).toMatchObject({ kind: 'sent' });
    expect(discord.messagesIn(channel)[0]?.payload).toMatchObject({ embeds: [], components: [] });
    discord.faults.rest({ fault: '400', route: POST, times: 5 });
    const refused = { kind: 'refused', remedy: 'operator', code: '50035' };
    expect(await messenger.send(await postTo(channel, 'two'), NEVER)).toEqual(refused);
    expect(discord.requests.to(POST)).toHaveLength(4);
    expect(logged('as it was drawn').map(({ level }) => level)).toEqual(['error', 'error', 'error']);
  });

  test('is not sent before the bot is connected, nor when its time is over', async (context) => {
    const { discord, bot, messenger, channel } = await scene(context);
    const waiting = adapterFor(discord, bot).adapter;
    const post = await postTo(channel);
    expect(await waiting.messenger.send(post, NEVER)).toEqual({ kind: 'unsent', code: 'not_connected' });
    expect(await messenger.send(post, AbortSignal.abort())).toEqual({ kind: 'unsent', code: 'aborted' });
    expect(discord.requests.to(POST)).toEqual([]);
  });
});

describe.concurrent('a post that Discord refuses for good', () => {
  type Scene = Awaited<ReturnType<typeof scene>>;
  /** What happens to the channel; another one is handed back where the post is to go elsewhere. */
  type Case = { where: string; remedy: string; code: string; arrange(scene: Scene): unknown };
  const cases: Case[] = [
    {
      where: 'a deleted channel',
      remedy: 'gone',
      code: '10003',
      arrange: ({ discord, channel }) => discord.faults.deleteChannel(channel),
    },
    {
      where: 'a server that the bot was removed from',
      remedy: 'gone',
      code: '50001',
      arrange: ({ discord, guild }) => discord.faults.removeBot(guild),
    },
    {
      where: 'a channel that the bot may not see',
      remedy: 'permission',
      code: '50001',
      arrange: ({ discord, channel }) => discord.deny(channel, ['ViewChannel']),
    },
    {
      where: 'a channel that it may not write in',
      remedy: 'permission',
      code: '50013',
      arrange: ({ discord, channel }) => discord.deny(channel, ['SendMessages']),
    },
    {
      where: 'a locked thread',
      remedy: 'archived',
      code: '50083',
      arrange({ discord, channel }) {
        const thread = discord.thread(channel, 'thread');
        discord.faults.lockThread(thread);
        return thread;
      },
    },
    {
      where: 'somebody who takes no direct messages',
      remedy: 'gone',
      code: '50007',
      arrange({ discord, mei }) {
        mei.acceptsDirectMessages = false;
        return discord.world.directChannel(mei);
      },
    },
    {
      where: 'a token that is refused',
      remedy: 'operator',
      code: '401',
      arrange({ discord }) {
        discord.faults.rest({ fault: '401', route: POST, times: 9 });
      },
    },
  ];
  test.for(cases)('$where: $remedy ($code)', async ({ remedy, code, arrange }, context) => {
    const made = await scene(context);
    const channel = (arrange(made) as Channel | undefined) ?? made.channel;
    if (channel.guild && code === '50001' && remedy === 'gone')
      await until(() => made.adapter.health().detail.includes(' 0 servers'));
    expect(await made.messenger.send(await postTo(channel), NEVER)).toEqual({ kind: 'refused', remedy, code });
    expect(channel.messages).toEqual([]);
  });

  test('one 401 costs no post', async (context) => {
    const { discord, messenger, channel } = await scene(context);
    discord.faults.rest({ fault: '401', route: POST });
    expect(await messenger.send(await postTo(channel), NEVER)).toMatchObject({ kind: 'sent' });
  });
});

describe.concurrent('a post whose way is disturbed', () => {
  const lost: RestFault[] = ['done-but-502', 'done-but-reset', 'done-but-closed'];
  const failed: RestFault[] = ['500', '502', '503', 'reset'];
  test.for([...lost, ...failed])(
    '%s: nobody can tell what came of it, and tried again it is one copy',
    async (fault, context) => {
      const { discord, messenger, channel } = await scene(context);
      const post = await postTo(channel);
      discord.faults.rest({ fault, route: POST });
      expect(await messenger.send(post, NEVER)).toMatchObject({ kind: 'uncertain' });
      expect(discord.requests.to(POST)).toHaveLength(1);
      expect(await messenger.find(post, NEVER)).toEqual({ kind: 'absent' });
      expect(await messenger.send(post, NEVER)).toMatchObject({ kind: 'sent' });
      expect(discord.messagesIn(channel)).toHaveLength(1);
    },
  );

  test('a request without an answer is uncertain as soon as its time is over', async (context) => {
    const { discord, messenger, channel } = await scene(context);
    discord.faults.rest({ fault: 'hang', route: POST });
    const time = new AbortController();
    const sent = messenger.send(await postTo(channel), time.signal);
    await until(() => discord.requests.to(POST).length > 0);
    time.abort();
    expect(await sent).toEqual({ kind: 'uncertain', code: 'AbortError' });
  });

  test('where nobody listens, nothing was sent', async (context) => {
    const { discord, messenger, channel } = await scene(context);
    const post = await postTo(channel);
    const sent = await discord.faults.restAwayWhile(() => messenger.send(post, NEVER));
    expect(sent).toEqual({ kind: 'unsent', code: 'ECONNREFUSED' });
  });

  test.for(['429-user', '429-shared'] as const)('%s: its own channel waits, others do not', async (fault, context) => {
    const { discord, messenger, channel, guild } = await scene(context);
    discord.faults.rest({ fault, route: POST, retryAfterMs: 60_000 });
    const limited = await messenger.send(await postTo(channel), NEVER);
    // What has passed since the answer is less, and on a busy machine not little.
    const longMs = expect.toSatisfy((ms: number) => ms > 30_000 && ms <= 61_000);
    expect(limited).toEqual({ kind: 'limited', waitMs: longMs });
    const other = discord.channel(guild, 'other');
    expect(await messenger.send(await postTo(other), NEVER)).toMatchObject({ kind: 'sent' });
  });

  test.for(['429-global', '429-cloudflare'] as const)('%s: every post waits as long', async (fault, context) => {
    const { discord, messenger, channel, guild } = await scene(context);
    discord.faults.rest({ fault, route: POST, retryAfterMs: 1000 });
    expect(await messenger.send(await postTo(channel), NEVER)).toMatchObject({ kind: 'limited' });
    const other = await postTo(discord.channel(guild, 'other'));
    expect(await messenger.send(other, NEVER)).toMatchObject({ kind: 'sent' });
    const [first, second, ...more] = discord.requests.to(POST).map(({ at }) => at);
    expect([Number(second) - Number(first) > 990, more]).toEqual([true, []]);
  });

  test('a sixth post within five seconds waits without asking Discord', async (context) => {
    const { discord, messenger, channel } = await scene(context);
    for (let number = 0; number < 5; number++)
      expect(await messenger.send(await postTo(channel, `key ${number}`), NEVER)).toMatchObject({ kind: 'sent' });
    expect(await messenger.send(await postTo(channel, 'key 5'), NEVER)).toMatchObject({ kind: 'limited' });
    expect(discord.requests.to(POST).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  });

  test('a channel that fails for ever holds up no other', async (context) => {
    const { discord, messenger, channel, guild } = await scene(context);
    discord.faults.rest({ fault: 'hang', route: POST, path: channel.id, times: 9 });
    const time = new AbortController();
    const stuck = messenger.send(await postTo(channel), time.signal);
    await until(() => discord.requests.to(POST).length > 0);
    const others = Array.from({ length: 20 }, (_, index) => discord.channel(guild, `other ${index}`));
    for (const other of others)
      expect(await messenger.send(await postTo(other), NEVER)).toMatchObject({ kind: 'sent' });
    time.abort();
    expect(await stuck).toMatchObject({ kind: 'uncertain' });
  });
});

describe.concurrent('a look for a post when Discord has forgotten its nonce', () => {
  const READING = ['ViewChannel', 'SendMessages', 'EmbedLinks', 'AttachFiles', 'ReadMessageHistory'] as const;
  const drop = async (context: TestContext, botPermissions: readonly (typeof READING)[number][] = READING) => {
    const made = await scene(context);
    const guild = made.discord.guild('Reading', { botPermissions, everyone: ['ViewChannel'] });
    const channel = made.discord.channel(guild, 'facts');
    await until(() => made.adapter.health().detail.includes('2 servers'));
    const post = await postTo(channel);
    return { ...made, channel, post };
  };

  test('finds it by its mark, with its link', async (context) => {
    const { discord, messenger, channel, post, passTime, mei } = await drop(context);
    discord.say(mei, channel, 'before');
    discord.faults.rest({ fault: 'done-but-reset', route: POST });
    await messenger.send(post, NEVER);
    for (let number = 0; number < 130; number++) discord.say(mei, channel, `after ${number}`);
    passTime(600_000);
    const [sent] = discord.messagesIn(channel).filter(({ author }) => author === discord.bot);
    expect(await messenger.find(post, NEVER)).toEqual({
      kind: 'there',
      id: sent?.id,
      link: expect.stringContaining(sent?.id ?? 'none'),
    });
  });

  test('finds none where none arrived, whatever else the bot and people have said', async (context) => {
    const { discord, messenger, channel, post, passTime, mei } = await drop(context);
    discord.faults.rest({ fault: '503', route: POST });
    await messenger.send(post, NEVER);
    await messenger.send({ ...post, key: 'another day' }, NEVER);
    for (let number = 0; number < 230; number++) discord.say(mei, channel, `after ${number}`);
    passTime(600_000);
    expect(await messenger.find(post, NEVER)).toEqual({ kind: 'absent' });
  });

  test('finds a post that came as plain text', async (context) => {
    const { discord, messenger, post, passTime } = await drop(context);
    discord.faults.rest({ fault: '400', route: POST });
    expect(await messenger.send(post, NEVER)).toMatchObject({ kind: 'sent' });
    passTime(600_000);
    expect(await messenger.find(post, NEVER)).toMatchObject({ kind: 'there' });
  });

  test('says that it cannot tell where the bot may not read back, or Discord does not answer', async (context) => {
    const blind = await drop(context, ['ViewChannel', 'SendMessages', 'EmbedLinks']);
    blind.passTime(600_000);
    const unknown = { kind: 'unknown', code: 'no_read_message_history' };
    expect(await blind.messenger.find(blind.post, NEVER)).toEqual(unknown);
    const { discord, messenger, post, passTime } = await drop(context);
    passTime(600_000);
    discord.faults.rest({ fault: '503', route: 'GET /channels/:channel/messages', times: 9 });
    expect(await messenger.find(post, NEVER)).toEqual({ kind: 'unknown', code: '503' });
  });
});

describe.concurrent('a word to one person', () => {
  test('is a direct message, and tells whether it got through', async (context) => {
    const { discord, messenger, mei, guild } = await scene(context);
    const person = { workspace: guild.id, user: mei.id };
    expect(await messenger.tell(person, await fact())).toBe(true);
    expect(discord.messagesIn(discord.world.directChannel(mei))).toHaveLength(1);
    mei.acceptsDirectMessages = false;
    expect(await messenger.tell(person, await fact())).toBe(false);
    expect(await messenger.tell({ ...person, user: '1' }, await fact())).toBe(false);
  });
});
