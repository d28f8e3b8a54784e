import { describe, expect, test } from 'vitest';
import { adapterFor, CALLBACK, people, realBot, stage } from './harness.ts';

/** The buttons of a message, row by row. */
function labels(message: { payload: { components: readonly { components?: readonly { label?: string }[] }[] } }) {
  return message.payload.components.flatMap(({ components = [] }) => components.map(({ label }) => label));
}

describe.concurrent('answers to commands', () => {
  test('a question gets a public answer with its number, date and source, and related figures to click', async (context) => {
    const { discord } = await stage(context);
    const { channel, mei } = people(discord);
    const turn = discord.slash(mei, channel, 'harbin ask', { question: 'how many key labs?' });
    const answer = await turn.answered();
    expect(answer.isEphemeral).toBe(false);
    expect(answer.payload.content).toMatch(
      /^\*\*229 key laboratories\*\* .* in Harbin, as stated on 25 December 2023\.$/,
    );
    expect(answer.payload.embeds[0]?.description).toMatch(/Source: \[.+, ¶5\]\(https:\/\/[^)<>]+\)/);
    expect(labels(answer)).toContain('Universities & colleges');
  });

  test('every command answers, and only help, about and language are for the asker alone', async (context) => {
    const { discord } = await stage(context);
    const { channel, mei } = people(discord);
    const calls = {
      ask: { question: 'universities' },
      compare: { first: 'key-laboratories', second: 'universities' },
      list: { topic: 'research' },
      chart: { what: 'labs and centres' },
      fact: {},
      source: { figure: 'labs' },
      language: { language: 'auto' },
      help: {},
      about: {},
    };
    const seen = await Promise.all(
      Object.entries(calls).map(async ([name, filled]) => {
        const answer = await discord.slash(mei, channel, `harbin ${name}`, filled).answered();
        expect(answer.text.length, name).toBeGreaterThan(20);
        return [name, answer.isEphemeral];
      }),
    );
    expect(seen.filter(([, isPrivate]) => isPrivate).map(([name]) => name)).toEqual(['language', 'help', 'about']);
  });

  test('an unclear question gets a menu to choose from, and a choice its answer', async (context) => {
    const { discord } = await stage(context);
    const { channel, mei } = people(discord);
    const question = await discord.slash(mei, channel, 'harbin ask', { question: 'enterprises' }).answered();
    const [menu] = question.payload.components[0]?.components ?? [];
    expect(menu?.options?.length).toBeGreaterThan(1);
    const chosen = await discord.select(question, 'Enterprises that got awards', mei).answered();
    expect(chosen.text).toContain('745 enterprises');
  });

  test('Another under a fact tells another fact', async (context) => {
    const { discord } = await stage(context);
    const { channel, mei } = people(discord);
    const first = await discord.slash(mei, channel, 'harbin fact').answered();
    const second = await discord.click(first, 'Another', discord.user('Other')).answered();
    expect([second.isEphemeral, second.payload.content === first.payload.content]).toEqual([false, false]);
    expect(labels(second)).toContain('Another');
  });

  test('the examples of help are asked when clicked, and stay with the asker', async (context) => {
    const { discord } = await stage(context);
    const { channel, mei } = people(discord);
    const help = await discord.slash(mei, channel, 'harbin help', {}, { locale: 'ru' }).answered();
    expect(help.text).toMatch(/<\/harbin ask:\d+>/);
    const examples = labels(help);
    expect(examples.length).toBeGreaterThan(3);
    const answers = await Promise.all(examples.map((label) => discord.click(help, label ?? '', mei).answered()));
    for (const answer of answers) {
      expect(answer.isEphemeral).toBe(true);
      expect(answer.text).toMatch(/Источник|источник/);
    }
  });

  test('follow-ups are understood by channel and user', async (context) => {
    const { discord } = await stage(context);
    const { channel, mei } = people(discord);
    await discord.slash(mei, channel, 'harbin ask', { question: 'how much is invested?' }).answered();
    const more = await discord.mention(mei, channel, 'and in dollars?').answered();
    expect(more.text).toContain('2.353 billion US dollars');
    const stranger = await discord.mention(discord.user('Other'), channel, 'and in dollars?').answered();
    expect(stranger.text).not.toContain('2.353');
  });

  test('a server that does not allow embeds gets the same answer as text', async (context) => {
    const { discord } = await stage(context);
    const { channel, mei } = people(discord);
    discord.deny(channel, ['EmbedLinks']);
    for (const turn of [
      discord.slash(mei, channel, 'harbin ask', { question: 'labs' }),
      discord.mention(mei, channel, 'labs'),
    ]) {
      const answer = await turn.answered();
      expect(answer.payload.embeds).toEqual([]);
      expect(answer.payload.content).toMatch(/229 key laboratories[\s\S]*-# Source: \[/);
    }
  });

  test('a user-installed bot answers in a server that it is not a member of', async (context) => {
    const { discord } = await stage(context);
    const far = discord.channel(discord.guild('Elsewhere', { hasBot: false }), 'far');
    const answer = await discord.slash(discord.user('Mei'), far, 'harbin ask', { question: 'labs' }).answered();
    expect(answer.text).toContain('229');
  });

  test('a command that it no longer has gets a polite line for the asker alone', async (context) => {
    const { discord } = await stage(context);
    const { channel, mei } = people(discord);
    const [command] = discord.world.commands.get('global') ?? [];
    const old = {
      ...(command as NonNullable<typeof command>),
      options: [{ type: 1, name: 'old', description: 'Old' }],
    };
    discord.world.commands.set('global', [old]);
    const answer = await discord.slash(mei, channel, 'harbin old', {}, { locale: 'ru' }).answered();
    expect([answer.isEphemeral, answer.text.includes('Такой команды')]).toEqual([true, true]);
  });

  test('an answer that takes long is announced at once and given later, as private as its command', async (context) => {
    const { discord } = await stage(context, {
      change: (bot) => ({
        ...bot,
        async reply(query) {
          await new Promise((resolve) => setTimeout(resolve, 700));
          return bot.reply(query);
        },
      }),
    });
    const { channel, mei } = people(discord);
    const [open, closed] = [discord.slash(mei, channel, 'harbin fact'), discord.slash(mei, channel, 'harbin help')];
    expect([await open.responded(), await closed.responded()]).toMatchObject([
      { type: 5, isEphemeral: false },
      { type: 5, isEphemeral: true },
    ]);
    expect([(await open.answered()).text, (await closed.answered()).text].every((text) => text.length > 20)).toBe(true);
  });
});

