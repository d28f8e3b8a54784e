import { describe, expect, it, type TestContext } from 'vitest';
import { loadCatalogue } from '../../../src/data/load.ts';
import { buttonsOf } from '../../support/slack/clickables.ts';
import type { PostedMessage } from '../../support/slack/message-board.ts';
import { controlSequencesIn, pingsIn, wordsOf } from '../../support/slack/pings.ts';
import type { ShownView } from '../../support/slack/view-shelf.ts';
import { until } from '../../support/until.ts';
import { startBot } from './running-bot.ts';

const LABS = '229 key laboratories at or above the provincial level in Harbin, as stated on 25 December 2023.';

describe('/harbin', () => {
  it('answers a question to the asker alone, complete in its first line', async (test) => {
    const { slack } = await startBot(test);
    const answer = await (await slack.slash('/harbin', 'how many labs?')).answer();
    expect(answer.text.split('\n')[0]).toBe(LABS);
    expect(answer.visibleTo).toEqual({ user: slack.user.id });
    expect(answer.text).toContain('Source: Harbin press release');
  });

  it('gives references to copy, each sign as it is', async (test) => {
    const { slack } = await startBot(test);
    const asked = await (await slack.slash('/harbin', 'how many labs?')).answer();
    const turn = await slack.click(asked, 'Source');
    const [answer] = await turn.waitForAnswers(1);
    const copied = (answer?.blocks ?? []).flatMap((block) =>
      block.type === 'rich_text' ? (JSON.stringify(block).match(/"rich_text_preformatted".*/g) ?? []) : [],
    );
    expect(copied).toHaveLength(3);
    expect(copied.join('\n')).toContain('Northeast China][EB/OL]. (2023-12-25)[2026-11-23]. https://');
    expect(answer?.text).toContain('[Press release]. (2023, December 25). PR Newswire. https://');
  });

  it.for([
    ['哈尔滨有多少个重点实验室？', '哈尔滨有229个省级及以上重点实验室（2023年12月25日公布）。', '分享'],
    ['Сколько ключевых лабораторий?', 'В Харбине 229 ключевых лабораторий', 'Поделиться'],
  ] as const)('answers %s in its own language', async ([question, start, share], test) => {
    const { slack } = await startBot(test);
    const answer = await (await slack.slash('/harbin', question)).answer();
    expect(answer.text.startsWith(start)).toBe(true);
    expect(buttonsOf(answer)).toContain(share);
  });

  it.for([
    ['compare labs, centres', /^Engineering technology research centres: 250; key laboratories: 229 .* 21 more/],
    ['list research', /^Laboratories and research centres: \d+ figures/],
    ['chart research', /^Key laboratories: 229; engineering.*\n- Key laboratories: 229\n/],
    ['source labs', /^Key laboratories: Harbin press release/],
    ['about', /^I answer questions about Harbin/],
    ['ask how many labs', /^229 key laboratories/],
    ['zzz qqq', /^(I don’t have|I didn’t understand)/],
  ] as const)('understands %s', async ([text, start], test) => {
    const { slack } = await startBot(test);
    expect((await (await slack.slash('/harbin', text)).answer()).text).toMatch(start);
  });

  it.for(['', '  ', 'help', 'HELP'])(
    'shows help for "%s" to the asker, with examples that run when clicked',
    async (text, test) => {
      const { slack } = await startBot(test);
      const help = await (await slack.slash('/harbin', text)).answer();
      expect(help.visibleTo).toEqual({ user: slack.user.id });
      expect(help.text).toContain('/harbin compare &lt;first&gt; &lt;second&gt;');
      expect(help.text).toContain('How many universities?');
      for (const example of buttonsOf(help)) {
        const answer = await (await slack.click(help, example)).answer();
        expect(answer.text).not.toMatch(/^(I can’t|Sorry)/);
      }
      expect(buttonsOf(help)).toHaveLength(7);
    },
  );

  it('offers related figures, whose buttons answer', async (test) => {
    const { slack } = await startBot(test);
    const answer = await (await slack.slash('/harbin', 'how many labs?')).answer();
    const next = await (await slack.click(answer, 'Universities & colleges')).answer();
    expect(next.text).toMatch(/^48 institutions/);
    expect(next.visibleTo).toEqual({ user: slack.user.id });
  });

  it('tells another fact each time, by button and by command', async (test) => {
    const { slack } = await startBot(test);
    const facts = [await (await slack.slash('/harbin', 'fact')).answer()];
    for (let each = 0; each < 5; each += 1)
      facts.push(await (await slack.click(facts.at(-1) as PostedMessage, 'Another')).answer());
    expect(new Set(facts.map(({ text }) => text)).size).toBe(6);
    const again = await (await slack.slash('/harbin', 'fact')).answer();
    expect(again.text).not.toBe(facts.at(-1)?.text);
  });

  it('understands a follow-up of the same person', async (test) => {
    const { slack } = await startBot(test);
    await (await slack.slash('/harbin', 'how many labs?')).answer();
    const answer = await (await slack.slash('/harbin', 'and universities?')).answer();
    expect(answer.text).toMatch(/^48 institutions/);
  });

  it('keeps working under another name of the command', async (test) => {
    const { slack } = await startBot(test);
    expect((await (await slack.slash('/harbin-test', 'how many labs?')).answer()).text).toContain('229');
  });
});

