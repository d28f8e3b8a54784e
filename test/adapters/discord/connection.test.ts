import { describe, expect, test } from 'vitest';
import { LEAST_PERMISSIONS } from '../../../src/adapters/discord/installation/permissions.ts';
import { until } from '../../support/until.ts';
import { people, type Stage, type StageOptions, stage } from './harness.ts';

/** Longer than a busy machine lets a process wait, and far less than the library waits. */
const MOST_SILENCE_MS = 4000;
/** So long that only a repair ends it. */
const FOR_LONG_MS = 600_000;
const QUICK = { loginRetry: { firstMs: 50, mostMs: 200 } };

/** A running bot with somebody who asks it. */
async function asked(context: Parameters<typeof stage>[0], options: StageOptions = {}) {
  const made = await stage(context, options);
  const { guild, channel, mei } = people(made.discord);
  const answers = async () => {
    const turn = made.discord.mention(mei, channel, 'labs');
    await turn.answered();
    await new Promise((resolve) => setTimeout(resolve, 150));
    return turn.messages.map(({ text }) => text.includes('229'));
  };
  expect(await answers()).toEqual([true]);
  return { ...made, guild, channel, mei, answers };
}

describe.concurrent('the start', () => {
  test('tells the link that invites the bot with the least permissions', async (context) => {
    const { discord, logged } = await stage(context);
    const link = new URL(String(logged('connected')[0]?.fields['invite']));
    expect([link.host, link.pathname]).toEqual(['discord.com', '/oauth2/authorize']);
    expect(Object.fromEntries(link.searchParams)).toEqual({
      client_id: discord.bot.id,
      scope: 'bot applications.commands',
      permissions: '274877959168',
    });
    expect(LEAST_PERMISSIONS).toBe(274877959168n);
  });

  test('needs no privileged intent: a portal that grants none lets it in, and a mention reaches it', async (context) => {
    const { discord } = await stage(context, { privilegedIntents: 0 });
    const { channel, mei } = people(discord);
    expect((await discord.mention(mei, channel, 'how many labs?').answered()).text).toContain('229');
  });

  test('waits for a Discord that is away, and needs no restart', async (context) => {
    const { adapter, discord, logged } = await stage(context, { waits: true, timings: QUICK });
    discord.faults.rest({ fault: '503', route: 'GET /gateway/bot', times: 12 });
    expect(adapter.health().connected).toBe(false);
    await adapter.start();
    expect(adapter.health().connected).toBe(true);
    expect(logged('login failed').length).toBeGreaterThanOrEqual(3);
    const { channel, mei } = people(discord);
    expect((await discord.slash(mei, channel, 'harbin ask', { question: 'labs' }).answered()).text).toContain('229');
  });

  test('waits where nobody listens, and where the gateway refuses', async (context) => {
    const { adapter, discord, logged } = await stage(context, { waits: true, timings: QUICK });
    const started = await discord.faults.restAwayWhile(async () => {
      const starting = adapter.start();
      await until(() => logged('login failed').length > 1);
      return { starting };
    });
    await started.starting;
    expect(adapter.health().connected).toBe(true);
    const second = await stage(context, { waits: true, timings: QUICK });
    const repair = second.discord.faults.refuseGateway(FOR_LONG_MS);
    const starting = second.adapter.start();
    await until(() => second.discord.gateway.refusals > 1);
    repair();
    await starting;
    expect(second.adapter.health().connected).toBe(true);
  });

  test('ends at once with a token that Discord refuses, and names the variable but not the token', async (context) => {
    const { adapter, log, refusals, discord } = await stage(context, { waits: true, botToken: 'not.the.token' });
    const error = await adapter.start().catch((reason: unknown) => reason as Error);
    expect(error).toMatchObject({ name: 'Refused', message: expect.stringContaining('DISCORD_TOKEN') });
    expect(JSON.stringify([log, String(error)])).not.toContain('not.the.token');
    expect([refusals, discord.requests.invalid]).toEqual([[], 1]);
  });

  test('ends with a token that the gateway still takes, but nobody else', async (context) => {
    const { adapter, refusals, discord } = await stage(context, { waits: true });
    for (const route of ['GET /applications/:application/commands', 'GET /users/@me'])
      discord.faults.rest({ fault: '401', route, ms: 60_000 });
    const error = await adapter.start().catch((reason: unknown) => reason as Error);
    const told = await until(() => error ?? refusals[0]);
    expect(told).toMatchObject({ name: 'Refused', message: expect.stringContaining('DISCORD_TOKEN') });
    expect(adapter.health().connected).toBe(false);
  });

  test('can be stopped while Discord is away', async (context) => {
    const { adapter, discord } = await stage(context, { waits: true });
    discord.faults.rest({ fault: '503', ms: 60_000 });
    const started = adapter.start();
    await new Promise((resolve) => setTimeout(resolve, 200));
    await adapter.stop();
    await started;
    expect(adapter.health().connected).toBe(false);
  });

  test('does not wait for a server with an outage', async (context) => {
    const { adapter } = await stage(context, {
      waits: true,
      prepare(discord) {
        discord.guild('Well');
        discord.guild('Ill').available = false;
      },
    });
    const startedAt = performance.now();
    await adapter.start();
    // The library would wait for fifteen seconds.
    expect(performance.now() - startedAt).toBeLessThan(12_000);
    expect(adapter.health().connected).toBe(true);
  });
});