describe.concurrent('buttons and menus', () => {
  test('work after a restart, and for everyone', async (context) => {
    const first = await stage(context);
    const { channel, mei } = people(first.discord);
    const answer = await first.discord.slash(mei, channel, 'harbin ask', { question: 'labs' }).answered();
    await first.adapter.stop();
    const second = adapterFor(first.discord, await realBot());
    context.onTestFinished(() => second.adapter.stop());
    await second.adapter.start();
    const clicked = await first.discord.click(answer, 'High-tech companies', first.discord.user('Other')).answered();
    expect([clicked.text.includes('1,751 high-tech companies'), clicked.isEphemeral]).toEqual([true, false]);
  });

  test('one that is forged or from an older version gets a polite line for the clicker alone', async (context) => {
    const { discord } = await stage(context);
    const { channel, mei } = people(discord);
    const answer = await discord.slash(mei, channel, 'harbin ask', { question: 'labs' }).answered();
    const forged = [
      'h0|x',
      'h1|',
      'h1|en~f',
      'h1|xx~f~key-laboratories~',
      'h1?',
      'h1?en~',
      'h1:select',
      '',
      'x'.repeat(100),
      'h1|en~f~@everyone~USD~',
    ];
    for (const id of forged.filter(Boolean)) {
      const said = await discord.forge(answer, id, mei).answered();
      expect([id, said.isEphemeral, said.text.includes('out of date')]).toEqual([id, true, true]);
    }
    // A click can set nothing, and does not say that it has.
    for (const words of ['language zh', 'язык ru', '/harbin language ru']) {
      const said = await discord.forge(answer, `h1?en~${words}`, mei).answered();
      expect(said.text).not.toContain('Done');
    }
    expect((await discord.slash(mei, channel, 'harbin help').answered()).text).toContain('Commands');
    // Well formed, but about figures that do not exist: an answer like any other, and no crash.
    const unknown = await discord.forge(answer, 'h1|en~f~no-such-figure~', mei).answered();
    expect(unknown.text).not.toContain('undefined');
  });
});