describe('Share', () => {
  it('posts the answer once for everyone, with who shared it, and then is gone', async (test) => {
    const { slack } = await startBot(test);
    const answer = await (await slack.slash('/harbin', 'how many labs?')).answer();
    const turn = await slack.click(answer, 'Share');
    const [shared, kept] = await turn.waitForAnswers(2);
    expect(shared).toMatchObject({ visibleTo: 'everyone', channel: slack.channel.id, change: 'posted' });
    expect(shared?.text).toContain(LABS);
    expect(shared?.text).toContain('Shared by mei.');
    expect(kept).toMatchObject({ change: 'updated', ts: answer.ts });
    expect(buttonsOf(kept as PostedMessage)).not.toContain('Share');
    expect(pingsIn(shared as PostedMessage)).toEqual([]);
  });

  it('does not post twice when it is clicked twice', async (test) => {
    const { slack } = await startBot(test);
    const answer = await (await slack.slash('/harbin', 'how many labs?')).answer();
    const turns = await Promise.all([slack.click(answer, 'Share'), slack.click(answer, 'Share')]);
    const shared = () => slack.messages.filter(({ visibleTo }) => visibleTo === 'everyone');
    const isToldSo = () => turns.flatMap((turn) => turn.answers()).some(({ text }) => text.includes('shared already'));
    await until(() => shared().length > 0 && isToldSo(), { what: 'the answer, shared once' });
    for (const turn of turns) await turn.whenQuiet();
    expect(shared()).toHaveLength(1);
  });

  it('works after a restart', async (test) => {
    const bot = await startBot(test);
    const { slack } = bot;
    const answer = await (await slack.slash('/harbin', 'сколько вузов?')).answer();
    await bot.restart();
    const [shared] = await (await slack.click(answer, 'Поделиться')).waitForAnswers(2);
    expect(shared).toMatchObject({ visibleTo: 'everyone' });
    expect(shared?.text).toMatch(/48/);
    expect(shared?.text).toContain('Поделились: mei.');
  });

  it('shares what no code can carry by its words', async (test) => {
    const { slack } = await startBot(test);
    const answer = await (await slack.slash('/harbin', 'is it true that there are 300 universities?')).answer();
    expect(answer.text).toMatch(/^No, /);
    const [shared] = await (await slack.click(answer, 'Share')).waitForAnswers(2);
    expect(shared?.text).toContain(answer.text.split('\n')[0]);
  });

  it('shares nothing else than what was seen', async (test) => {
    const { slack } = await startBot(test);
    await (await slack.slash('/harbin', 'how many labs?')).answer();
    const answer = await (await slack.slash('/harbin', 'in 2023?')).answer();
    await (await slack.slash('/harbin', 'how many universities?')).answer();
    const turn = await slack.click(answer, 'Share');
    await turn.whenQuiet();
    const shared = turn.answers().filter(({ visibleTo }) => visibleTo === 'everyone');
    for (const { text } of shared) expect(text).not.toMatch(/48 institutions/);
  });

  it('is not offered for help and settings', async (test) => {
    const { slack } = await startBot(test);
    for (const text of ['help', 'about', 'language'])
      expect(buttonsOf(await (await slack.slash('/harbin', text)).answer())).not.toContain('Share');
  });
});

