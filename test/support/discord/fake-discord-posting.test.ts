import { type APIMessage, Routes } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { until } from '../until.ts';
import { people, refusalOf, setup } from './plain-client.ts';

/** Discord's code for a refusal, and what it says. */
async function codeAndText(request: Promise<unknown>): Promise<string> {
  const { code, message } = await refusalOf(request);
  return `${code} ${message}`;
}

describe.concurrent('posts, and looking back at them', () => {
  const post = { content: 'fact', nonce: 'one', enforce_nonce: true };

  test('a nonce holds for minutes, and is forgotten afterwards', async (context) => {
    const { discord, client } = await setup(context);
    const { channel } = people(discord);
    const send = () => client.rest.post(Routes.channelMessages(channel.id), { body: post }) as Promise<APIMessage>;
    const first = await send();
    discord.passTime(200_000);
    expect((await send()).id).toBe(first.id);
    discord.passTime(200_000);
    const second = await send();
    expect(second.id).not.toBe(first.id);
    expect(Number(BigInt(second.id) >> 22n) - Number(BigInt(first.id) >> 22n)).toBeGreaterThanOrEqual(400_000);
    expect(discord.messagesIn(channel)).toHaveLength(2);
  });

  test('pages after a message begin with the oldest, and show no nonce', async (context) => {
    const { discord, client } = await setup(context);
    const { channel, mei } = people(discord);
    const start = discord.say(mei, channel, 'start').message;
    const { id } = (await client.rest.post(Routes.channelMessages(channel.id), { body: post })) as APIMessage;
    for (let number = 0; number < 5; number++) discord.say(mei, channel, `more ${number}`);
    const read = async (query: Record<string, string>) =>
      (await client.rest.get(Routes.channelMessages(channel.id), {
        query: new URLSearchParams(query),
      })) as APIMessage[];
    const page = await read({ after: start.id, limit: '2' });
    expect(page.map((message) => message.id === id)).toEqual([false, true]);
    expect(page[1]).not.toHaveProperty('nonce');
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
});