describe.concurrent('autocomplete', () => {
  test.each([
    ['en-US', 'research cent', 'Engineering technology research centres'],
    ['en-US', 'labratori', 'Key laboratories'],
    ['en-GB', '实验室', 'Key laboratories'],
    ['zh-CN', '实验', '重点实验室'],
    ['zh-TW', 'labs', '重点实验室'],
    ['ru', 'лаборат', 'Ключевые лаборатории'],
    ['ru', 'университты', 'Высшие учебные заведения'],
  ])('in %s “%s” finds %s', async (locale, typed, label) => {
    await using one = await sharedStage();
    const { discord, channel, mei } = one;
    const choices = await discord.autocomplete(mei, channel, 'harbin ask', 'question', typed, { locale }).choices();
    expect(choices.slice(0, 3).map(({ name }) => name)).toContain(label);
    expect(choices.length).toBeLessThanOrEqual(25);
  });

  test('an empty field offers everything, on every option that names a figure or topic', async (context) => {
    const { discord } = await stage(context);
    const { channel, mei } = people(discord);
    const options = [
      ['ask', 'question'],
      ['compare', 'first'],
      ['compare', 'second'],
      ['list', 'topic'],
      ['chart', 'what'],
      ['source', 'figure'],
    ] as const;
    for (const [command, option] of options) {
      const choices = await discord.autocomplete(mei, channel, `harbin ${command}`, option, '').choices();
      expect([command, choices.length > 4]).toEqual([command, true]);
      for (const { name, value } of choices) {
        expect(name.length * String(value).length).toBeGreaterThan(0);
        expect(Math.max(name.length, String(value).length)).toBeLessThanOrEqual(100);
      }
    }
    expect(
      await discord.autocomplete(mei, channel, 'harbin ask', 'question', 'x'.repeat(6000)).choices(),
    ).toBeDefined();
  });

  test('what is chosen from it is answered in the language it was shown in', async (context) => {
    const { discord } = await stage(context);
    const { channel, mei } = people(discord);
    const ask = async (path: string, filled: Record<string, string>) =>
      (await discord.slash(mei, channel, path, filled, { locale: 'zh-TW' }).answered()).text;
    expect(await ask('harbin ask', { question: 'key-laboratories' })).toContain('229个');
    expect(await ask('harbin list', { topic: 'research' })).toContain('重点实验室');
    expect(await ask('harbin chart', { what: 'research' })).toContain('来源');
  });
});

describe.concurrent('languages', () => {
  test('a question is answered in its own language, everything else in that of the person', async (context) => {
    const { discord } = await stage(context);
    const { channel, mei } = people(discord);
    const text = async (path: string, filled: Record<string, string>, locale: string) =>
      (await discord.slash(mei, channel, path, filled, { locale }).answered()).text;
    expect(await text('harbin ask', { question: '有多少重点实验室？' }, 'ru')).toContain('229个');
    expect(await text('harbin ask', { question: 'сколько лабораторий?' }, 'en-US')).toContain('229 ключевых');
    expect(await text('harbin help', {}, 'zh-TW')).toContain('哈尔滨');
    expect(await text('harbin help', {}, 'ru')).toContain('Харбин');
    expect(await text('harbin help', {}, 'de')).toContain('Ask me');
  });

  test('where a person has none of the languages, the server’s counts; a message follows what its author last used', async (context) => {
    const { discord } = await stage(context);
    const guild = discord.guild('Harbin', { locale: 'zh-CN' });
    const channel = discord.channel(guild, 'general');
    const [hans, mei] = [discord.user('Hans', { locale: 'de' }), discord.user('Mei', { locale: 'ru' })];
    expect((await discord.slash(hans, channel, 'harbin about').answered()).text).toContain('创新数据的问题');
    expect((await discord.mention(mei, channel, '').answered()).text).toContain('哈尔滨');
    await discord.slash(mei, channel, 'harbin about').answered();
    expect((await discord.mention(mei, channel, '').answered()).text).toContain('Спросите');
  });

  test('a channel keeps the language that was set for it', async (context) => {
    const { discord } = await stage(context);
    const { guild, channel, mei } = people(discord);
    discord.join(guild, mei, ['ManageGuild']);
    await discord.slash(mei, channel, 'harbin language', { language: 'ru' }).answered();
    expect((await discord.slash(mei, channel, 'harbin fact').answered()).text).toContain('Источник');
  });
});