describe.concurrent('a connection that goes wrong', () => {
  test.each(['askToReconnect', 'dropGateway', 'close 4000', 'invalid but resumable'] as const)(
    '%s: the next question is answered once',
    async (fault) => {
      await using one = await disposable();
      const { discord, answers, adapter, log } = one;
      if (fault === 'close 4000') discord.faults.closeGateway(4000);
      else if (fault === 'invalid but resumable') discord.faults.invalidateSession(true);
      else discord.faults[fault]();
      expect(await answers()).toEqual([true]);
      // Some are answered before the connection is renewed.
      await until(() => discord.gateway.resumes === 1 && adapter.health().connected);
      expect(discord.gateway.identifies).toBe(1);
      expect(log.filter(({ level }) => level !== 'info').length).toBeLessThan(3);
    },
  );

  test('an invalid session is begun anew', async (context) => {
    const { discord, answers, adapter } = await asked(context);
    discord.faults.invalidateSession(false);
    await until(() => discord.gateway.identifies === 2 && adapter.health().connected);
    expect(await answers()).toEqual([true]);
  });

  test('a session that was forgotten is begun anew', async (context) => {
    const { discord, answers, adapter } = await asked(context);
    discord.faults.forgetSessions();
    discord.faults.closeGateway(4000);
    await until(() => discord.gateway.identifies === 2 && adapter.health().connected);
    expect(await answers()).toEqual([true]);
  });

  test('a zombie is noticed by its heartbeats', async (context) => {
    const { discord, answers } = await asked(context, { heartbeatMs: 300 });
    discord.faults.zombify();
    expect(await answers()).toEqual([true]);
  });

  test('a black hole is given up by the watchdog long before the library does', async (context) => {
    const { discord, answers, logged, adapter } = await asked(context, {
      heartbeatMs: 300,
      timings: { ...QUICK, watchEveryMs: 100, mostSilenceMs: MOST_SILENCE_MS, leastLoginMs: 0 },
    });
    discord.faults.blackHole();
    await until(() => logged('being replaced').length > 0);
    await until(() => adapter.health().connected);
    expect(await answers()).toEqual([true]);
  });

  test('a gateway that refuses for a while is found again, with one line of log for the loss', async (context) => {
    const { discord, answers, log, adapter } = await asked(context);
    const repair = discord.faults.refuseGateway(FOR_LONG_MS);
    discord.faults.dropGateway();
    await until(() => !adapter.health().connected && discord.gateway.refusals > 1);
    repair();
    expect(await answers()).toEqual([true]);
    expect(log.filter(({ level }) => level === 'warn')).toHaveLength(1);
    expect(adapter.health().connected).toBe(true);
  });

  test('with several shards each question is answered once', async (context) => {
    const { discord, adapter } = await stage(context, { shards: 2 });
    const mei = discord.user('Mei');
    const channels = ['a', 'b', 'c', 'd'].map((name) => discord.channel(discord.guild(name), name));
    const turns = [
      ...channels.map((channel) => discord.mention(mei, channel, 'labs')),
      discord.directMessage(mei, 'labs'),
    ];
    await Promise.all(turns.map((turn) => turn.answered()));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(turns.map(({ messages }) => messages.length)).toEqual([1, 1, 1, 1, 1]);
    expect([discord.gateway.identifies, adapter.health().connected]).toEqual([2, true]);
  });

  test.each([4004, 4014])('close %i is final: it is told once, in words for whoever runs the bot', async (code) => {
    await using one = await disposable();
    const { discord, refusals, adapter, log } = one;
    discord.faults.closeGateway(code);
    await until(() => refusals.length > 0);
    expect(refusals).toHaveLength(1);
    expect(refusals[0]).toMatchObject({ name: 'Refused', message: expect.stringContaining('DISCORD_TOKEN') });
    expect(adapter.health().connected).toBe(false);
    expect(JSON.stringify(log)).not.toContain(discord.token);
    expect(discord.gateway.identifies).toBe(1);
  });

  test('a token that is refused while running is final, even when the gateway does not notice', async (context) => {
    const { discord, refusals, mei, channel } = await asked(context);
    discord.faults.rest({ fault: '401', ms: 60_000 });
    discord.mention(mei, channel, 'labs');
    await until(() => refusals.length > 0);
    expect(refusals[0]?.message).toContain('DISCORD_TOKEN');
  });

  test('an outage of a server is no departure', async (context) => {
    const { discord, guild, channel, mei, logged } = await asked(context);
    discord.join(guild, mei, ['ManageGuild']);
    await discord.slash(mei, channel, 'harbin language', { language: 'zh' }).answered();
    discord.faults.startOutage(guild);
    await until(() => logged('outage').length > 0);
    discord.faults.endOutage(guild);
    expect((await discord.slash(mei, channel, 'harbin fact').answered()).text).toContain('来源');
    expect(logged('left')).toEqual([]);
  });
});

