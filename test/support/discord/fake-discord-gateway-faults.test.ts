import { describe, expect, type TestContext, test } from 'vitest';
import { until } from '../until.ts';
import { type FakeDiscordOptions, startFakeDiscord } from './fake-discord.ts';
import { createClient, onMessage, people, setup } from './plain-client.ts';

describe.concurrent('what goes wrong with the gateway', () => {
  /** A client that says back what it hears, and what a fault does to it. */
  const echo = async (context: TestContext, options: FakeDiscordOptions = {}) => {
    const made = await setup(context, options);
    const { guild, channel, mei } = people(made.discord);
    onMessage(made.client, async (message) => (message.author.bot ? undefined : message.reply(message.cleanContent)));
    const heard = async (text: string) =>
      (await made.discord.mention(mei, channel, text).answered()).text.endsWith(text);
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
    await until(() => discord.gateway.identifies === 2);
    await until(() => client.ws.status === 0);
    expect(await heard('after')).toBe(true);
  });

  test('a session that is forgotten behind a close 4000 is begun anew', async (context) => {
    const { discord, heard } = await echo(context);
    discord.faults.forgetSessions();
    discord.faults.closeGateway(4000);
    await until(() => discord.gateway.identifies === 2);
    expect([discord.gateway.resumes, await heard('after')]).toEqual([1, true]);
  });

  test('a zombie is noticed by its heartbeats and resumed', async (context) => {
    const { discord, heard } = await echo(context, { heartbeatMs: 300 });
    discord.faults.zombify();
    expect(await heard('missed')).toBe(true);
    // On a busy machine a heartbeat may come too late another time.
    expect([discord.gateway.resumes > 0, discord.gateway.identifies]).toEqual([true, 1]);
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
    const repair = discord.faults.refuseGateway(600_000);
    discord.faults.dropGateway();
    await until(() => log.filter((line) => line === 'shardError Unexpected server response: 503').length > 1);
    repair();
    expect(await heard('missed')).toBe(true);
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