describe.concurrent('mentions and direct messages', () => {
  test('a mention gets a reply, a direct message an answer, an empty mention short help', async (context) => {
    const { discord } = await stage(context);
    const { channel, mei } = people(discord);
    const thread = discord.thread(channel, 'a thread');
    for (const turn of [
      discord.mention(mei, channel, 'how many labs?'),
      discord.mention(mei, thread, 'how many labs?'),
      discord.directMessage(mei, 'how many labs?'),
    ]) {
      expect((await turn.answered()).text).toContain('229 key laboratories');
      expect(turn.messages).toHaveLength(1);
    }
    expect((await discord.mention(mei, channel, '').answered()).text).toContain('How many universities?');
    expect((await discord.mention(mei, channel, 'list research').answered()).text).toContain('229');
  });

  test('it replies to the question where it may read back, and just answers where it may not', async (context) => {
    const { discord } = await stage(context);
    const { channel, mei } = people(discord);
    const turn = discord.mention(mei, channel, 'labs');
    expect((await turn.answered()).payload.message_reference?.message_id).toBe(turn.message.id);
    discord.deny(channel, ['ReadMessageHistory']);
    const plain = await discord.mention(mei, channel, 'labs').answered();
    expect([plain.payload.message_reference, plain.text.includes('229')]).toEqual([undefined, true]);
    // In a thread it cannot know beforehand.
    const inThread = await discord.mention(mei, discord.thread(channel, 'thread'), 'labs').answered();
    expect([inThread.payload.message_reference, inThread.text.includes('229')]).toEqual([undefined, true]);
  });

  test('a reply to one of its answers is answered if it asks something', async (context) => {
    const { discord } = await stage(context);
    const { channel, mei } = people(discord);
    const replyTo = await discord.mention(mei, channel, 'how much is invested?').answered();
    expect((await discord.say(mei, channel, 'and in dollars?', { replyTo }).answered()).text).toContain('2.353');
    await Promise.all([
      discord.say(mei, channel, 'lol nice, thanks', { replyTo }).silent(300),
      discord.say(mei, channel, 'universities', { replyTo, pingsReplied: false }).silent(300),
    ]);
  });

  test('it is silent about everything else', async (context) => {
    const { discord } = await stage(context);
    const { guild, channel, mei } = people(discord);
    const news = discord.role(guild, 'News', { mentionable: true });
    const ownRole = [...guild.roles.values()].find(({ managed }) => managed);
    const bot = `<@${discord.bot.id}>`;
    const turns = [
      discord.say(mei, channel, 'how many labs?'),
      discord.say(mei, channel, '@everyone @here how many labs?'),
      discord.say(mei, channel, `<@&${news.id}> <@&${ownRole?.id}> how many labs?`),
      discord.say(mei, channel, `\`${bot}\` how many labs?`),
      discord.say(discord.user('Other bot', { isBot: true }), channel, `${bot} how many labs?`),
      discord.webhookSays(channel, `${bot} how many labs?`),
      discord.joinMessage(mei, channel),
    ].filter((turn, index) => index !== 3 || !turn.message.payload.mentions.length);
    const edited = discord.say(mei, channel, 'hello');
    discord.edit(edited.message, `${bot} how many labs?`);
    await Promise.all([...turns, edited].map((turn) => turn.silent(400)));
  });

  test('a question with mentions and links pings nobody and shows no link of the asker', async (context) => {
    const { discord } = await stage(context, { limitsRoutes: false });
    const { guild, channel, mei } = people(discord);
    discord.join(guild, discord.bot, ['MentionEveryone']);
    const role = discord.role(guild, 'Everybody', { mentionable: true });
    const nasty = `labs @everyone @here <@${mei.id}> <@&${role.id}> https://evil.example/x [labs](https://evil.example) discord.gg/evil **blorb** \`zork\``;
    const asked = [
      nasty,
      `blorb ${nasty}`,
      '@everyone',
      'evil://x discord.gg/evil @everyoneblorb',
      '[blorb](https://evil.example)',
      '<@1> <#2> <:emoji:3> </ask:4>',
    ];
    for (const question of asked) {
      for (const turn of [
        discord.slash(mei, channel, 'harbin ask', { question }),
        discord.mention(mei, channel, question),
        discord.directMessage(mei, question),
      ]) {
        const answer = await turn.answered();
        expect(answer.pings).toEqual({ everyone: false, users: [], roles: [] });
        expect(answer.text).not.toMatch(/evil\.example|evil:\/\/|discord\.gg\/|<@|@everyone|@here/);
      }
    }
  });
});

test('no request body holds more than it says: nobody is pinged by any of them', async (context) => {
  const { discord } = await stage(context);
  const { channel, mei } = people(discord);
  await discord.slash(mei, channel, 'harbin help').answered();
  await discord.slash(mei, channel, 'harbin ask', { question: 'labs' }).answered();
  for (const { body } of discord.requests.to(CALLBACK))
    expect((body as { data: object }).data).toMatchObject({ allowed_mentions: { parse: [] } });
});

/** A stage for tests that only ask. */
async function sharedStage() {
  const finished: (() => unknown)[] = [];
  const made = await stage({ onTestFinished: (fn: () => unknown) => finished.push(fn) } as never);
  const { channel, mei } = people(made.discord);
  return {
    ...made,
    channel,
    mei,
    async [Symbol.asyncDispose]() {
      for (const finish of finished) await finish();
    },
  };
}
