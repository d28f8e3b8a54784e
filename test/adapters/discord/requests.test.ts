import { describe, expect, test } from 'vitest';
import type { RestFault } from '../../support/discord/faults.ts';
import { until } from '../../support/until.ts';
import { CALLBACK, COMMANDS, POST, people, type StageOptions, stage } from './harness.ts';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe.concurrent('an interaction whose answer goes wrong', () => {
  const lost: RestFault[] = ['done-but-502', 'done-but-reset', 'done-but-closed'];
  const failing: RestFault[] = ['500', '502', '503', 'reset', 'hang', '429-user', '429-shared'];
  test.each([...lost, ...failing])('%s: exactly one answer is seen, and nothing else happens', async (fault) => {
    await using one = await disposableStage({ timings: { callbackTryMs: 1000 } });
    const { discord, log } = one;
    const { channel, mei } = people(discord);
    discord.faults.rest({ fault, route: CALLBACK, retryAfterMs: 200 });
    const turn = discord.slash(mei, channel, 'harbin ask', { question: 'labs' });
    expect((await turn.answered()).text).toContain('229');
    await pause(400);
    expect(turn.messages).toHaveLength(1);
    expect(log.filter(({ level }) => level !== 'info')).toEqual([]);
  });

  test('one that Discord has forgotten (10062) is logged once, and not answered again', async (context) => {
    const { discord, logged, log } = await stage(context, {
      deadlines: { firstAnswerMs: 100, tokenMs: 900_000 },
      timings: { deferAfterMs: 200 },
      change: (bot) => ({
        ...bot,
        async reply(query) {
          await pause(300);
          return bot.reply(query);
        },
      }),
    });
    const { channel, mei } = people(discord);
    const turn = discord.slash(mei, channel, 'harbin ask', { question: 'labs' });
    await until(() => logged('expired').length > 0);
    await turn.silent(600);
    expect(log.filter(({ level }) => level !== 'info')).toHaveLength(1);
    expect(discord.requests.to(CALLBACK)).toHaveLength(1);
  });

  test.each(['done-but-502', 'done-but-reset', 'done-but-closed', 'hang'] as const)(
    'one that may be "thinking" when its time is over gets its answer where it is: %s',
    async (fault) => {
      await using one = await disposableStage({
        // One try.
        timings: { firstAnswerMs: 1, callbackTryMs: 300, deferAfterMs: 50 },
        change: (bot) => ({
          ...bot,
          async reply(query) {
            await pause(100);
            return bot.reply(query);
          },
        }),
      });
      const { discord, logged } = one;
      const { channel, mei } = people(discord);
      discord.faults.rest({ fault, route: CALLBACK, times: 5 });
      const turn = discord.slash(mei, channel, 'harbin ask', { question: 'labs' });
      await until(() => logged('could not be answered').length === 1);
      if (fault === 'hang') return turn.silent(400);
      expect((await turn.answered()).text).toContain('229');
      expect(turn.messages).toHaveLength(1);
    },
  );

  test('an error of the bot itself is told to the asker alone, with a number that the log has too', async (context) => {
    const { discord, logged } = await stage(context, {
      change: (bot) => ({ ...bot, reply: () => Promise.reject(new Error('broken on purpose')) }),
    });
    const { channel, mei } = people(discord);
    const turn = discord.slash(mei, channel, 'harbin ask', { question: 'labs' }, { locale: 'ru' });
    const answer = await turn.answered();
    const [line] = logged('question failed');
    expect([answer.isEphemeral, answer.text.includes(String(line?.request))]).toEqual([true, true]);
    expect(JSON.stringify(line)).not.toContain('labs');
    expect(turn.messages).toHaveLength(1);
  });

  test('a deferred answer is shown although the way to Discord fails for a while', async (context) => {
    const { discord } = await stage(context, {
      change: (bot) => ({
        ...bot,
        async reply(query) {
          await pause(400);
          return bot.reply(query);
        },
      }),
    });
    const { channel, mei } = people(discord);
    discord.faults.rest({ fault: '503', route: 'PATCH /webhooks/:application/:token/messages/:message', times: 6 });
    const turn = discord.slash(mei, channel, 'harbin ask', { question: 'labs' });
    expect((await turn.answered()).text).toContain('229');
  });
});

