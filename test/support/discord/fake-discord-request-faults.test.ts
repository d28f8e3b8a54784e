import type { DiscordAPIError } from 'discord.js';
import { describe, expect, type TestContext, test } from 'vitest';
import { until } from '../until.ts';
import type { RestFaultPlan } from './faults.ts';
import { CALLBACK, COMMANDS, onInteraction, POST, people, refusalOf, setup, textChannel } from './plain-client.ts';

describe.concurrent('what goes wrong with requests', () => {
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
    expect(performance.now() - startedAt).toBeLessThan(10_000);
    expect(twice.discord.requests.to(POST).map(({ status }) => status)).toEqual([502, 502, 200]);
    const always = await fail(context, { fault: '503', ms: 60_000 });
    expect(await always.send()).toContain('HTTPError');
    expect(always.discord.requests.to(POST)).toHaveLength(4);
    const reset = await fail(context, { fault: 'reset', times: 2 });
    expect(await reset.send()).toBe('sent');
  });

  test('a hanging request ends with the time limit, and others go on', async (context) => {
    const { discord, client, send, channel } = await fail(context, { fault: 'hang', times: 4 }, { timeout: 1000 });
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
    // So many that even on a busy machine four come within one second.
    const answers = await Promise.all(Array.from({ length: 30 }, ask));
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
    const asking = () => client.rest.get('/users/@me').catch((reason: unknown) => reason);
    const error = await discord.faults.restAwayWhile(asking);
    expect(String((error as Error & { code?: string }).code ?? error)).toMatch(
      /ECONNREFUSED|UND_ERR_SOCKET|ECONNRESET/,
    );
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