describe('a mention', () => {
  it('is answered in its thread', async (test) => {
    const { slack } = await startBot(test);
    const turn = await slack.mention(slack.channel, 'how many labs?');
    const answer = await turn.answer();
    expect(answer).toMatchObject({ visibleTo: 'everyone', threadTs: turn.message?.ts });
    expect(answer.text).toContain(LABS);
    expect(buttonsOf(answer)).not.toContain('Share');
    expect(await turn.whenQuiet()).toHaveLength(1);
  });

  it('in a thread is answered there, and understood as a follow-up of anyone in it', async (test) => {
    const { slack } = await startBot(test);
    const other = slack.workspace.addUser({ name: 'ivan' });
    const first = await slack.mention(slack.channel, 'how many labs?');
    await first.answer();
    const root = first.message as PostedMessage;
    const turn = await slack.mention(slack.channel, 'and universities?', { user: other, thread: root.ts });
    const answer = await turn.answer();
    expect(answer.threadTs).toBe(root.ts);
    expect(answer.text).toMatch(/^48 institutions/);
  });

  it('with nothing said gets short help, for the asker alone', async (test) => {
    const { slack } = await startBot(test);
    const help = await (await slack.mention(slack.channel, '')).answer();
    expect(help.visibleTo).toEqual({ user: slack.user.id });
    expect(buttonsOf(help)).toHaveLength(7);
    expect(help.text).not.toContain('/harbin compare');
  });

  it('is understood wherever the name stands, other names included', async (test) => {
    const { slack } = await startBot(test);
    const { id } = slack.workspace.bot;
    const turn = await slack.mention(slack.channel, `hey <@${id}|harbin>, how many labs are there?`, { raw: true });
    expect((await turn.answer()).text).toContain('229');
  });

  it('has buttons that answer in its thread', async (test) => {
    const { slack } = await startBot(test);
    const turn = await slack.mention(slack.channel, 'how many labs?');
    const answer = await turn.answer();
    await slack.click(answer, 'Universities & colleges');
    const [, next] = await turn.waitForAnswers(2);
    expect(next).toMatchObject({ visibleTo: 'everyone', threadTs: turn.message?.ts });
    expect(next?.text).toMatch(/^48 institutions/);
  });
});

describe('a direct message', () => {
  it('is answered in its place, and followed up', async (test) => {
    const { slack } = await startBot(test);
    const answer = await (await slack.directMessage(slack.user, 'how many labs?')).answer();
    expect(answer.text).toContain(LABS);
    expect(answer.threadTs).toBeUndefined();
    const next = await (await slack.directMessage(slack.user, 'and universities?')).answer();
    expect(next.text).toMatch(/^48 institutions/);
  });

  it('in a thread is answered in that thread', async (test) => {
    const { slack } = await startBot(test);
    const root = (await slack.directMessage(slack.user, 'how many labs?')).message as PostedMessage;
    const answer = await (await slack.directMessage(slack.user, 'and universities?', { thread: root.ts })).answer();
    expect(answer.threadTs).toBe(root.ts);
  });

  it('takes the commands too', async (test) => {
    const { slack } = await startBot(test);
    expect((await (await slack.directMessage(slack.user, 'list research')).answer()).text).toMatch(
      /\d+ figures for Harbin/,
    );
    expect(buttonsOf(await (await slack.directMessage(slack.user, 'help')).answer())).toHaveLength(7);
  });
});

describe('the bot keeps silent about', () => {
  const silent = async (test: TestContext, act: (bot: Awaited<ReturnType<typeof startBot>>) => Promise<unknown>) => {
    const bot = await startBot(test);
    for (const event of ['message.channels', 'message.groups', 'member_joined_channel'])
      bot.slack.installation.events.add(event);
    await act(bot);
    await new Promise((resolve) => setTimeout(resolve, 300));
    return bot.slack.messages.filter(({ author }) => author === bot.slack.workspace.bot.id);
  };

  it('what is said in a channel without a mention', async (test) => {
    expect(await silent(test, ({ slack }) => slack.say(slack.channel, 'how many labs?'))).toEqual([]);
  });

  it('other bots, even when they mention it', async (test) => {
    const said = await silent(test, async ({ slack }) => {
      await slack.otherBotSays(slack.channel, 'how many labs?', { mentioning: true });
      await slack.otherBotSays(slack.channel, 'how many labs?');
      await slack.otherBotSays(slack.workspace.directChannel(slack.user.id), 'how many labs?');
    });
    expect(said).toEqual([]);
  });

  it('edits and deletions', async (test) => {
    const said = await silent(test, async ({ slack }) => {
      const turn = await slack.directMessage(slack.user, 'how many labs?');
      await turn.answer();
      await slack.edit(turn.message as PostedMessage, 'how many universities?');
      await slack.deleteMessage(turn.message as PostedMessage);
    });
    expect(said).toHaveLength(1);
  });

  it('joins, and its own messages', async (test) => {
    const said = await silent(test, async ({ slack }) => {
      await slack.join(slack.workspace.addUser(), slack.channel);
      await slack.join(slack.workspace.bot, slack.channel);
      await (await slack.directMessage(slack.user, 'how many labs?')).answer();
    });
    expect(said).toHaveLength(1);
  });
});