describe.concurrent('the stop', () => {
  /** A bot that thinks for a while. */
  const slow = (ms: number): StageOptions => ({
    change: (bot) => ({
      ...bot,
      async reply(query) {
        await new Promise((resolve) => setTimeout(resolve, ms));
        return bot.reply(query);
      },
    }),
  });

  test('lets running answers finish', async (context) => {
    const { discord, adapter } = await stage(context, slow(900));
    const { channel, mei } = people(discord);
    const turns = [discord.slash(mei, channel, 'harbin fact'), discord.mention(mei, channel, 'labs')];
    await turns[0]?.responded();
    await adapter.stop();
    for (const turn of turns) expect(turn.messages[0]?.text).toMatch(/Source/);
    expect(adapter.health().connected).toBe(false);
  });

  test('tells whoever asks meanwhile that it restarts', async (context) => {
    const { discord, adapter } = await stage(context, slow(900));
    const { channel, mei } = people(discord);
    await discord.slash(mei, channel, 'harbin fact').responded();
    const stopped = adapter.stop();
    const late = await discord.slash(mei, channel, 'harbin fact').answered();
    expect([late.isEphemeral, late.text.includes('restarted')]).toEqual([true, true]);
    await stopped;
  });

  test('does not wait for ever', async (context) => {
    const { discord, adapter, logged } = await stage(context, { ...slow(60_000), timings: { drainMs: 300 } });
    const { channel, mei } = people(discord);
    await discord.slash(mei, channel, 'harbin fact').responded();
    const startedAt = performance.now();
    await adapter.stop();
    expect(performance.now() - startedAt).toBeLessThan(30_000);
    expect(logged('given up')).toHaveLength(1);
  });
});

async function disposable(): Promise<Awaited<ReturnType<typeof asked>> & Stage & AsyncDisposable> {
  const finished: (() => unknown)[] = [];
  const made = await asked({ onTestFinished: (fn: () => unknown) => finished.push(fn) } as never);
  return {
    ...made,
    async [Symbol.asyncDispose]() {
      for (const finish of finished) await finish();
    },
  };
}