describe.concurrent('a message whose answer goes wrong', () => {
  const faults: RestFault[] = [
    'done-but-502',
    'done-but-reset',
    'done-but-closed',
    '500',
    '503',
    'reset',
    '429-user',
    '429-shared',
    '429-global',
    '429-cloudflare',
  ];
  test.each(faults)('%s: exactly one copy', async (fault) => {
    await using one = await disposableStage();
    const { discord } = one;
    const { channel, mei } = people(discord);
    discord.faults.rest({ fault, route: POST, retryAfterMs: 200 });
    const turn = discord.mention(mei, channel, 'labs');
    expect((await turn.answered()).text).toContain('229');
    await pause(600);
    expect(discord.messagesIn(channel).filter(({ author }) => author === discord.bot)).toHaveLength(1);
  });

  test('a channel that fails for long gets its answer in the end, and does not hold up others', async (context) => {
    const { discord } = await stage(context);
    const { guild, channel, mei } = people(discord);
    const other = discord.channel(guild, 'other');
    discord.faults.rest({ fault: '503', route: POST, path: channel.id, times: 9 });
    const late = discord.mention(mei, channel, 'labs');
    expect((await discord.mention(mei, other, 'labs').answered()).text).toContain('229');
    expect((await late.answered()).text).toContain('229');
  });

  test('one 401 costs no answer: the token is checked and used again', async (context) => {
    const { discord, refusals, logged } = await stage(context);
    const { channel, mei } = people(discord);
    discord.faults.rest({ fault: '401', route: POST });
    expect((await discord.mention(mei, channel, 'labs').answered()).text).toContain('229');
    expect((await discord.mention(mei, channel, 'labs').answered()).text).toContain('229');
    expect([refusals, logged('then accepted it').length]).toEqual([[], 1]);
  });

  test('a flood of mentions is answered only in part, and does not hold up another channel', async (context) => {
    const { discord, logged } = await stage(context, { timings: { drainMs: 100 } });
    const { guild, channel, mei } = people(discord);
    for (let count = 0; count < 100; count++) discord.mention(discord.user(`user ${count}`), channel, 'labs');
    const other = discord.mention(mei, discord.channel(guild, 'other'), 'labs');
    expect((await other.answered()).text).toContain('229');
    expect(logged('flood').length).toBeGreaterThan(70);
    expect(discord.messagesIn(channel).filter(({ author }) => author === discord.bot).length).toBeLessThan(21);
  });

  test('an error of the bot itself is told in the place of the answer, with a number that the log has too', async (context) => {
    const { discord, logged } = await stage(context, {
      change: (bot) => ({ ...bot, reply: () => Promise.reject(new Error('broken on purpose')) }),
    });
    const { channel, mei } = people(discord);
    for (const turn of [discord.mention(mei, channel, 'labs'), discord.directMessage(mei, 'labs')]) {
      const { text, pings } = await turn.answered();
      const numbers = logged('could not be answered').map(({ request }) => String(request));
      expect(numbers.some((number) => text.includes(number))).toBe(true);
      expect(pings.users).toEqual([]);
    }
  });

  test('what Discord refuses in every form is told to be so', async (context) => {
    const { discord, logged } = await stage(context);
    const { channel, mei } = people(discord);
    discord.faults.rest({ fault: '400', route: POST, times: 3 });
    const turn = discord.mention(mei, channel, 'labs');
    expect((await turn.answered()).text).toContain('went wrong');
    expect(logged('could not be answered')).toHaveLength(1);
  });

  test('a deleted channel is no error, and the next question is answered', async (context) => {
    const { discord, log } = await stage(context);
    const { guild, channel, mei } = people(discord);
    const doomed = discord.channel(guild, 'doomed');
    const turn = discord.mention(mei, doomed, 'labs');
    discord.faults.deleteChannel(doomed);
    await turn.silent(400);
    expect((await discord.mention(mei, channel, 'labs').answered()).text).toContain('229');
    expect(log.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test.each([
    [['SendMessages'], 'channel', 'Send Messages'],
    [['SendMessagesInThreads'], 'thread', 'Send Messages in Threads'],
    [['SendMessages', 'EmbedLinks', 'AttachFiles'], 'channel', 'Send Messages, Embed Links, Attach Files'],
  ] as const)('without %s in a %s the asker and the log are told exactly that', async (denied, where, names) => {
    await using one = await disposableStage();
    const { discord, logged } = one;
    const { channel, mei } = people(discord);
    const place = where === 'thread' ? discord.thread(channel, 'thread') : channel;
    discord.deny(channel, denied);
    const turn = discord.mention(mei, place, 'labs');
    const direct = await until(() => discord.messagesIn(discord.world.directChannel(mei))[0]);
    expect(direct.text).toContain(`<#${place.id}>`);
    for (const name of names.split(', ')) expect(direct.text).toContain(name);
    expect(turn.messages).toHaveLength(0);
    expect(logged('permissions are missing')[0]?.fields['missing']).toBe(denied.join(', '));
    expect(discord.requests.to(POST).length).toBeLessThan(5);
  });

  test('somebody who takes no direct messages is left alone', async (context) => {
    const { discord, log } = await stage(context);
    const { channel, mei } = people(discord);
    mei.acceptsDirectMessages = false;
    discord.deny(channel, ['SendMessages']);
    await discord.mention(mei, channel, 'labs').silent(400);
    expect(log.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

describe.concurrent('registration', () => {
  const options = { name_localizations: expect.anything(), description_localizations: expect.anything() };

  test('one command with localised subcommands and one menu entry, for servers, direct messages and users', async (context) => {
    const { discord } = await stage(context);
    const [command, ...others] = discord.world.commands.get('global') ?? [];
    expect(others.map(({ name }) => name)).toEqual(['Check this number']);
    expect(command).toMatchObject({ name: 'harbin', integration_types: [0, 1], contexts: [0, 1, 2], ...options });
    for (const subcommand of command?.options ?? []) {
      for (const part of [subcommand, ...(subcommand.options ?? [])]) {
        for (const locale of ['zh-CN', 'zh-TW', 'ru', 'en-GB']) {
          expect(part.name_localizations?.[locale], `${part.name} ${locale}`).toBeTruthy();
          expect(part.description_localizations?.[locale], `${part.name} ${locale}`).toBeTruthy();
        }
      }
    }
    const compare = command?.options?.find(({ name }) => name === 'compare');
    expect(compare?.name_localizations).toMatchObject({ 'zh-CN': '比较', 'zh-TW': '比較', ru: 'сравнить' });
  });

  test('only when Discord has other commands', async (context) => {
    const first = await stage(context);
    const { discord } = first;
    expect(discord.requests.to(COMMANDS)).toHaveLength(1);
    const again = async () => {
      const { adapterFor, realBot } = await import('./harness.ts');
      const { adapter } = adapterFor(discord, await realBot());
      await adapter.start();
      await adapter.stop();
      return discord.requests.to(COMMANDS).length;
    };
    expect(await again()).toBe(1);
    const [command] = discord.world.commands.get('global') ?? [];
    discord.world.commands.set('global', [{ ...(command as NonNullable<typeof command>), description: 'Old' }]);
    expect(await again()).toBe(2);
  });

  test('is tried again while Discord fails, and questions are answered meanwhile', async (context) => {
    const { discord } = await stage(context, {
      prepare: ({ faults }) => faults.rest({ fault: '503', route: COMMANDS, times: 8 }),
    });
    const { channel, mei } = people(discord);
    expect((await discord.mention(mei, channel, 'labs').answered()).text).toContain('229');
    await until(() => discord.world.commands.get('global')?.length);
  });
});

async function disposableStage(options: StageOptions = {}) {
  const finished: (() => unknown)[] = [];
  const made = await stage({ onTestFinished: (fn: () => unknown) => finished.push(fn) } as never, options);
  return {
    ...made,
    async [Symbol.asyncDispose]() {
      for (const finish of finished) await finish();
    },
  };
}