describe('the Home tab', () => {
  it('shows what the bot does, a fact with its source, examples, a search of figures, a menu of topics, one of languages', async (test) => {
    const { slack, bot } = await startBot(test);
    const home = await (await slack.openHome(slack.user)).home();
    const words = JSON.stringify(home.view);
    expect(words).not.toContain('Figures you watch');
    for (const said of ['Ask me about Harbin’s innovation figures', 'Today’s fact', 'Source: ', 'http', 'Russian'])
      expect(words).toContain(said);
    expect(buttonsOf(home)).toEqual(expect.arrayContaining(['How many universities?', 'All sources', 'About']));
    expect(words).toContain('Find a figure');
    for (const { label } of bot.suggest('', 'topic', 'en')) expect(words).toContain(label);
    // It is read on a phone.
    expect((home.view.blocks as unknown[]).length).toBeLessThanOrEqual(18);
  });

  it('finds figures while somebody types, in their language, and all of them before', async (test) => {
    const { slack, bot } = await startBot(test);
    const found = async (home: ShownView, typed: string) => {
      const { ack } = await slack.type(home, 'ask:figure', typed);
      return ((ack.ok ? ack.body : {}) as { options: { text: { text: string }; value: string }[] }).options;
    };
    const home = await (await slack.openHome(slack.user)).home();
    const all = bot.suggest('', 'figure', 'en', 100).map(({ label }) => label);
    expect((await found(home, '')).map(({ text }) => text.text)).toEqual(all);
    expect((await found(home, 'labratories'))[0]?.text.text).toBe('Key laboratories');
    const lena = slack.workspace.addUser({ name: 'lena', locale: 'ru-RU' });
    const hers = await (await slack.openHome(lena)).home();
    const [option] = await found(hers, 'ключевые лаб');
    expect(option?.text.text).toBe('Ключевые лаборатории');
    const answered = await (await slack.click(hers, 'ask:figure', { option: option?.value ?? '' })).home();
    expect(JSON.stringify(answered.view)).toContain('229');
  });

  it('answers what is chosen from a menu, under the title', async (test) => {
    const { slack } = await startBot(test);
    const home = await (await slack.openHome(slack.user)).home();
    const figure = await (await slack.click(home, 'ask:figure', { option: 'q~en~f~key-laboratories~' })).home();
    expect(JSON.stringify(figure.view)).toContain('229 key laboratories');
    const topic = await (await slack.click(figure, 'ask:topic', { option: 'Patents' })).home();
    expect(JSON.stringify(topic.view)).toContain('Utility-model patents in force: ');
  });

  it('answers an example in the Home', async (test) => {
    const { slack } = await startBot(test);
    const home = await (await slack.openHome(slack.user)).home();
    const answered = await (await slack.click(home, 'How many universities?')).home();
    expect(JSON.stringify(answered.view)).toContain('48 institutions');
    const related = await (await slack.click(answered, 'Key laboratories')).home();
    expect(JSON.stringify(related.view)).toContain('229 key laboratories');
  });

  it('speaks the language that the person chooses, there and in help', async (test) => {
    const { slack } = await startBot(test);
    const user = slack.workspace.addUser({ name: 'lena' });
    const home = await (await slack.openHome(user)).home();
    const russian = await (await slack.click(home, 'language', { user, option: 'ru' })).home();
    expect(JSON.stringify(russian.view)).toContain('Инновационные показатели Харбина');
    expect((await (await slack.slash('/harbin', 'help', { user })).answer()).text).toContain('Команды');
    const auto = await (await slack.click(russian, 'language', { user, option: 'auto' })).home();
    expect(JSON.stringify(auto.view)).toContain('Harbin’s innovation figures');
  });

  it('is not published for the messages tab', async (test) => {
    const { slack } = await startBot(test);
    await slack.openHome(slack.user, { tab: 'messages' });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(slack.callsOf('views.publish')).toEqual([]);
  });

  it('is published again when it is opened again', async (test) => {
    const { slack } = await startBot(test);
    await (await slack.openHome(slack.user)).home();
    await (await slack.openHome(slack.user)).home();
    expect(slack.callsOf('views.publish').map(({ answer }) => answer?.ok)).toEqual([true, true]);
  });
});

describe('the language of help and errors', () => {
  it('is that of the person’s Slack', async (test) => {
    const { slack } = await startBot(test);
    const user = slack.workspace.addUser({ name: 'wei', locale: 'zh-CN' });
    expect((await (await slack.slash('/harbin', 'help', { user })).answer()).text).toContain('命令');
    expect((await (await slack.openHome(user)).home()).view.blocks).toBeDefined();
    await slack.slash('/harbin', '', { user });
    expect(slack.callsOf('users.info')).toHaveLength(1);
  });

  it('is English without the scope, and nothing is asked', async (test) => {
    const { slack } = await startBot(test, { prepare: (fake) => void fake.installation.scopes.delete('users:read') });
    const user = slack.workspace.addUser({ name: 'wei', locale: 'zh-CN' });
    expect((await (await slack.slash('/harbin', 'help', { user })).answer()).text).toContain('Commands');
    expect(slack.callsOf('users.info')).toEqual([]);
  });

  it.for(['hang', 'reset', 'html'] as const)(
    'never holds up an answer when asking for it goes wrong: %s',
    async (kind, test) => {
      const { slack } = await startBot(test);
      slack.faults.breakMethod('users.info', { kind });
      const turn = await slack.slash('/harbin', 'help');
      const help = await turn.answer();
      expect(help.text).toContain('Commands');
      // A call that hangs ends by itself only after ten seconds.
      expect(help.at - turn.startedAt).toBeLessThan(8_000);
      const user = slack.workspace.addUser();
      expect((await (await slack.slash('/harbin', 'how many labs?', { user })).answer()).text).toContain(LABS);
      expect(slack.callsOf('users.info').filter(({ args }) => args.user === user.id)).toEqual([]);
    },
  );

  it('is the channel’s once that was set', async (test) => {
    const { slack } = await startBot(test);
    const channel = slack.workspace.addChannel({ name: 'ru' });
    expect((await (await slack.slash('/harbin', 'language ru', { channel })).answer()).visibleTo).not.toBe('everyone');
    expect((await (await slack.slash('/harbin', 'help', { channel })).answer()).text).toContain('Команды');
    expect((await (await slack.slash('/harbin', 'how many labs?', { channel })).answer()).text).toContain(LABS);
  });

  it('is the person’s own choice before the channel’s, but setting a channel’s is answered in the language set', async (test) => {
    const { slack } = await startBot(test);
    const channel = slack.workspace.addChannel({ name: 'ru' });
    const user = slack.workspace.addUser({ name: 'wei' });
    await (await slack.click(await (await slack.openHome(user)).home(), 'language', { user, option: 'zh' })).home();
    const set = await (await slack.slash('/harbin', 'language ru', { channel, user })).answer();
    expect(set.text).toMatch(/\p{Script=Cyrillic}/u);
    expect((await (await slack.slash('/harbin', 'help', { channel, user })).answer()).text).toContain('命令');
    expect((await (await slack.slash('/harbin', 'help', { channel })).answer()).text).toContain('Команды');
  });
});

describe('a click on something of an earlier version', () => {
  it('that was forged into a command to set something does not say that it is done', async (test) => {
    const { slack } = await startBot(test);
    const answer = await (await slack.slash('/harbin', 'how many labs?')).answer();
    const forged = JSON.parse(JSON.stringify(answer).replaceAll(/"q~en~[^"]*"/g, '"t~en~~language zh"'));
    const said = await (await slack.click(forged as PostedMessage, 'Universities & colleges')).answer();
    expect(said.text).not.toContain('Done');
    expect(said.text).toContain('choose en, zh, ru, or auto');
    expect((await (await slack.slash('/harbin', 'help')).answer()).text).toContain('Commands');
  });

  it('gets a polite line', async (test) => {
    const { slack } = await startBot(test);
    const answer = await (await slack.slash('/harbin', 'how many labs?')).answer();
    const old = JSON.parse(JSON.stringify(answer).replaceAll(/"q~en~[^"]*"/g, '"v0:labs"')) as PostedMessage;
    const line = await (await slack.click(old, 'Universities & colleges')).answer();
    expect(line.text).toContain('out of date');
    const renamed = JSON.parse(JSON.stringify(answer).replaceAll('ask:0', 'legacy')) as PostedMessage;
    expect((await (await slack.click(renamed, 'legacy')).answer()).text).toContain('out of date');
  });
});

describe('what people write', () => {
  const NASTY = '<!channel> <@U000001> <https://evil.example|labs> *b* _i_ `c` ~s~ & zzqq :fire: <!subteam^S1>';

  it.for(['slash', 'mention', 'direct message'] as const)(
    'can neither ping, link nor format in the answer to a %s',
    async (by, test) => {
      const { slack } = await startBot(test);
      const texts = [
        NASTY,
        `how many zzqq${NASTY}`,
        `labs in ${NASTY}`,
        `compare ${NASTY}, labs`,
        `list ${NASTY}`,
        `chart ${NASTY}`,
      ];
      for (const text of texts) {
        for (const raw of [true, false]) {
          const turn =
            by === 'slash'
              ? await slack.slash('/harbin', text, { raw })
              : by === 'mention'
                ? await slack.mention(slack.channel, text, { raw })
                : await slack.directMessage(slack.user, text, { raw });
          expectHarmless(await turn.answer());
        }
      }
    },
  );

  it.for(['daily on *x*', 'daily on _x_ *y*', 'daily on `x`', 'daily on ~x~', '*x* _y_ ~z~ `c` :fire:'])(
    'is quoted so that it does not format, neither in blocks nor in the text: %s',
    async (text, test) => {
      const { slack } = await startBot(test);
      const answer = await (await slack.slash('/harbin', text)).answer();
      expect(answer.text.replaceAll(/https?:\S+/g, '')).not.toMatch(/(^|[^\p{L}\p{N}])[*_~`:]\S+[*_~`:]/mu);
      expect(JSON.stringify(answer.blocks)).not.toMatch(/"(mrkdwn|markdown)"/);
    },
  );

  it('comes back as they saw it', async (test) => {
    const { slack } = await startBot(test);
    const answer = await (await slack.slash('/harbin', 'how many universities and Q&A<b> are there?')).answer();
    expect(answer.text).not.toContain('&amp;amp;');
    expect(answer.text).not.toMatch(/[<>]/);
  });

  it('is in no log line', async (test) => {
    const { slack, log } = await startBot(test);
    slack.faults.breakMethod('chat.postMessage', { kind: 'error', error: 'internal_error' });
    await slack.mention(slack.channel, 'how many labs at sekretno?');
    await slack.slash('/harbin', 'sekretno labs');
    await until(() => log.length > 1, { what: 'the log of what went wrong' });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(JSON.stringify(log)).not.toMatch(/sekretno|xoxb|xapp/);
  });
});

describe('every message', () => {
  it('has its whole text at the top, is not unfurled, and carries no mark-up of others', async (test) => {
    const { slack } = await startBot(test);
    for (const text of [
      'labs?',
      'fact',
      'list',
      'chart list',
      'compare labs, centres',
      'help',
      'про инвестиции',
      '多少投资？',
    ]) {
      for (const turn of [
        await slack.slash('/harbin', text),
        await slack.mention(slack.channel, text),
        await slack.directMessage(slack.user, text),
      ]) {
        const answer = await turn.answer();
        expectHarmless(answer);
        expect(String(answer.sent.unfurl_links)).toBe('false');
        expect(String(answer.sent.unfurl_media)).toBe('false');
        const numbers = wordsOf({ ...answer, text: '' }).match(/\d[\d,.]*\d/g) ?? [];
        for (const number of numbers) expect(answer.text).toContain(number);
      }
    }
  });
});

/** How a link to one of the catalogue's sources begins. */
const SOURCES = (await loadCatalogue()).sources.map(({ url }) => `<${url.replaceAll('&', '&amp;')}|`);

function expectHarmless(message: PostedMessage): void {
  expect(pingsIn(message)).toEqual([]);
  const links = controlSequencesIn(message).filter((sequence) => !SOURCES.some((link) => sequence.startsWith(link)));
  expect(links).toEqual([]);
  expect(message.text).not.toMatch(/[<>]/);
  expect(message.text.trim()).not.toBe('');
  expect(message.sent.link_names).toBeUndefined();
}
